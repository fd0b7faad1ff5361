#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "importers/csv_scanner.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// Limits against hostile tables. A file or row that passes one is refused with a message.
struct CsvLimits {
  std::size_t bytes = std::size_t{512} * 1024 * 1024;
  std::size_t columns = 1000;
  std::size_t cells = 2'000'000;  ///< what comes after them is not read: each costs memory, and so does a message
  CsvScanLimits scan;
};

/// A table of text as read: a header, and rows that have exactly one cell for every heading (a row with too few is
/// filled up with empty cells, and said). Every cell knows where its first character stands, after its quote.
class CsvTable {
 public:
  FileId file() const { return file_; }
  char delimiter() const { return delimiter_; }
  std::span<const Text> header() const { return header_; }
  std::size_t row_count() const { return places_.size(); }
  std::span<const Text> row(std::size_t index) const {
    return std::span<const Text>(cells_).subspan(index * header_.size(), header_.size());
  }
  Place row_place(std::size_t index) const { return places_[index]; }

  /// The column with this heading, ASCII case aside; of two the first.
  std::optional<std::size_t> column(std::string_view heading) const;

 private:
  friend class CsvReading;
  FileId file_ = FileId::none;
  char delimiter_ = ',';
  std::vector<Text> header_;
  std::vector<Text> cells_;
  std::vector<Place> places_;
};

/// Reads a whole table. The delimiter (comma, semicolon or tab) is the one that the first line uses most. Blank rows
/// are passed over. Damage that spreadsheets do is repaired and said: a table with commas that was saved again with
/// semicolons (`;;` behind every line: K312, once), and each row that was quoted whole (K313).
/// What cannot be repaired is said where it stands, and every row that can be read is read: too few or too many cells
/// (K305, K306), a quote that is not closed (K307) or not doubled (K308), control characters (K309), a row without an
/// end (K310), more cells than the limit (K109). Nothing with K301 when there is no header. What stands before the
/// byte `from` of the text is passed over.
std::optional<CsvTable> parse_csv(FileId file, Sources& sources, Diagnostics& diagnostics, const CsvLimits& limits = {},
                                  std::size_t from = 0);

/// Adds a file of text that does not say its encoding, as UTF-8: by byte order mark, else UTF-8, else windows-1252
/// (K303 says so); a file that is UTF-8 for the greater part keeps being UTF-8, with K304 where it is not.
FileId add_csv(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics);

/// Reads a file, converts it to UTF-8 as `add_csv` does, and parses it.
std::optional<CsvTable> read_csv(const std::string& path, Sources& sources, Diagnostics& diagnostics,
                                 const CsvLimits& limits = {});

/// The same from the bytes of a file; `path` is only shown.
std::optional<CsvTable> read_csv_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics,
                                       const CsvLimits& limits = {});

/// The header's cells of the first line of `head`, for recognisers: no messages, nothing is kept.
std::vector<std::string> csv_header(std::string_view head);

}  // namespace keuzekaart
