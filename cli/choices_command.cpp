#include <array>
#include <string>

#include "cli/command.hpp"
#include "cli/find_thing.hpp"
#include "cli/shown_table.hpp"
#include "cli/workspace.hpp"
#include "modeler/tables/choices_table.hpp"

namespace keuzekaart {

namespace {

struct ChoicesRequest {
  std::string state, domain, form;
  WorkspaceRequest workspace;
};

/// "ist", "plateau1", ..., "plateau14", "soll", each at its number.
const std::array<std::string, 16>& state_names() {
  static const std::array<std::string, 16> names = [] {
    std::array<std::string, 16> made;
    for (unsigned s = 0; s < made.size(); ++s) made[s] = to_string(States::only(static_cast<State>(s)));
    return made;
  }();
  return names;
}

ExitCode choices(const ChoicesRequest& request, Console& console) {
  const Labels& labels = console.labels();
  Progress progress(stderr, request.workspace.quiet);
  const std::unique_ptr<Workspace> workspace = load_workspace(request.workspace, progress, labels);
  progress.clear();
  print_messages(*workspace, request.workspace, console);
  const Model& model = workspace->model;
  if (!model.map) {
    if (workspace->exit_code() != ExitCode::good) return workspace->exit_code();
    throw UsageError("gebruik.kaart-ontbreekt", {});
  }
  ChoicesAsked asked;
  constexpr EntityKind scopes[] = {EntityKind::domain, EntityKind::product_group};
  if (!request.domain.empty()) asked.scope = find_one(model, "domain", request.domain, scopes);
  for (unsigned s = 0; s < state_names().size(); ++s)
    if (state_names()[s] == request.state) asked.state = static_cast<State>(s);
  const TableContext context{model, workspace->sources, labels, workspace->findings};
  console.out(shown_table(choices_table(context, asked), request.form, workspace->sources));
  return workspace->exit_code();
}

}  // namespace

Work setup_choices(const Arguments& arguments) {
  ChoicesRequest request;
  const std::vector<std::string_view> states(state_names().begin(), state_names().end());
  request.state = arguments.one_of("state", states);
  request.domain = arguments.value("domain");
  request.form = arguments.one_of("format", table_forms);
  request.workspace = workspace_request(arguments, 0);
  return [request](Console& console) { return choices(request, console); };
}

}  // namespace keuzekaart
