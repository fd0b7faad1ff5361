#include <algorithm>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

using Ids = std::vector<std::string_view>;

template <class Entry>
Ids ids_of(const std::vector<Entry>& entries) {
  Ids ids;
  for (const Entry& entry : entries) ids.push_back(entry.id.value);
  return ids;
}

void not_in_catalogue(Code code, const Text& wanted, const Ids& known, Diagnostics& diagnostics) {
  diagnostics.report(code, wanted.place, {std::string(wanted.value)}).nearest =
      diagnostics.nearest(wanted.value, [&] { return known; });
}

/// The domain of a scope: itself, or that of the product group; null for the concern.
const MapDomain* domain_of(const MapDocument& map, std::string_view scope) {
  for (const MapDomain& domain : map.domains) {
    if (domain.id.value == scope) return &domain;
    if (std::ranges::count(domain.groups, scope, [](const MapProductGroup& g) { return g.id.value; }) > 0)
      return &domain;
  }
  return nullptr;
}

/// Whether a domain or one around it is in the list. A circle of domains ends where it began.
bool within(const MapDocument& map, const MapDomain* domain, const std::vector<Text>& wanted) {
  for (std::size_t steps = 0; domain != nullptr && steps <= map.domains.size(); ++steps) {
    if (std::ranges::count(wanted, domain->id.value, &Text::value) > 0) return true;
    domain = domain->part_of.empty() ? nullptr : domain_of(map, domain->part_of.value);
  }
  return false;
}

void check_value(const MapChoice& choice, const MapDocument& map, const Catalogue& catalogue,
                 Diagnostics& diagnostics) {
  const Dimension dimension = choice.dimension.value;
  const CatalogueEntry* value = catalogue.value(dimension, choice.value.value);
  if (value == nullptr) {
    std::vector<std::string> arguments = {std::string(choice.value.value), std::string(word_of(dimension))};
    const CatalogueEntry* other = catalogue.find(choice.value.value);
    if (other != nullptr) arguments.emplace_back(word_of(other->kind));
    Diagnostic& diagnostic = diagnostics.report(Code::K701, choice.value.place, std::move(arguments));
    if (other != nullptr) diagnostic.variant = "andere-soort";
    diagnostic.nearest = diagnostics.nearest(choice.value.value, [&] {
      Ids known;
      for (const CatalogueEntry* entry : catalogue.values(dimension)) known.push_back(entry->id.value);
      return known;
    });
    return;
  }
  const Archetype* archetype = catalogue.archetype(choice.value.value);
  const MapDomain* domain = domain_of(map, choice.scope.value);
  if (archetype == nullptr || archetype->domains.empty() || domain == nullptr) return;
  if (within(map, domain, archetype->domains)) return;
  std::string meant_for;
  for (const Text& id : archetype->domains) meant_for.append(meant_for.empty() ? "" : ", ").append(id.value);
  diagnostics
      .report(Code::K707, choice.value.place,
              {std::string(archetype->id.value), std::string(choice.scope.value), std::move(meant_for)})
      .related = archetype->domains.front().place;
}

void check_formula(const Text& formula, const Catalogue& catalogue, Diagnostics& diagnostics) {
  if (formula.empty()) return;
  Ids known;
  for (const ServiceFormula& entry : catalogue.service_formulas)
    for (const Text& name : {entry.id, entry.name.nl, entry.name.en}) known.push_back(name.value);
  const auto same = [&](std::string_view name) { return lower_case(name) == lower_case(formula.value); };
  if (std::ranges::none_of(known, same)) not_in_catalogue(Code::K706, formula, known, diagnostics);
}

}  // namespace

void check_choices(const MapDocument& map, const Catalogue& catalogue, Diagnostics& diagnostics) {
  for (const MapChoice& choice : map.choices)
    if (choice.dimension.place.known() && !choice.value.empty()) check_value(choice, map, catalogue, diagnostics);
  const Ids functions = ids_of(catalogue.functions);
  for (const MapProcess& process : map.processes)
    for (const Text& function : process.archetype_functions)
      if (catalogue.function(function.value) == nullptr) not_in_catalogue(Code::K702, function, functions, diagnostics);
  if (map.plan)
    for (const Text& method : map.plan->working_methods)
      if (catalogue.working_method(method.value) == nullptr)
        not_in_catalogue(Code::K703, method, ids_of(catalogue.working_methods), diagnostics);
  Ids domains;
  for (const MapDomain& domain : map.domains) {
    domains.push_back(domain.id.value);
    for (const MapProductGroup& group : domain.groups) check_formula(group.service_formula, catalogue, diagnostics);
  }
  for (const Archetype& archetype : catalogue.archetypes)
    for (const Text& domain : archetype.domains)
      if (std::ranges::count(domains, domain.value) == 0) not_in_catalogue(Code::K708, domain, domains, diagnostics);
}

}  // namespace keuzekaart
