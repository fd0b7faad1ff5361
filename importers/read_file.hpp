#pragma once
#include <optional>
#include <string>

#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart {

/// The bytes of a file, or nothing with K101 and the system's reason. A folder is not a file.
std::optional<std::string> read_file(const std::string& path, Diagnostics& diagnostics);

/// Reports that a file or folder cannot be read (K101), in words for the usual reasons and else in the system's.
void report_cannot_read(const std::string& path, int system_error, Diagnostics& diagnostics);

}  // namespace keuzekaart
