#include "importers/json_entries.hpp"

#include <fmt/format.h>

#include <charconv>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

JsonValue JsonEntries::first() const {
  if (single) return single;
  const JsonValue::Range all = list.children();
  return all.begin() == all.end() ? JsonValue() : *all.begin();
}

JsonEntries entries_of(const JsonFile& json) {
  const JsonValue root = json.root();
  if (root.is(JsonKind::list)) return {root, {}};
  if (const JsonValue results = root["results"]; results.is(JsonKind::list)) return {results, {}};
  return {{}, root};
}

void report_page(const JsonFile& json, Diagnostics& diagnostics) {
  const JsonValue total = json.root()["count"];
  std::size_t all = 0;
  const std::string_view number = total.text().value;
  std::from_chars(number.data(), number.data() + number.size(), all);
  const std::size_t here = json.root()["results"].size();
  if (total && all > here)
    diagnostics.report(Code::K157, total.place(), {fmt::format("{}", here), fmt::format("{}", all)});
}

Text last_part(const Text& address) {
  const std::string_view part = last_part(address.value);
  if (part.empty()) return {part, address.place};
  const auto skipped = static_cast<std::uint32_t>(part.data() - address.value.data());
  return {part, {address.place.file, address.place.offset + skipped}};
}

}  // namespace keuzekaart
