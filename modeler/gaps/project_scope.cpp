#include "modeler/gaps/project_scope.hpp"

#include "modeler/gaps/state_facts.hpp"
#include "modeler/model/reach.hpp"

namespace keuzekaart {

ProjectScope scope_of(const Model& model, const Plan& plan, const PlannedProject& project) {
  ProjectScope scope;
  const auto take = [&scope](EntityRef ref) {
    if (!ref.known()) return;
    if (ref.kind == EntityKind::process) scope.processes.push_back(ref);
    if (ref.kind == EntityKind::party) scope.parties.push_back(ref);
    if (ref.kind == EntityKind::handover) scope.handovers.push_back(ref);
    if (ref.kind == EntityKind::agreement) scope.agreements.push_back(ref);
    if (ref.kind == EntityKind::application) scope.applications.push_back(ref);
  };
  for (const std::size_t i : project.gaps) {
    const Gap& gap = plan.gaps[i];
    take(gap.element);
    for (const Refs* refs : {&gap.before, &gap.after, &gap.processes, &gap.parties, &gap.handovers})
      for (const EntityRef ref : *refs) take(ref);
  }
  sort_unique(scope.processes);
  for (const EntityRef ref : scope.processes) {
    const Process& process = model.process(ref);
    for (const EntityRef place : {process.domain, process.group})
      if (place.known()) scope.domains.push_back(place);
  }
  // A part delivers by way of its whole.
  Refs carriers = scope.processes;
  for (const EntityRef ref : scope.processes)
    for (const EntityRef whole : wholes_of(model, ref)) carriers.push_back(whole);
  sort_unique(carriers);
  scope.products = follow_back(model, LinkKind::product_process, carriers);
  std::erase_if(scope.products, [&](EntityRef ref) { return !model.product(ref).own; });
  for (Refs* refs : {&scope.parties, &scope.handovers, &scope.agreements, &scope.applications, &scope.domains})
    sort_unique(*refs);
  return scope;
}

}  // namespace keuzekaart
