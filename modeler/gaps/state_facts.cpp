#include "modeler/gaps/state_facts.hpp"

#include <algorithm>

#include "modeler/model/reach.hpp"

namespace keuzekaart {

Refs parties_in(const Model& model, EntityRef process, Role role, State state) {
  Refs found;
  for (const RoleAssignment* assignment : roles_in(model, process, role, state)) found.push_back(assignment->party);
  sort_unique(found);
  return found;
}

Refs applications_in(const Model& model, EntityRef process, State state) {
  Refs found;
  for (const Link& link : model.links.from(LinkKind::process_application, process))
    if (link.status == MappingStatus::confirmed && link.states.has(state) &&
        model.applications[link.to.index].states.has(state))
      found.push_back(link.to);
  sort_unique(found);
  return found;
}

bool is_in_map(const Model& model, EntityRef process) {
  return model.map && std::ranges::any_of(model.process(process).origins, [&](const Origin& origin) {
           return origin.place.file == model.map->place.file;
         });
}

bool is_said(const Model& model, EntityRef process, State state) {
  return state == State::ist || !model.process(process).own || is_in_map(model, process);
}

bool is_municipality(const Model& model, EntityRef organisation) {
  return model.party(organisation).kind == PartyKind::municipality;
}

}  // namespace keuzekaart
