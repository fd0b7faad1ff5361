#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace keuzekaart {

/// Text that a scanner reads: a file's own text, or a quoted cell that turned out to hold a whole row. Knows which byte
/// of the file every character comes from.
class CsvText {
 public:
  explicit CsvText(std::string_view characters) : characters_(characters) {}
  /// `characters[i]` stands at `offsets[i]` in the file; `offsets` has one entry more, for the end.
  CsvText(std::string_view characters, std::vector<std::uint32_t> offsets)
      : characters_(characters), offsets_(std::move(offsets)) {}

  std::string_view characters() const { return characters_; }
  std::uint32_t offset(std::size_t index) const {
    return offsets_.empty() ? static_cast<std::uint32_t>(index) : offsets_[index];
  }

 private:
  std::string_view characters_;
  std::vector<std::uint32_t> offsets_;
};

/// One cell of a row: a range of the text, without its quotes.
struct CsvCell {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool quoted = false;
  bool doubled_quotes = false;  ///< holds "" that stand for one quote

  /// The characters of the cell, with "" as one quote.
  std::string unescaped(std::string_view text) const;
};

enum class CsvProblem : std::uint8_t { unclosed_quote, stray_quote };

/// One row as it stands in the text. A row may run over several lines.
struct CsvRecord {
  std::size_t begin = 0;
  std::size_t end = 0;    ///< before the line end
  bool too_long = false;  ///< the row or one of its cells passes the limit; it was skipped and has no cells
  std::vector<CsvCell> cells;
  struct Finding {
    CsvProblem problem;
    std::size_t at;
  };
  std::vector<Finding> findings;

  /// No cell holds anything.
  bool blank() const;
};

struct CsvScanLimits {
  std::size_t cell = std::size_t{100} * 1000;  ///< bytes
  std::size_t row = std::size_t{1000} * 1000;  ///< bytes
};

/// Cuts text into rows and cells (RFC 4180, with any of \n, \r\n and \r as line end). Never fails: a quote that is not
/// closed is a character like any other, and the row ends with its line.
class CsvScanner {
 public:
  CsvScanner(std::string_view text, char delimiter, const CsvScanLimits& limits, std::size_t from = 0)
      : text_(text), delimiter_(delimiter), limits_(limits), at_(from) {}

  /// The next row; false at the end of the text. `record` is used again to spare memory.
  bool next(CsvRecord& record);

 private:
  bool ends_cell(std::size_t at) const;
  bool ends_row(std::size_t at) const;
  void scan_cell(CsvRecord& record);
  void scan_plain(CsvRecord& record, std::size_t begin);
  void scan_quoted(CsvRecord& record);
  void skip_line_end();

  std::string_view text_;
  char delimiter_;
  CsvScanLimits limits_;
  std::size_t at_;
};

}  // namespace keuzekaart
