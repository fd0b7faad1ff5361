#include "modeler/model/crossing.hpp"

#include <algorithm>

#include "modeler/model/reach.hpp"
#include "modeler/model/sort_unique.hpp"

namespace keuzekaart {

namespace {

bool has_party(const Model& model, const Agreement& agreement, EntityRef organisation) {
  return std::ranges::any_of(agreement.parties,
                             [&](EntityRef party) { return organisation_of(model, party) == organisation; });
}

/// Whether the agreement names both organisations as parties, or parts of them.
bool is_between(const Model& model, const Agreement& agreement, EntityRef one, EntityRef other) {
  return one != other && has_party(model, agreement, one) && has_party(model, agreement, other);
}

/// Whether an agreement has the parties that a handover between these two organisations asks for.
bool fits(const Model& model, const Agreement& agreement, EntityRef from, EntityRef to) {
  if (is_between(model, agreement, from, to)) return true;
  const EntityRef municipality = municipality_of(model);
  return municipality.known() && has_party(model, agreement, municipality) &&
         std::ranges::any_of(std::vector{from, to}, [&](EntityRef organisation) {
           return organisation != municipality && has_party(model, agreement, organisation);
         });
}

bool all_clients(const Model& model, const std::vector<EntityRef>& organisations) {
  return std::ranges::all_of(organisations, [&](EntityRef organisation) {
    const PartyKind kind = model.party(organisation).kind;
    return kind == PartyKind::resident || kind == PartyKind::company;
  });
}

}  // namespace

bool is_known_organisation(const Model& model, EntityRef organisation) {
  return model.party(organisation).kind != PartyKind::role;
}

EntityRef municipality_of(const Model& model) {
  for (std::uint32_t i = 0; i < model.parties.size(); ++i)
    if (model.parties[i].own && model.parties[i].kind == PartyKind::municipality) return {EntityKind::party, i};
  return {};
}

bool is_inside(const Model& model, EntityRef party) {
  for (std::size_t step = 0; party.known() && step <= model.parties.size(); ++step) {
    const Party& at = model.party(party);
    if (at.kind == PartyKind::municipality) return true;
    if (!at.parent.known()) return at.kind == PartyKind::department;
    party = at.parent;
  }
  return false;
}

EntityRef organisation_of(const Model& model, EntityRef party) {
  EntityRef at = party;
  for (std::size_t step = 0; at.known() && step <= model.parties.size(); ++step) {
    if (model.party(at).kind == PartyKind::municipality) return at;
    at = model.party(at).parent;
  }
  if (is_inside(model, party))  // asked first: it walks up, the other looks through all parties
    if (const EntityRef municipality = municipality_of(model); municipality.known()) return municipality;
  return model.organisation(party);
}

std::vector<EntityRef> organisations_with(const Model& model, EntityRef process, Role role, State state) {
  std::vector<EntityRef> found;
  if (!process.known()) return found;
  for (const RoleAssignment* assignment : roles_in(model, process, role, state))
    found.push_back(organisation_of(model, assignment->party));
  sort_unique(found);
  return found;
}

std::vector<EntityRef> executing_organisations(const Model& model, EntityRef process, State state) {
  return organisations_with(model, process, Role::executor, state);
}

Crossing crossing_of(const Model& model, const Handover& handover, State state) {
  const std::vector<EntityRef> from = executing_organisations(model, handover.from, state);
  const std::vector<EntityRef> to = executing_organisations(model, handover.to, state);
  if (from.empty() || to.empty()) return Crossing::unknown;
  if (from == to) return Crossing::inside;
  const auto known = [&](EntityRef organisation) { return is_known_organisation(model, organisation); };
  if (!std::ranges::all_of(from, known) || !std::ranges::all_of(to, known)) return Crossing::unknown;
  return all_clients(model, from) || all_clients(model, to) ? Crossing::with_client : Crossing::across;
}

bool crosses(const Model& model, const Handover& handover, State state) {
  return crossing_of(model, handover, state) == Crossing::across;
}

Validity validity_of(const Model& model, const Handover& handover, State state) {
  const Agreement& agreement = model.agreements[handover.agreement.index];
  const Validity alone = validity_on(agreement, day_of(model, state));
  if (alone != Validity::valid || !crosses(model, handover, state)) return alone;
  for (const EntityRef from : executing_organisations(model, handover.from, state))
    for (const EntityRef to : executing_organisations(model, handover.to, state))
      if (from != to && fits(model, agreement, from, to)) return Validity::valid;
  return Validity::other_parties;
}

}  // namespace keuzekaart
