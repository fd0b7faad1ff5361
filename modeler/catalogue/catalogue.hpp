#pragma once
#include <string_view>
#include <vector>

#include "modeler/catalogue/entries.hpp"
#include "modeler/rules/rule.hpp"

namespace keuzekaart {

/// Everything that can be chosen and what it means: the catalogue that comes with the program, with the municipality's
/// own entries added or put in the place of the entry with the same id. Lists stand in the catalogue's order, which is
/// the order in which a person reads them. Ids are unique over all lists. Lives as long as its `Sources`.
struct Catalogue {
  std::vector<CatalogueSource> sources;
  std::vector<AspectArea> areas;
  std::vector<Step> steps;
  std::vector<CatalogueFunction> functions;
  std::vector<DirectingFunction> directing_functions;
  std::vector<Archetype> archetypes;
  std::vector<CooperationModel> cooperation_models;
  std::vector<OrganisationModel> organisation_models;
  std::vector<Route> routes;
  std::vector<WorkingMethod> working_methods;
  std::vector<MunicipalRoleEntry> municipal_roles;
  std::vector<RegieFormEntry> regie_forms;
  std::vector<ChainTypeEntry> chain_types;
  std::vector<ServiceFormula> service_formulas;
  std::vector<Rule> rules;  ///< gevolgregels, by code

  /// The entry with this id, of any kind; null when there is none.
  const CatalogueEntry* find(std::string_view id) const;
  /// The entry that is this value of a dimension; null when the dimension does not have it.
  const CatalogueEntry* value(Dimension dimension, std::string_view id) const;
  /// Every value of a dimension, in order.
  std::vector<const CatalogueEntry*> values(Dimension dimension) const;
  /// Every entry, kind after kind, in order.
  std::vector<const CatalogueEntry*> all() const;

  const Archetype* archetype(std::string_view id) const;
  const CatalogueFunction* function(std::string_view id) const;
  const CooperationModel* cooperation_model(std::string_view id) const;
  const OrganisationModel* organisation_model(std::string_view id) const;
  const Route* route(std::string_view id) const;
  const WorkingMethod* working_method(std::string_view id) const;
};

/// The kind of entry that is a value of a dimension.
EntryKind kind_of(Dimension dimension);

/// A function with what an archetype says of it.
struct OrderedFunction {
  const CatalogueFunction* function = nullptr;
  FunctionPriority priority = FunctionPriority::not_mentioned;
};

/// The functions that an archetype asks for, in its order: leading, 1, 2, 3, required, temporary, needed in the end;
/// ties in the catalogue's order. What it consciously leaves out or does not mention is left out.
std::vector<OrderedFunction> functions_in_order(const Catalogue& catalogue, const Archetype& archetype);

/// What an archetype says of one function.
FunctionPriority priority_of(const Archetype& archetype, std::string_view function);

}  // namespace keuzekaart
