#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cli/command.hpp"
#include "cli/find_thing.hpp"
#include "cli/shown_table.hpp"
#include "cli/text_layout.hpp"
#include "cli/workspace.hpp"
#include "modeler/analyses/analysis_registry.hpp"
#include "modeler/diagnostics/nearest.hpp"

namespace keuzekaart {

namespace {

constexpr std::string_view state_words[] = {"ist", "soll"};
/// One of the fifteen questions, with options of its own.
constexpr std::string_view what_if_command = "what-if";

struct AnalyseRequest {
  const AnalysisRow* analysis = nullptr;
  std::string element;  ///< as the user names it
  std::string domain;
  std::optional<State> state;
  std::string form;
  WorkspaceRequest workspace;
};

const AnalysisRow& named_analysis(const std::string& name) {
  const AnalysisRow* found = find_analysis(name);
  if (found != nullptr) return *found;
  if (name == what_if_command) throw UsageError("gebruik.analyse-met-opdracht", {name});
  std::vector<std::string_view> names;
  for (const AnalysisRow& row : analysis_registry()) names.push_back(row.name);
  throw UsageError("gebruik.analyse-onbekend", {name}, nearest_names(name, names, 3));
}

/// Refuses an option that the analysis would pass over, and asks for what it cannot do without.
void check_options(const AnalysisRow& analysis, const Arguments& arguments) {
  const auto refuse = [&](std::string_view option, bool known) {
    if (arguments.has(option) && !known)
      throw UsageError("gebruik.optie-niet-hierbij", {std::string(option), std::string(analysis.name)});
  };
  refuse("state", analysis.by_state);
  refuse("domain", analysis.by_scope);
  refuse("against", analysis.need == AnalysisNeed::earlier_map);
  if (analysis.need == AnalysisNeed::earlier_map && !arguments.has("against"))
    throw UsageError("gebruik.vorige-kaart-ontbreekt", {std::string(analysis.name)});
}

AnalyseRequest analyse_request(const Arguments& arguments) {
  AnalyseRequest request;
  request.analysis = &named_analysis(arguments.positional.front());
  check_options(*request.analysis, arguments);
  std::size_t first = 1;
  if (request.analysis->need == AnalysisNeed::element) {
    if (arguments.positional.size() < 2) throw UsageError("gebruik.ding-ontbreekt", {});
    request.element = arguments.positional[1];
    first = 2;
  }
  request.form = arguments.one_of("format", table_forms);
  const std::string state = arguments.one_of("state", state_words);
  if (!state.empty()) request.state = state == "ist" ? State::ist : State::soll;
  request.domain = arguments.value("domain");
  request.workspace = workspace_request(arguments, first);
  request.workspace.against = arguments.value("against");
  return request;
}

/// The one thing that a query means. Throws UsageError with the nearest names when it means none or several.
EntityRef one_thing(const Model& model, const std::string& query) {
  const std::vector<EntityRef> found = find_things(model, query);
  if (found.size() == 1) return found.front();
  if (found.empty()) throw UsageError("gebruik.ding-onbekend", {query}, names_near(model, query));
  std::vector<std::string> codes;
  for (const EntityRef thing : found)
    if (codes.size() < 5)
      codes.push_back(fmt::format("{}:{}", word_of_kind(thing.kind), model.entity(thing).code.value));
  throw UsageError("gebruik.ding-niet-een", {query, fmt::format("{}", found.size())}, codes);
}

ExitCode analyse(const AnalyseRequest& request, Console& console) {
  const Labels& labels = console.labels();
  const std::unique_ptr<Workspace> workspace = load_and_report(request.workspace, console);
  const Model& model = workspace->model;
  const bool good = workspace->exit_code() == ExitCode::good;
  AnalysisContext context{{model, workspace->sources, labels, workspace->findings}, request.state, {}, {}, nullptr};
  if (!request.domain.empty()) context.scope = find_scope(model, request.domain);
  if (!request.element.empty()) {
    // What is asked for may stand in what was not read.
    if (!good && find_things(model, request.element).empty()) return workspace->exit_code();
    context.element = one_thing(model, request.element);
  }
  if (!request.workspace.against.empty()) context.earlier = &workspace->earlier;
  const Table table = request.analysis->make(context);
  console.out(shown_table(table, request.form, workspace->sources));
  return workspace->exit_code();
}

ExitCode list_analyses(Console& console) {
  const Labels& labels = console.labels();
  std::vector<std::pair<std::string, std::string>> rows;
  for (const AnalysisRow& row : analysis_registry())
    rows.emplace_back(row.name, labels.get(fmt::format("analyse.{}", row.name)));
  rows.emplace_back(what_if_command, labels.get("analyse.what-if"));
  console.out(definition_list(rows, 0));
  return ExitCode::good;
}

}  // namespace

Work setup_analyse(const Arguments& arguments) {
  if (arguments.positional.empty()) {
    for (const std::string_view option : {"state", "domain", "against", "format"})
      if (arguments.has(option)) throw UsageError("gebruik.analyse-ontbreekt", {});
    return list_analyses;
  }
  return [request = analyse_request(arguments)](Console& console) { return analyse(request, console); };
}

}  // namespace keuzekaart
