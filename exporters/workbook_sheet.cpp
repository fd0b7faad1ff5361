#include "exporters/workbook_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

#include "exporters/marks.hpp"
#include "exporters/workbook_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/tables/cell_address.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t most_units = 32767;  // of a cell, in UTF-16 units
constexpr double line_height = 12.75;      // points, Arial 10
constexpr double highest_row = 409;        // points, Excel's limit
constexpr double narrow_column = 7;        // columns up to this width have turned headings and centred cells
constexpr double widest_column = 70;

lxw_row_t row_of(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t col_of(std::size_t column) { return static_cast<lxw_col_t>(column); }

bool is_narrow(const Column& column) { return column.width <= narrow_column; }

/// Header and footer codes begin with &; 255 characters at most.
std::string header_text(std::string_view text) {
  std::string out;
  for (const char c : utf16_prefix(text, 70)) out += c == '&' ? std::string("&&") : std::string(1, c == '\n' ? ' ' : c);
  // A digit right after a font size would be read as part of it.
  return out;
}

class TableSheet {
 public:
  TableSheet(const SheetContext& context, lxw_worksheet* sheet, const std::string& name, const Table& table)
      : context_(context), sheet_(sheet), name_(name), table_(table) {}

  void write() {
    for (std::size_t c = 0; c < table_.columns.size(); ++c) widths_.push_back(width_of(c));
    set_columns();
    write_top();
    write_headings();
    for (std::size_t r = 0; r < table_.rows.size(); ++r) write_row(r);
    set_validation();
    finish();
  }

 private:
  double width_of(std::size_t c) const {
    const Column& column = table_.columns[c];
    if (is_narrow(column)) return column.width;
    // The filter's button takes room in the heading.
    double widest = widest_word(column.heading) * 1.1 + 3;
    for (const Row& row : table_.rows) {
      const Cell& cell = row.cells[c];
      const double sign = text_width(sign_of(cell.mark()));
      widest = std::max(widest, widest_word(cell.value()) + sign + 1.5);
    }
    return std::min(std::max(column.width, widest), std::max(column.width, widest_column));
  }

  /// Nothing stands in the column and nothing is asked for: it is there for who unhides it, and takes no room. The
  /// first column holds the title and stays.
  bool is_idle(std::size_t c) const {
    return c != 0 && !table_.rows.empty() && std::ranges::all_of(table_.rows, [c](const Row& row) {
             return row.cells[c].kind() == CellKind::empty && row.cells[c].mark() == CellMark::plain;
           });
  }

  void set_columns() {
    for (std::size_t c = 0; c < widths_.size(); ++c) {
      lxw_row_col_options options{};
      options.hidden = is_idle(c) ? LXW_TRUE : LXW_FALSE;
      check_workbook(worksheet_set_column_opt(sheet_, col_of(c), col_of(c), widths_[c], nullptr, &options), name_);
      if (options.hidden == LXW_TRUE) widths_[c] = 0;
    }
  }

  std::size_t printed_columns() const {
    const auto printed = static_cast<std::size_t>(std::ranges::count_if(table_.columns, &Column::on_paper));
    return std::max<std::size_t>(printed, 1);
  }

  void write_top() {
    double across = 0;
    for (std::size_t c = 0; c < printed_columns(); ++c) across += widths_[c];
    const std::string title = workbook_text(table_.title);
    check_workbook(worksheet_set_row(sheet_, row_of(sheet_title_row), 26, nullptr), name_);
    check_workbook(worksheet_write_string(sheet_, row_of(sheet_title_row), 0, title.c_str(), context_.formats.title()),
                   name_);
    const std::string text = workbook_text(table_.explanation);
    const double height = static_cast<double>(wrapped_lines(text, across * 0.95)) * line_height + 3;
    check_workbook(worksheet_set_row(sheet_, row_of(sheet_explanation_row), std::min(height, highest_row), nullptr),
                   name_);
    if (printed_columns() > 1)
      check_workbook(worksheet_merge_range(sheet_, row_of(sheet_explanation_row), 0, row_of(sheet_explanation_row),
                                           col_of(printed_columns() - 1), text.c_str(), context_.formats.explanation()),
                     name_);
    else
      check_workbook(worksheet_write_string(sheet_, row_of(sheet_explanation_row), 0, text.c_str(),
                                            context_.formats.explanation()),
                     name_);
    if (name_ != context_.guide_sheet && !context_.guide_sheet.empty()) {
      const std::string link = "internal:'" + context_.guide_sheet + "'!A1";
      const std::string words = context_.labels.get("werkmap.terug");
      check_workbook(worksheet_write_url_opt(sheet_, row_of(sheet_explanation_row + 1), 0, link.c_str(),
                                             context_.formats.link(), words.c_str(), nullptr),
                     name_);
    }
  }

  void write_headings() {
    double height = 2 * line_height;
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const Column& column = table_.columns[c];
      const bool turned = is_narrow(column);
      const std::string heading = workbook_text(column.heading);
      double needed = 0;  // a hidden column asks for nothing
      if (turned)
        needed = std::min(text_width(heading) * 5.8 + 12, 200.0);
      else if (widths_[c] != 0)
        needed = static_cast<double>(wrapped_lines(heading, widths_[c] * 0.85 - 2)) * line_height + 6;
      height = std::max(height, needed);
      check_workbook(worksheet_write_string(sheet_, row_of(sheet_heading_row), col_of(c), heading.c_str(),
                                            context_.formats.heading(turned, column.fill_in)),
                     name_);
    }
    check_workbook(worksheet_set_row(sheet_, row_of(sheet_heading_row), std::min(height, highest_row), nullptr), name_);
  }

  void write_row(std::size_t r) {
    const Row& row = table_.rows[r];
    std::size_t lines = 1;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const Cell& cell = row.cells[c];
      if (widths_[c] == 0) {
        write_cell(r, c, cell);
        continue;
      }
      const double room = std::max(widths_[c] - 1.2 - text_width(sign_of(cell.mark())), 2.0);
      if (cell.kind() == CellKind::text && table_.columns[c].on_paper)
        lines = std::max(lines, wrapped_lines(cell.value(), room));
      write_cell(r, c, cell);
    }
    const double height = std::min(static_cast<double>(lines) * line_height + 2.5, highest_row);
    check_workbook(worksheet_set_row(sheet_, row_of(r + sheet_first_data_row), height, nullptr), name_);
  }

  void write_cell(std::size_t r, std::size_t c, const Cell& cell) {
    const lxw_row_t row = row_of(r + sheet_first_data_row);
    const lxw_col_t column = col_of(c);
    const Column& shown = table_.columns[c];
    lxw_format* format = context_.formats.cell(cell.kind(), cell.mark(), is_narrow(shown), shown.on_paper);
    switch (cell.kind()) {
      case CellKind::empty:
        check_workbook(worksheet_write_blank(sheet_, row, column, format), name_);
        return;
      case CellKind::number:
        if (std::isfinite(cell.as_number())) {
          check_workbook(worksheet_write_number(sheet_, row, column, cell.as_number(), format), name_);
          return;
        }
        break;
      case CellKind::date:
        if (write_date(row, column, cell.value(), format)) return;
        break;
      case CellKind::text:
        break;
    }
    write_text(r, c, cell, format);
  }

  bool write_date(lxw_row_t row, lxw_col_t column, const std::string& iso, lxw_format* format) {
    lxw_datetime date = {0, 0, 0, 0, 0, 0};
    const char* text = iso.data();
    if (iso.size() != 10 || std::from_chars(text, text + 4, date.year).ptr != text + 4 ||
        std::from_chars(text + 5, text + 7, date.month).ptr != text + 7 ||
        std::from_chars(text + 8, text + 10, date.day).ptr != text + 10)
      return false;
    // Excel counts days from 1900 and believes that 1900 had a leap day.
    if (date.year < 1901 || date.year > 9999 || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31)
      return false;
    check_workbook(worksheet_write_datetime(sheet_, row, column, &date, format), name_);
    return true;
  }

  void write_text(std::size_t r, std::size_t c, const Cell& cell, lxw_format* format) {
    std::string text = workbook_text(cell.value());
    if (const std::size_t units = utf16_length(text); units > most_units) {
      const std::string mark = " " + context_.labels.get("werkmap.ingekort");
      text = std::string(utf16_prefix(text, most_units - utf16_length(mark))) + mark;
      const Place place = cell.trace().places.empty() ? Place{} : cell.trace().places.front();
      context_.diagnostics.report(Code::K505, place,
                                  {cell_address(table_, r, c), std::to_string(units), std::to_string(most_units)});
    }
    const lxw_row_t row = row_of(r + sheet_first_data_row);
    const lxw_col_t column = col_of(c);
    const auto target = context_.sheet_names.find(cell.value());
    if (table_.columns[c].key == "blad" && target != context_.sheet_names.end()) {
      const std::string link = "internal:'" + target->second + "'!A1";
      check_workbook(worksheet_write_url_opt(sheet_, row, column, link.c_str(), context_.formats.linked_cell(),
                                             text.c_str(), nullptr),
                     name_);
      return;
    }
    check_workbook(worksheet_write_string(sheet_, row, column, text.c_str(), format), name_);
  }

  void set_validation() {
    if (table_.rows.empty()) return;
    for (std::size_t c = 0; c < table_.columns.size(); ++c) {
      const Column& column = table_.columns[c];
      if (column.allowed.empty()) continue;
      std::string range = context_.lists.range_of(column.allowed, context_.list_sheet);
      std::string title = std::string(utf16_prefix(workbook_text(column.heading), 32));
      std::string wrong = context_.labels.get("werkmap.niet-in-lijst");
      lxw_data_validation validation{};
      validation.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
      validation.value_formula = range.data();
      validation.error_title = title.data();
      validation.error_message = wrong.data();
      check_workbook(worksheet_data_validation_range(sheet_, row_of(sheet_first_data_row), col_of(c),
                                                     row_of(sheet_first_data_row + table_.rows.size() - 1), col_of(c),
                                                     &validation),
                     name_);
    }
  }

  void finish() {
    const std::size_t last_column = table_.columns.size() - 1;
    const std::size_t last_row = sheet_heading_row + std::max<std::size_t>(table_.rows.size(), 1);
    if (!table_.rows.empty())
      check_workbook(worksheet_autofilter(sheet_, row_of(sheet_heading_row), 0, row_of(last_row), col_of(last_column)),
                     name_);
    // The columns that say what a row is about stay in view, when they leave room for the rest.
    std::size_t kept = 0;
    double used = 0;
    for (std::size_t c = 0; c < table_.columns.size() && c < 2 && table_.columns.size() > 5; ++c) {
      used += widths_[c];
      if (used <= 60) kept = c + 1;
    }
    worksheet_freeze_panes(sheet_, row_of(sheet_first_data_row), col_of(kept));
    set_up_page(context_, sheet_, name_, table_.large_paper);
    check_workbook(worksheet_repeat_rows(sheet_, row_of(sheet_heading_row), row_of(sheet_heading_row)), name_);
    check_workbook(worksheet_print_area(sheet_, 0, 0, row_of(last_row), col_of(printed_columns() - 1)), name_);
    check_workbook(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"), name_);
    double across = 0;
    for (std::size_t c = 0; c < printed_columns(); ++c) across += widths_[c];
    // A table that would become too small to read goes over several pages side by side, with its first columns on each.
    const double room = table_.large_paper ? 325 : 210;
    const auto pages = static_cast<std::uint16_t>(std::max(1.0, std::ceil(across / room)));
    if (pages > 1 && kept > 0) check_workbook(worksheet_repeat_columns(sheet_, 0, col_of(kept - 1)), name_);
    worksheet_fit_to_pages(sheet_, pages, 0);
  }

  const SheetContext& context_;
  lxw_worksheet* sheet_;
  const std::string& name_;
  const Table& table_;
  std::vector<double> widths_;
};

/// Width and height in pixels of a PNG picture; zero when it is none.
std::pair<double, double> png_size(std::string_view bytes) {
  if (bytes.size() < 24 || bytes.substr(1, 3) != "PNG") return {0, 0};
  const auto number = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value * 256 + static_cast<unsigned char>(bytes[i]);
    return static_cast<double>(value);
  };
  return {number(16), number(20)};
}

/// The dots an inch that a PNG says it has, for both directions; libxlsxwriter scales by it.
double png_resolution(std::string_view bytes) {
  const std::size_t at = bytes.find("pHYs");
  if (at == std::string_view::npos || at + 13 > bytes.size() || bytes[at + 12] != 1) return 96;
  std::uint32_t per_metre = 0;
  for (std::size_t i = at + 4; i < at + 8; ++i) per_metre = per_metre * 256 + static_cast<unsigned char>(bytes[i]);
  return per_metre == 0 ? 96 : static_cast<double>(per_metre) * 0.0254;
}

}  // namespace

OutputError no_room_for_workbook() {
  const char* folder = std::getenv("TMPDIR");
  return {Code::K501, folder != nullptr && *folder != '\0' ? folder : "/tmp", ENOSPC};
}

void check_workbook(lxw_error error, const std::string& where) {
  if (error == LXW_ERROR_CREATING_TMPFILE || error == LXW_ERROR_ZIP_FILE_OPERATION || error == LXW_ERROR_ZIP_FILE_ADD ||
      error == LXW_ERROR_ZIP_CLOSE || error == LXW_ERROR_CREATING_XLSX_FILE)
    throw no_room_for_workbook();
  if (error != LXW_NO_ERROR) throw std::runtime_error(fmt::format("workbook, {}: {}", where, lxw_strerror(error)));
}

std::string ListSheet::range_of(const std::vector<std::string>& values, const std::string& sheet) {
  auto found = std::ranges::find(lists_, values);
  if (found == lists_.end()) found = lists_.insert(lists_.end(), values);
  const std::string letters = column_letters(static_cast<std::size_t>(found - lists_.begin()));
  return fmt::format("='{0}'!${1}$1:${1}${2}", sheet, letters, values.size());
}

void ListSheet::write(lxw_worksheet* sheet) const {
  for (std::size_t c = 0; c < lists_.size(); ++c)
    for (std::size_t r = 0; r < lists_[c].size(); ++r)
      check_workbook(worksheet_write_string(sheet, row_of(r), col_of(c), workbook_text(lists_[c][r]).c_str(), nullptr),
                     "lists");
}

std::string sheet_name(const std::string& wanted, const std::set<std::string>& taken) {
  std::string base;
  for (const char c : workbook_text(wanted))
    base += std::string_view("[]:*?/\\\n").find(c) != std::string_view::npos ? ' ' : c;
  const auto is_edge = [](char c) { return c == '\'' || c == ' '; };
  while (!base.empty() && is_edge(base.front())) base.erase(base.begin());
  while (!base.empty() && is_edge(base.back())) base.pop_back();
  if (base.empty()) base = "Blad";
  const auto lowered = [](std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
  };
  std::string name(utf16_prefix(base, 31));
  for (int nth = 2; std::ranges::any_of(taken, [&](const std::string& t) { return lowered(t) == lowered(name); });
       ++nth) {
    const std::string suffix = fmt::format(" {}", nth);
    name = std::string(utf16_prefix(base, 31 - suffix.size())) + suffix;
  }
  return name;
}

void set_up_page(const SheetContext& context, lxw_worksheet* sheet, const std::string& name, bool large_paper) {
  constexpr std::uint8_t a3 = 8;
  constexpr std::uint8_t a4 = 9;
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, large_paper ? a3 : a4);
  worksheet_set_margins(sheet, 0.4, 0.4, 0.7, 0.6);
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  const WorkbookProperties& properties = context.properties;
  std::string left = header_text(properties.name);
  if (!properties.version.empty())
    left += ", " + header_text(context.labels.fill("werkmap.versie", {properties.version}));
  const std::string header = fmt::format("&L&\"Arial\"&9 {}&R&\"Arial\"&9 {}", left, header_text(properties.date));
  const std::string page = context.labels.fill("werkmap.pagina", {"&P", "&N"});
  const std::string footer = fmt::format("&L&\"Arial\"&9 {}&R&\"Arial\"&9 {}", header_text(name), page);
  check_workbook(worksheet_set_header(sheet, header.c_str()), name);
  check_workbook(worksheet_set_footer(sheet, footer.c_str()), name);
}

void write_table_sheet(const SheetContext& context, lxw_worksheet* sheet, const std::string& name, const Table& table) {
  if (!table.columns.empty()) TableSheet(context, sheet, name, table).write();
}

void write_picture_sheet(const SheetContext& context, lxw_worksheet* sheet, const std::string& name,
                         const WorkbookPicture& picture) {
  const std::string title = workbook_text(picture.title);
  check_workbook(worksheet_set_row(sheet, 0, 26, nullptr), name);
  check_workbook(worksheet_write_string(sheet, 0, 0, title.c_str(), context.formats.title()), name);
  const std::string link = "internal:'" + context.guide_sheet + "'!A1";
  const std::string words = context.labels.get("werkmap.terug");
  if (!context.guide_sheet.empty())
    check_workbook(worksheet_write_url_opt(sheet, 1, 0, link.c_str(), context.formats.link(), words.c_str(), nullptr),
                   name);
  constexpr double shown_width = 1500;  // pixels on a sheet: about A3 landscape
  constexpr double shown_height = 980;
  const auto [width, height] = png_size(picture.png);
  if (width <= 0 || height <= 0) throw std::runtime_error("workbook, " + name + ": not a PNG picture");
  const double scale = std::min(shown_width / width, shown_height / height) * png_resolution(picture.png) / 96;
  std::string alternative = workbook_text(picture.alternative);
  lxw_image_options options{};
  options.x_scale = scale;
  options.y_scale = scale;
  options.description = alternative.data();
  check_workbook(
      worksheet_insert_image_buffer_opt(sheet, 3, 0, reinterpret_cast<const unsigned char*>(picture.png.data()),
                                        picture.png.size(), &options),
      name);
  set_up_page(context, sheet, name, true);
  worksheet_fit_to_pages(sheet, 1, 1);
}

}  // namespace keuzekaart
