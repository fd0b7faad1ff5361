#pragma once
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "modeler/source/place.hpp"
#include "modeler/source/text_pool.hpp"

namespace keuzekaart {

/// A place as a person reads it. Line and column count from 1; the column counts characters (code points), not bytes.
/// In a sheet of a workbook they are the row and the column of the cell.
struct Location {
  std::string_view path;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string_view sheet = {};  ///< its name, when the place is a cell
};

/// Where the text of a cell starts in the text that its sheet was laid out as. Rows and columns count from 1.
struct SheetCell {
  std::uint32_t offset = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
};

/// Every file that was read, with its text, and the characters of every value taken from it. Everything in the model
/// points in here, so `Sources` outlives the model. Paths are as the user gave them, never made absolute.
class Sources {
 public:
  /// Adds a file and returns its number. `text` is UTF-8; files over 4 GiB are refused by the readers beforehand.
  FileId add(std::string path, std::string text);

  /// Adds a sheet of the workbook at `path`. `text` has a line for every row, and in it every cell that a place may
  /// point to, as `cells` says, in the order of the text.
  FileId add_sheet(std::string path, std::string sheet, std::string text, std::vector<SheetCell> cells);

  std::string_view path(FileId file) const;
  std::string_view text(FileId file) const;
  std::size_t count() const { return files_.size(); }

  /// Path, line and column of a place, or its sheet and cell. A place past the end is the end of the file.
  Location locate(Place place) const;
  /// The whole line that holds the place, without its line end.
  std::string_view line(Place place) const;

  TextPool& pool() { return pool_; }

 private:
  struct File {
    std::string path;
    std::string text;
    mutable std::vector<std::uint32_t> line_starts;  ///< made when a place in the file is first asked for
    std::string sheet = {};                          ///< of a workbook, with its cells
    std::vector<SheetCell> cells = {};
  };
  /// Where the line that holds `offset` starts, and how many lines come before it.
  static std::pair<std::size_t, std::size_t> line_at(const File& file, std::size_t offset);
  std::deque<File> files_;
  TextPool pool_;
};

/// `path:line:column`, in a workbook `path:Sheet!C12` as spreadsheets write it, or an empty string for an unknown
/// place.
std::string to_string(const Location& location);
/// The path, in a workbook with the sheet: `path:Sheet`.
std::string file_of(const Location& location);
/// "C12"
std::string cell_name(std::uint32_t row, std::uint32_t column);

}  // namespace keuzekaart
