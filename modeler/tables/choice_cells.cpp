#include "modeler/tables/choice_cells.hpp"

#include <fmt/format.h>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/tables/process_facts.hpp"

namespace keuzekaart {

std::string scope_name(const TableContext& context, Scope scope) {
  return scope.known() ? name_of(context.model.entity(scope)) : context.labels.get("bereik.concern");
}

std::string value_name(const TableContext& context, std::string_view catalogue_id) {
  const CatalogueEntry* entry = context.model.catalogue->find(catalogue_id);
  if (entry == nullptr) return std::string(catalogue_id);
  return fmt::format("{} {}", catalogue_id, entry->name.in(context.labels.language()).value);
}

std::string choice_name(const TableContext& context, EntityRef choice) {
  return value_name(context, context.model.choices[choice.index].record->value.value);
}

std::string area_name(const Labels& labels, std::string_view area) {
  return labels.get(fmt::format("aspectkort.{}", area));
}

std::string state_name(const Labels& labels, State state) {
  if (state == State::ist) return labels.get("tabel.toestand.ist");
  if (state == State::soll) return labels.get("tabel.toestand.soll");
  return to_string(States::only(state));
}

Trace trace_of_choice(const Model& model, EntityRef choice) {
  const Choice& c = model.choices[choice.index];
  return Trace::read_at(c.record->value.place.known() ? c.record->value.place : c.origins.front().place);
}

std::string reason_or_none(const TableContext& context, EntityRef choice) {
  const Text& reason = context.model.choices[choice.index].record->rationale;
  return reason.empty() ? context.labels.get("tabel.keuzes.zonder-motivatie") : std::string(reason.value);
}

}  // namespace keuzekaart
