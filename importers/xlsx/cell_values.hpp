#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keuzekaart::xlsx {

/// What a number means in a cell, by the cell's number format.
struct NumberForm {
  enum class Kind : std::uint8_t { plain, date, time, date_and_time };
  Kind kind = Kind::plain;
  std::size_t digits = 0;  ///< whole numbers are shown with at least as many: the format is 000
};

/// The form of a format that every workbook has, by its number.
NumberForm form_of(std::uint32_t built_in);
/// The form of a format code such as `dd-mm-yyyy;@`.
NumberForm form_of(std::string_view code);

/// A number as a person types it; the text itself when it is no number.
std::string number_text(std::string_view raw, NumberForm form, bool since_1904);

/// Text without the escapes with which workbooks write characters that XML does not know (_x000D_).
std::string unescaped(std::string_view text);

/// The row and column of "C12"; nothing when that is no cell of a sheet (XFD1048576 is the last).
struct CellAddress {
  std::uint32_t row = 0, column = 0;
};
std::optional<CellAddress> cell_address(std::string_view name);

inline constexpr std::uint32_t last_row = 1'048'576;
inline constexpr std::uint32_t last_column = 16'384;

}  // namespace keuzekaart::xlsx
