// Lists in the sheets of a workbook.
#include <fmt/format.h>

#include <algorithm>

#include "importers/own_lists/list_table.hpp"
#include "importers/tidy_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart::own_lists {

namespace {

constexpr std::string_view between_cells = " | ";
constexpr std::size_t most_text = std::size_t{64} * 1024 * 1024;  ///< bytes of all cells together

std::string names_of(const std::vector<xlsx::SheetInfo>& sheets) {
  std::string out;
  for (const xlsx::SheetInfo& sheet : sheets) out.append(out.empty() ? "" : ", ").append(sheet.name);
  return out;
}

/// The number of the sheet that a description means; nothing after saying that there is none.
std::optional<std::size_t> wanted_sheet(const std::vector<xlsx::SheetInfo>& sheets, const TableRequest& request,
                                        Diagnostics& diagnostics) {
  std::vector<std::size_t> fits;
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    names.push_back(sheets[i].name);
    if (request.sheet.empty() ? !sheets[i].hidden : sheets[i].name == request.sheet.value) fits.push_back(i);
  }
  if (!request.sheet.empty() && fits.empty())
    for (std::size_t i = 0; i < sheets.size(); ++i)
      if (same_heading(sheets[i].name, request.sheet.value)) fits.push_back(i);
  if (fits.size() == 1) return fits.front();
  const Place place = request.sheet.empty() ? request.file.place : request.sheet.place;
  Diagnostic& said = diagnostics.report(
      Code::K323, place, {std::string(request.sheet.value), std::string(request.file.value), names_of(sheets)});
  if (request.sheet.empty())
    said.variant = "choose";
  else
    said.nearest = diagnostics.nearest(request.sheet.value, [&] { return names; });
  return std::nullopt;
}

/// The row with the headings; nothing when there is none.
std::optional<std::size_t> heading_row(const std::vector<xlsx::Row>& rows, const TableRequest& request) {
  if (request.heading_row > 0) {
    const auto found = std::ranges::find(rows, request.heading_row, &xlsx::Row::number);
    return found == rows.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - rows.begin()));
  }
  if (rows.empty()) return std::nullopt;
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t i = 0; i < std::min(heading_rows_looked_at, rows.size()); ++i) {
    std::vector<std::string_view> cells;
    for (const xlsx::Cell& cell : rows[i].cells) cells.push_back(cell.value);
    if (const std::size_t fit = fitting_headings(cells, request.headings); fit > most) {
      most = fit;
      best = i;
    }
  }
  return best;
}

CellFault fault_of(const xlsx::Cell& cell, std::size_t strings) {
  switch (cell.trouble) {
    case xlsx::CellTrouble::error:
      return {Code::K327, {}, {std::string(cell.value)}};
    case xlsx::CellTrouble::too_long:
      return {Code::K330, "cell", {fmt::format("{}", xlsx::longest_cell)}};
    case xlsx::CellTrouble::not_calculated:
      return {Code::K328, {}, {}};
    default:
      return {Code::K329, "string", {std::string(cell.value), fmt::format("{}", strings)}};
  }
}

/// Lays a sheet out as text, a line for every row, so that places in it can be shown, and cuts the text into a table.
class SheetLayout {
 public:
  SheetLayout(const xlsx::Workbook& workbook, std::span<const xlsx::Row> rows) : workbook_(workbook), rows_(rows) {}

  /// Nothing, after saying so, when not even the headings fit.
  std::optional<ListTable> lay_out(const std::string& path, const std::string& sheet, Sources& sources,
                                   Diagnostics& diagnostics) {
    // Columns between the first and the last heading; what stands beside them belongs to no list.
    const auto& headings = rows_.front().cells;
    first_ = headings.front().column;
    width_ = headings.back().column - first_ + 1;
    std::size_t written = 0;
    while (written < rows_.size() && fits(rows_[written])) write(rows_[written++]);
    const auto end = static_cast<std::uint32_t>(text_.size());
    if (written < rows_.size()) {  // a place for what is not read
      text_ += "...";
      places_.push_back({end, rows_[written].number, first_});
    }
    const FileId file = sources.add_sheet(path, sheet, std::move(text_), std::move(places_));
    if (written < rows_.size()) report_cut({file, end}, diagnostics);
    if (written == 0) return std::nullopt;
    ListTable table;
    const std::string_view text = sources.text(file);
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
      const auto [begin, length] = ranges_[i];
      const Text cell = trimmed({text.substr(begin, length), {file, begin}});
      if (i < width_)
        table.header.push_back(cell);
      else
        table.cells.push_back(cell);
      if (i >= width_ && i % width_ == 0) table.rows.push_back({file, begin});
    }
    table.faults = std::move(faults_);
    return table;
  }

 private:
  void report_cut(Place place, Diagnostics& diagnostics) const {
    const bool text = ranges_.size() + width_ <= most_cells;
    diagnostics.report(Code::K330, place, {fmt::format("{}", text ? most_text / 1024 / 1024 : most_cells)}).variant =
        text ? "text" : "";
  }

  bool fits(const xlsx::Row& row) const {
    std::size_t bytes = text_.size() + width_ * between_cells.size();
    for (const xlsx::Cell& cell : row.cells) bytes += cell.value.size();
    return bytes <= most_text && ranges_.size() + width_ <= most_cells;
  }

  void write(const xlsx::Row& row) {
    for (std::uint32_t i = 0; i < width_; ++i) {
      if (i > 0) text_ += between_cells;
      const auto begin = static_cast<std::uint32_t>(text_.size());
      places_.push_back({begin, row.number, first_ + i});
      const xlsx::Cell* cell = row.cell(first_ + i);
      if (cell != nullptr) text_ += cell->value;
      if (cell != nullptr && cell->trouble != xlsx::CellTrouble::none && ranges_.size() >= width_)
        faults_.emplace(ranges_.size() - width_, fault_of(*cell, workbook_.string_count()));
      ranges_.emplace_back(begin, static_cast<std::uint32_t>(text_.size()) - begin);
    }
    text_ += '\n';
  }

  const xlsx::Workbook& workbook_;
  std::span<const xlsx::Row> rows_;
  std::uint32_t first_ = 1;
  std::size_t width_ = 0;
  std::string text_;
  std::vector<SheetCell> places_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges_;  ///< of every cell: begin and length
  std::map<std::size_t, CellFault> faults_;
};

}  // namespace

std::optional<ListTable> lay_out_sheet(const xlsx::Workbook& workbook, std::span<const xlsx::Row> rows,
                                       const std::string& path, const std::string& sheet, Sources& sources,
                                       Diagnostics& diagnostics) {
  return SheetLayout(workbook, rows).lay_out(path, sheet, sources, diagnostics);
}

const ListTable* TableFiles::sheet_table(File& file, const TableRequest& request) {
  const auto sheet = wanted_sheet(file.workbook->sheets(), request, diagnostics_);
  if (!sheet) return nullptr;
  const xlsx::SheetInfo& info = file.workbook->sheets()[*sheet];
  const auto [read, first_time] = file.rows.try_emplace(*sheet);
  if (first_time) read->second = file.workbook->read(info);
  if (!read->second) return nullptr;
  const std::vector<xlsx::Row>& rows = *read->second;
  const std::optional<std::size_t> heading = heading_row(rows, request);
  if (!heading) {
    const Place place = request.sheet.empty() ? request.file.place : request.sheet.place;
    Diagnostic& said = diagnostics_.report(Code::K325, place,
                                           {std::string(request.file.value), fmt::format("{}", request.heading_row)});
    if (request.heading_row > 0) said.variant = "row";
    return nullptr;
  }
  const auto [at, is_new] = file.sheet_tables.try_emplace({*sheet, *heading});
  if (is_new)
    at->second = lay_out_sheet(*file.workbook, std::span(rows).subspan(*heading), request.path, info.name, sources_,
                               diagnostics_);
  return at->second ? &*at->second : nullptr;
}

}  // namespace keuzekaart::own_lists
