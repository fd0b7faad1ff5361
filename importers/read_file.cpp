#include "importers/read_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

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

std::string reason(int error) { return std::generic_category().message(error); }

}  // namespace

std::optional<std::string> read_file(const std::string& path, Diagnostics& diagnostics) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  struct stat status {};
  if (file.number < 0 || ::fstat(file.number, &status) != 0) {
    diagnostics.report_path(Code::K101, path, {reason(errno)});
    return std::nullopt;
  }
  if (S_ISDIR(status.st_mode)) {
    diagnostics.report_path(Code::K101, path, {reason(EISDIR)});
    return std::nullopt;
  }
  std::string bytes;
  bytes.resize(static_cast<std::size_t>(status.st_size) + 1);
  std::size_t filled = 0;
  for (;;) {
    if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t got = ::read(file.number, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      diagnostics.report_path(Code::K101, path, {reason(errno)});
      return std::nullopt;
    }
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace keuzekaart
