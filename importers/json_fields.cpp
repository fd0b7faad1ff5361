#include "importers/json_fields.hpp"

#include "importers/tidy_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

void report_other_kind(std::string_view name, JsonValue value, const char* wanted, Diagnostics& diagnostics) {
  diagnostics.report(Code::K153, value.place(), {std::string(name)}).variant = wanted;
}

}  // namespace

Text text_field(JsonValue field, TextPool& pool, Diagnostics& diagnostics) {
  if (!field.is(JsonKind::object) && !field.is(JsonKind::list)) return on_one_line(field.text(), pool);
  report_other_kind(field.name().value, field, "text", diagnostics);
  return {};
}

JsonValue list_field(JsonValue field, Diagnostics& diagnostics) {
  if (!field || field.is(JsonKind::list) || field.is(JsonKind::null)) return field;
  report_other_kind(field.name().value, field, "list", diagnostics);
  return {};
}

std::vector<Text> text_list(JsonValue field, TextPool& pool, Diagnostics& diagnostics) {
  std::vector<Text> all;
  for (const JsonValue item : list_field(field, diagnostics).children()) {
    const JsonValue written = item.is(JsonKind::object) ? item["url"] : item;
    if (!written || written.is(JsonKind::object) || written.is(JsonKind::list))
      report_other_kind(field.name().value, item, "text", diagnostics);
    else if (const Text text = on_one_line(written.text(), pool); !text.empty())
      all.push_back(text);
  }
  return all;
}

}  // namespace keuzekaart
