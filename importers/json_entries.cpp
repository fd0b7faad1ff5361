#include "importers/json_entries.hpp"

#include <fmt/format.h>

#include <charconv>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

/// The list in an answer of an API, whose fields have English names or Dutch ones.
static JsonValue page_of(JsonValue root) {
  for (const std::string_view name : {"results", "resultaten"})
    if (const JsonValue list = root[name]; list.is(JsonKind::list)) return list;
  return {};
}

JsonValue JsonEntries::first() const {
  if (single) return single;
  const JsonValue::Range all = list.children();
  return all.begin() == all.end() ? JsonValue() : *all.begin();
}

JsonEntries entries_of(const JsonFile& json) {
  const JsonValue root = json.root();
  if (root.is(JsonKind::list)) return {root, {}};
  if (const JsonValue page = page_of(root)) return {page, {}};
  return {{}, root};
}

void report_page(const JsonFile& json, Diagnostics& diagnostics) {
  const JsonValue in_english = json.root()["count"];
  const JsonValue total = in_english ? in_english : json.root()["aantal"];
  std::size_t all = 0;
  const std::string_view number = total.text().value;
  std::from_chars(number.data(), number.data() + number.size(), all);
  const std::size_t here = page_of(json.root()).size();
  if (total && all > here)
    diagnostics.report(Code::K157, total.place(), {fmt::format("{}", here), fmt::format("{}", all)});
}

void PassedOver::report(Diagnostics& diagnostics) const {
  if (number_ == 0) return;
  constexpr std::size_t most_shown = 4;
  std::string fields(first_["fields"].is(JsonKind::object) ? first_["model"].text().value : std::string_view());
  std::size_t shown = 0;
  if (fields.empty())
    for (const JsonValue field : first_.children())
      if (++shown <= most_shown) fields.append(shown == 1 ? "" : ", ").append(field.name().value);
  diagnostics.report(Code::K345, first_.place(), {fmt::format("{}", number_), fields}).variant = "entries";
}

Text last_part(const Text& address) {
  const std::string_view part = last_part(address.value);
  if (part.empty()) return {part, address.place};
  const auto skipped = static_cast<std::uint32_t>(part.data() - address.value.data());
  return {part, {address.place.file, address.place.offset + skipped}};
}

}  // namespace keuzekaart
