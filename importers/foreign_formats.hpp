#pragma once
#include <string>
#include <vector>

#include "importers/format_registry.hpp"

namespace keuzekaart {

/// What a file or folder that no reader knows seems to be, so that the message can say it.
struct LooksLike {
  std::string variant;                 ///< wording of K110; empty: nothing can be said of it
  std::vector<std::string> arguments;  ///< {1} and on
};

/// By its content: a form that is known and not read as a source; else which root element an XML file has, which
/// members JSON has, which headings a table has, which files are in an archive.
LooksLike looks_like(const Candidate& candidate);

}  // namespace keuzekaart
