#include "modeler/what_if/suppose.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "modeler/choices/choices.hpp"
#include "modeler/gaps/state_facts.hpp"

namespace keuzekaart {

namespace {

/// A place in a list of the old map file, in the new one.
template <class Record>
void point_again(const Record*& record, const std::vector<Record>& from, const std::vector<Record>& to) {
  if (record != nullptr) record = &to[static_cast<std::size_t>(record - from.data())];
}

class Supposition {
 public:
  Supposition(const Model& model, EntityRef scope, const Archetype& archetype, const Labels& labels)
      : present_(chosen_archetype(model, scope)), scope_(scope), x_(archetype), labels_(labels) {
    out_.archetype = &archetype;
    out_.model = model;
  }

  Supposed run() {
    choose();
    const Choices choices(m_);
    for (std::uint32_t i = 0; i < m_.choices.size(); ++i) {
      const EntityRef choice{EntityKind::choice, i};
      if (is_for_soll(m_.choices[i]) && m_.choices[i].scope != scope_ && lies_inside(choices, m_.choices[i].scope))
        out_.kept.push_back(choice);
    }
    assume_access(choices);
    return std::move(out_);
  }

 private:
  bool is_for_soll(const Choice& choice) const {
    return choice.dimension == Dimension::archetype && choice.state == State::soll &&
           choice.record->aspect_area.empty();
  }
  bool lies_inside(const Choices& choices, EntityRef scope) const {
    return std::ranges::count(choices.around(scope), scope_) > 0;
  }

  std::string_view name(std::string text) { return out_.names->emplace_back(std::move(text)); }

  /// Puts the archetype in the place of the scope's own choice, or adds it. It has no rationale and no dates but those
  /// between which the old choice holds: those belong to the old one.
  void choose() {
    const MapDocument& old = *m_.map;
    auto map = std::make_shared<MapDocument>(old);
    bool made = false;
    for (MapChoice& choice : map->choices) {
      const auto index = static_cast<std::size_t>(&choice - map->choices.data());
      const auto row = std::ranges::find(m_.choices, &old.choices[index], &Choice::record);
      if (row == m_.choices.end() || row->scope != scope_ || !is_for_soll(*row)) continue;
      choice.value = {x_.id.value, choice.value.place};
      choice.rationale = choice.reconsider_on = choice.decided_by = choice.decided_on = {};
      made = true;
    }
    if (!made) {
      MapChoice choice;
      choice.id = {name("~"), {}};
      choice.scope = scope_.known() ? m_.entity(scope_).code : Text{"concern", {}};
      choice.value = {x_.id.value, {}};
      choice.dimension.value = Dimension::archetype;
      choice.states.value = States::only(State::soll);
      map->choices.push_back(choice);
    }
    for (Choice& choice : m_.choices) point_again(choice.record, old.choices, map->choices);
    for (Agreement& agreement : m_.agreements) point_again(agreement.record, old.agreements, map->agreements);
    for (Project& project : m_.projects) point_again(project.record, old.projects, map->projects);
    if (!made) {
      Choice row;
      row.code = map->choices.back().id;
      row.name = row.code;
      row.origins = origins();
      row.scope = scope_;
      row.dimension = Dimension::archetype;
      row.state = State::soll;
      row.record = &map->choices.back();
      m_.choices.push_back(row);
    }
    m_.map = std::move(map);
  }

  /// The access processes for which the archetype now holds.
  std::vector<EntityRef> access_processes(const Choices& choices) const {
    std::string_view access;
    for (const CatalogueFunction& function : m_.catalogue->functions)
      if (function.access) access = function.id.value;
    std::vector<EntityRef> found;
    for (std::uint32_t i = 0; i < m_.processes.size(); ++i) {
      const EntityRef process{EntityKind::process, i};
      const Process& p = m_.processes[i];
      if (!p.own || !exists(m_, process, State::soll)) continue;
      if (std::ranges::count(p.archetype_functions, access, &Text::value) == 0) continue;
      const std::vector<EntityRef> holding =
          choices.at(choices.scope_of_process(process), Dimension::archetype, State::soll);
      const auto ours = [&](EntityRef choice) { return m_.choices[choice.index].scope == scope_; };
      if (std::ranges::any_of(holding, ours)) found.push_back(process);
    }
    return found;
  }

  void assume_access(const Choices& choices) {
    const Holder holder = x_.access_holder;
    if (holder != Holder::municipality && holder != Holder::third_party) return;
    const bool same_holder = present_ != nullptr && present_->access_holder == holder;
    const bool to_one = holder == Holder::municipality && x_.scope == ArchetypeScope::domain &&
                        !(present_ != nullptr && present_->scope == ArchetypeScope::domain);
    for (const EntityRef process : access_processes(choices)) {
      const Refs executors = parties_in(m_, process, Role::executor, State::soll);
      const auto fits = [&](EntityRef party) {
        return is_municipality(m_, m_.organisation(party)) == (holder == Holder::municipality);
      };
      if (to_one) {
        assume(process, executors, one_access(), AssumptionReason::one_access);
      } else if (executors.empty()) {
        assume(process, executors, holder_of(process, holder, choices), AssumptionReason::nobody_named);
      } else if (!same_holder && !std::ranges::all_of(executors, fits)) {
        assume(process, executors, holder_of(process, holder, choices),
               holder == Holder::municipality ? AssumptionReason::to_municipality : AssumptionReason::elsewhere);
      }
    }
  }

  /// Of those that carry it out now the first that fits; else the municipality, or another party still to be chosen.
  EntityRef holder_of(EntityRef process, Holder holder, const Choices& choices) {
    for (const EntityRef party : parties_in(m_, process, Role::executor, State::ist))
      if (is_municipality(m_, m_.organisation(party)) == (holder == Holder::municipality)) return party;
    if (holder == Holder::municipality) return municipality();
    const Scope scope = choices.scope_of_process(process);
    const Text code = m_.entity(scope).code;
    return party("~elders-" + std::string(code.value), labels_.fill("wat-als.andere-partij", {name_of(scope)}),
                 PartyKind::unset, {});
  }

  EntityRef one_access() {
    return party("~toegang", labels_.fill("wat-als.een-toegang", {name_of(scope_)}), PartyKind::department,
                 municipality());
  }

  /// What is supposed stands nowhere; the nearest is the scope that it is supposed for.
  std::vector<Origin> origins() const {
    if (scope_.known()) return m_.entity(scope_).origins;
    return {{static_cast<std::uint32_t>(m_.sources.size() - 1), m_.map->place}};
  }

  std::string name_of(Scope scope) const {
    return scope.known() ? std::string(m_.entity(scope).name.value) : m_.title();
  }

  EntityRef municipality() const {
    for (std::uint32_t i = 0; i < m_.parties.size(); ++i)
      if (m_.parties[i].own && m_.parties[i].kind == PartyKind::municipality) return {EntityKind::party, i};
    return {};
  }

  /// A party that the map does not have. Its code sorts behind all others, so that rows stay where they are.
  EntityRef party(std::string code, std::string shown, PartyKind kind, EntityRef parent) {
    if (const EntityRef known = m_.find(EntityKind::party, code); known.known()) return known;
    Party party;
    party.code = {name(std::move(code)), {}};
    party.name = {name(std::move(shown)), {}};
    party.kind = kind;
    party.parent = parent;
    party.own = true;
    party.origins = origins();
    m_.parties.push_back(party);
    return {EntityKind::party, static_cast<std::uint32_t>(m_.parties.size() - 1)};
  }

  void assume(EntityRef process, const Refs& before, EntityRef after, AssumptionReason reason) {
    if (!after.known() || before == Refs{after}) return;
    for (RoleAssignment& role : m_.roles)
      if (role.process == process && role.role == Role::executor) role.states = role.states.without(State::soll);
    std::erase_if(m_.roles, [](const RoleAssignment& role) { return role.states.empty(); });
    RoleAssignment taken;
    taken.party = after;
    taken.process = process;
    taken.role = Role::executor;
    taken.states = States::only(State::soll);
    if (!is_municipality(m_, m_.organisation(after))) taken.partner_type = PartnerType::chain_partner;
    taken.trace.rule = Derivation::supposed;
    m_.roles.push_back(taken);
    // Kept sorted at once: look-ups of later processes rely on it.
    std::ranges::sort(m_.roles, [](const RoleAssignment& a, const RoleAssignment& b) {
      return std::tie(a.process, a.role, a.party) < std::tie(b.process, b.role, b.party);
    });
    out_.assumptions.push_back({process, before, after, reason});
  }

  const Archetype* present_;
  EntityRef scope_;
  const Archetype& x_;
  const Labels& labels_;
  Supposed out_;
  Model& m_ = out_.model;
};

}  // namespace

const Archetype* chosen_archetype(const Model& model, EntityRef scope) {
  const Choices choices(model);
  const std::vector<EntityRef> holding = choices.at(scope, Dimension::archetype, State::soll);
  return holding.size() == 1 ? model.catalogue->archetype(choices.value(holding.front())) : nullptr;
}

Supposed as_it_stands(const Model& model, EntityRef scope) {
  Supposed out;
  out.archetype = chosen_archetype(model, scope);
  out.chosen = true;
  out.model = model;
  return out;
}

Supposed suppose(const Model& model, EntityRef scope, const Archetype& archetype, const Labels& labels) {
  if (!model.map || chosen_archetype(model, scope) == &archetype) return as_it_stands(model, scope);
  return Supposition(model, scope, archetype, labels).run();
}

}  // namespace keuzekaart
