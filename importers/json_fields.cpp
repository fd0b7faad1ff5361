#include "importers/json_fields.hpp"

#include "importers/tidy_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

void report_other_kind(JsonValue field, const char* wanted, Diagnostics& diagnostics) {
  diagnostics.report(Code::K153, field.place(), {std::string(field.name().value)}).variant = wanted;
}

}  // namespace

Text text_field(JsonValue field, TextPool& pool, Diagnostics& diagnostics) {
  if (!field.is(JsonKind::object) && !field.is(JsonKind::list)) return on_one_line(field.text(), pool);
  report_other_kind(field, "text", diagnostics);
  return {};
}

JsonValue list_field(JsonValue field, Diagnostics& diagnostics) {
  if (!field || field.is(JsonKind::list) || field.is(JsonKind::null)) return field;
  report_other_kind(field, "list", diagnostics);
  return {};
}

}  // namespace keuzekaart
