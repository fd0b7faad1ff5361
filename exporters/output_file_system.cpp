#include "exporters/output_file_system.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>

namespace keuzekaart {

namespace {

int result_of(int returned) { return returned == 0 ? 0 : errno; }

}  // namespace

int OutputFileSystem::look(const std::string& path, Kind& kind) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) {
    kind = Kind::missing;
    return errno == ENOENT ? 0 : errno;
  }
  kind = S_ISREG(status.st_mode) ? Kind::file : S_ISDIR(status.st_mode) ? Kind::folder : Kind::other;
  return 0;
}

int OutputFileSystem::make_folder(const std::string& path) { return result_of(::mkdir(path.c_str(), 0777)); }

int OutputFileSystem::create(const std::string& path, int& descriptor) {
  descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  return descriptor < 0 ? errno : 0;
}

int OutputFileSystem::write(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    if (written == 0) return ENOSPC;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

int OutputFileSystem::sync(int descriptor) { return result_of(::fsync(descriptor)); }

int OutputFileSystem::close(int descriptor) { return result_of(::close(descriptor)); }

int OutputFileSystem::sync_folder(const std::string& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int error = result_of(::fsync(descriptor));
  ::close(descriptor);
  // Some network file systems cannot sync a folder; the files themselves are safe by then.
  return error == EINVAL || error == EBADF ? 0 : error;
}

int OutputFileSystem::sync_all(const std::string& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  const int error = result_of(::syncfs(descriptor));
  ::close(descriptor);
  return error;
}

int OutputFileSystem::exchange(const std::string& one, const std::string& other) {
  return result_of(::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE));
}

int OutputFileSystem::rename(const std::string& from, const std::string& to) {
  return result_of(std::rename(from.c_str(), to.c_str()));
}

int OutputFileSystem::remove_file(const std::string& path) { return result_of(::unlink(path.c_str())); }

int OutputFileSystem::remove_folder(const std::string& path) { return result_of(::rmdir(path.c_str())); }

int OutputFileSystem::list(const std::string& path, std::vector<std::string>& names) {
  names.clear();
  DIR* folder = ::opendir(path.c_str());
  if (folder == nullptr) return errno;
  errno = 0;
  while (const dirent* entry = ::readdir(folder)) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  const int error = errno;
  ::closedir(folder);
  std::ranges::sort(names);
  return error;
}

int OutputFileSystem::read(const std::string& path, std::string& bytes) {
  bytes.clear();
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  int error = 0;
  char block[65536];
  for (;;) {
    const ssize_t got = ::read(descriptor, block, sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) error = errno;
    if (got <= 0) break;
    bytes.append(block, static_cast<std::size_t>(got));
  }
  ::close(descriptor);
  return error;
}

int OutputFileSystem::lock(const std::string& folder, int& descriptor) {
  descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return 0;
  const int error = errno;
  ::close(descriptor);
  descriptor = -1;
  // A file system without locks (some network shares): go on without one.
  return error == ENOLCK || error == EOPNOTSUPP || error == EINVAL ? 0 : error;
}

void OutputFileSystem::unlock(int descriptor) {
  if (descriptor >= 0) ::close(descriptor);
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace keuzekaart
