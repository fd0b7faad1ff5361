#include "modeler/model/agreement_cover.hpp"

#include <algorithm>
#include <iterator>

#include "modeler/model/crossing.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/model/sort_unique.hpp"

namespace keuzekaart {

namespace {

using Refs = std::vector<EntityRef>;

bool holds(const Refs& sorted, EntityRef wanted) { return std::ranges::binary_search(sorted, wanted); }

bool is_client(const Model& model, EntityRef organisation) {
  const PartyKind kind = model.party(organisation).kind;
  return kind == PartyKind::resident || kind == PartyKind::company;
}

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

/// A process, then everything that it is part of.
Refs with_wholes(const Model& model, EntityRef process) {
  Refs line = wholes_of(model, process);
  line.insert(line.begin(), process);
  return line;
}

}  // namespace

AgreementCover::AgreementCover(const Model& model)
    : m_(model), parties_(model.agreements.size()), handed_(model.agreements.size()) {
  for (std::uint32_t i = 0; i < m_.agreements.size(); ++i) {
    for (const EntityRef party : m_.agreements[i].parties) parties_[i].push_back(organisation_of(m_, party));
    sort_unique(parties_[i]);
    for (const EntityRef organisation : parties_[i])
      by_organisation_[organisation].push_back({EntityKind::agreement, i});
  }
  for (const Handover& handover : m_.handovers)
    if (handover.agreement.known())
      for (const EntityRef end : {handover.from, handover.to})
        if (end.known()) handed_[handover.agreement.index].push_back(end);
  for (Refs& ends : handed_) sort_unique(ends);
}

bool AgreementCover::has_party(EntityRef agreement, EntityRef organisation) const {
  return holds(parties_[agreement.index], organisation);
}

const Refs& AgreementCover::agreements_of(EntityRef organisation) const {
  static const Refs none;
  const auto found = by_organisation_.find(organisation);
  return found == by_organisation_.end() ? none : found->second;
}

Validity AgreementCover::validity(EntityRef agreement, State state) const {
  return validity_on(m_.agreements[agreement.index], day_of(m_, state));
}

bool AgreementCover::is_general(EntityRef agreement) const {
  return m_.agreements[agreement.index].processes.empty() && handed_[agreement.index].empty();
}

bool AgreementCover::is_about(EntityRef agreement, const Refs& process_and_wholes) const {
  return is_general(agreement) || holds(handed_[agreement.index], process_and_wholes.front()) ||
         names(agreement, process_and_wholes);
}

bool AgreementCover::names(EntityRef agreement, const Refs& process_and_wholes) const {
  const Refs& named = m_.agreements[agreement.index].processes;
  return std::ranges::any_of(process_and_wholes,
                             [&](EntityRef process) { return std::ranges::find(named, process) != named.end(); });
}

std::optional<AgreementNeed> AgreementCover::of(EntityRef ref, State state) const {
  const Handover& handover = m_.handovers[ref.index];
  if (!exists(m_, handover, state) || !crosses(m_, handover, state)) return {};
  AgreementNeed need;
  const Refs from = executing_organisations(m_, handover.from, state);
  const Refs to = executing_organisations(m_, handover.to, state);
  need.organisations = from;
  need.organisations.insert(need.organisations.end(), to.begin(), to.end());
  sort_unique(need.organisations);
  need.process = handover.from;
  need.handover = ref;
  if (handover.agreement.known()) {
    need.agreement = handover.agreement;
    need.validity = validity_of(m_, handover, state);
    return need;
  }
  const Refs lines[] = {with_wholes(m_, handover.from), with_wholes(m_, handover.to)};
  for (const EntityRef one : from)
    for (const EntityRef agreement : agreements_of(one)) {
      const auto other = [&](EntityRef organisation) {
        return organisation != one && has_party(agreement, organisation);
      };
      if (std::ranges::any_of(to, other) && (names(agreement, lines[0]) || names(agreement, lines[1])))
        need.about.push_back(agreement);
    }
  sort_unique(need.about);
  for (const EntityRef agreement : need.about)
    if (!need.agreement.known() && validity(agreement, state) == Validity::valid) {
      need.agreement = agreement;
      need.validity = Validity::valid;
    }
  return need;
}

std::vector<AgreementNeed> AgreementCover::of_execution(EntityRef process, State state) const {
  std::vector<AgreementNeed> needs;
  const Process& p = m_.process(process);
  if (!p.own || p.is_step()) return needs;
  const auto says_who = [](const RoleAssignment& r) { return r.role == Role::responsible || r.role == Role::executor; };
  if (!exists(m_, process, state) || std::ranges::none_of(m_.roles_of(process), says_who)) return needs;
  const Refs owners = organisations_with(m_, process, Role::responsible, state);
  for (const EntityRef executor : executing_organisations(m_, process, state))
    if (!holds(owners, executor) && !is_client(m_, executor) && is_known_organisation(m_, executor))
      for (const EntityRef owner : owners) needs.push_back(of_execution(process, owner, executor, state));
  return needs;
}

AgreementNeed AgreementCover::of_execution(EntityRef process, EntityRef owner, EntityRef executor, State state) const {
  AgreementNeed need;
  need.organisations = {std::min(owner, executor), std::max(owner, executor)};
  need.process = process;
  if (owner == executor) return need;
  const Refs line = with_wholes(m_, process);
  EntityRef expired;
  int best = 100;
  for (const EntityRef agreement : agreements_of(executor)) {
    if (!has_party(agreement, owner)) continue;
    if (is_about(agreement, line)) {
      need.about.push_back(agreement);
      const int worth = weight(validity(agreement, state));
      const int rank = (worth == 0 ? 0 : 10 + worth) + (is_general(agreement) ? 5 : 0);
      if (rank >= best) continue;
      best = rank;
      need.agreement = agreement;
      need.validity = validity(agreement, state);
    } else if (!expired.known() && parties_[agreement.index].size() == 2 &&
               validity(agreement, state) == Validity::expired) {
      expired = agreement;
    }
  }
  if (need.agreement.known() || !expired.known()) return need;
  need.agreement = expired;
  need.validity = Validity::expired;
  return need;
}

std::vector<AgreementNeed> agreement_needs(const Model& model, State state) {
  const AgreementCover cover(model);
  std::vector<AgreementNeed> needs;
  for (std::uint32_t i = 0; i < model.handovers.size(); ++i)
    if (std::optional<AgreementNeed> need = cover.of({EntityKind::handover, i}, state))
      needs.push_back(std::move(*need));
  for (std::uint32_t i = 0; i < model.processes.size(); ++i) {
    std::vector<AgreementNeed> more = cover.of_execution({EntityKind::process, i}, state);
    std::ranges::move(more, std::back_inserter(needs));
  }
  return needs;
}

std::vector<EntityRef> agreements_to_settle(const Model& model, const AgreementNeed& need, State state) {
  Refs all = need.about;
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
