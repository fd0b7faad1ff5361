#include "modeler/gaps/project_scope.hpp"

#include <algorithm>
#include <iterator>

#include "modeler/gaps/state_facts.hpp"
#include "modeler/model/reach.hpp"

namespace keuzekaart {

namespace {

/// The products that a process carries; a part delivers by way of its whole.
Refs products_of(const Model& model, const Refs& processes) {
  Refs carriers = processes;
  for (const EntityRef ref : processes)
    for (const EntityRef whole : wholes_of(model, ref)) carriers.push_back(whole);
  sort_unique(carriers);
  Refs products = follow_back(model, LinkKind::product_process, carriers);
  std::erase_if(products, [&](EntityRef ref) { return !model.product(ref).own; });
  return products;
}

/// The products that a difference touches. What a handover delivers is what both its ends work on: its neighbour may
/// well deliver many others.
Refs products_touched(const Model& model, const Gap& gap) {
  Refs found;
  const auto take = [&found](const Refs& products) { found.insert(found.end(), products.begin(), products.end()); };
  const auto take_handover = [&](EntityRef ref) {
    const Handover& handover = model.handovers[ref.index];
    if (!handover.from.known() || !handover.to.known()) return;
    std::ranges::set_intersection(products_of(model, {handover.from}), products_of(model, {handover.to}),
                                  std::back_inserter(found));
  };
  if (gap.element.known() && gap.element.kind == EntityKind::product) found.push_back(gap.element);
  switch (gap.kind) {
    case GapKind::handover_new:
    case GapKind::handover_ends:
    case GapKind::handover_form:
      if (gap.element.known() && gap.element.kind == EntityKind::handover) take_handover(gap.element);
      break;
    case GapKind::agreement_new:
    case GapKind::agreement_ends:
    case GapKind::agreement_renew:
      take(products_of(model, gap.executions));
      for (const EntityRef ref : gap.handovers) take_handover(ref);
      break;
    default:
      // Directing what others carry out is about all of it, and about no product in particular.
      if (!gap.on_no_process) take(products_of(model, gap.processes));
      break;
  }
  return found;
}

}  // namespace

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
    if (gap.on_no_process)
      scope.directed.insert(scope.directed.end(), gap.processes.begin(), gap.processes.end());
    else
      for (const EntityRef ref : gap.processes) take(ref);
    for (const Refs* refs : {&gap.before, &gap.after, &gap.parties, &gap.handovers})
      for (const EntityRef ref : *refs) take(ref);
    // The organisations stand in the gap; who works with what comes, goes or gets another application does not.
    const bool is_told =
        gap.kind == GapKind::process_new || gap.kind == GapKind::process_ends || gap.kind == GapKind::application;
    if (is_told && gap.element.known() && gap.element.kind == EntityKind::process)
      for (const RoleAssignment& role : model.roles_of(gap.element))
        if (role.role == Role::executor || gap.kind != GapKind::application) take(role.party);
    const Refs products = products_touched(model, gap);
    scope.products.insert(scope.products.end(), products.begin(), products.end());
  }
  for (Refs* refs : {&scope.processes, &scope.products, &scope.parties, &scope.handovers, &scope.agreements,
                     &scope.applications, &scope.directed})
    sort_unique(*refs);
  return scope;
}

}  // namespace keuzekaart
