#include "importers/folder_walk.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>

#include "importers/read_file.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};
struct FreeMemory {
  void operator()(char* memory) const { std::free(memory); }
};

std::string real_path(const std::string& path) {
  const std::unique_ptr<char, FreeMemory> real(::realpath(path.c_str(), nullptr));
  return real ? std::string(real.get()) : std::string();
}

enum class Kind { file, folder, link, other };

Kind kind_of(const dirent& entry, int folder) {
  switch (entry.d_type) {
    case DT_REG:
      return Kind::file;
    case DT_DIR:
      return Kind::folder;
    case DT_LNK:
      return Kind::link;
    case DT_UNKNOWN:
      break;
    default:
      return Kind::other;
  }
  struct stat status {};
  if (::fstatat(folder, entry.d_name, &status, AT_SYMLINK_NOFOLLOW) != 0) return Kind::other;
  if (S_ISREG(status.st_mode)) return Kind::file;
  if (S_ISDIR(status.st_mode)) return Kind::folder;
  return S_ISLNK(status.st_mode) ? Kind::link : Kind::other;
}

class Walk {
 public:
  Walk(FolderTree& tree, std::string_view ending, Diagnostics& diagnostics)
      : tree_(tree), ending_(ending), diagnostics_(diagnostics) {}

  void run() {
    tree_.folders.push_back({});
    // Folders are put in the list before what is in them, so a list of what is left to do suffices.
    std::vector<std::uint32_t> left{0};
    while (!left.empty()) {
      const std::uint32_t present = left.back();
      left.pop_back();
      std::vector<std::string> inside = list(present);
      for (std::string& path : inside) tree_.folders.push_back({std::move(path), present});
      for (std::size_t i = 0; i < inside.size(); ++i)
        left.push_back(static_cast<std::uint32_t>(tree_.folders.size() - 1 - i));
    }
  }

 private:
  /// Adds the files of a folder to the tree; gives its folders.
  std::vector<std::string> list(std::uint32_t number) {
    const std::string shown = tree_.path_of(tree_.folders[number]);
    std::vector<std::string> inside;
    // The root may itself be a link: the user named it.
    const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | (number == 0 ? 0 : O_NOFOLLOW);
    const int descriptor = ::open(shown.c_str(), flags);
    const std::unique_ptr<DIR, CloseFolder> folder(descriptor < 0 ? nullptr : ::fdopendir(descriptor));
    if (!folder) {
      report_cannot_read(shown, errno, diagnostics_);
      if (descriptor >= 0) ::close(descriptor);
      return inside;
    }
    const std::size_t first = tree_.files.size();
    const std::string before = tree_.folders[number].path.empty() ? "" : tree_.folders[number].path + "/";
    for (;;) {
      errno = 0;
      const dirent* entry = ::readdir(folder.get());
      if (entry == nullptr) break;
      const std::string_view name = entry->d_name;
      if (name.starts_with('.')) continue;
      const Kind kind = kind_of(*entry, descriptor);
      if (kind == Kind::file && name.ends_with(ending_)) tree_.files.push_back({std::string(name), number});
      if (kind == Kind::folder) inside.push_back(before + std::string(name));
      if (kind == Kind::link) look_at_link(tree_.path_of(tree_.folders[number], name), name);
    }
    if (errno != 0) report_cannot_read(shown, errno, diagnostics_);
    std::sort(tree_.files.begin() + static_cast<std::ptrdiff_t>(first), tree_.files.end(),
              [](const WalkedFile& a, const WalkedFile& b) { return a.name < b.name; });
    std::sort(inside.begin(), inside.end());
    return inside;
  }

  void look_at_link(const std::string& path, std::string_view name) {
    struct stat status {};
    const bool found = ::stat(path.c_str(), &status) == 0;
    if (!name.ends_with(ending_) && !(found && S_ISDIR(status.st_mode))) return;
    if (!found) {
      report_cannot_read(path, errno, diagnostics_);
      return;
    }
    if (real_root_.empty()) real_root_ = real_path(tree_.root);
    const std::string target = real_path(path);
    const bool inside = target == real_root_ || target.starts_with(real_root_ == "/" ? "/" : real_root_ + "/");
    if (!inside) diagnostics_.report_path(Code::K112, path, {path});
  }

  FolderTree& tree_;
  std::string_view ending_;
  Diagnostics& diagnostics_;
  std::string real_root_;
};

}  // namespace

std::string FolderTree::path_of(const WalkedFolder& folder, std::string_view name) const {
  std::string path;
  path.reserve(root.size() + folder.path.size() + name.size() + 2);
  path += root;
  for (const std::string_view part : {std::string_view(folder.path), name}) {
    if (part.empty()) continue;
    if (!path.ends_with('/')) path += '/';
    path += part;
  }
  return path;
}

FolderTree walk_folder(std::string root, std::string_view ending, Diagnostics& diagnostics) {
  while (root.size() > 1 && root.ends_with('/')) root.pop_back();
  FolderTree tree{std::move(root), {}, {}};
  Walk(tree, ending, diagnostics).run();
  return tree;
}

std::optional<bool> folder_is_empty(const std::string& path, Diagnostics& diagnostics) {
  const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
  if (!folder) {
    report_cannot_read(path, errno, diagnostics);
    return std::nullopt;
  }
  while (const dirent* entry = ::readdir(folder.get()))
    if (const std::string_view name = entry->d_name; name != "." && name != "..") return false;
  return true;
}

}  // namespace keuzekaart
