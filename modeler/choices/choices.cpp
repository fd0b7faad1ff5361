#include "modeler/choices/choices.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/model/reach.hpp"

namespace keuzekaart {

namespace {

/// A period as two ISO days, which compare as text: the first day, and the first day after it.
struct Period {
  std::string from = "0000";
  std::string end = "9999";
};

/// Whether one organisation model is a variant of the other: it says more precisely what the other leaves open.
bool is_variant(const Model& model, std::string_view one, std::string_view other) {
  const OrganisationModel* found = model.catalogue ? model.catalogue->organisation_model(one) : nullptr;
  return found != nullptr && !found->variant_of.empty() && found->variant_of.value == other;
}

}  // namespace

std::string_view Choices::value(EntityRef choice) const {
  const MapChoice* record = m_.choices[choice.index].record;
  return record == nullptr ? std::string_view() : record->value.value;
}

std::string_view Choices::area(EntityRef choice) const {
  const MapChoice* record = m_.choices[choice.index].record;
  return record == nullptr ? std::string_view() : record->aspect_area.value;
}

Choices::Choices(const Model& model) : m_(model) {
  std::vector<std::vector<Scope>> groups(m_.domains.size());
  for (std::uint32_t g = 0; g < m_.groups.size(); ++g)
    if (m_.groups[g].domain.known()) groups[m_.groups[g].domain.index].push_back({EntityKind::product_group, g});
  scopes_.emplace_back();
  for (std::uint32_t d = 0; d < m_.domains.size(); ++d) {
    scopes_.push_back({EntityKind::domain, d});
    scopes_.insert(scopes_.end(), groups[d].begin(), groups[d].end());
  }
  for (const Scope scope : scopes_)
    for (const Scope level : around(scope)) inside_[level].push_back(scope);
  std::set<State> states{State::ist, State::soll};
  for (std::uint32_t i = 0; i < m_.choices.size(); ++i) {
    const Choice& c = m_.choices[i];
    states.insert(c.state);
    // A choice for a scope that does not exist holds nowhere; joining has said so.
    if (c.record != nullptr && !c.scope.known() && c.record->scope.value != "concern") continue;
    const EntityRef ref{EntityKind::choice, i};
    by_scope_[c.scope].push_back(ref);
    by_kind_[{c.scope, c.dimension, c.state}].push_back(ref);
  }
  states_.assign(states.begin(), states.end());
}

const std::vector<Scope>& Choices::inside(Scope scope) const {
  static const std::vector<Scope> none;
  const auto found = inside_.find(scope);
  return found == inside_.end() ? none : found->second;
}

const std::vector<EntityRef>& Choices::made_for(Scope scope) const {
  static const std::vector<EntityRef> none;
  const auto found = by_scope_.find(scope);
  return found == by_scope_.end() ? none : found->second;
}

std::vector<EntityRef> Choices::made_for(Scope scope, Dimension dimension, State state, std::string_view area) const {
  const auto made = by_kind_.find({scope, dimension, state});
  if (made == by_kind_.end()) return {};
  std::vector<EntityRef> found;
  for (const EntityRef choice : made->second)
    if (this->area(choice) == area) found.push_back(choice);
  return found;
}

std::vector<Scope> scopes_around(const Model& model, Scope scope) {
  std::vector<Scope> found;
  if (scope.known() && scope.kind == EntityKind::product_group) {
    found.push_back(scope);
    scope = model.groups[scope.index].domain;
  }
  // A map can say that two domains are part of each other; the walk then ends.
  while (scope.known() && std::ranges::find(found, scope) == found.end()) {
    found.push_back(scope);
    scope = model.domains[scope.index].parent;
  }
  found.push_back({});
  return found;
}

std::vector<EntityRef> Choices::at(Scope scope, Dimension dimension, State state) const {
  for (const Scope level : around(scope))
    if (std::vector<EntityRef> found = made_for(level, dimension, state, {}); !found.empty()) return found;
  return {};
}

std::vector<EntityRef> Choices::at(Scope scope, Dimension dimension, State state, std::string_view area) const {
  for (const Scope level : around(scope))
    for (const std::string_view about : {area, std::string_view()})
      if (std::vector<EntityRef> found = made_for(level, dimension, state, about); !found.empty()) return found;
  return {};
}

Held Choices::held(Scope scope, EntityRef choice) const {
  const Choice& c = m_.choices[choice.index];
  Held held{choice, scope, c.scope, {}, false};
  if (!area(choice).empty())
    held.instead_of = at(c.scope, c.dimension, c.state);
  else if (c.scope.known())
    held.instead_of = at(around(c.scope)[1], c.dimension, c.state);
  held.deviates = !held.instead_of.empty() && std::ranges::none_of(held.instead_of, [&](EntityRef other) {
    return value(other) == value(choice) || is_variant(m_, value(choice), value(other));
  });
  return held;
}

Scope Choices::scope_of_process(EntityRef process) const {
  std::vector<EntityRef> line{process};
  const std::vector<EntityRef> wholes = wholes_of(m_, process);
  line.insert(line.end(), wholes.begin(), wholes.end());
  for (const EntityRef at : line) {
    const Process& p = m_.process(at);
    if (p.group.known()) return p.group;
    if (p.domain.known()) return p.domain;
  }
  return {};
}

Scope Choices::scope_of_product(EntityRef product) const {
  const Product& p = m_.product(product);
  return p.group.known() ? p.group : p.domain;
}

bool Choices::holds_for(EntityRef choice, Scope scope) const {
  const Choice& c = m_.choices[choice.index];
  const std::vector<EntityRef> found =
      area(choice).empty() ? at(scope, c.dimension, c.state) : at(scope, c.dimension, c.state, area(choice));
  return std::ranges::find(found, choice) != found.end();
}

bool Choices::overlap(EntityRef one, EntityRef other) const {
  const bool same_state = m_.choices[one.index].state == m_.choices[other.index].state;
  const std::string_view soll_day = m_.map ? m_.map->soll_date.value : std::string_view();
  const auto period = [&](EntityRef choice) {
    const Choice& c = m_.choices[choice.index];
    Period found;
    if (c.record != nullptr && !c.record->valid_from.empty())
      found.from = c.record->valid_from.value;
    else if (!same_state && c.state == State::soll && !soll_day.empty())
      found.from = soll_day;
    if (c.record != nullptr && !c.record->valid_to.empty())
      found.end = std::string(c.record->valid_to.value) + '+';  // the day itself is in it
    else if (!same_state && c.state == State::ist && !soll_day.empty())
      found.end = soll_day;
    return found;
  };
  const Period a = period(one);
  const Period b = period(other);
  if (!same_state && soll_day.empty()) {
    const auto dated = [&](EntityRef choice) {
      const MapChoice* record = m_.choices[choice.index].record;
      return record != nullptr && !record->valid_from.empty() && !record->valid_to.empty();
    };
    if (!dated(one) || !dated(other)) return false;
  }
  return a.from < b.end && b.from < a.end;
}

std::vector<Scope> Choices::shared_scopes(EntityRef one, EntityRef other) const {
  // Scopes lie inside each other or apart, so that what both hold for lies in the smaller of the two.
  Scope small = m_.choices[one.index].scope, large = m_.choices[other.index].scope;
  if (std::ranges::count(around(small), large) == 0) std::swap(small, large);
  std::vector<Scope> found;
  for (const Scope scope : inside(small))
    if (holds_for(one, scope) && holds_for(other, scope)) found.push_back(scope);
  return found;
}

}  // namespace keuzekaart
