#include "importers/read_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

/// Closes a descriptor when it goes out of sight.
struct Descriptor {
  int number;
  explicit Descriptor(int n) : number(n) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

std::string_view variant_of(int error) {
  switch (error) {
    case ENOENT:
      return "not-there";
    case EACCES:
    case EPERM:
      return "not-allowed";
    case EISDIR:
      return "is-folder";
    case ENOTDIR:
      return "is-file";
    default:
      return {};
  }
}

}  // namespace

void report_cannot_read(const std::string& path, int system_error, Diagnostics& diagnostics) {
  diagnostics.report_path(Code::K101, path, {std::generic_category().message(system_error)}).variant =
      variant_of(system_error);
}

std::optional<std::string> read_file(const std::string& path, Diagnostics& diagnostics, std::size_t most) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (file.number < 0 || ::fstat(file.number, &status) != 0) {
    report_cannot_read(path, errno, diagnostics);
    return std::nullopt;
  }
  if (S_ISDIR(status.st_mode)) {
    report_cannot_read(path, EISDIR, diagnostics);
    return std::nullopt;
  }
  const auto too_large = [&] {
    diagnostics.report_path(Code::K109, path, {fmt::format("{}", most / 1024 / 1024)}).variant = "limit";
    return std::nullopt;
  };
  if (static_cast<std::size_t>(status.st_size) > most) return too_large();
  std::string bytes;
  bytes.resize(static_cast<std::size_t>(status.st_size) + 1);
  std::size_t filled = 0;
  for (;;) {
    if (filled > most) return too_large();  // a device does not say its size beforehand
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t got = ::read(file.number, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      report_cannot_read(path, errno, diagnostics);
      return std::nullopt;
    }
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace keuzekaart
