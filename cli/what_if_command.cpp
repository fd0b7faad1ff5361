#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/find_thing.hpp"
#include "cli/shown_table.hpp"
#include "cli/workspace.hpp"
#include "modeler/catalogue/catalogue.hpp"
#include "modeler/diagnostics/nearest.hpp"
#include "modeler/what_if/what_if_table.hpp"

namespace keuzekaart {

namespace {

struct WhatIfRequest {
  std::string domain, archetype, against, form;
  WorkspaceRequest workspace;
};

/// An option that the question cannot do without.
std::string wanted(const Arguments& arguments, std::string_view option) {
  if (!arguments.has(option)) throw UsageError("gebruik.optie-ontbreekt", {std::string(option)});
  return arguments.value(option);
}

const Archetype& archetype_of(const Model& model, std::string_view option, const std::string& id) {
  if (const Archetype* found = model.catalogue->archetype(id)) return *found;
  std::vector<std::string_view> ids;
  for (const Archetype& archetype : model.catalogue->archetypes) ids.push_back(archetype.id.value);
  throw UsageError("gebruik.waarde-onbekend", {std::string(option), id, fmt::format("{}", fmt::join(ids, ", "))},
                   nearest_names(id, ids, 3));
}

ExitCode what_if(const WhatIfRequest& request, Console& console) {
  const Labels& labels = console.labels();
  const std::unique_ptr<Workspace> workspace = load_and_report(request.workspace, console);
  const Model& model = workspace->model;
  if (!has_map(*workspace)) return workspace->exit_code();
  const EntityRef scope = find_scope(model, request.domain);
  const Supposed other = suppose(model, scope, archetype_of(model, "archetype", request.archetype), labels);
  const Supposed base = request.against.empty()
                            ? as_it_stands(model, scope)
                            : suppose(model, scope, archetype_of(model, "against", request.against), labels);
  console.out(
      shown_table(what_if_table(workspace->sources, labels, scope, base, other), request.form, workspace->sources));
  return workspace->exit_code();
}

}  // namespace

Work setup_what_if(const Arguments& arguments) {
  WhatIfRequest request;
  request.domain = wanted(arguments, "domain");
  request.archetype = wanted(arguments, "archetype");
  request.against = arguments.value("against");
  request.form = arguments.one_of("format", table_forms);
  request.workspace = workspace_request(arguments, 0);
  return [request](Console& console) { return what_if(request, console); };
}

}  // namespace keuzekaart
