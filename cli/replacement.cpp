#include "cli/replacement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "exporters/replace_source.hpp"
#include "exporters/staged_output.hpp"
#include "importers/archi_csv_files.hpp"
#include "importers/beside.hpp"
#include "importers/grafico.hpp"
#include "importers/guarded_zip.hpp"
#include "importers/own_lists/named_tables.hpp"
#include "importers/read_file.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagnostics/system_reason.hpp"
#include "modeler/source/xml_text.hpp"

namespace keuzekaart {

namespace {

namespace fs = std::filesystem;
using own_lists::NamedTable;

constexpr std::string_view kept_word = ".vorige";

/// A path beside another, or below what that stands in.
std::string in_place_of(const std::string& path, const std::string& name) {
  return (fs::path(path).parent_path() / name).string();
}

/// upl.csv: upl.vorige.csv
std::string kept_name_of_file(const std::string& path) {
  const fs::path at(path);
  return at.stem().string().append(kept_word) + at.extension().string();
}

/// applicaties.lijst.xml: applicaties.vorige
std::string kept_folder_of_lists(const std::string& description) {
  constexpr std::string_view ending = ".lijst";
  std::string name = fs::path(description).stem().string();
  if (name.size() > ending.size() && name.ends_with(ending)) name.resize(name.size() - ending.size());
  return name.append(kept_word);
}

class Replacement {
 public:
  Replacement(const PresentSource& present, const SourceVersion& was, const SourceVersion& fresh, bool overwrite,
              Diagnostics& diagnostics)
      : present_(present), was_(was), fresh_(fresh), overwrite_(overwrite), diagnostics_(diagnostics) {}

  bool run() {
    if (was_.format != fresh_.format) {
      const std::string id(fresh_.format->id);
      refuse(Code::K220, {id, std::string(was_.format->id)}).example = {map_line(false)};
      return false;
    }
    if (was_.format->id == "eigen-lijsten") return lists();
    const bool was_folder = is_folder(was_.path);
    const bool is_one = is_folder(fresh_.path);
    if (was_.format->id == "archi-csv") return was_folder ? folder(was_.path, {}) : archi_files();
    if (was_folder != is_one) {
      Diagnostic& said = refuse(Code::K220, {was_.path});
      said.variant = was_folder ? "form-file" : "form-folder";
      said.example = {map_line(true)};
      return false;
    }
    if (!was_folder) return one_file();
    const bool grafico = was_.format->id == "grafico";
    return folder(grafico ? grafico_model_folder(was_.path) : was_.path,
                  grafico ? grafico_model_folder(fresh_.path) : fresh_.path);
  }

 private:
  Diagnostic& refuse(Code code, std::vector<std::string> arguments, std::string variant = {}) {
    Diagnostic& said = diagnostics_.report_path(code, fresh_.path, std::move(arguments));
    said.variant = std::move(variant);
    return said;
  }
  void kept_as(const std::string& name) { diagnostics_.report_path(Code::K223, present_.path, {name, present_.id}); }

  /// A path as the map would write it.
  std::string from_map(const std::string& path) const {
    return fs::absolute(path)
        .lexically_normal()
        .lexically_relative(fs::absolute(present_.map).lexically_normal().parent_path())
        .string();
  }
  /// The line for the map file with which the newer version counts where it stands.
  std::string map_line(bool with_earlier) const {
    std::string line = fmt::format("<bron id=\"{}\"", attribute_text(present_.id));
    if (present_.names_format) line += fmt::format(" formaat=\"{}\"", fresh_.format->id);
    line += fmt::format(" pad=\"{}\"", attribute_text(from_map(fresh_.path)));
    if (with_earlier) line += fmt::format(" vorige=\"{}\"", attribute_text(from_map(present_.path)));
    return line + "/>";
  }

  bool one_file() {
    const std::string name = kept_name_of_file(was_.path);
    replace_files(files_, {{was_.path, fresh_.path, in_place_of(was_.path, name)}}, overwrite_);
    kept_as(name);
    return true;
  }

  /// The three files of an export, each in the place of the same part.
  bool archi_files() {
    Diagnostics silent;
    const auto was = archi_csv_paths(was_.path, silent);
    const auto is = archi_csv_paths(fresh_.path, silent);
    if (!was || !is) return false;
    std::vector<ReplacedFile> replaced;
    for (std::size_t part = 0; part < was->size(); ++part) {
      const std::string& path = (*was)[part];
      if (same_place(path, (*is)[part])) {
        refuse(Code::K222, {}, "same");
        return false;
      }
      replaced.push_back({path, (*is)[part], in_place_of(path, kept_name_of_file(path))});
    }
    replace_files(files_, replaced, overwrite_);
    kept_as(kept_name_of_file(was_.path));
    return true;
  }

  /// `root` is the folder that is replaced; `fresh_root` is where the new files stand, or empty when each is only known
  /// by its name.
  bool folder(std::string root, const std::string& fresh_root) {
    std::error_code unseen;
    if (fs::exists(fs::path(was_.path) / ".git", unseen) || fs::exists(fs::path(root) / ".git", unseen)) {
      refuse(Code::K222, {was_.path});
      return false;
    }
    if (lies_in(present_.map, root)) {
      refuse(Code::K222, {present_.map}, "map-inside");
      return false;
    }
    while (root.size() > 1 && root.ends_with('/')) root.pop_back();
    std::vector<CopiedFile> copied;
    std::set<std::string> names;
    for (const std::string& file : fresh_.files) {
      const fs::path path(file);
      const std::string name =
          fresh_root.empty() ? path.filename().string() : path.lexically_relative(fresh_root).string();
      if (names.insert(name).second) copied.push_back({name, file});
    }
    add_others(root, names, copied);
    const std::string kept = fs::path(root).filename().string().append(kept_word);
    const std::string left = replace_folder(files_, root, in_place_of(root, kept), copied, overwrite_);
    kept_as(root == was_.path ? kept : (fs::path(was_.path).filename() / kept).string());
    if (!left.empty()) diagnostics_.report_path(Code::K226, left);
    return true;
  }

  /// What else stands in the present folder stays in it.
  void add_others(const std::string& root, const std::set<std::string>& taken, std::vector<CopiedFile>& copied) const {
    std::set<std::string> of_source;
    for (const std::string& file : was_.files) of_source.insert(fs::path(file).lexically_relative(root).string());
    std::error_code error;
    for (fs::recursive_directory_iterator at(root, error), end; !error && at != end; at.increment(error)) {
      std::error_code unseen;
      if (at->symlink_status(unseen).type() != fs::file_type::regular) continue;
      std::string name = at->path().lexically_relative(root).string();
      if (!of_source.contains(name) && !taken.contains(name)) copied.push_back({std::move(name), at->path().string()});
    }
    if (error) throw OutputError(Code::K501, root, error.value());
  }

  /// A new description with its lists, or lists of the present description. What was there is kept in a folder, where
  /// description and lists still belong together.
  bool lists() {
    const std::vector<NamedTable> tables = own_lists::named_tables(was_.path);
    const bool whole = fresh_.instead.empty();
    const std::vector<NamedTable> fresh_tables = whole ? own_lists::named_tables(fresh_.path) : tables;
    for (const auto* all : {&tables, &fresh_tables})
      for (const NamedTable& table : *all)
        if (!table.beside) {
          refuse(Code::K222, {table.file, all == &tables ? was_.path : fresh_.path}, "elsewhere");
          return false;
        }
    const std::string kept = kept_folder_of_lists(was_.path);
    const std::string kept_folder = in_place_of(was_.path, kept);
    const auto kept_at = [&](const std::string& name) { return (fs::path(kept_folder) / name).string(); };
    const std::string description = fs::path(was_.path).filename().string();
    std::vector<ReplacedFile> replaced{{was_.path, whole ? fresh_.path : std::string(), kept_at(description)}};
    for (const NamedTable& table : tables) {
      const auto newer = fresh_.instead.find(table.path);
      if (newer != fresh_.instead.end() && !same_form(table, newer->second)) return false;
      replaced.push_back(
          {table.path, newer == fresh_.instead.end() ? std::string() : newer->second, kept_at(table.file)});
    }
    if (whole)
      for (const NamedTable& table : fresh_tables) {
        const std::string path = beside(was_.path, table.file);
        const auto present = std::ranges::find(replaced, path, &ReplacedFile::path);
        if (present == replaced.end())
          replaced.push_back({path, table.path, {}});
        else
          present->fresh = table.path;
      }
    replace_files(files_, replaced, overwrite_);
    kept_as((fs::path(kept) / description).string());
    return true;
  }

  /// Whether a list may stand under the name of the other: both workbooks, or neither.
  bool same_form(const NamedTable& table, const std::string& fresh) {
    const auto form = [](const std::string& path) -> std::string {
      Diagnostics silent;
      return looks_like_zip(read_file(path, silent).value_or("")) ? "xlsx" : "CSV";
    };
    if (form(table.path) == form(fresh)) return true;
    diagnostics_.report_path(Code::K220, fresh, {table.file, form(table.path), form(fresh)}).variant = "table";
    return false;
  }

  const PresentSource& present_;
  const SourceVersion& was_;
  const SourceVersion& fresh_;
  bool overwrite_;
  Diagnostics& diagnostics_;
  OutputFileSystem files_;
};

}  // namespace

ExitCode replace_source(const PresentSource& present, const SourceVersion& was, const SourceVersion& fresh,
                        bool overwrite, Diagnostics& diagnostics, const Labels& labels) {
  try {
    return Replacement(present, was, fresh, overwrite, diagnostics).run() ? ExitCode::good : ExitCode::input;
  } catch (const OutputError& error) {
    std::vector<std::string> reason;
    if (error.system_error() != 0) reason.push_back(system_reason(error.system_error(), labels));
    Diagnostic& said = diagnostics.report_path(error.code(), error.path(), std::move(reason));
    if (error.code() == Code::K501 || error.code() == Code::K502) said.variant = "import";
    return ExitCode::io;
  }
}

}  // namespace keuzekaart
