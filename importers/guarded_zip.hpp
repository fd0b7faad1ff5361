#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart {

/// Limits against hostile archives. What passes one is refused with a message, never read half.
struct ZipLimits {
  std::size_t archive_bytes = std::size_t{256} * 1024 * 1024;
  std::size_t entries = 10'000;
  std::size_t entry_bytes = std::size_t{256} * 1024 * 1024;  ///< of one file, unpacked
  std::size_t total_bytes = std::size_t{512} * 1024 * 1024;  ///< of all files that are read, unpacked
  /// How many times smaller a file may be packed. Real XML reaches about 30; deflate cannot pass 1,032.
  std::size_t ratio = 200;
  std::size_t ratio_from_bytes = std::size_t{1024} * 1024;  ///< smaller files may be packed as small as they like
};

/// A file in an archive.
struct ZipEntry {
  std::string name;         ///< with forward slashes, as in the archive
  std::uint64_t bytes = 0;  ///< unpacked, as the archive says
};

/// A ZIP archive that passed every guard. Nothing is ever unpacked to disk. An archive in an archive is not opened.
class ZipArchive {
 public:
  /// Reads the archive at `path` into memory and lists its files. Null when it cannot be read (K101), is larger than
  /// the limit (K109), is no whole archive (K121) or holds too many files (K122). Files whose names lead out of the
  /// archive (K123), are encrypted (K124) or packed in a way that is not read (K125) and second files with one name
  /// (K126) are said and left out of `entries`.
  static std::unique_ptr<ZipArchive> open(const std::string& path, Diagnostics& diagnostics,
                                          const ZipLimits& limits = {});
  /// The same from the bytes of an archive; `path` is only shown.
  static std::unique_ptr<ZipArchive> open_bytes(std::string path, std::string bytes, Diagnostics& diagnostics,
                                                const ZipLimits& limits = {});
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;
  ~ZipArchive();

  /// The files that can be read, sorted by name. Folders are not among them.
  const std::vector<ZipEntry>& entries() const;
  /// The file with this name, or null.
  const ZipEntry* find(std::string_view name) const;
  /// The bytes of one of `entries`, or nothing when it is too large (K122) or damaged (K121).
  std::optional<std::string> read(const ZipEntry& entry, Diagnostics& diagnostics);
  /// How a file in the archive is called in messages: the archive's path, a slash and the name.
  std::string path_of(const ZipEntry& entry) const;

 private:
  struct Impl;
  explicit ZipArchive(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Whether these first bytes are those of a ZIP archive that holds something.
bool looks_like_zip(std::string_view head);

}  // namespace keuzekaart
