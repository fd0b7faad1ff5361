#include "exporters/csv_table.hpp"

#include <string_view>

#include "exporters/workbook_text.hpp"

namespace keuzekaart {

namespace {

void add_field(std::string& out, std::string_view raw, bool is_text, bool first) {
  if (!first) out += ',';
  std::string text = valid_utf8(raw);
  constexpr std::string_view formula = "=+-@\t\r";
  if (is_text && !text.empty() && formula.find(text.front()) != std::string_view::npos) text.insert(text.begin(), '\'');
  if (text.find_first_of(",\"\r\n") == std::string::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  out += '"';
}

}  // namespace

std::string csv_table(const Table& table) {
  std::string out = "\xEF\xBB\xBF";
  add_field(out, "rij", true, true);
  for (const Column& column : table.columns) add_field(out, column.key, true, false);
  out += "\r\n";
  for (const Row& row : table.rows) {
    add_field(out, row.code, true, true);
    for (const Cell& cell : row.cells) add_field(out, cell.value(), cell.kind() == CellKind::text, false);
    out += "\r\n";
  }
  return out;
}

}  // namespace keuzekaart
