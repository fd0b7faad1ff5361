#pragma once
#include "cli/source_version.hpp"

namespace keuzekaart {

/// Puts the newer version of a source in the place of the present one, which stays beside it with `.vorige` in its
/// name: a file, the files that belong together (own lists with their description, the CSV files of Archi), or a
/// folder. Of a folder only the files that were read come; what else stood in the present one stays in it. Says in the
/// messages where the earlier version is (K223), or why nothing was replaced (K220, K222, K225, K5xx). Both versions
/// were read without errors, and neither is empty.
ExitCode replace_source(const PresentSource& present, const SourceVersion& was, const SourceVersion& fresh,
                        bool overwrite, Diagnostics& diagnostics, const Labels& labels);

}  // namespace keuzekaart
