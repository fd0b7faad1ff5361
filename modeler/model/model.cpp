#include "modeler/model/model.hpp"

#include <algorithm>
#include <utility>

namespace keuzekaart {

namespace {

template <class Table>
std::uint32_t row_with_code(const Table& table, std::string_view code) {
  const auto found = std::lower_bound(table.begin(), table.end(), code,
                                      [](const Entity& e, std::string_view wanted) { return e.code.value < wanted; });
  if (found == table.end() || found->code.value != code) return EntityRef{}.index;
  return static_cast<std::uint32_t>(found - table.begin());
}

/// Calls `f` with the table of a kind.
template <class F>
decltype(auto) with_table(const Model& m, EntityKind kind, F&& f) {
  switch (kind) {
    case EntityKind::domain:
      return f(m.domains);
    case EntityKind::product_group:
      return f(m.groups);
    case EntityKind::product:
      return f(m.products);
    case EntityKind::process:
      return f(m.processes);
    case EntityKind::function:
      return f(m.functions);
    case EntityKind::application_service:
      return f(m.services);
    case EntityKind::application:
      return f(m.applications);
    case EntityKind::standard:
      return f(m.standards);
    case EntityKind::law:
      return f(m.laws);
    case EntityKind::party:
      return f(m.parties);
    case EntityKind::chain:
      return f(m.chains);
    case EntityKind::handover:
      return f(m.handovers);
    case EntityKind::agreement:
      return f(m.agreements);
    case EntityKind::choice:
      return f(m.choices);
    case EntityKind::project:
      return f(m.projects);
    case EntityKind::business_object:
      break;
  }
  return f(m.objects);
}

constexpr EntityKind last_kind = EntityKind::business_object;

}  // namespace

const Entity& Model::entity(EntityRef ref) const {
  return with_table(*this, ref.kind, [&](const auto& table) -> const Entity& { return table[ref.index]; });
}

std::size_t Model::count(EntityKind kind) const {
  return with_table(*this, kind, [](const auto& table) { return table.size(); });
}

EntityRef Model::find(EntityKind kind, std::string_view code) const {
  return {kind, with_table(*this, kind, [&](const auto& table) { return row_with_code(table, code); })};
}

Entity& Model::entity(EntityRef ref) { return const_cast<Entity&>(std::as_const(*this).entity(ref)); }

EntityRef Model::find(std::string_view code) const {
  for (unsigned kind = 0; kind <= static_cast<unsigned>(last_kind); ++kind)
    if (const EntityRef found = find(static_cast<EntityKind>(kind), code); found.known()) return found;
  return {};
}

EntityRef Model::organisation(EntityRef party) const {
  // A map can say that two parties are part of each other; the walk then ends after as many steps as there are parties.
  for (std::size_t step = 0; party.known() && step < parties.size(); ++step) {
    const EntityRef parent = parties[party.index].parent;
    if (!parent.known()) break;
    party = parent;
  }
  return party;
}

std::span<const RoleAssignment> Model::roles_of(EntityRef process) const {
  const auto first = std::lower_bound(roles.begin(), roles.end(), process,
                                      [](const RoleAssignment& r, EntityRef wanted) { return r.process < wanted; });
  const auto last = std::upper_bound(first, roles.end(), process,
                                     [](EntityRef wanted, const RoleAssignment& r) { return wanted < r.process; });
  return {first, last};
}

std::string Model::title() const {
  if (map) return std::string(map->name.value);
  if (sources.empty()) return {};
  return sources.front().name.empty() ? sources.front().id : sources.front().name;
}

std::string_view label_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::domain:
      return "soort.domein";
    case EntityKind::product_group:
      return "soort.productgroep";
    case EntityKind::product:
      return "soort.product";
    case EntityKind::process:
      return "soort.proces";
    case EntityKind::function:
      return "soort.functie";
    case EntityKind::application_service:
      return "soort.applicatieservice";
    case EntityKind::application:
      return "soort.applicatie";
    case EntityKind::standard:
      return "soort.standaard";
    case EntityKind::law:
      return "soort.wet";
    case EntityKind::party:
      return "soort.partij";
    case EntityKind::chain:
      return "soort.keten";
    case EntityKind::handover:
      return "soort.overdracht";
    case EntityKind::agreement:
      return "soort.afspraak";
    case EntityKind::choice:
      return "soort.keuze";
    case EntityKind::project:
      return "soort.project";
    case EntityKind::business_object:
      break;
  }
  return "soort.gegeven";
}

}  // namespace keuzekaart
