#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/tables/table.hpp"

namespace keuzekaart {

/// Where things stand on a sheet, counted from 0: the title, the explanation, an empty row, the headings, the data.
inline constexpr std::size_t sheet_title_row = 0;
inline constexpr std::size_t sheet_explanation_row = 1;
inline constexpr std::size_t sheet_heading_row = 3;
inline constexpr std::size_t sheet_first_data_row = 4;

struct CellLookup {
  enum class Problem : std::uint8_t {
    none,
    not_an_address,  ///< neither Processen!C12 nor processen:code:kolom
    no_table,        ///< no such sheet or table
    no_row,          ///< no such code, or a row without data
    no_column        ///< no such column
  };

  Problem problem = Problem::none;
  const Table* table = nullptr;  ///< known as far as the address was right
  const Row* row = nullptr;
  std::size_t column = 0;
  std::vector<std::string> nearest;  ///< near names for the part that was wrong, nearest first

  bool found() const { return problem == Problem::none; }
  const Cell& cell() const { return row->cells[column]; }
};

/// The cell at "Processen!C12" (sheet and cell as the workbook lays them out; quotes around the sheet may be there) or
/// "processen:toegang-jeugd:uitvoerder-ist" (key or sheet name of the table, code of the row, key or heading of the
/// column; capitals aside in the names of sheets and tables).
CellLookup find_cell(std::span<const Table> tables, std::string_view address);

/// "Processen!C12" for a row and column of the data, counted from 0.
std::string cell_address(const Table& table, std::size_t row, std::size_t column);
/// "A", "Z", "AA", ... for a column counted from 0.
std::string column_letters(std::size_t column);

}  // namespace keuzekaart
