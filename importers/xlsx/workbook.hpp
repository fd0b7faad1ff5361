#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/sources.hpp"

/// Workbooks of spreadsheet programs: Office Open XML (.xlsx), as Excel, LibreOffice and libraries write it.
namespace keuzekaart::xlsx {

/// Something about a cell that makes its value unknown.
enum class CellTrouble : std::uint8_t {
  none,
  error,           ///< the spreadsheet shows an error (#N/A); the value is that error
  not_calculated,  ///< a formula without a saved result
  too_long,        ///< longer than `longest_cell`; the value is empty
  no_such_string   ///< refers to a text that the workbook does not have; the value is the number of it
};

/// Bytes of one cell, at most. Spreadsheets keep 32,767 characters.
inline constexpr std::size_t longest_cell = std::size_t{100} * 1000;

/// A cell that holds something. Values are as a person types them: text as it is, a number without noise ("10", "0.1"),
/// with the zeros in front that its format shows, a day as 2026-11-02, a time as 14:30, and ja or nee.
struct Cell {
  std::uint32_t column = 0;  ///< from 1
  CellTrouble trouble = CellTrouble::none;
  std::string_view value;
};

/// A row with cells, in the order of their columns.
struct Row {
  std::uint32_t number = 0;  ///< from 1
  std::vector<Cell> cells;

  /// The cell in this column, or null.
  const Cell* cell(std::uint32_t column) const;
};

struct SheetInfo {
  std::string name;
  bool hidden = false;
  std::string part;  ///< its file in the archive
};

/// A workbook that passed the guards of its archive. Parts are read when they are asked for.
class Workbook {
 public:
  /// Null when it is no archive or no workbook: what `ZipArchive` and `outline_xml` say, K329 for a part that is not
  /// there and for a workbook without sheets, K333 for another form of archive. `place` is where the file is named, if
  /// anywhere.
  static std::unique_ptr<Workbook> open(const std::string& path, std::string bytes, Place place, Sources& sources,
                                        Diagnostics& diagnostics);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// The sheets with cells, in the order of the workbook.
  const std::vector<SheetInfo>& sheets() const;
  /// Whether keuzekaart wrote it.
  bool is_own() const;
  std::size_t string_count() const;

  /// The rows of a sheet that hold anything, in order. A cell that is merged over several rows stands in each of them
  /// that has other cells. Nothing when a guard refuses the sheet; cells that are none are said (K329) and left out.
  std::optional<std::vector<Row>> read(const SheetInfo& sheet);

 private:
  struct Impl;
  explicit Workbook(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Whether an archive with files of these names is a workbook that can be read.
bool looks_like_workbook(const std::vector<std::string>& entries);

}  // namespace keuzekaart::xlsx
