#include "importers/archi_csv_files.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

#include "importers/csv_reader.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view part_names[] = {"elements", "relations", "properties"};
constexpr std::size_t head_size = 4096;
/// A folder with more files than this is no export.
constexpr std::size_t most_files = 200;

struct PartFile {
  std::string path;
  ArchiCsvPart part;
};

std::size_t number(ArchiCsvPart part) { return static_cast<std::size_t>(part); }

std::string file_name(const std::string& path) { return fs::path(path).filename().string(); }

/// What stands before and behind the part's own word in a file's name; nothing when the word is not in it.
std::optional<std::string> common_name(const PartFile& file) {
  const std::string name = file_name(file.path);
  const std::string_view word = part_names[number(file.part)];
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  const auto found = std::find_end(name.begin(), name.end(), word.begin(), word.end(), same);
  if (found == name.end()) return std::nullopt;
  return std::string(name.begin(), found) + '*' +
         std::string(found + static_cast<std::ptrdiff_t>(word.size()), name.end());
}

std::optional<ArchiCsvPart> part_of_file(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rbe"), std::fclose);
  if (!file) return std::nullopt;
  std::string head(head_size, '\0');
  head.resize(std::fread(head.data(), 1, head.size(), file.get()));
  return archi_csv_part(head);
}

/// The files of a folder that are part of an export, sorted by name.
std::vector<PartFile> part_files(const fs::path& folder) {
  std::vector<PartFile> found;
  std::error_code error;
  std::size_t seen = 0;
  for (fs::directory_iterator at(folder, error), end; !error && at != end && ++seen <= most_files;
       at.increment(error)) {
    if (!at->is_regular_file(error)) continue;
    const std::string path = at->path().string();
    if (const auto part = part_of_file(path)) found.push_back({path, *part});
  }
  std::ranges::sort(found, {}, &PartFile::path);
  return found;
}

std::vector<const PartFile*> of_part(const std::vector<PartFile>& files, ArchiCsvPart part) {
  std::vector<const PartFile*> found;
  for (const PartFile& file : files)
    if (file.part == part) found.push_back(&file);
  return found;
}

/// The file of a part that belongs with `given`: by name, else the only one there is when nothing else claims it.
const PartFile* belonging(const std::vector<PartFile>& files, const PartFile& given, ArchiCsvPart part) {
  const std::vector<const PartFile*> candidates = of_part(files, part);
  const std::optional<std::string> wanted = common_name(given);
  for (const PartFile* file : candidates)
    if (wanted && common_name(*file) == wanted) return file;
  const bool alone = candidates.size() == 1 && of_part(files, given.part).size() == 1;
  return alone ? candidates.front() : nullptr;
}

}  // namespace

std::optional<ArchiCsvPart> archi_csv_part(std::string_view head) {
  const std::vector<std::string> names = csv_header(head);
  const auto has = [&](std::initializer_list<std::string_view> wanted) {
    return std::ranges::all_of(wanted,
                               [&](std::string_view name) { return std::ranges::find(names, name) != names.end(); });
  };
  if (has({"ID", "Type", "Name", "Source", "Target"})) return ArchiCsvPart::relations;
  if (has({"ID", "Type", "Name", "Documentation"})) return ArchiCsvPart::elements;
  if (names.size() == 3 && has({"ID", "Key", "Value"})) return ArchiCsvPart::properties;
  return std::nullopt;
}

bool holds_archi_csv(const std::string& folder) { return !of_part(part_files(folder), ArchiCsvPart::elements).empty(); }

std::optional<ArchiCsvPaths> archi_csv_paths(const std::string& path, Diagnostics& diagnostics) {
  std::error_code error;
  const bool folder = fs::is_directory(path, error);
  const fs::path parent = fs::path(path).parent_path();
  std::vector<PartFile> files = part_files(folder ? fs::path(path) : parent.empty() ? fs::path(".") : parent);
  PartFile given;
  if (folder) {
    const std::vector<const PartFile*> elements = of_part(files, ArchiCsvPart::elements);
    if (elements.size() > 1) {
      std::string names;
      for (const PartFile* file : elements) names.append(names.empty() ? "" : ", ").append(file_name(file->path));
      diagnostics.report_path(Code::K132, path, {names});
      return std::nullopt;
    }
    if (elements.empty()) {
      diagnostics.report_path(Code::K102, path);
      return std::nullopt;
    }
    given = *elements.front();
  } else {
    given = {path, part_of_file(path).value_or(ArchiCsvPart::elements)};
  }
  ArchiCsvPaths found;
  found[number(given.part)] = given.path;
  for (const ArchiCsvPart part : {ArchiCsvPart::elements, ArchiCsvPart::relations, ArchiCsvPart::properties}) {
    if (part == given.part) continue;
    if (const PartFile* file = belonging(files, given, part); file != nullptr) {
      found[number(part)] = parent.empty() && !folder ? file_name(file->path) : file->path;
      continue;
    }
    std::string name = common_name(given).value_or("*.csv");
    name.replace(name.find('*'), 1, part_names[number(part)]);
    diagnostics.report_path(Code::K131, given.path, {file_name(given.path), name});
  }
  return found;
}

}  // namespace keuzekaart
