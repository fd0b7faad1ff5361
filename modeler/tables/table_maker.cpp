#include "modeler/tables/table_maker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace keuzekaart {

std::string label_of(const Labels& labels, PartyKind value) {
  if (value == PartyKind::role) return labels.get("partijsoort.rol");
  const std::string_view word = word_of(value);
  return word.empty() ? std::string() : labels.get("partijsoort." + std::string(word));
}

TableMaker::TableMaker(const TableContext& context, std::string_view key) : context_(context) {
  table_.key = key;
  table_.sheet = labels().get(fmt::format("tabel.{}.blad", key));
  table_.explanation = labels().get(fmt::format("tabel.{}.uitleg", key));
}

Column& TableMaker::column(std::string_view key, double width) {
  return table_.columns.emplace_back(
      Column{std::string(key), labels().get(fmt::format("kolom.{}", key)), width, {}, false, true});
}

Row& TableMaker::row(std::string code) {
  Row& made = table_.rows.emplace_back(Row{std::move(code), {}});
  made.cells.reserve(table_.columns.size());
  return made;
}

Table TableMaker::finish(std::string_view title_key, std::initializer_list<std::string> arguments) {
  // "1 van de 12 processen wisselt", not "wisselen".
  std::string key(title_key);
  if (arguments.size() != 0 && *arguments.begin() == "1" && labels().has(key + "-een")) key += "-een";
  table_.title = labels().fill(key, arguments);
  return std::move(table_);
}

void TableMaker::explain(std::string_view key, std::initializer_list<std::string> arguments) {
  table_.explanation = labels().fill(key, arguments);
}

void TableMaker::print_up_to(std::string_view last_key) {
  bool printed = true;
  for (Column& made : table_.columns) {
    made.on_paper = printed;
    printed = printed && made.key != last_key;
  }
}

Cell read_cell(const Text& text, const Trace& where, CellMark when_empty) {
  if (text.empty()) return Cell::empty(where, when_empty);
  return Cell::text(std::string(text.value), text.place.known() ? Trace::read_at(text.place) : where);
}

Cell number_cell(const Text& text, const Trace& where, CellMark when_empty) {
  double number = 0;
  const char* end = text.value.data() + text.value.size();
  const bool whole = !text.empty() && text.value.size() <= 15 &&
                     std::ranges::all_of(text.value, [](char c) { return c >= '0' && c <= '9'; }) &&
                     std::from_chars(text.value.data(), end, number).ptr == end;
  if (!whole) return read_cell(text, where, when_empty);
  return Cell::number(number, text.place.known() ? Trace::read_at(text.place) : where);
}

Cell date_cell(const Text& text, const Trace& where, CellMark when_empty) {
  if (text.empty()) return Cell::empty(where, when_empty);
  return Cell::date(std::string(text.value), text.place.known() ? Trace::read_at(text.place) : where);
}

std::string rule_text(const Labels& labels, Derivation rule) {
  return labels.get(fmt::format("A{:02}", static_cast<unsigned>(rule)));
}

std::string count_text(const Labels& labels, std::size_t number) {
  const std::string digits = std::to_string(number);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && (digits.size() - i) % 3 == 0) out += labels.language() == Language::nl ? '.' : ',';
    out += digits[i];
  }
  return out;
}

}  // namespace keuzekaart
