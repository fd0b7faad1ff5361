#pragma once
#include <string_view>

#include "importers/format_registry.hpp"

namespace keuzekaart {

/// A form of file that is known and not read as a source, so that the message can say what it is.
struct ForeignFormat {
  std::string_view name;     ///< as its publisher calls it
  std::string_view sign;     ///< what its first bytes hold
  bool at_start;             ///< the sign opens the file
  std::string_view variant;  ///< wording of K110
};

/// What this file is, or null when that is not known either.
const ForeignFormat* foreign_format(const Candidate& candidate);

}  // namespace keuzekaart
