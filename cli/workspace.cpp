#include "cli/workspace.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <variant>

#include "cli/catalogues.hpp"
#include "cli/map_recogniser.hpp"
#include "cli/options.hpp"
#include "importers/beside.hpp"
#include "importers/map_reader.hpp"
#include "importers/own_lists.hpp"
#include "modeler/choices/check_choices.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagnostics/diagnostic_printer.hpp"
#include "modeler/diagnostics/nearest.hpp"
#include "modeler/rules/rule_engine.hpp"

namespace keuzekaart {

namespace {

namespace fs = std::filesystem;

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const Format& format : formats()) names.push_back(format.id);
  return names;
}

const Format* wanted_format(std::string_view option, const std::string& name) {
  const Format* format = find_format(name);
  if (format != nullptr) return format;
  const std::vector<std::string_view> names = format_names();
  throw UsageError("gebruik.waarde-onbekend", {std::string(option), name, fmt::format("{}", fmt::join(names, ", "))},
                   nearest_names(name, names, 3));
}

std::vector<OwnCatalogue> own_catalogues(const MapDocument& map, const std::string& map_path) {
  std::vector<OwnCatalogue> all;
  for (const Text& named : map.catalogues) all.push_back({beside(map_path, named.value), named.place});
  return all;
}

/// What a source calls itself.
std::string own_name(const SourceContent& content, const std::string& path) {
  if (const auto* model = std::get_if<archimate::ArchimateModel>(&content)) return std::string(model->name.value);
  if (const auto* lists = std::get_if<OwnLists>(&content); lists != nullptr && !lists->name.empty())
    return std::string(lists->name.value);
  const auto* catalogue = std::get_if<ProcessCatalogue>(&content);
  if (catalogue != nullptr && !catalogue->application.empty()) return std::string(catalogue->application.value);
  return fs::path(path).filename().string();
}

/// Which release of a model this is, where it says so.
std::string own_release(const SourceContent& content) {
  const auto* model = std::get_if<archimate::ArchimateModel>(&content);
  if (model == nullptr) return {};
  for (const archimate::Property& property : model->properties_of(model->model_properties))
    if (property.key.value == "Release") return std::string(property.value.value);
  return {};
}

/// Reads sources one after the other into what `join` takes.
class Loader {
 public:
  Loader(Workspace& workspace, Progress& progress, const Labels& labels, WorkspaceRequest::Replacement replacement = {})
      : workspace_(workspace), progress_(progress), labels_(labels), replacement_(std::move(replacement)) {}

  const std::string& map_path() const { return map_path_; }

  void read(const WorkspaceRequest::Item& item) {
    if (item.format == nullptr && is_map_file(item.path)) return read_map_file(item.path);
    const Format* format = item.format;
    if (format == nullptr) format = recognise(item.path, workspace_.diagnostics);
    if (format != nullptr) add({{}, std::string(format->id), item.path, {}}, *format, {}, workspace_.diagnostics);
  }

  /// The map file at a path, with the sources that it names.
  void read_map_file(const std::string& path) {
    if (!map_path_.empty()) throw UsageError("gebruik.twee-kaarten", {map_path_, path});
    map_path_ = path;
    input_.map = read_map(path, workspace_.sources, workspace_.diagnostics);
    if (input_.map == nullptr) return;
    catalogues_ = own_catalogues(*input_.map, path);
    for (const MapSource& named : input_.map->sources) read_named(named, path);
  }

  /// Gives an id to every source that the map file does not name, and joins.
  Model finish() {
    progress_.say(labels_.get("voortgang.samenvoegen"));
    std::vector<std::string> taken;
    for (const ReadSource& read : input_.sources) taken.push_back(read.source.id);
    for (auto& [source, content, previous] : input_.sources) {
      if (!source.id.empty()) continue;
      source.id = source.format;
      for (int n = 2; std::ranges::find(taken, source.id) != taken.end(); ++n)
        source.id = fmt::format("{}-{}", source.format, n);
      taken.push_back(source.id);
    }
    input_.catalogue = read_catalogues(built_in_catalogues(), catalogues_, workspace_.sources, workspace_.diagnostics);
    return join(std::move(input_), workspace_.sources, workspace_.diagnostics);
  }

 private:
  /// A source that the map file names. What is wrong with it as a whole also says where the map names it.
  void read_named(const MapSource& named, const std::string& map_path) {
    const bool replaced = !replacement_.path.empty() && named.id.value == replacement_.id;
    const std::string present = beside(map_path, named.path.value);
    const std::string& path = replaced ? replacement_.path : present;
    Diagnostics found;
    const Format* format = nullptr;
    if (named.format.empty() || replaced) {
      format = recognise(path, found);
    } else if (format = find_format(named.format.value); format == nullptr) {
      Diagnostic& d = found.report(Code::K110, named.format.place, {std::string(named.format.value)});
      d.variant = "named";
      d.nearest = nearest_name(named.format.value, format_names());
    }
    if (format != nullptr) {
      std::string previous = replaced ? present : std::string();
      if (!replaced && !named.previous.empty()) previous = beside(map_path, named.previous.value);
      add({std::string(named.id.value), std::string(format->id), path, {}}, *format, previous, found,
          replaced ? replacement_.instead : own_lists::Instead());
    }
    workspace_.diagnostics.absorb(std::move(found), [&](Diagnostic& d) {
      if (!d.place.known() && !d.related.known()) d.related = named.path.place;
    });
  }

  void add(ModelSource source, const Format& format, const std::string& previous, Diagnostics& diagnostics,
           const own_lists::Instead& instead = {}) {
    const auto read_one = [&](const std::string& path, const own_lists::Instead& others = {}) -> SourceContent {
      progress_.say(labels_.fill("voortgang.lezen", {path}));
      if (!others.empty()) return read_own_lists_instead(path, others, workspace_.sources, diagnostics);
      return format.read(path, workspace_.sources, diagnostics);
    };
    ReadSource read{std::move(source), {}, std::nullopt};
    read.content = read_one(read.source.path, instead);
    read.source.name = own_name(read.content, read.source.path);
    read.source.release = own_release(read.content);
    if (!previous.empty()) read.previous = read_one(previous);
    input_.sources.push_back(std::move(read));
  }

  Workspace& workspace_;
  Progress& progress_;
  const Labels& labels_;
  WorkspaceRequest::Replacement replacement_;
  JoinInput input_;
  std::vector<OwnCatalogue> catalogues_;
  std::string map_path_;
};

}  // namespace

WorkspaceRequest workspace_request(const Arguments& arguments, std::size_t first) {
  WorkspaceRequest request;
  const Format* all = arguments.has("from") ? wanted_format("from", arguments.value("from")) : nullptr;
  for (std::size_t i = first; i < arguments.positional.size(); ++i)
    request.items.push_back({arguments.positional[i], all});
  for (const std::string& source : arguments.values("source")) {
    const std::size_t colon = source.find(':');
    if (colon == std::string::npos || colon + 1 == source.size()) throw UsageError("gebruik.bron-zonder-pad", {source});
    request.items.push_back({source.substr(colon + 1), wanted_format("source", source.substr(0, colon))});
  }
  if (request.items.empty()) throw UsageError("gebruik.geen-bron", {});
  request.json = arguments.one_of("diagnostics", message_forms) == "json";
  request.quiet = arguments.has("quiet");
  request.all_messages = arguments.has("all");
  return request;
}

ExitCode Workspace::exit_code() const {
  const auto is = [](Code wanted) { return [wanted](const Diagnostic& d) { return d.code == wanted; }; };
  if (std::ranges::any_of(diagnostics.all(), is(Code::K101))) return ExitCode::io;
  return diagnostics.has_errors() ? ExitCode::input : ExitCode::good;
}

std::unique_ptr<Workspace> load_workspace(const WorkspaceRequest& request, Progress& progress, const Labels& labels) {
  auto workspace = std::make_unique<Workspace>();
  Loader loader(*workspace, progress, labels, request.replacement);
  for (const WorkspaceRequest::Item& item : request.items) loader.read(item);
  workspace->model = loader.finish();
  workspace->map_path = loader.map_path();
  workspace->findings = find_all(workspace->model);
  check_choices_at_once(workspace->model, workspace->diagnostics);
  check_dispositions(workspace->model, workspace->findings, workspace->diagnostics);
  workspace->coverage = coverage(workspace->model);
  if (!request.against.empty()) {
    Loader earlier(*workspace, progress, labels);
    earlier.read_map_file(request.against);
    workspace->earlier = earlier.finish();
  }
  return workspace;
}

std::unique_ptr<Workspace> load_catalogue(const std::string& map_path) {
  auto workspace = std::make_unique<Workspace>();
  std::vector<OwnCatalogue> own;
  if (!map_path.empty()) {
    Diagnostics of_map;
    if (const auto map = read_map(map_path, workspace->sources, of_map))
      own = own_catalogues(*map, map_path);
    else
      workspace->diagnostics.absorb(std::move(of_map));
  }
  workspace->model.catalogue = read_catalogues(built_in_catalogues(), own, workspace->sources, workspace->diagnostics);
  return workspace;
}

void print_messages(const Workspace& workspace, const WorkspaceRequest& request, Console& console) {
  PrintLimits limits = request.all_messages ? PrintLimits::none() : PrintLimits();
  limits.errors_only = request.quiet;
  const auto print = request.json ? diagnostics_as_json : print_diagnostics;
  console.err(print(workspace.diagnostics, workspace.sources, console.labels(), limits));
}

std::unique_ptr<Workspace> load_and_report(const WorkspaceRequest& request, Console& console) {
  Progress progress(stderr, request.quiet);
  std::unique_ptr<Workspace> workspace = load_workspace(request, progress, console.labels());
  progress.clear();
  print_messages(*workspace, request, console);
  return workspace;
}

bool has_map(const Workspace& workspace) {
  if (!workspace.model.map && workspace.exit_code() == ExitCode::good) throw UsageError("gebruik.kaart-ontbreekt", {});
  return workspace.model.map != nullptr;
}

}  // namespace keuzekaart
