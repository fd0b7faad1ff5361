#include "cli/source_version.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "importers/own_lists.hpp"
#include "importers/own_lists/named_tables.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

namespace fs = std::filesystem;
using own_lists::NamedTable;

constexpr std::string_view own_lists_format = "eigen-lijsten";

std::string name_of(const std::string& path) { return fs::path(path).filename().string(); }

bool is_description(const std::string& path) {
  Diagnostics silent;
  const Format* format = recognise(path, silent);
  return format != nullptr && format->id == own_lists_format;
}

/// "producten.csv (Nr, Naam), processen.csv (Code, Proces)"
std::string shown(const std::vector<NamedTable>& tables) {
  std::vector<std::string> out;
  for (const NamedTable& table : tables) {
    std::vector<std::string_view> headings;
    for (const std::string& heading : table.headings)
      if (std::ranges::find(headings, heading) == headings.end()) headings.push_back(heading);
    out.push_back(fmt::format("{} ({})", table.file, fmt::join(headings, ", ")));
  }
  return fmt::format("{}", fmt::join(out, ", "));
}

/// Finds out what of own lists is newer.
class NewerLists {
 public:
  NewerLists(const PresentSource& present, const Format& format, Diagnostics& diagnostics)
      : present_(present), tables_(own_lists::named_tables(present.path)), diagnostics_(diagnostics) {
    version_.path = present.path;
    version_.format = &format;
  }

  std::optional<SourceVersion> in_file(const std::string& fresh) {
    if (is_description(fresh)) return description(fresh);
    const int number = own_lists::table_like(present_.path, tables_, fresh);
    if (number < 0) return unclear(fresh, {});
    return take(tables_[static_cast<std::size_t>(number)], fresh) ? std::optional(version_) : std::nullopt;
  }

  /// A description with the name of the present one, or the only one; else lists with the names of the present ones.
  std::optional<SourceVersion> in_folder(const std::string& folder) {
    const std::string named = (fs::path(folder) / name_of(present_.path)).string();
    if (is_description(named)) return description(named);
    std::vector<std::string> descriptions;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
      if (at->path().extension() == ".xml" && is_description(at->path().string()))
        descriptions.push_back(at->path().string());
    if (descriptions.size() == 1) return description(descriptions.front());
    for (const NamedTable& table : tables_) {
      const std::string fresh = (fs::path(folder) / name_of(table.path)).string();
      if (fs::exists(fresh, error) && !take(table, fresh)) return std::nullopt;
    }
    return version_.instead.empty() ? unclear(folder, "folder") : std::optional(version_);
  }

 private:
  std::optional<SourceVersion> description(const std::string& path) {
    if (same(path, present_.path)) return std::nullopt;
    version_.path = path;
    return version_;
  }
  bool take(const NamedTable& table, const std::string& fresh) {
    if (same(fresh, table.path)) return false;
    version_.instead[table.path] = fresh;
    return true;
  }
  bool same(const std::string& fresh, const std::string& present) {
    if (!same_place(fresh, present)) return false;
    diagnostics_.report_path(Code::K222, fresh).variant = "same";
    return true;
  }
  std::nullopt_t unclear(const std::string& fresh, std::string variant) {
    diagnostics_.report_path(Code::K224, fresh, {name_of(present_.path), shown(tables_)}).variant = std::move(variant);
    return std::nullopt;
  }

  const PresentSource& present_;
  std::vector<NamedTable> tables_;
  Diagnostics& diagnostics_;
  SourceVersion version_;
};

std::string real(const std::string& path) {
  std::error_code error;
  const fs::path found = fs::canonical(path, error);
  return error ? std::string() : found.string();
}

}  // namespace

bool is_folder(const std::string& path) {
  std::error_code ignored;
  return fs::is_directory(path, ignored);
}

bool same_place(const std::string& one, const std::string& other) {
  const std::string here = real(one);
  return !here.empty() && here == real(other);
}

bool lies_in(const std::string& path, const std::string& folder) {
  const std::string here = real(path);
  const std::string there = real(folder);
  return !here.empty() && !there.empty() && (here + '/').starts_with(there.ends_with('/') ? there : there + '/');
}

std::optional<SourceVersion> find_newer_version(const PresentSource& present, const Format* present_format,
                                                const std::string& fresh, Diagnostics& diagnostics) {
  const auto refuse = [&](std::string variant) {
    diagnostics.report_path(Code::K222, fresh, {present.path}).variant = std::move(variant);
    return std::nullopt;
  };
  if (same_place(fresh, present.path)) return refuse("same");
  if (is_folder(present.path) && (lies_in(fresh, present.path) || lies_in(present.path, fresh)))
    return refuse("inside");
  std::error_code error;
  if (present_format != nullptr && present_format->id == own_lists_format && fs::exists(fresh, error)) {
    NewerLists lists(present, *present_format, diagnostics);
    return is_folder(fresh) ? lists.in_folder(fresh) : lists.in_file(fresh);
  }
  SourceVersion version;
  version.path = fresh;
  version.format = recognise(fresh, diagnostics);
  return version;
}

void read_version(SourceVersion& version, Sources& sources, Diagnostics& diagnostics, Progress& progress,
                  const Labels& labels) {
  if (version.format == nullptr) return;
  progress.say(labels.fill("voortgang.lezen", {version.path}));
  const std::size_t first = sources.count();
  if (version.instead.empty())
    version.content = version.format->read(version.path, sources, diagnostics);
  else
    version.content = read_own_lists_instead(version.path, version.instead, sources, diagnostics);
  for (std::size_t i = first; i < sources.count(); ++i)
    version.files.emplace_back(sources.path(static_cast<FileId>(i)));
  std::ranges::sort(version.files);
  version.files.erase(std::unique(version.files.begin(), version.files.end()), version.files.end());
}

}  // namespace keuzekaart
