#include "modeler/model/reach.hpp"

#include <algorithm>

#include "modeler/model/sort_unique.hpp"

namespace keuzekaart {

namespace {

bool counts(const Link& link, WithProposals proposals) {
  return link.status == MappingStatus::confirmed ||
         (link.status == MappingStatus::proposed && proposals == WithProposals::yes);
}

}  // namespace

std::vector<EntityRef> follow(const Model& model, LinkKind kind, const std::vector<EntityRef>& things,
                              WithProposals proposals) {
  std::vector<EntityRef> found;
  for (const EntityRef thing : things)
    for (const Link& link : model.links.from(kind, thing))
      if (counts(link, proposals)) found.push_back(link.to);
  sort_unique(found);
  return found;
}

std::vector<EntityRef> follow_back(const Model& model, LinkKind kind, const std::vector<EntityRef>& things,
                                   WithProposals proposals) {
  std::vector<EntityRef> found;
  for (const EntityRef thing : things)
    for (const std::uint32_t number : model.links.to(kind, thing))
      if (counts(model.links.at(number), proposals)) found.push_back(model.links.at(number).from);
  sort_unique(found);
  return found;
}

std::vector<EntityRef> functions_of(const Model& model, EntityRef process, WithProposals proposals) {
  std::vector<EntityRef> carriers = follow(model, LinkKind::reference, {process}, proposals);
  carriers.push_back(process);
  return follow(model, LinkKind::process_function, carriers, proposals);
}

std::vector<EntityRef> wholes_of(const Model& model, EntityRef process) {
  std::vector<EntityRef> found;
  std::vector<EntityRef> row = follow_back(model, LinkKind::part, {process});
  while (!row.empty()) {
    std::vector<EntityRef> fresh;
    for (const EntityRef whole : row)
      if (whole != process && std::ranges::find(found, whole) == found.end()) fresh.push_back(whole);
    found.insert(found.end(), fresh.begin(), fresh.end());
    row = follow_back(model, LinkKind::part, fresh);
  }
  return found;
}

std::vector<const RoleAssignment*> roles_in(const Model& model, EntityRef process, Role role, State state) {
  std::vector<const RoleAssignment*> found;
  const auto look_at = [&](EntityRef at) {
    for (const RoleAssignment& r : model.roles_of(at))
      if (r.role == role && r.states.has(state)) found.push_back(&r);
    return !found.empty();
  };
  if (look_at(process)) return found;
  for (const EntityRef whole : wholes_of(model, process))
    if (look_at(whole)) break;
  return found;
}

bool exists(const Model& model, EntityRef process, State state) { return model.process(process).states.has(state); }

bool exists(const Model& model, const Handover& handover, State state) {
  if (!handover.states.has(state)) return false;
  for (const EntityRef end : {handover.from, handover.to})
    if (end.known() && !exists(model, end, state)) return false;
  return true;
}

bool has_executor(const Model& model, EntityRef process, State state) {
  if (!roles_in(model, process, Role::executor, state).empty()) return true;
  const auto executes = [&](const RoleAssignment& r) { return r.role == Role::executor && r.states.has(state); };
  std::size_t parts = 0;
  for (const Link& link : model.links.from(LinkKind::part, process)) {
    if (link.to == process || !model.process(link.to).states.has(state)) continue;
    ++parts;
    if (std::ranges::none_of(model.roles_of(link.to), executes)) return false;
  }
  return parts != 0;
}

}  // namespace keuzekaart
