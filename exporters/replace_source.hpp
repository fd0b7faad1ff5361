#pragma once
#include <string>
#include <vector>

#include "exporters/output_file_system.hpp"

namespace keuzekaart {

/// A file of a source that gets a newer version.
struct ReplacedFile {
  std::string path;   ///< where it stands
  std::string fresh;  ///< what takes its place; empty: it stays, and only its copy is kept
  std::string kept;   ///< where its present bytes are kept; empty: nothing stands there yet
};

/// Puts new files in the place of others, whose bytes are kept first. Either all are replaced or none, unless the run
/// is killed between two of them: then the kept files hold what is missing. Something that stands in the way of what is
/// kept, or where nothing stood yet, needs `overwrite`. Throws OutputError.
void replace_files(OutputFileSystem& files, const std::vector<ReplacedFile>& replaced, bool overwrite);

/// A file of the folder that comes: its name below the folder, and where its bytes are.
struct CopiedFile {
  std::string name, from;
};

/// Puts a folder of the given files in the place of the folder (or link to one) at `path`, which is called `kept` from
/// then on; a `kept` that is there already needs `overwrite` and is removed. The files are first written beside it in
/// whole, then the two change places at once: at no moment nothing or half of it stands at `path`, whenever the run is
/// killed. Gives the path of what could not be removed, if anything. Throws OutputError; then everything is as it was.
/// K225: an earlier run was killed while the two changed places, and left one of them.
std::string replace_folder(OutputFileSystem& files, const std::string& path, const std::string& kept,
                           const std::vector<CopiedFile>& copied, bool overwrite);

}  // namespace keuzekaart
