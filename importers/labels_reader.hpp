#pragma once
#include <string_view>

#include "modeler/diagnostics/labels.hpp"

namespace keuzekaart {

/// Reads `<labels taal="nl"><label sleutel="K203">...</label></labels>` into labels. Throws std::runtime_error on a
/// file that is not well-formed or holds a key twice: label files are ours, so that is a bug.
Labels read_labels(std::string_view xml, Language language);

}  // namespace keuzekaart
