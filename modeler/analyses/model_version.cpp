#include "modeler/analyses/model_version.hpp"

#include <fmt/format.h>

#include "modeler/tables/choice_cells.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// Whether the thing is the municipality's own, and not something that only a reference model holds.
bool is_own(const Model& model, EntityRef ref) {
  switch (ref.kind) {
    case EntityKind::product:
      return model.products[ref.index].own;
    case EntityKind::process:
      return model.processes[ref.index].own;
    case EntityKind::party:
      return model.parties[ref.index].own;
    case EntityKind::application:
      return model.applications[ref.index].own;
    case EntityKind::chain:
      return model.chains[ref.index].own;
    default:
      return true;
  }
}

}  // namespace

bool ModelVersion::counts(std::size_t kind, std::size_t thing) const {
  return (!own_only_ && kinds_[kind] != EntityKind::chain) || is_own(model_, ref(kind, thing));
}

std::string ModelVersion::name(std::size_t kind, std::size_t thing) const { return name_of(entity(kind, thing)); }

/// A choice has no name but its value: what it is a choice of says which it is.
std::string ModelVersion::shown_name(std::size_t kind, std::size_t thing) const {
  if (kinds_[kind] != EntityKind::choice) return name(kind, thing);
  const Choice& choice = model_.choices[thing];
  const std::string scope = choice.scope.known() ? name_of(model_.entity(choice.scope)) : labels_.get("bereik.concern");
  std::string name = labels_.fill("wijziging.keuze", {label_of(labels_, choice.dimension), scope});
  if (choice.record != nullptr && !choice.record->aspect_area.empty())
    name += fmt::format(", {}", area_name(labels_, choice.record->aspect_area.value));
  return name + fmt::format(", {}", state_name(labels_, choice.state));
}

std::vector<Place> ModelVersion::places(std::size_t kind, std::size_t thing) const {
  return trace_of(entity(kind, thing)).places;
}

ComparedFields ModelVersion::fields(std::size_t kind, std::size_t thing) const {
  const bool is_choice = kinds_[kind] == EntityKind::choice;
  const std::string law = labels_.get("verband.wet");  // a field says it already
  const std::string name = labels_.get("veld.naam");   // of a choice its value
  std::vector<Fact> facts = own_facts_of(model_, labels_, ref(kind, thing));
  std::erase_if(facts, [&](const Fact& fact) { return fact.what == law || (is_choice && fact.what == name); });
  // Steps of a chain stand in an order of their own; other values do not.
  return gathered_fields(facts, kinds_[kind] == EntityKind::chain);
}

std::vector<std::string_view> ModelVersion::keys(std::size_t kind, std::size_t thing) const {
  std::vector<std::string_view> out{code(kind, thing)};
  if (kinds_[kind] == EntityKind::product) out.push_back(model_.products[thing].upl_uri.value);
  return out;
}

std::vector<std::string_view> labels_of(std::span<const EntityKind> kinds) {
  std::vector<std::string_view> out;
  for (const EntityKind kind : kinds) out.push_back(label_of(kind));
  return out;
}

}  // namespace keuzekaart
