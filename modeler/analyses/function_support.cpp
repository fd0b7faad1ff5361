#include "modeler/analyses/function_support.hpp"

#include <algorithm>

#include "modeler/gaps/state_facts.hpp"

namespace keuzekaart {

namespace {

bool inside(const World& world, Scope scope, EntityRef process) {
  const std::vector<Scope> around = world.choices().around(world.choices().scope_of_process(process));
  return std::ranges::count(around, scope) > 0;
}

/// Whether the process lies where some archetype was chosen for less than the whole concern.
bool has_an_archetype(const World& world, EntityRef process, State state) {
  const Choices& choices = world.choices();
  for (const Scope scope : choices.around(choices.scope_of_process(process)))
    if (scope.known())
      for (const EntityRef choice : choices.at(scope, Dimension::archetype, state))
        if (choices.held(scope, choice).from.known()) return true;
  return false;
}

}  // namespace

FunctionSupport function_support(const World& world, Scope scope, std::string_view function, State state) {
  const Model& model = world.model();
  FunctionSupport found;
  std::vector<EntityRef> others;
  for (std::uint32_t i = 0; i < model.processes.size(); ++i) {
    const EntityRef process{EntityKind::process, i};
    if (!model.processes[i].own || !exists(model, process, state) || !world.performs(process, function)) continue;
    if (inside(world, scope, process))
      found.processes.push_back(process);
    else if (!has_an_archetype(world, process, state))
      others.push_back(process);
  }
  if (found.processes.empty()) {
    found.processes = std::move(others);
    found.elsewhere = !found.processes.empty();
  }
  for (const EntityRef process : found.processes)
    for (const EntityRef application : applications_in(model, process, state))
      found.applications.push_back(application);
  if (found.processes.empty())
    for (std::uint32_t i = 0; i < model.applications.size(); ++i) {
      const EntityRef application{EntityKind::application, i};
      if (model.applications[i].own && model.applications[i].states.has(state) && world.supports(application, function))
        found.applications.push_back(application);
    }
  sort_unique(found.applications);
  return found;
}

}  // namespace keuzekaart
