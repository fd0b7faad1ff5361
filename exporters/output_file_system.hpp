#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace keuzekaart {

/// The few things that writing output asks of the file system. Every function returns 0 or the system's error number,
/// so that a test can let each single step fail.
class OutputFileSystem {
 public:
  enum class Kind { missing, file, folder, other };

  OutputFileSystem() = default;
  OutputFileSystem(const OutputFileSystem&) = delete;
  OutputFileSystem& operator=(const OutputFileSystem&) = delete;
  virtual ~OutputFileSystem() = default;

  /// What stands at the path itself; a link is `other`.
  virtual int look(const std::string& path, Kind& kind);
  virtual int make_folder(const std::string& path);
  /// Makes a file that may not exist yet and opens it for writing.
  virtual int create(const std::string& path, int& descriptor);
  virtual int write(int descriptor, std::string_view bytes);
  /// Waits until the bytes are on the disk.
  virtual int sync(int descriptor);
  virtual int close(int descriptor);
  virtual int sync_folder(const std::string& path);
  /// Waits until everything that was written in the file system of a folder is on the disk: for many files at once.
  virtual int sync_all(const std::string& folder);
  /// Two paths change places at once. EINVAL or ENOSYS where the file system cannot.
  virtual int exchange(const std::string& one, const std::string& other);
  virtual int rename(const std::string& from, const std::string& to);
  virtual int remove_file(const std::string& path);
  /// Removes an empty folder.
  virtual int remove_folder(const std::string& path);
  virtual int list(const std::string& path, std::vector<std::string>& names);
  virtual int read(const std::string& path, std::string& bytes);
  /// Takes the folder for this process until `unlock`; EWOULDBLOCK when another process has it.
  virtual int lock(const std::string& folder, int& descriptor);
  virtual void unlock(int descriptor);
};

/// The folder that a path is in.
std::string parent_of(const std::string& path);

}  // namespace keuzekaart
