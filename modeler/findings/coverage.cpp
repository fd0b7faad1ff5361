#include "modeler/findings/coverage.hpp"

#include <algorithm>
#include <functional>

#include "modeler/model/reach.hpp"

namespace keuzekaart {

namespace {

using Things = std::vector<EntityRef>;

template <class Row, class Keep>
Things rows(EntityKind kind, const std::vector<Row>& table, Keep keep) {
  Things found;
  for (std::uint32_t i = 0; i < table.size(); ++i)
    if (keep(table[i])) found.push_back({kind, i});
  return found;
}

void add_hop(std::vector<CoverageHop>& hops, std::string key, const Things& things,
             const std::function<bool(EntityRef)>& reaches) {
  if (things.empty()) return;
  CoverageHop hop;
  hop.key = std::move(key);
  hop.total = things.size();
  for (const EntityRef thing : things)
    if (!reaches(thing)) hop.missing.push_back(thing);
  hop.covered = hop.total - hop.missing.size();
  hops.push_back(std::move(hop));
}

}  // namespace

std::vector<CoverageHop> coverage(const Model& m) {
  std::vector<CoverageHop> hops;
  const auto services = [&](EntityRef f) { return follow(m, LinkKind::function_service, {f}); };
  const auto components = [&](EntityRef f) { return follow(m, LinkKind::service_application, services(f)); };
  const auto standards = [&](EntityRef f) { return follow(m, LinkKind::application_standard, components(f)); };

  Things products = rows(EntityKind::product, m.products, [](const Product& p) { return p.own; });
  if (products.empty())
    products = rows(EntityKind::product, m.products, [](const Product& p) { return p.by_municipality; });
  add_hop(hops, "dekking.product-proces", products,
          [&](EntityRef p) { return !follow(m, LinkKind::product_process, {p}).empty(); });

  const Things own = rows(EntityKind::process, m.processes, [](const Process& p) { return p.own && !p.is_step(); });
  const auto has_role = [&](EntityRef p, Role role, State state) { return !roles_in(m, p, role, state).empty(); };
  add_hop(hops, "dekking.proces-gemma", own, [&](EntityRef p) { return !follow(m, LinkKind::reference, {p}).empty(); });
  add_hop(hops, "dekking.proces-functie", own, [&](EntityRef p) { return !functions_of(m, p).empty(); });
  add_hop(hops, "dekking.proces-applicatie", own,
          [&](EntityRef p) { return !follow(m, LinkKind::process_application, {p}).empty(); });
  add_hop(hops, "dekking.proces-eigenaar", own, [&](EntityRef p) {
    return has_role(p, Role::responsible, State::ist) || has_role(p, Role::responsible, State::soll);
  });
  for (const State state : {State::ist, State::soll}) {
    Things existing = own;
    std::erase_if(existing, [&](EntityRef p) { return !m.process(p).states.has(state); });
    add_hop(hops, state == State::ist ? "dekking.proces-uitvoerder-ist" : "dekking.proces-uitvoerder-soll", existing,
            [&](EntityRef p) { return has_executor(m, p, state); });
  }

  const Things landscape = rows(EntityKind::process, m.processes, [](const Process& p) { return p.landscape; });
  add_hop(hops, "dekking.landschap-functie", landscape,
          [&](EntityRef p) { return !follow(m, LinkKind::process_function, {p}).empty(); });
  const Things functions = rows(EntityKind::function, m.functions, [](const Function&) { return true; });
  add_hop(hops, "dekking.functie-applicatieservice", functions, [&](EntityRef f) { return !services(f).empty(); });
  add_hop(hops, "dekking.functie-component", functions, [&](EntityRef f) { return !components(f).empty(); });
  add_hop(hops, "dekking.functie-standaard", functions, [&](EntityRef f) { return !standards(f).empty(); });
  return hops;
}

}  // namespace keuzekaart
