#include <fmt/format.h>

#include <algorithm>

#include "cli/command.hpp"
#include "cli/map_uses.hpp"
#include "cli/options.hpp"
#include "cli/replacement.hpp"
#include "cli/shown_table.hpp"
#include "cli/source_version.hpp"
#include "cli/text_layout.hpp"
#include "importers/beside.hpp"
#include "importers/map_reader.hpp"
#include "modeler/analyses/model_version.hpp"
#include "modeler/analyses/record_version.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagnostics/nearest.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

/// What a source can hold. Laws follow from the other things.
constexpr EntityKind compared_kinds[] = {
    EntityKind::product,     EntityKind::process,  EntityKind::function, EntityKind::application_service,
    EntityKind::application, EntityKind::standard, EntityKind::party,    EntityKind::business_object,
    EntityKind::chain,       EntityKind::handover,
};

struct ImportRequest {
  std::string present;  ///< id of the source in the map, or its path when there is no map
  std::string fresh;    ///< path of the newer version
  std::string map;
  bool preview = false, overwrite = false;
  std::string form;
  WorkspaceRequest workspace;  ///< how messages are shown
};

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.ends_with('/')) path.pop_back();
  return path;
}

/// Finds the source in the map file; throws UsageError with the nearest id. Nothing when the map cannot be read.
std::optional<PresentSource> present_source(const ImportRequest& request, Workspace& messages) {
  if (request.map.empty()) return PresentSource{{}, without_slash(request.present), nullptr, false, {}, {}};
  const auto map = read_map(request.map, messages.sources, messages.diagnostics);
  if (!map) return std::nullopt;
  std::vector<std::string_view> ids;
  for (const MapSource& source : map->sources) {
    ids.push_back(source.id.value);
    if (source.id.value == request.present)
      return PresentSource{std::string(source.id.value),
                           without_slash(beside(request.map, source.path.value)),
                           source.format.empty() ? nullptr : find_format(source.format.value),
                           !source.format.empty(),
                           request.map,
                           std::string(map->date.value)};
  }
  throw UsageError("gebruik.bron-onbekend", {request.present, request.map, fmt::format("{}", fmt::join(ids, ", "))},
                   nearest_names(request.present, ids, 3));
}

/// What changed from one version of a source to the next.
struct Changes {
  Table table;
  std::vector<ChangeTally> tallies;
};

/// The model that one version makes by itself; of a case type the version counts that is valid on the map's date.
Model model_of(const SourceVersion& version, const PresentSource& present, Sources& sources, Diagnostics& said) {
  JoinInput input;
  if (!present.map_date.empty()) {
    auto dated = std::make_shared<MapDocument>();
    dated->date.value = sources.pool().keep(present.map_date);
    input.map = std::move(dated);
  }
  const std::string format(version.format->id);
  input.sources.push_back({{format, format, version.path, {}}, version.content, {}});
  return join(std::move(input), sources, said);
}

Changes compare(const PresentSource& present, const SourceVersion& was, const SourceVersion& fresh, const MapUses* uses,
                Workspace& workspace, Diagnostics& of_present, const Labels& labels) {
  Changes changes;
  Comparison comparison{"import", {}, "vroeger-bron", "nu-bron", {}, {}};
  if (uses != nullptr) comparison.used = [uses](std::span<const std::string_view> keys) { return uses->of(keys); };
  const TableContext context{workspace.model, workspace.sources, labels, {}};
  if (compared_by_record(was.content) && was.content.index() == fresh.content.index()) {
    comparison.kinds = record_kinds(was.content);
    changes.table = compare_versions(context, *record_version(was.content, labels),
                                     *record_version(fresh.content, labels), comparison, &changes.tallies);
    return changes;
  }
  workspace.model = model_of(fresh, present, workspace.sources, workspace.diagnostics);
  workspace.earlier = model_of(was, present, workspace.sources, of_present);
  comparison.kinds = labels_of(compared_kinds);
  changes.table =
      compare_versions(context, ModelVersion(workspace.earlier, labels, compared_kinds, false),
                       ModelVersion(workspace.model, labels, compared_kinds, false), comparison, &changes.tallies);
  const auto* before = std::get_if<archimate::ArchimateModel>(&was.content);
  const auto* now = std::get_if<archimate::ArchimateModel>(&fresh.content);
  if (before != nullptr && now != nullptr) {
    for (const ChangeTally& tally : tally_concepts(*before, *now)) changes.tallies.push_back(tally);
    changes.table.explanation = labels.get("tabel.import.uitleg-model");
  }
  return changes;
}

/// How many there were and are of each kind.
std::string tally_text(const std::vector<ChangeTally>& tallies, const Labels& labels) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const ChangeTally& t : tallies)
    if (t.before + t.now != 0)
      rows.emplace_back(labels.get(t.kind),
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

/// Whether there is nothing left where there was something.
bool is_empty(const std::vector<ChangeTally>& tallies) {
  return std::ranges::all_of(tallies, [](const ChangeTally& t) { return t.now == 0; }) &&
         std::ranges::any_of(tallies, [](const ChangeTally& t) { return t.before != 0; });
}

/// Replaces the source, or says why not. The end is that of reading the newer version when that went wrong.
ExitCode replace(const ImportRequest& request, const PresentSource& present, const SourceVersion& was,
                 const SourceVersion& fresh, ExitCode read, bool empty, Diagnostics& diagnostics,
                 const Labels& labels) {
  if (read == ExitCode::good && !empty)
    return replace_source(present, was, fresh, request.overwrite, diagnostics, labels);
  diagnostics.report_path(Code::K221, request.fresh).variant = read == ExitCode::good ? "leeg" : "";
  return read == ExitCode::good ? ExitCode::input : read;
}

/// Adds the messages of the present version. Its errors may be why it is replaced; they count only when it cannot be
/// read at all. Gives how reading went.
ExitCode take_messages(Diagnostics of_present, const PresentSource& present, Workspace& workspace) {
  const bool is_there = of_present.count(Code::K101) == 0;
  const ExitCode fresh = workspace.exit_code();
  if (is_there && of_present.has_errors()) of_present.report_path(Code::K227, present.path);
  workspace.diagnostics.absorb(std::move(of_present));
  return is_there ? fresh : workspace.exit_code();
}

ExitCode import(const ImportRequest& request, Console& console) {
  const Labels& labels = console.labels();
  Progress progress(stderr, request.workspace.quiet);
  Workspace messages;
  const std::optional<PresentSource> present = present_source(request, messages);
  if (!present) {
    print_messages(messages, request.workspace, console);
    return messages.exit_code();
  }
  Workspace workspace;
  SourceVersion was{present->path, present->format, {}, {}, {}};
  if (was.format == nullptr) was.format = recognise(was.path, workspace.diagnostics);
  std::optional<SourceVersion> fresh =
      find_newer_version(*present, was.format, without_slash(request.fresh), workspace.diagnostics);
  if (!fresh || fresh->format == nullptr || was.format == nullptr) {
    print_messages(workspace, request.workspace, console);
    return workspace.exit_code();
  }
  read_version(*fresh, workspace.sources, workspace.diagnostics, progress, labels);
  Diagnostics of_present;
  read_version(was, workspace.sources, of_present, progress, labels);
  std::optional<MapUses> uses;
  if (!request.map.empty()) uses.emplace(*present, *fresh, progress, labels);
  const Changes changes = compare(*present, was, *fresh, uses ? &*uses : nullptr, workspace, of_present, labels);
  progress.clear();
  ExitCode end = take_messages(std::move(of_present), *present, workspace);
  if (!request.preview)
    end = replace(request, *present, was, *fresh, end, is_empty(changes.tallies), workspace.diagnostics, labels);
  print_messages(workspace, request.workspace, console);
  if (request.form == "csv" || request.form == "json") {
    console.out(shown_table(changes.table, request.form, workspace.sources));
  } else {
    console.out(fmt::format("{} → {}\n{}\n", printable(present->path), printable(request.fresh),
                            tally_text(changes.tallies, labels)) +
                used_text(changes.table, labels) + shown_table(changes.table, "text", workspace.sources));
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
