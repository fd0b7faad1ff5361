#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart {

/// A folder below the root of a walk, and its files.
struct WalkedFolder {
  std::string path;          ///< below the root, without a slash at the start; empty for the root itself
  std::uint32_t parent = 0;  ///< index in `FolderTree::folders`; the root is its own parent
};

struct WalkedFile {
  std::string name;
  std::uint32_t folder = 0;  ///< index in `FolderTree::folders`
};

/// The files of a folder source. The files of a folder come before those of the folders in it and names are in code
/// point order: the same tree gives the same order whatever the order in which the system lists it.
struct FolderTree {
  std::string root;  ///< as given, without a slash at the end
  std::vector<WalkedFolder> folders;
  std::vector<WalkedFile> files;

  /// The path to show and to open: root, folder and name.
  std::string path_of(const WalkedFolder& folder, std::string_view name = {}) const;
};

/// Every regular file below `root` whose name ends with `ending`. Names that start with a dot are left out. A link that
/// stays inside the source is skipped (what it points to is read where it stands); one that leaves it is refused
/// (K112). A folder that cannot be listed is reported (K101) and the rest is walked.
FolderTree walk_folder(std::string root, std::string_view ending, Diagnostics& diagnostics);

/// Whether a folder holds nothing at all; nothing, with K101, when it cannot be listed.
std::optional<bool> folder_is_empty(const std::string& path, Diagnostics& diagnostics);

}  // namespace keuzekaart
