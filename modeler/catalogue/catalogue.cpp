#include "modeler/catalogue/catalogue.hpp"

#include <algorithm>

namespace keuzekaart {

namespace {

template <class Entry>
const Entry* find_in(const std::vector<Entry>& entries, std::string_view id) {
  const auto found = std::ranges::find(entries, id, [](const Entry& entry) { return entry.id.value; });
  return found == entries.end() ? nullptr : &*found;
}

/// Calls `visit` with every list, in the order of `EntryKind`.
template <class Visit>
void for_each_list(const Catalogue& c, const Visit& visit) {
  visit(c.sources);
  visit(c.areas);
  visit(c.steps);
  visit(c.functions);
  visit(c.directing_functions);
  visit(c.archetypes);
  visit(c.cooperation_models);
  visit(c.organisation_models);
  visit(c.routes);
  visit(c.working_methods);
  visit(c.municipal_roles);
  visit(c.regie_forms);
  visit(c.chain_types);
  visit(c.service_formulas);
}

}  // namespace

std::string_view label_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::source:
      return "catalogussoort.bron";
    case EntryKind::aspect_area:
      return "catalogussoort.aspectgebied";
    case EntryKind::step:
      return "catalogussoort.stap";
    case EntryKind::function:
      return "catalogussoort.functie";
    case EntryKind::directing_function:
      return "catalogussoort.sturende-functie";
    case EntryKind::archetype:
      return "catalogussoort.archetype";
    case EntryKind::cooperation_model:
      return "catalogussoort.samenwerkingsmodel";
    case EntryKind::organisation_model:
      return "catalogussoort.organisatiemodel";
    case EntryKind::route:
      return "catalogussoort.route";
    case EntryKind::working_method:
      return "catalogussoort.werkwijze";
    case EntryKind::municipal_role:
      return "catalogussoort.gemeenterol";
    case EntryKind::regie_form:
      return "catalogussoort.regievorm";
    case EntryKind::chain_type:
      return "catalogussoort.ketensoort";
    case EntryKind::service_formula:
      return "catalogussoort.serviceformule";
  }
  return {};
}

std::string_view word_of(EntryKind kind) {
  const std::string_view label = label_of(kind);
  return label.substr(label.find('.') + 1);
}

std::vector<const Statement*> CatalogueEntry::saying(StatementKind wanted) const {
  std::vector<const Statement*> found;
  for (const Statement& statement : statements)
    if (statement.kind == wanted) found.push_back(&statement);
  return found;
}

std::vector<const CatalogueEntry*> Catalogue::all() const {
  std::vector<const CatalogueEntry*> entries;
  for_each_list(*this, [&](const auto& list) {
    for (const CatalogueEntry& entry : list) entries.push_back(&entry);
  });
  return entries;
}

const CatalogueEntry* Catalogue::find(std::string_view id) const {
  const CatalogueEntry* found = nullptr;
  for_each_list(*this, [&](const auto& list) {
    if (found == nullptr) found = find_in(list, id);
  });
  return found;
}

const CatalogueEntry* Catalogue::value(Dimension dimension, std::string_view id) const {
  const CatalogueEntry* found = find(id);
  return found != nullptr && found->kind == kind_of(dimension) ? found : nullptr;
}

std::vector<const CatalogueEntry*> Catalogue::values(Dimension dimension) const {
  std::vector<const CatalogueEntry*> found;
  for (const CatalogueEntry* entry : all())
    if (entry->kind == kind_of(dimension)) found.push_back(entry);
  return found;
}

const Archetype* Catalogue::archetype(std::string_view id) const { return find_in(archetypes, id); }
const CatalogueFunction* Catalogue::function(std::string_view id) const { return find_in(functions, id); }
const CooperationModel* Catalogue::cooperation_model(std::string_view id) const {
  return find_in(cooperation_models, id);
}
const OrganisationModel* Catalogue::organisation_model(std::string_view id) const {
  return find_in(organisation_models, id);
}
const Route* Catalogue::route(std::string_view id) const { return find_in(routes, id); }
const WorkingMethod* Catalogue::working_method(std::string_view id) const { return find_in(working_methods, id); }

EntryKind kind_of(Dimension dimension) {
  switch (dimension) {
    case Dimension::cooperation_model:
      return EntryKind::cooperation_model;
    case Dimension::organisation_model:
      return EntryKind::organisation_model;
    case Dimension::route:
      return EntryKind::route;
    case Dimension::working_method:
      return EntryKind::working_method;
    default:
      return EntryKind::archetype;
  }
}

std::vector<OrderedFunction> functions_in_order(const Catalogue& catalogue, const Archetype& archetype) {
  std::vector<OrderedFunction> asked;
  for (const CatalogueFunction& function : catalogue.functions)
    if (const FunctionPriority priority = priority_of(archetype, function.id.value);
        priority < FunctionPriority::not_now)
      asked.push_back({&function, priority});
  std::ranges::stable_sort(asked, {}, &OrderedFunction::priority);
  return asked;
}

FunctionPriority priority_of(const Archetype& archetype, std::string_view function) {
  const auto found = std::ranges::find(archetype.priorities, function,
                                       [](const ArchetypePriority& priority) { return priority.function.value; });
  return found == archetype.priorities.end() ? FunctionPriority::not_mentioned : found->priority;
}

}  // namespace keuzekaart
