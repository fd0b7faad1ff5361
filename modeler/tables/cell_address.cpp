#include "modeler/tables/cell_address.hpp"

#include <algorithm>
#include <optional>

#include "modeler/diagnostics/nearest.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t most_names = 3;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, [](char x, char y) { return lower(x) == lower(y); });
}

const Table* find_table(std::span<const Table> tables, std::string_view name) {
  for (const Table& table : tables)
    if (same_name(table.key, name) || same_name(table.sheet, name)) return &table;
  return nullptr;
}

CellLookup failed(CellLookup so_far, CellLookup::Problem problem, std::string_view word,
                  const std::vector<std::string_view>& known) {
  so_far.problem = problem;
  so_far.nearest = nearest_names(word, known, most_names);
  return so_far;
}

CellLookup no_table(std::span<const Table> tables, std::string_view name, bool as_sheet) {
  std::vector<std::string_view> known;
  for (const Table& table : tables) known.push_back(as_sheet ? table.sheet : table.key);
  return failed({}, CellLookup::Problem::no_table, name, known);
}

struct Spot {
  std::size_t row = 0;
  std::size_t column = 0;
};

/// "C12" as row and column counted from 0; dollar signs are left out.
std::optional<Spot> parse_spot(std::string_view text) {
  std::size_t letters = 0;
  std::size_t digits = 0;
  Spot spot;
  for (const char c : text) {
    const char small = lower(c);
    if (c == '$') continue;
    if (small >= 'a' && small <= 'z' && digits == 0 && letters < 3) {
      spot.column = spot.column * 26 + static_cast<std::size_t>(small - 'a' + 1);
      ++letters;
    } else if (c >= '0' && c <= '9' && letters != 0 && digits < 7) {
      spot.row = spot.row * 10 + static_cast<std::size_t>(c - '0');
      ++digits;
    } else {
      return std::nullopt;
    }
  }
  if (letters == 0 || spot.row == 0) return std::nullopt;
  return Spot{spot.row - 1, spot.column - 1};
}

CellLookup by_sheet(std::span<const Table> tables, std::string_view sheet, std::string_view cell) {
  if (sheet.size() >= 2 && sheet.front() == '\'' && sheet.back() == '\'') sheet = sheet.substr(1, sheet.size() - 2);
  CellLookup found;
  const std::optional<Spot> spot = parse_spot(cell);
  if (!spot) return failed({}, CellLookup::Problem::not_an_address, {}, {});
  found.table = find_table(tables, sheet);
  if (found.table == nullptr) return no_table(tables, sheet, true);
  const bool is_data = spot->row >= sheet_first_data_row && spot->row - sheet_first_data_row < found.table->rows.size();
  if (!is_data) return failed(found, CellLookup::Problem::no_row, {}, {});
  found.row = &found.table->rows[spot->row - sheet_first_data_row];
  found.column = spot->column;
  if (spot->column >= found.row->cells.size()) return failed(found, CellLookup::Problem::no_column, {}, {});
  return found;
}

CellLookup by_key(std::span<const Table> tables, std::string_view key, std::string_view rest) {
  CellLookup found;
  found.table = find_table(tables, key);
  if (found.table == nullptr) return no_table(tables, key, false);
  // Codes and column keys may hold a colon themselves: the longest code that fits counts.
  for (const Row& row : found.table->rows) {
    const bool fits =
        rest.size() > row.code.size() && rest[row.code.size()] == ':' && rest.substr(0, row.code.size()) == row.code;
    if (fits && (found.row == nullptr || row.code.size() > found.row->code.size())) found.row = &row;
  }
  if (found.row == nullptr) {
    std::vector<std::string_view> known;
    for (const Row& row : found.table->rows) known.push_back(row.code);
    return failed(found, CellLookup::Problem::no_row, rest.substr(0, rest.rfind(':')), known);
  }
  const std::string_view column = rest.substr(found.row->code.size() + 1);
  if (const auto number = found.table->find_column(column)) {
    found.column = *number;
    return found;
  }
  std::vector<std::string_view> known;
  for (const Column& made : found.table->columns) known.push_back(made.key);
  return failed(found, CellLookup::Problem::no_column, column, known);
}

}  // namespace

CellLookup find_cell(std::span<const Table> tables, std::string_view address) {
  if (const std::size_t mark = address.rfind('!'); mark != std::string_view::npos)
    return by_sheet(tables, address.substr(0, mark), address.substr(mark + 1));
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos || address.find(':', colon + 1) == std::string_view::npos)
    return failed({}, CellLookup::Problem::not_an_address, {}, {});
  return by_key(tables, address.substr(0, colon), address.substr(colon + 1));
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t left = column + 1; left != 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters;
}

std::string cell_address(const Table& table, std::size_t row, std::size_t column) {
  return table.sheet + "!" + column_letters(column) + std::to_string(row + sheet_first_data_row + 1);
}

}  // namespace keuzekaart
