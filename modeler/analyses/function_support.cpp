#include "modeler/analyses/function_support.hpp"

#include <algorithm>

#include "modeler/gaps/state_facts.hpp"

namespace keuzekaart {

FunctionSupport function_support(const World& world, Scope scope, std::string_view function, State state) {
  const Model& model = world.model();
  FunctionSupport found;
  const Choices& choices = world.choices();
  const std::vector<EntityRef> chosen = choices.at(scope, Dimension::archetype, state);
  for (const Scope inside : choices.inside(scope)) {
    if (choices.at(inside, Dimension::archetype, state) != chosen)
      continue;  // what chose for itself answers for itself
    for (const EntityRef process : world.processes_in(inside))
      if (exists(model, process, state) && world.performs(process, function)) found.processes.push_back(process);
  }
  sort_unique(found.processes);
  if (found.processes.empty()) {
    found.processes = world.performing_unclaimed(function, state);
    found.elsewhere = !found.processes.empty();
  }
  for (const EntityRef process : found.processes)
    for (const EntityRef application : applications_in(model, process, state))
      found.applications.push_back(application);
  if (found.processes.empty())
    for (const EntityRef application : world.supporting(function))
      if (model.applications[application.index].states.has(state)) found.applications.push_back(application);
  sort_unique(found.applications);
  return found;
}

}  // namespace keuzekaart
