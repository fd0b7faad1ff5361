#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <variant>

#include "cli/command.hpp"
#include "cli/map_recogniser.hpp"
#include "cli/shown_table.hpp"
#include "cli/summary.hpp"
#include "cli/text_layout.hpp"
#include "cli/workspace.hpp"
#include "importers/map_reader.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

namespace fs = std::filesystem;

/// What one file, folder or archive is.
struct Inspected {
  std::string path = {};
  std::string format = {};                                      ///< empty: nobody knows it
  std::string why = {};                                         ///< then what it looks like
  std::string version = {};                                     ///< of its form, as it says itself; may be empty
  std::vector<std::pair<std::string, std::size_t>> holds = {};  ///< what, in the language asked for, and how many
  std::size_t errors = 0, warnings = 0, notes = 0;              ///< said of it
};

/// Which version of its form a source says that it has, and which program wrote it.
std::string version_of(const SourceContent& content) {
  if (const auto* model = std::get_if<archimate::ArchimateModel>(&content)) return std::string(model->version.value);
  if (const auto* catalogue = std::get_if<ProcessCatalogue>(&content))
    return std::string(catalogue->specification.value);
  if (const auto* flows = std::get_if<ProcessFlows>(&content))
    return flows->exporter.empty() ? "2.0" : fmt::format("2.0, {}", flows->exporter.value);
  return {};
}

class Inspection {
 public:
  Inspection(Workspace& workspace, Progress& progress, const Labels& labels)
      : workspace_(workspace), progress_(progress), labels_(labels) {}

  std::vector<Inspected> found;

  /// A folder that is no source itself is looked into, one level deep.
  void look_at(const WorkspaceRequest::Item& item) {
    progress_.say(labels_.fill("voortgang.lezen", {item.path}));
    if (item.format != nullptr) return read(item.path, *item.format);
    if (is_map_file(item.path)) return read_map_file(item.path);
    Diagnostics why;
    if (const Format* format = recognise(item.path, why)) return read(item.path, *format);
    const bool unknown = is_unknown(why.all().front());
    const std::vector<std::string> inside = unknown ? files_in(item.path) : std::vector<std::string>();
    for (const std::string& path : inside) look_at_part(path);
    if (!inside.empty()) return;
    if (unknown) return add({.path = item.path, .why = reason(why.all().front())}, std::move(why));
    workspace_.diagnostics.absorb(std::move(why));
  }

 private:
  /// A file in a folder: that nobody knows it is no fault, for nobody said that it was a source.
  void look_at_part(const std::string& path) {
    Diagnostics why;
    if (is_map_file(path) || recognise(path, why) != nullptr) return look_at({path, nullptr});
    if (is_unknown(why.all().front()))
      add({.path = path, .why = reason(why.all().front())}, {});
    else
      workspace_.diagnostics.absorb(std::move(why));
  }

  /// No reader takes it: no form that is known, or a list of which nobody says what its columns mean.
  static bool is_unknown(const Diagnostic& said) {
    return said.code == Code::K110 || said.code == Code::K321 || said.code == Code::K322;
  }

  /// What a message says of a file, without what else could be read.
  std::string reason(const Diagnostic& said) const {
    const std::string whole = labels_.fill(said.label_key(), said.arguments);
    return whole.substr(0, whole.rfind("; "));
  }

  static std::vector<std::string> files_in(const std::string& path) {
    std::vector<std::string> files;
    std::error_code error;
    for (fs::directory_iterator at(path, error), end; !error && at != end; at.increment(error))
      if (at->is_regular_file(error) && !at->path().filename().string().starts_with('.'))
        files.push_back(at->path().string());
    std::ranges::sort(files);
    return files;
  }

  void add(Inspected one, Diagnostics&& said) {
    one.errors = said.count(Severity::error);
    one.warnings = said.count(Severity::warning);
    one.notes = said.count(Severity::note);
    workspace_.diagnostics.absorb(std::move(said));
    found.push_back(std::move(one));
  }

  void read_map_file(const std::string& path) {
    Diagnostics said;
    Inspected one{.path = path, .format = "kaart"};
    if (const auto map = read_map(path, workspace_.sources, said)) {
      one.version = map->version.value;
      for (const auto& [key, number] : counts_of(*map))
        one.holds.emplace_back(labels_.get(fmt::format("kaart.{}", key)), number);
    }
    add(std::move(one), std::move(said));
  }

  void read(const std::string& path, const Format& format) {
    Diagnostics said;
    Inspected one{.path = path, .format = std::string(format.id)};
    SourceContent content = format.read(path, workspace_.sources, said);
    one.version = version_of(content);
    JoinInput input;
    input.sources.push_back({{one.format, one.format, path, {}}, std::move(content), std::nullopt});
    const Model model = join(std::move(input), workspace_.sources, said);
    for (const Tally& tally : model.tallies)
      if (tally.number != 0) one.holds.emplace_back(labels_.get(tally.key), tally.number);
    add(std::move(one), std::move(said));
  }

  Workspace& workspace_;
  Progress& progress_;
  const Labels& labels_;
};

/// The form with what it is; how it is recognised is no news here.
std::string form_of(const Inspected& one, const Labels& labels) {
  if (one.format.empty()) return fmt::format("{}: {}", labels.get("inspect.onbekend"), printable(one.why));
  const std::string what = labels.get(fmt::format("formaat.{}", one.format));
  return fmt::format("{}: {}", one.format, what.substr(0, what.find(';')));
}

std::string as_text(const std::vector<Inspected>& found, const Labels& labels) {
  std::string out;
  for (const Inspected& one : found) {
    out += fmt::format("{}{}\n", out.empty() ? "" : "\n", printable(one.path));
    std::vector<std::pair<std::string, std::string>> rows;
    rows.emplace_back(labels.get("inspect.vorm"), form_of(one, labels));
    if (!one.version.empty()) rows.emplace_back(labels.get("inspect.versie"), printable(one.version));
    std::string said;
    for (const auto& [key, number] : {std::pair("fouten", one.errors), std::pair("waarschuwingen", one.warnings),
                                      std::pair("opmerkingen", one.notes)})
      if (number != 0)
        said += fmt::format("{}{}: {}", said.empty() ? "" : ", ", labels.get(fmt::format("inspect.{}", key)), number);
    if (!said.empty()) rows.emplace_back(labels.get("inspect.gezegd"), said);
    out += definition_list(rows, 2);
    for (const auto& [what, number] : one.holds) out += number_line(number, what);
  }
  return out;
}

Table as_table(const std::vector<Inspected>& found, const Labels& labels) {
  const Trace counted{Derivation::counted, {}};
  const auto text = [&](const std::string& value) {
    return value.empty() ? Cell::empty(counted) : Cell::text(value, counted);
  };
  const auto number = [&](std::size_t value) { return Cell::number(static_cast<double>(value), counted); };
  Table table;
  table.key = "inspect";
  table.sheet = table.title = labels.get("inspect.titel");
  for (const char* key :
       {"bestand", "vorm", "versie", "onderdeel", "aantal", "fouten", "waarschuwingen", "opmerkingen"})
    table.columns.push_back({key, labels.get(fmt::format("kolom.inspect-{}", key))});
  for (const Inspected& one : found) {
    std::vector<std::pair<std::string, std::size_t>> holds = one.holds;
    if (holds.empty()) holds.emplace_back();
    for (const auto& [what, how_many] : holds)
      table.rows.push_back(
          {fmt::format("{}", table.rows.size() + 1),
           {text(one.path), text(one.format), text(one.version), text(one.format.empty() ? one.why : what),
            what.empty() ? Cell::empty(counted) : number(how_many), number(one.errors), number(one.warnings),
            number(one.notes)}});
  }
  return table;
}

}  // namespace

Work setup_inspect(const Arguments& arguments) {
  return [request = workspace_request(arguments, 0), form = arguments.one_of("format", table_forms)](Console& console) {
    const Labels& labels = console.labels();
    Progress progress(stderr, request.quiet);
    Workspace workspace;
    Inspection inspection(workspace, progress, labels);
    for (const WorkspaceRequest::Item& item : request.items) inspection.look_at(item);
    progress.clear();
    console.out(form == "csv" || form == "json"
                    ? shown_table(as_table(inspection.found, labels), form, workspace.sources)
                    : as_text(inspection.found, labels));
    print_messages(workspace, request, console);
    return workspace.exit_code();
  };
}

}  // namespace keuzekaart
