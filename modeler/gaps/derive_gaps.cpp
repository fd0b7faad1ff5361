#include "modeler/gaps/derive_gaps.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "modeler/gaps/project_gaps.hpp"
#include "modeler/gaps/state_facts.hpp"
#include "modeler/model/reach.hpp"

namespace keuzekaart {

namespace {

/// Which of the seven aspect areas a difference of a kind touches.
AspectAreas touched_by(GapKind kind) {
  switch (kind) {
    case GapKind::executor:
      return AspectAreas().with(1).with(2).with(3).with(5).with(7);
    case GapKind::process_new:
    case GapKind::process_ends:
      return AspectAreas().with(1).with(2).with(3);
    case GapKind::owner:
      return AspectAreas().with(2).with(4);
    case GapKind::director:
      return AspectAreas().with(3).with(4);
    case GapKind::client_contact:
      return AspectAreas().with(1).with(3);
    case GapKind::application:
      return AspectAreas().with(5);
    case GapKind::handover_new:
    case GapKind::handover_ends:
    case GapKind::handover_form:
      return AspectAreas().with(1).with(5);
    case GapKind::agreement_new:
    case GapKind::agreement_ends:
    case GapKind::agreement_renew:
      return AspectAreas().with(4).with(7);
    case GapKind::function_new:
    case GapKind::function_ends:
      return AspectAreas().with(1).with(3).with(5);
    case GapKind::own:
      break;
  }
  return {};
}

struct ComparedRole {
  GapKind kind;
  Role role;
};

constexpr ComparedRole compared_roles[] = {{GapKind::owner, Role::responsible},
                                           {GapKind::executor, Role::executor},
                                           {GapKind::director, Role::director},
                                           {GapKind::client_contact, Role::client_contact}};

/// A function of the reference model, or the code of one of the archetypes.
struct FunctionKey {
  EntityRef element;
  std::string_view code;
  friend auto operator<=>(const FunctionKey&, const FunctionKey&) = default;
};

class Comparison {
 public:
  Comparison(const Model& model, State from, State to) : m_(model), from_(from), to_(to), between_(plateaus()) {}

  std::vector<Gap> run(std::span<const Finding> findings) {
    for (std::uint32_t i = 0; i < m_.processes.size(); ++i)
      if (m_.processes[i].own && is_in_map(m_, {EntityKind::process, i})) process({EntityKind::process, i});
    handovers();
    agreements();
    functions();
    directing(findings);
    return std::move(gaps_);
  }

 private:
  /// The plateaus between the two states that anything in the map speaks of.
  std::vector<State> plateaus() const {
    std::set<State> found;
    const auto look_at = [&](States states) {
      if (states == States::every()) return;
      for (unsigned n = static_cast<unsigned>(from_) + 1; n < static_cast<unsigned>(to_); ++n)
        if (states.has(plateau(n))) found.insert(plateau(n));
    };
    for (const Process& p : m_.processes) look_at(p.states);
    for (const RoleAssignment& r : m_.roles) look_at(r.states);
    for (const Handover& h : m_.handovers) look_at(h.states);
    return {found.begin(), found.end()};
  }

  /// The first state at which the test holds.
  template <class Test>
  State first(Test holds) const {
    for (const State state : between_)
      if (holds(state)) return state;
    return to_;
  }

  Gap& add(GapKind kind, EntityRef element, State moment) {
    Gap& gap = gaps_.emplace_back();
    gap.kind = kind;
    gap.element = element;
    gap.moment = moment;
    gap.touches = touched_by(kind);
    return gap;
  }

  void look_at(Gap& gap, const Entity& entity) const {
    if (!entity.origins.empty()) gap.trace.places.push_back(entity.origins.front().place);
  }

  /// Counts a process in, with its domain.
  void touch(Gap& gap, EntityRef process) const {
    if (!process.known()) return;
    gap.processes.push_back(process);
    const Process& p = m_.process(process);
    if (gap.domain.known() || !p.domain.known()) return;
    gap.domain = p.domain;
    gap.group = p.group;
  }

  /// They are sorted when all gaps are there.
  void touch_organisations(Gap& gap, const Refs& parties) const {
    for (const EntityRef party : parties) gap.parties.push_back(m_.organisation(party));
  }

  void process(EntityRef ref) {
    const bool now = exists(m_, ref, from_);
    const bool later = exists(m_, ref, to_);
    if (now != later) {
      const State moment = first([&](State s) { return exists(m_, ref, s) == later; });
      Gap& gap = add(later ? GapKind::process_new : GapKind::process_ends, ref, moment);
      touch(gap, ref);
      look_at(gap, m_.process(ref));
      touch_organisations(gap, parties_in(m_, ref, Role::executor, later ? to_ : from_));
      touch_organisations(gap, parties_in(m_, ref, Role::responsible, later ? to_ : from_));
    }
    if (now && later) {
      for (const ComparedRole& compared : compared_roles) role(ref, compared);
      application(ref);
    }
  }

  void role(EntityRef ref, const ComparedRole& compared) {
    const auto is_meant = [&](const RoleAssignment& r) { return r.role == compared.role; };
    if (std::ranges::none_of(m_.roles_of(ref), is_meant)) return;  // what it takes over is told at its whole
    Refs before = parties_in(m_, ref, compared.role, from_);
    Refs after = parties_in(m_, ref, compared.role, to_);
    if (before == after) return;
    Gap& gap = add(compared.kind, ref, first([&](State s) { return parties_in(m_, ref, compared.role, s) == after; }));
    touch(gap, ref);
    touch_organisations(gap, before);
    touch_organisations(gap, after);
    for (const State state : {from_, to_})
      for (const RoleAssignment* r : roles_in(m_, ref, compared.role, state))
        gap.trace.places.insert(gap.trace.places.end(), r->trace.places.begin(), r->trace.places.end());
    gap.before = std::move(before);
    gap.after = std::move(after);
  }

  void application(EntityRef ref) {
    Refs before = applications_in(m_, ref, from_);
    Refs after = applications_in(m_, ref, to_);
    if (before == after) return;
    Gap& gap = add(GapKind::application, ref, first([&](State s) { return applications_in(m_, ref, s) == after; }));
    touch(gap, ref);
    touch_organisations(gap, parties_in(m_, ref, Role::executor, to_));
    for (const Link& link : m_.links.from(LinkKind::process_application, ref))
      gap.trace.places.insert(gap.trace.places.end(), link.trace.places.begin(), link.trace.places.end());
    gap.before = std::move(before);
    gap.after = std::move(after);
  }

  /// A handover that ends and one that comes between the same two processes are one that changes.
  void handovers() {
    using Ends = std::pair<EntityRef, EntityRef>;
    std::map<Ends, std::pair<Refs, Refs>> by_ends;
    for (std::uint32_t i = 0; i < m_.handovers.size(); ++i) {
      const Handover& handover = m_.handovers[i];
      const bool now = exists(m_, handover, from_);
      const bool later = exists(m_, handover, to_);
      if (now == later) continue;
      auto& [gone, come] = by_ends[{handover.from, handover.to}];
      (later ? come : gone).push_back({EntityKind::handover, i});
    }
    for (const auto& [ends, both] : by_ends) {
      const auto& [gone, come] = both;
      const std::size_t pairs = std::min(gone.size(), come.size());
      for (std::size_t i = 0; i < pairs; ++i) handover(GapKind::handover_form, come[i], {gone[i]}, {come[i]});
      for (std::size_t i = pairs; i < gone.size(); ++i) handover(GapKind::handover_ends, gone[i], {gone[i]}, {});
      for (std::size_t i = pairs; i < come.size(); ++i) handover(GapKind::handover_new, come[i], {}, {come[i]});
    }
  }

  void handover(GapKind kind, EntityRef element, Refs before, Refs after) {
    const Handover& handover = m_.handovers[element.index];
    const bool comes = !after.empty();
    Gap& gap = add(kind, element, first([&](State s) { return exists(m_, handover, s) == comes; }));
    for (const EntityRef end : {handover.from, handover.to}) {
      if (!end.known()) continue;
      touch(gap, end);
      touch_organisations(gap, parties_in(m_, end, Role::executor, comes ? to_ : from_));
    }
    for (const Refs* refs : {&before, &after})
      for (const EntityRef ref : *refs) look_at(gap, m_.handovers[ref.index]);
    gap.before = std::move(before);
    gap.after = std::move(after);
  }

  void agreements() {
    using Users = std::map<EntityRef, std::vector<const AgreementNeed*>>;
    const auto users_of = [](const std::vector<AgreementNeed>& needs) {
      Users users;
      for (const AgreementNeed& need : needs) {
        Refs used = need.about;
        if (need.agreement.known()) used.push_back(need.agreement);
        sort_unique(used);
        for (const EntityRef agreement : used) users[agreement].push_back(&need);
      }
      return users;
    };
    const std::vector<AgreementNeed> before = agreement_needs(m_, from_);
    const std::vector<AgreementNeed> after = agreement_needs(m_, to_);
    const Users used_after = users_of(after);

    std::map<std::pair<EntityRef, Refs>, std::size_t> made;  // to its place in gaps_
    const auto lean = [&](GapKind kind, EntityRef element, const AgreementNeed& need) {
      const bool has_record = element.kind == EntityKind::agreement;
      const auto [found, is_new] = made.try_emplace({element, has_record ? Refs() : need.organisations}, gaps_.size());
      if (is_new) {
        add(kind, element, to_);
        look_at(gaps_.back(), m_.entity(element));
      }
      Gap& gap = gaps_[found->second];
      touch(gap, need.process);
      if (need.handover.known()) {
        gap.handovers.push_back(need.handover);
        touch(gap, m_.handovers[need.handover.index].to);
        look_at(gap, m_.handovers[need.handover.index]);
      } else {
        gap.executions.push_back(need.process);
        look_at(gap, m_.process(need.process));
      }
      touch_organisations(gap, need.organisations);
    };
    for (const AgreementNeed& need : after) {
      const Refs to_settle = agreements_to_settle(m_, need, to_);
      for (const EntityRef open : to_settle) {
        lean(can_be_extended(m_.agreements[open.index]) ? GapKind::agreement_renew : GapKind::agreement_new, open,
             need);
      }
      if (need.is_met() || !to_settle.empty()) continue;
      lean(GapKind::agreement_new, partner(need), need);
      Gap& gap = gaps_[made.at({partner(need), need.organisations})];
      gap.after.insert(gap.after.end(), need.about.begin(), need.about.end());
      sort_unique(gap.after);
    }
    for (const auto& [gone, needs] : users_of(before)) {
      if (used_after.contains(gone)) continue;
      if (validity_on(m_.agreements[gone.index], {}) == Validity::not_adopted) continue;  // it never began
      for (const AgreementNeed* need : needs) lean(GapKind::agreement_ends, gone, *need);
    }
  }

  /// Only what still runs can be extended; what has lapsed before is made anew.
  bool can_be_extended(const Agreement& agreement) const {
    return validity_on(agreement, day_of(m_, to_)) == Validity::expired &&
           validity_on(agreement, day_of(m_, from_)) != Validity::expired;
  }

  /// The last of them that is no municipality; the last when all are.
  EntityRef partner(const AgreementNeed& need) const {
    EntityRef found = need.organisations.back();
    for (const EntityRef organisation : need.organisations)
      if (!is_municipality(m_, organisation)) found = organisation;
    return found;
  }

  std::map<FunctionKey, Refs> functions_in(State state) const {
    std::map<FunctionKey, Refs> found;
    for (std::uint32_t i = 0; i < m_.processes.size(); ++i) {
      const EntityRef ref{EntityKind::process, i};
      if (!m_.processes[i].own || !is_in_map(m_, ref) || !exists(m_, ref, state)) continue;
      for (const Text& code : m_.processes[i].archetype_functions) found[{{}, code.value}].push_back(ref);
      for (const EntityRef function : functions_of(m_, ref)) found[{function, {}}].push_back(ref);
    }
    return found;
  }

  void functions() {
    const std::map<FunctionKey, Refs> before = functions_in(from_);
    const std::map<FunctionKey, Refs> after = functions_in(to_);
    for (const auto& [key, processes] : after)
      if (!before.contains(key)) function(GapKind::function_new, key, processes, to_);
    for (const auto& [key, processes] : before)
      if (!after.contains(key)) function(GapKind::function_ends, key, processes, from_);
  }

  void function(GapKind kind, const FunctionKey& key, const Refs& processes, State state) {
    const bool comes = kind == GapKind::function_new;
    const auto any_there = [&](State s) {
      return std::ranges::any_of(processes, [&](EntityRef p) { return exists(m_, p, s); }) == comes;
    };
    Gap& gap = add(kind, key.element, first(any_there));
    gap.function = key.code;
    for (const EntityRef process : processes) {
      touch(gap, process);
      look_at(gap, m_.process(process));
      touch_organisations(gap, parties_in(m_, process, Role::executor, state));
    }
  }

  /// Rule KK02: who lets others execute has to direct; what is on no process of the map has to come.
  void directing(std::span<const Finding> findings) {
    for (const Finding& finding : findings) {
      if (finding.rule != "KK02" || !finding.states.has(to_)) continue;
      Gap& gap = add(GapKind::function_new, {}, to_);
      gap.function = finding.key;
      gap.on_no_process = true;
      for (const EntityRef element : finding.elements)
        if (element.kind == EntityKind::process) {
          touch(gap, element);
          touch_organisations(gap, parties_in(m_, element, Role::executor, to_));
        }
      gap.trace.places = finding.trace.places;
    }
  }

  const Model& m_;
  State from_, to_;
  std::vector<State> between_;
  std::vector<Gap> gaps_;
};

void put_in_order(std::vector<Gap>& gaps) {
  for (Gap& gap : gaps) {
    for (Refs* refs : {&gap.processes, &gap.parties, &gap.handovers, &gap.executions}) sort_unique(*refs);
    sort_unique(gap.trace.places);
  }
  std::ranges::stable_sort(gaps, [](const Gap& a, const Gap& b) {
    return std::tie(a.kind, a.element, a.function, a.parties, a.said_kind.value) <
           std::tie(b.kind, b.element, b.function, b.parties, b.said_kind.value);
  });
}

}  // namespace

std::vector<Gap> compare_states(const Model& model, std::span<const Finding> findings, State from, State to) {
  std::vector<Gap> gaps = Comparison(model, from, to).run(findings);
  put_in_order(gaps);
  return gaps;
}

std::vector<Gap> derive_gaps(const Model& model, std::span<const Finding> findings) {
  std::vector<Gap> gaps = compare_states(model, findings, State::ist, State::soll);
  take_up_projects(model, gaps);
  put_in_order(gaps);
  return gaps;
}

std::string code_of(const Model& model, const Gap& gap) {
  std::string code(gap.kind == GapKind::own ? gap.said_kind.value : word_of(gap.kind));
  if (!gap.compared) code = "project:" + code;
  if (gap.element.known()) code += fmt::format(":{}", model.entity(gap.element).code.value);
  if (!gap.function.empty()) code += ":" + gap.function;
  if (gap.element.known() && gap.element.kind == EntityKind::party)
    for (const EntityRef party : gap.parties)
      if (party != gap.element) code += fmt::format(":{}", model.party(party).code.value);
  return code;
}

}  // namespace keuzekaart
