#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/shown_table.hpp"
#include "cli/text_layout.hpp"
#include "cli/workspace.hpp"
#include "exporters/staged_output.hpp"
#include "importers/beside.hpp"
#include "importers/map_reader.hpp"
#include "importers/read_file.hpp"
#include "modeler/analyses/compare_models.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagnostics/nearest.hpp"
#include "modeler/diagnostics/system_reason.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

namespace fs = std::filesystem;

/// What a source can hold. Laws and chains follow from the other things.
constexpr EntityKind compared_kinds[] = {
    EntityKind::product,     EntityKind::process,  EntityKind::function, EntityKind::application_service,
    EntityKind::application, EntityKind::standard, EntityKind::party,    EntityKind::business_object,
};

struct ImportRequest {
  std::string present;  ///< id of the source in the map, or its path when there is no map
  std::string fresh;    ///< path of the newer version
  std::string map;
  bool preview = false, overwrite = false;
  std::string form;
  WorkspaceRequest workspace;  ///< how messages are shown
};

/// The source as it is now.
struct Present {
  std::string id, path;
  const Format* format = nullptr;  ///< null: recognised by its content
};

/// Finds the source in the map file; throws UsageError with the nearest id. Nothing when the map cannot be read.
std::optional<Present> present_source(const ImportRequest& request, Workspace& messages) {
  if (request.map.empty()) return Present{{}, request.present, nullptr};
  const auto map = read_map(request.map, messages.sources, messages.diagnostics);
  if (!map) return std::nullopt;
  std::vector<std::string_view> ids;
  for (const MapSource& source : map->sources) {
    ids.push_back(source.id.value);
    if (source.id.value == request.present)
      return Present{std::string(source.id.value), beside(request.map, source.path.value),
                     source.format.empty() ? nullptr : find_format(source.format.value)};
  }
  throw UsageError("gebruik.bron-onbekend", {request.present, request.map, fmt::format("{}", fmt::join(ids, ", "))},
                   nearest_names(request.present, ids, 3));
}

/// Where the map names what the newer version no longer holds: by every key that a map may name it by.
class MapUses {
 public:
  MapUses(const ImportRequest& request, const Present& present, Progress& progress, const Labels& labels) {
    if (request.map.empty()) return;
    WorkspaceRequest wanted;
    wanted.items.push_back({request.map, nullptr});
    wanted.replacement = {present.id, request.fresh};
    workspace_ = load_workspace(wanted, progress, labels);
    for (const Disappeared& d : workspace_->model.disappeared) add(d.key, d.used_at);
    for (const UnresolvedReference& u : workspace_->model.unresolved) add(u.name.value, u.name.place);
  }

  /// As shown: "kaart.xml:12; kaart.xml:30".
  std::string of(const Model& model, EntityRef gone) const {
    std::set<Place> places;
    const auto look = [&](std::string_view key) {
      if (const auto found = places_.find(key); found != places_.end())
        places.insert(found->second.begin(), found->second.end());
    };
    look(model.entity(gone).code.value);
    if (gone.kind == EntityKind::product) look(model.product(gone).upl_uri.value);
    std::string out;
    for (const Place place : places) {
      const Location at = workspace_->sources.locate(place);
      out += fmt::format("{}{}:{}", out.empty() ? "" : "; ", at.path, at.line);
    }
    return out;
  }

 private:
  void add(std::string_view key, Place place) {
    constexpr std::string_view prefix = "id-";
    if (key.starts_with(prefix)) key.remove_prefix(prefix.size());
    places_[std::string(key)].push_back(place);
  }

  std::unique_ptr<Workspace> workspace_;
  std::map<std::string, std::vector<Place>, std::less<>> places_;
};

/// How many there were and are of each kind.
std::string tally_text(const std::vector<ChangeTally>& tallies, const Labels& labels) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const ChangeTally& t : tallies)
    if (t.before + t.now != 0)
      rows.emplace_back(labels.get(label_of(t.kind)),
                        labels.fill("import.telling",
                                    {fmt::format("{}", t.before), fmt::format("{}", t.now), fmt::format("{}", t.came),
                                     fmt::format("{}", t.changed), fmt::format("{}", t.gone)}));
  return definition_list(rows, 2);
}

/// What the map uses and the newer version lacks.
std::string used_text(const Table& table, const Labels& labels) {
  const std::optional<std::size_t> used = table.find_column("gebruikt-op");
  if (!used) return {};
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Row& row : table.rows)
    if (!row.cells[*used].value().empty())
      rows.emplace_back(printable(row.cells[*table.find_column("naam")].value()), printable(row.cells[*used].value()));
  if (rows.empty()) return labels.get("import.kaart-heel") + "\n\n";
  return labels.get("import.kaart-verwijst") + '\n' + definition_list(rows, 2) + '\n';
}

/// Puts the newer version in the place of the present one, which stays beside it. Says in the messages where, or why
/// nothing was replaced.
ExitCode replace(const ImportRequest& request, const Present& present, const std::vector<ChangeTally>& tallies,
                 Workspace& workspace, const Labels& labels) {
  Diagnostics& diagnostics = workspace.diagnostics;
  std::error_code ignored;
  if (workspace.exit_code() != ExitCode::good) {
    const ExitCode end = workspace.exit_code();
    diagnostics.report_path(Code::K221, request.fresh);
    return end;
  }
  if (std::ranges::all_of(tallies, [](const ChangeTally& t) { return t.now == 0; }) &&
      std::ranges::any_of(tallies, [](const ChangeTally& t) { return t.before != 0; })) {
    diagnostics.report_path(Code::K221, request.fresh).variant = "leeg";
    return ExitCode::input;
  }
  if (fs::is_directory(present.path, ignored) || fs::is_directory(request.fresh, ignored)) {
    diagnostics.report_path(Code::K222, present.path);
    return ExitCode::input;
  }
  const Format* was = present.format != nullptr ? present.format : recognise(present.path, diagnostics);
  const Format* is = recognise(request.fresh, diagnostics);
  if (was == nullptr || is == nullptr) return ExitCode::input;
  if (was != is) {
    diagnostics.report_path(Code::K220, request.fresh, {std::string(is->id), std::string(was->id)});
    return ExitCode::input;
  }
  const std::optional<std::string> old_bytes = read_file(present.path, diagnostics);
  const std::optional<std::string> new_bytes = read_file(request.fresh, diagnostics);
  if (!old_bytes || !new_bytes) return ExitCode::io;
  const fs::path at(present.path);
  const std::string kept_name = at.stem().string() + ".vorige" + at.extension().string();
  try {
    OutputFileSystem files;
    write_file_staged(files, (at.parent_path() / kept_name).string(), *old_bytes, request.overwrite);
    write_file_staged(files, present.path, *new_bytes, true);
  } catch (const OutputError& error) {
    std::vector<std::string> reason;
    if (error.system_error() != 0) reason.push_back(system_reason(error.system_error(), labels));
    diagnostics.report_path(error.code(), error.path(), std::move(reason));
    return ExitCode::io;
  }
  diagnostics.report_path(Code::K223, present.path, {kept_name, present.id});
  return ExitCode::good;
}

ExitCode import(const ImportRequest& request, Console& console) {
  const Labels& labels = console.labels();
  Progress progress(stderr, request.workspace.quiet);
  Workspace map_messages;
  const std::optional<Present> present = present_source(request, map_messages);
  if (!present) {
    print_messages(map_messages, request.workspace, console);
    return map_messages.exit_code();
  }
  WorkspaceRequest wanted = request.workspace;
  wanted.items.assign(1, {request.fresh, nullptr});
  wanted.earlier_source = {present->path, present->format};
  const std::unique_ptr<Workspace> workspace = load_workspace(wanted, progress, labels);
  const MapUses uses(request, *present, progress, labels);
  progress.clear();

  Comparison comparison{"import", compared_kinds, false, "vroeger-bron", "nu-bron"};
  if (!request.map.empty()) comparison.used = [&](EntityRef gone) { return uses.of(workspace->earlier, gone); };
  std::vector<ChangeTally> tallies;
  const Table table = compare_models({workspace->model, workspace->sources, labels, workspace->findings},
                                     workspace->earlier, comparison, &tallies);
  const ExitCode end =
      request.preview ? workspace->exit_code() : replace(request, *present, tallies, *workspace, labels);
  print_messages(*workspace, request.workspace, console);
  if (request.form == "csv" || request.form == "json") {
    console.out(shown_table(table, request.form, workspace->sources));
  } else {
    console.out(
        fmt::format("{} → {}\n{}\n", printable(present->path), printable(request.fresh), tally_text(tallies, labels)) +
        used_text(table, labels) + shown_table(table, "text", workspace->sources));
    if (request.preview) console.out('\n' + wrap(labels.get("import.niets-veranderd")));
  }
  return end;
}

}  // namespace

Work setup_import(const Arguments& arguments) {
  if (arguments.positional.size() != 2) throw UsageError("gebruik.import-oud-en-nieuw", {});
  ImportRequest request;
  request.present = arguments.positional[0];
  request.fresh = arguments.positional[1];
  request.map = arguments.value("map");
  request.preview = arguments.has("preview");
  request.overwrite = arguments.has("overwrite");
  if (request.map.empty() && !request.preview) throw UsageError("gebruik.import-zonder-kaart", {});
  request.form = arguments.one_of("format", table_forms);
  request.workspace.json = arguments.one_of("diagnostics", message_forms) == "json";
  request.workspace.quiet = arguments.has("quiet");
  request.workspace.all_messages = arguments.has("all");
  return [request](Console& console) { return import(request, console); };
}

}  // namespace keuzekaart
