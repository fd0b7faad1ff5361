#include "cli/shown_table.hpp"

#include <fmt/format.h>

#include "cli/text_layout.hpp"
#include "exporters/csv_table.hpp"
#include "exporters/json_table.hpp"
#include "exporters/text_table.hpp"

namespace keuzekaart {

std::string shown_table(const Table& table, std::string_view form, const Sources& sources) {
  if (form == "csv") return csv_table(table);
  if (form == "json") return json_tables({&table, 1}, sources);
  if (table.rows.empty()) return fmt::format("{}\n\n{}", table.title, wrap(table.explanation));
  return fmt::format("{}\n{}", text_table(table), wrap(table.explanation));
}

}  // namespace keuzekaart
