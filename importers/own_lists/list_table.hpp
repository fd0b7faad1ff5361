#pragma once
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "importers/xlsx/workbook.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart::own_lists {

/// What is wrong with a cell; said only when its column is used.
struct CellFault {
  Code code{};
  std::string variant;
  std::vector<std::string> arguments;
};

/// A list as a table, from whatever file: headings, and rows with a cell for every heading.
struct ListTable {
  std::vector<Text> header;
  std::vector<Text> cells;  ///< row after row
  std::vector<Place> rows;
  std::map<std::size_t, CellFault> faults;  ///< by number in `cells`

  std::size_t row_count() const { return rows.size(); }
  const Text& cell(std::size_t row, std::size_t column) const { return cells[row * header.size() + column]; }
  const CellFault* fault(std::size_t row, std::size_t column) const {
    const auto found = faults.find(row * header.size() + column);
    return found == faults.end() ? nullptr : &found->second;
  }
};

/// Which table in which file, as the description says.
struct TableRequest {
  Text file;                    ///< as written, with its place in the description
  std::string path;             ///< as seen from where the program runs
  Text sheet;                   ///< empty: the only one
  std::size_t heading_row = 0;  ///< counted from 1; 0: the row, of the first ones, that has most of the headings
  std::string_view encoding;    ///< empty: what the bytes say
  std::vector<std::string_view> headings;  ///< that the description names
};

/// Whether a heading is the one that is meant: case, blanks and punctuation aside.
bool same_heading(std::string_view heading, std::string_view wanted);

/// How many of the wanted headings there are.
std::size_t fitting_headings(std::span<const std::string_view> cells, std::span<const std::string_view> wanted);

/// Bytes of what may be a heading.
inline constexpr std::size_t longest_heading = 200;
/// Rows in which headings are looked for.
inline constexpr std::size_t heading_rows_looked_at = 50;
/// Cells of a table, at most.
inline constexpr std::size_t most_cells = 1'000'000;
/// Ties and roles of one description, at most: each may cost a message.
inline constexpr std::size_t most_ties = 200'000;

/// The bytes of a file, or nothing after saying why.
using OpenFile = std::function<std::optional<std::string>(const std::string& path, Diagnostics& diagnostics)>;

/// Files that are read in the place of those that a description names, by path.
using Instead = std::map<std::string, std::string>;

/// The files of one description. Each is read once, however many lists are in it, so that nothing is said twice.
/// Of a workbook the sheet counts that the description names, or the only one that is not hidden; one that keuzekaart
/// made is refused (K322).
class TableFiles {
 public:
  TableFiles(OpenFile open, Sources& sources, Diagnostics& diagnostics, Instead instead = {})
      : open_(std::move(open)), sources_(sources), diagnostics_(diagnostics), instead_(std::move(instead)) {}

  /// The table, or null after saying, with the place in the description, why there is none.
  const ListTable* table(const TableRequest& request);

  /// Makes the request one for the file that is read in the place of its own, if there is one.
  void redirect(TableRequest& request) const;

 private:
  struct File {
    FileId text = FileId::none;                ///< when it is one
    std::unique_ptr<xlsx::Workbook> workbook;  ///< else, unless it was refused
    bool refused = false;
    std::map<std::size_t, std::optional<ListTable>> tables;  ///< of a text, by where they start
    /// of a workbook, by sheet and row of headings
    std::map<std::pair<std::size_t, std::size_t>, std::optional<ListTable>> sheet_tables;
    std::map<std::size_t, std::optional<std::vector<xlsx::Row>>> rows;  ///< by sheet
  };
  File& file(const TableRequest& request);
  void load(File& file, const TableRequest& request, std::string bytes);
  const ListTable* text_table(File& file, const TableRequest& request);
  const ListTable* sheet_table(File& file, const TableRequest& request);

  OpenFile open_;
  Sources& sources_;
  Diagnostics& diagnostics_;
  Instead instead_;
  std::map<std::pair<std::string, std::string_view>, File> files_;  ///< by path and encoding
};

}  // namespace keuzekaart::own_lists
