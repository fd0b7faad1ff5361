#pragma once
#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/tables/gathered.hpp"
#include "modeler/tables/table_registry.hpp"

namespace keuzekaart {

/// The shown text of a closed-list value ("partijsoort.gemeente" in the labels); empty for an unset one.
template <class Value>
std::string label_of(const Labels& labels, Value value) {
  const std::string_view word = word_of(value);
  return word.empty() ? std::string() : labels.get(std::string(Vocabulary<Value>::name) + "." + std::string(word));
}
std::string label_of(const Labels& labels, PartyKind value);

/// Every shown text of a closed list, in the list's order: what a cell of the column may hold.
template <class Value>
std::vector<std::string> allowed_labels(const Labels& labels) {
  std::vector<std::string> all;
  for (const auto& row : Vocabulary<Value>::words) all.push_back(label_of(labels, row.value));
  return all;
}

/// Puts a table together: sheet name, title and explanation from the labels `tabel.<key>.*`, headings from
/// `kolom.<key>`.
class TableMaker {
 public:
  TableMaker(const TableContext& context, std::string_view key);

  const TableContext& context() const { return context_; }
  const Model& model() const { return context_.model; }
  const Labels& labels() const { return context_.labels; }

  /// Adds a column; the returned column may be adjusted at once.
  Column& column(std::string_view key, double width);
  /// A column with a closed list that a person may fill in.
  template <class Value>
  void choice_column(std::string_view key, double width) {
    Column& made = column(key, width);
    made.allowed = allowed_labels<Value>(labels());
    made.fill_in = true;
  }

  Row& row(std::string code);
  Table finish(std::string_view title_key, std::initializer_list<std::string> arguments);
  /// The explanation when it needs another text than `tabel.<key>.uitleg`.
  void explain(std::string_view key, std::initializer_list<std::string> arguments);
  /// The columns after this one are on the sheet but not printed.
  void print_up_to(std::string_view last_key);
  void small_paper() { table_.large_paper = false; }

 private:
  TableContext context_;
  Table table_;
};

/// A value as read; empty when nothing was read, and then `where` says where was looked.
Cell read_cell(const Text& text, const Trace& where, CellMark when_empty = CellMark::plain);
/// A whole number as a number, anything else that was read as text.
Cell number_cell(const Text& text, const Trace& where, CellMark when_empty = CellMark::plain);
/// A date as a date, anything else that was read as text.
Cell date_cell(const Text& text, const Trace& where, CellMark when_empty = CellMark::plain);
/// A closed-list value.
template <class Value>
Cell choice_cell(const Labels& labels, Value value, const Trace& where, CellMark when_empty = CellMark::plain) {
  const std::string text = label_of(labels, value);
  return text.empty() ? Cell::empty(where, when_empty) : Cell::text(text, where);
}

/// What a derivation rule says, from the labels A00, A01, ...
std::string rule_text(const Labels& labels, Derivation rule);

/// "12" or, in Dutch, "1.214": for titles.
std::string count_text(const Labels& labels, std::size_t number);

}  // namespace keuzekaart
