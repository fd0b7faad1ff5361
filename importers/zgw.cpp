#include "importers/zgw.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <vector>

#include "importers/folder_walk.hpp"
#include "importers/guarded_zip.hpp"
#include "importers/json_entries.hpp"
#include "importers/read_file.hpp"
#include "importers/zgw_reading.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view format_id = "zgw";
constexpr std::string_view ending = ".json";
/// The file of an export that holds the case types.
constexpr std::string_view case_types_file = "ZaakType.json";

bool holds_case_types(std::string_view head) {
  TextPool pool;
  const JsonFile json = json_head(head, pool);
  return ZgwResource(entries_of(json).first()).kind() != ZgwKind::other;
}

bool is_case_types_file(std::string_view path) { return path.substr(path.rfind('/') + 1) == case_types_file; }

using JsonFiles = std::vector<std::unique_ptr<JsonFile>>;

JsonFiles files_of_folder(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  JsonFiles files;
  const FolderTree tree = walk_folder(path, ending, diagnostics);
  for (const WalkedFile& file : tree.files)
    files.push_back(read_json(tree.path_of(tree.folders[file.folder], file.name), sources, diagnostics));
  return files;
}

JsonFiles files_of_archive(const std::string& path, std::string bytes, Sources& sources, Diagnostics& diagnostics) {
  JsonFiles files;
  const std::unique_ptr<ZipArchive> archive = ZipArchive::open_bytes(path, std::move(bytes), diagnostics);
  if (!archive) return files;
  for (const ZipEntry& entry : archive->entries()) {
    if (!entry.name.ends_with(ending)) continue;
    if (std::optional<std::string> text = archive->read(entry, diagnostics))
      files.push_back(read_json_bytes(archive->path_of(entry), std::move(*text), sources, diagnostics));
  }
  return files;
}

/// Whether one of the JSON files of a folder, not below it, has entries of a catalogue of case types.
bool is_folder_of_case_types(const std::string& path) {
  std::error_code error;
  Diagnostics silent;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, error)) {
    if (!entry.path().native().ends_with(ending)) continue;
    const std::optional<std::string> bytes = read_file(entry.path().native(), silent);
    if (bytes && holds_case_types(*bytes)) return true;
  }
  return false;
}

ProcessCatalogue catalogue_of(const JsonFiles& files, const std::string& path, Sources& sources,
                              Diagnostics& diagnostics) {
  ZgwReading reading(sources, diagnostics);
  bool any = false;
  for (const auto& file : files)
    if (file) any = reading.take(*file) || any;
  const bool whole = std::ranges::all_of(files, [](const auto& file) { return file != nullptr; });
  if (!any && files.size() == 1 && whole)
    diagnostics.report(Code::K154, files.front()->root().place(), {std::string(format_id)});
  else if (!any && whole)
    diagnostics.report_path(Code::K154, path, {std::string(format_id)}).variant = "folder";
  return reading.finish();
}

}  // namespace

bool recognises_zgw(const Candidate& candidate) {
  if (candidate.folder) return is_folder_of_case_types(candidate.path);
  if (!candidate.entries.empty()) return std::ranges::any_of(candidate.entries, is_case_types_file);
  return holds_case_types(candidate.head);
}

SourceContent read_zgw(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
  struct stat status {};
  if (::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode))
    return catalogue_of(files_of_folder(path, sources, diagnostics), path, sources, diagnostics);
  std::optional<std::string> bytes = read_file(path, diagnostics);
  if (!bytes) return ProcessCatalogue{};
  if (!looks_like_zip(*bytes)) return read_zgw_bytes(path, std::move(*bytes), sources, diagnostics);
  return catalogue_of(files_of_archive(path, std::move(*bytes), sources, diagnostics), path, sources, diagnostics);
}

ProcessCatalogue read_zgw_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics) {
  JsonFiles files;
  files.push_back(read_json_bytes(path, std::move(bytes), sources, diagnostics));
  return catalogue_of(files, path, sources, diagnostics);
}

}  // namespace keuzekaart
