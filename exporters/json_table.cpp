#include "exporters/json_table.hpp"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "exporters/workbook_text.hpp"

namespace keuzekaart {

namespace {

void add_string(std::string& out, std::string_view raw) {
  out += '"';
  for (const char c : valid_utf8(raw)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\')
      out += std::string("\\") + c;
    else if (c == '\n')
      out += "\\n";
    else if (byte < 0x20)
      out += fmt::format("\\u{:04x}", byte);
    else
      out += c;
  }
  out += '"';
}

void add_pair(std::string& out, std::string_view key, std::string_view value) {
  add_string(out, key);
  out += ": ";
  add_string(out, value);
}

std::string_view word_of_mark(CellMark mark) {
  constexpr std::string_view words[] = {"",       "gat",      "voorstel", "nieuw",      "vervalt",
                                        "anders", "invullen", "let-op",   "afgehandeld"};
  return words[static_cast<std::size_t>(mark)];
}

/// Lines are counted from the start of a file, so every place is located once: many cells share one.
class Places {
 public:
  explicit Places(const Sources& sources) : sources_(sources) {}

  const std::string& text_of(Place place) {
    const auto [found, is_new] = texts_.try_emplace(place);
    if (is_new) found->second = to_string(sources_.locate(place));
    return found->second;
  }

 private:
  const Sources& sources_;
  std::map<Place, std::string> texts_;
};

void add_cell(std::string& out, const Column& column, const Cell& cell, Places& places) {
  add_string(out, column.key);
  out += ": {\"waarde\": ";
  if (cell.kind() == CellKind::empty)
    out += "null";
  else if (cell.kind() == CellKind::number)
    out += std::isfinite(cell.as_number()) ? cell.value() : "null";
  else
    add_string(out, cell.value());
  if (cell.mark() != CellMark::plain) {
    out += ", ";
    add_pair(out, "teken", word_of_mark(cell.mark()));
  }
  out += ", ";
  add_pair(out, "regel", fmt::format("A{:02}", static_cast<unsigned>(cell.trace().rule)));
  out += ", \"plaatsen\": [";
  bool first = true;
  for (const Place place : cell.trace().places) {
    if (!place.known()) continue;
    if (!first) out += ", ";
    first = false;
    add_string(out, places.text_of(place));
  }
  out += "]}";
}

void add_table(std::string& out, const Table& table, Places& places) {
  out += "  {";
  add_pair(out, "tabel", table.key);
  out += ", ";
  add_pair(out, "blad", table.sheet);
  out += ",\n   ";
  add_pair(out, "titel", table.title);
  out += ",\n   ";
  add_pair(out, "uitleg", table.explanation);
  out += ",\n   \"kolommen\": [";
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    out += c == 0 ? "{" : ", {";
    add_pair(out, "kolom", table.columns[c].key);
    out += ", ";
    add_pair(out, "kop", table.columns[c].heading);
    out += '}';
  }
  out += "],\n   \"rijen\": [";
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    out += r == 0 ? "\n     {" : ",\n     {";
    add_pair(out, "rij", table.rows[r].code);
    out += ", \"cellen\": {";
    for (std::size_t c = 0; c < table.rows[r].cells.size(); ++c) {
      if (c != 0) out += ", ";
      add_cell(out, table.columns[c], table.rows[r].cells[c], places);
    }
    out += "}}";
  }
  out += "]}";
}

}  // namespace

std::string json_tables(std::span<const Table> tables, const Sources& sources) {
  Places places(sources);
  std::string out = "[\n";
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (i != 0) out += ",\n";
    add_table(out, tables[i], places);
  }
  out += "\n]\n";
  return out;
}

}  // namespace keuzekaart
