#pragma once
#include <optional>
#include <string>

#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart {

/// The bytes of a file, or nothing with K101 and the system's reason. A folder is not a file.
std::optional<std::string> read_file(const std::string& path, Diagnostics& diagnostics);

}  // namespace keuzekaart
