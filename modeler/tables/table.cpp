#include "modeler/tables/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace keuzekaart {

namespace {

bool is_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  return std::ranges::all_of(text, [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
}

}  // namespace

Cell Cell::text(std::string value, Trace trace, CellMark mark) {
  if (value.empty()) return empty(std::move(trace), mark);
  return {CellKind::text, std::move(value), 0, std::move(trace), mark};
}

Cell Cell::number(double value, Trace trace, CellMark mark) {
  return {CellKind::number, fmt::format("{}", value), value, std::move(trace), mark};
}

Cell Cell::date(std::string iso, Trace trace, CellMark mark) {
  if (!is_iso_date(iso)) return text(std::move(iso), std::move(trace), mark);
  return {CellKind::date, std::move(iso), 0, std::move(trace), mark};
}

Cell Cell::empty(Trace trace, CellMark mark) { return {CellKind::empty, {}, 0, std::move(trace), mark}; }

const Row* Table::find_row(std::string_view code) const {
  const auto found = std::ranges::find(rows, code, &Row::code);
  return found == rows.end() ? nullptr : &*found;
}

std::optional<std::size_t> Table::find_column(std::string_view key_or_heading) const {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].key == key_or_heading || columns[i].heading == key_or_heading) return i;
  return std::nullopt;
}

}  // namespace keuzekaart
