#include "modeler/gaps/state_facts.hpp"

#include <algorithm>
#include <map>

#include "modeler/model/reach.hpp"

namespace keuzekaart {

void sort_unique(Refs& refs) {
  std::ranges::sort(refs);
  refs.erase(std::ranges::unique(refs).begin(), refs.end());
}

Refs parties_in(const Model& model, EntityRef process, Role role, State state) {
  Refs found;
  for (const RoleAssignment* assignment : roles_in(model, process, role, state)) found.push_back(assignment->party);
  sort_unique(found);
  return found;
}

Refs organisations_in(const Model& model, EntityRef process, Role role, State state) {
  Refs found = parties_in(model, process, role, state);
  for (EntityRef& party : found) party = model.organisation(party);
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

bool exists(const Model& model, EntityRef process, State state) { return model.process(process).states.has(state); }

bool is_in_map(const Model& model, EntityRef process) {
  return model.map && std::ranges::any_of(model.process(process).origins, [&](const Origin& origin) {
           return origin.place.file == model.map->place.file;
         });
}

bool exists(const Model& model, const Handover& handover, State state) {
  if (!handover.states.has(state)) return false;
  for (const EntityRef end : {handover.from, handover.to})
    if (end.known() && !exists(model, end, state)) return false;
  return true;
}

bool is_municipality(const Model& model, EntityRef organisation) {
  return model.party(organisation).kind == PartyKind::municipality;
}

namespace {

/// Which is better to lean on: valid before what only has to be adopted or renewed.
int weight(Validity validity) {
  switch (validity) {
    case Validity::valid:
      return 0;
    case Validity::not_yet:
      return 1;
    case Validity::not_adopted:
      return 2;
    case Validity::expired:
      return 3;
    case Validity::other_parties:
    case Validity::unknown:
      break;
  }
  return 4;
}

class Needs {
 public:
  Needs(const Model& model, State state) : m_(model), state_(state) {
    for (std::uint32_t i = 0; i < m_.agreements.size(); ++i) {
      Refs organisations;
      for (const EntityRef party : m_.agreements[i].parties) organisations.push_back(m_.organisation(party));
      sort_unique(organisations);
      for (const EntityRef organisation : organisations)
        by_organisation_[organisation].push_back({EntityKind::agreement, i});
    }
  }

  std::vector<AgreementNeed> run() {
    for (std::uint32_t i = 0; i < m_.handovers.size(); ++i) handover({EntityKind::handover, i});
    for (std::uint32_t i = 0; i < m_.processes.size(); ++i) execution({EntityKind::process, i});
    return std::move(needs_);
  }

 private:
  Validity validity(EntityRef agreement) const {
    return validity_on(m_.agreements[agreement.index], day_of(m_, state_));
  }

  bool has_party(EntityRef agreement, EntityRef organisation) const {
    const auto found = by_organisation_.find(organisation);
    return found != by_organisation_.end() && std::ranges::binary_search(found->second, agreement);
  }

  /// With several executors on a side one pair is enough.
  void handover(EntityRef ref) {
    const Handover& handover = m_.handovers[ref.index];
    if (!handover.from.known() || !handover.to.known() || !exists(m_, handover, state_)) return;
    const Refs from = organisations_in(m_, handover.from, Role::executor, state_);
    const Refs to = organisations_in(m_, handover.to, Role::executor, state_);
    if (from.empty() || to.empty()) return;
    if (std::ranges::any_of(from, [&](EntityRef o) { return std::ranges::binary_search(to, o); })) return;
    AgreementNeed& need = needs_.emplace_back();
    need.organisations = from;
    need.organisations.insert(need.organisations.end(), to.begin(), to.end());
    sort_unique(need.organisations);
    need.process = handover.from;
    need.handover = ref;
    need.agreement = handover.agreement;
    if (need.agreement.known()) need.validity = validity(need.agreement);
    for (const EntityRef organisation : need.organisations) {
      const auto found = by_organisation_.find(organisation);
      if (found == by_organisation_.end() || need.agreement.known()) continue;
      for (const EntityRef agreement : found->second) {
        const bool between = std::ranges::any_of(
            need.organisations, [&](EntityRef other) { return other != organisation && has_party(agreement, other); });
        const Refs& named = m_.agreements[agreement.index].processes;
        if (between && (std::ranges::find(named, handover.from) != named.end() ||
                        std::ranges::find(named, handover.to) != named.end()))
          need.named.push_back(agreement);
      }
    }
    sort_unique(need.named);
  }

  /// A part without roles of its own follows its whole, and so does a step.
  void execution(EntityRef process) {
    const Process& p = m_.process(process);
    if (!p.own || p.level == ProcessLevel::step || p.level == ProcessLevel::action) return;
    const auto says_who = [](const RoleAssignment& r) {
      return r.role == Role::responsible || r.role == Role::executor;
    };
    if (!exists(m_, process, state_) || std::ranges::none_of(m_.roles_of(process), says_who)) return;
    const Refs owners = organisations_in(m_, process, Role::responsible, state_);
    for (const EntityRef executor : organisations_in(m_, process, Role::executor, state_))
      if (!std::ranges::binary_search(owners, executor))
        for (const EntityRef owner : owners) {
          AgreementNeed& need = needs_.emplace_back();
          need.organisations = {std::min(owner, executor), std::max(owner, executor)};
          need.process = process;
          lean(need);
        }
  }

  /// The best agreement between the two: one that names the process before one that does not.
  void lean(AgreementNeed& need) const {
    const auto found = by_organisation_.find(need.organisations.front());
    if (found == by_organisation_.end()) return;
    int best = 100;
    for (const EntityRef agreement : found->second) {
      if (!has_party(agreement, need.organisations.back())) continue;
      const Refs& named = m_.agreements[agreement.index].processes;
      const bool names = std::ranges::find(named, need.process) != named.end();
      if (names) need.named.push_back(agreement);
      const int rank = weight(validity(agreement)) + (names ? 0 : 10);
      if (rank >= best) continue;
      best = rank;
      need.agreement = agreement;
      need.validity = validity(agreement);
    }
  }

  const Model& m_;
  State state_;
  std::map<EntityRef, Refs> by_organisation_;
  std::vector<AgreementNeed> needs_;
};

}  // namespace

std::vector<AgreementNeed> agreement_needs(const Model& model, State state) { return Needs(model, state).run(); }

Refs agreements_to_settle(const Model& model, const AgreementNeed& need, State state) {
  Refs all = need.named;
  if (need.agreement.known()) all.push_back(need.agreement);
  sort_unique(all);
  const auto is_valid = [&](EntityRef ref) {
    return validity_on(model.agreements[ref.index], day_of(model, state)) == Validity::valid;
  };
  Refs open;
  for (const EntityRef ref : all) {
    const auto replaces = [&](EntityRef other) {
      return model.agreements[other.index].type == model.agreements[ref.index].type && is_valid(other);
    };
    if (!is_valid(ref) && std::ranges::none_of(all, replaces)) open.push_back(ref);
  }
  return open;
}

}  // namespace keuzekaart
