#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/model/trace.hpp"

/// A table as it is shown: in the workbook, on the screen, in CSV. What is shown is decided once, here; exporters only
/// draw it. Texts are already in the language asked for; codes stay text, dates are dates, numbers are numbers.
namespace keuzekaart {

enum class CellKind : std::uint8_t { empty, text, number, date };

/// What a cell says beside its value. An exporter shows it with text or a sign as well as colour.
enum class CellMark : std::uint8_t {
  plain,
  gap,       ///< something that should be there is missing; the text says what
  proposal,  ///< proposed, not confirmed
  added,     ///< only in SOLL
  ended,     ///< only in IST
  changed,   ///< differs between IST and SOLL
  fill_in,   ///< a person may fill this in
  warning,   ///< needs attention
  settled    ///< accepted or resolved, does not count
};

/// One cell. It cannot be made without a trace: even an empty cell says where was looked.
class Cell {
 public:
  static Cell text(std::string value, Trace trace, CellMark mark = CellMark::plain);
  static Cell number(double value, Trace trace, CellMark mark = CellMark::plain);
  /// `iso` is yyyy-mm-dd; anything else becomes a text cell.
  static Cell date(std::string iso, Trace trace, CellMark mark = CellMark::plain);
  static Cell empty(Trace trace, CellMark mark = CellMark::plain);

  CellKind kind() const { return kind_; }
  CellMark mark() const { return mark_; }
  /// Text and date as written (a date as yyyy-mm-dd), a number in the shortest form that reads back the same.
  const std::string& value() const { return value_; }
  double as_number() const { return number_; }
  const Trace& trace() const { return trace_; }

 private:
  Cell(CellKind kind, std::string value, double number, Trace trace, CellMark mark)
      : kind_(kind), mark_(mark), value_(std::move(value)), number_(number), trace_(std::move(trace)) {}

  CellKind kind_;
  CellMark mark_;
  std::string value_;
  double number_;
  Trace trace_;
};

struct Column {
  std::string key;      ///< stable, the same in every language: "uitvoerder-ist"
  std::string heading;  ///< as shown
  double width = 14;    ///< in characters, a good first guess; exporters may not go below the longest word
  std::vector<std::string> allowed = {};  ///< closed list for validation, empty when free
  bool fill_in = false;                   ///< a person may fill in cells of this column
  bool on_paper = true;                   ///< false: on the sheet, past what is printed
};

struct Row {
  std::string code;         ///< key of the row: what `trace` and the round trip use
  std::vector<Cell> cells;  ///< one per column
};

struct Table {
  std::string key;          ///< stable: "processen"
  std::string sheet;        ///< name of the sheet, at most 31 characters, none of []:*?/\ .
  std::string title;        ///< a sentence that states the message: "12 van 40 processen wisselen van uitvoerder"
  std::string explanation;  ///< one or two sentences for the reader
  std::vector<Column> columns;
  std::vector<Row> rows;
  bool large_paper = true;  ///< A3 landscape; false: A4 landscape

  const Row* find_row(std::string_view code) const;
  std::optional<std::size_t> find_column(std::string_view key_or_heading) const;
};

}  // namespace keuzekaart
