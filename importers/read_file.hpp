#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart {

/// The most bytes of a file that are read into memory, unless a reader sets another limit.
inline constexpr std::size_t most_file_bytes = std::size_t{512} * 1024 * 1024;

/// The bytes of a file, or nothing with K101 and the system's reason. A folder is not a file. A file of more than
/// `most` bytes is refused (K109) before it fills the memory.
std::optional<std::string> read_file(const std::string& path, Diagnostics& diagnostics,
                                     std::size_t most = most_file_bytes);

/// Reports that a file or folder cannot be read (K101), in words for the usual reasons and else in the system's.
void report_cannot_read(const std::string& path, int system_error, Diagnostics& diagnostics);

}  // namespace keuzekaart
