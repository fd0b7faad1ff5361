#include "importers/own_lists/list_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "importers/csv_encoding.hpp"
#include "importers/csv_reader.hpp"
#include "importers/guarded_zip.hpp"
#include "importers/text_encoding.hpp"
#include "importers/tidy_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart::own_lists {

namespace {

constexpr std::size_t head_looked_at = std::size_t{64} * 1024;

/// Forms that people take for lists, by how they begin.
struct Foreign {
  std::string_view sign;
  std::string_view name;
};
constexpr Foreign foreign[] = {{"%PDF-", "PDF"}, {"<", "XML"}, {"{\\rtf", "RTF"}, {"{", "JSON"}, {"[", "JSON"}};
constexpr std::string_view compound_file = "\xD0\xCF\x11\xE0";  // .xls, and .xlsx with a password

std::optional<Encoding> named(std::string_view encoding) {
  return encoding.empty() ? std::nullopt : encoding_named(encoding);
}

/// The start of the line of text with this number, counted from 1; nothing when there are not that many.
std::optional<std::size_t> line_start(std::string_view text, std::size_t number) {
  std::size_t at = 0;
  for (; number > 1; --number) {
    at = text.find('\n', at);
    if (at == std::string_view::npos || at + 1 >= text.size()) return std::nullopt;
    ++at;
  }
  return at;
}

/// Where the line starts that has the most of the wanted headings; the start of the text when none has any.
std::size_t likely_heading_line(std::string_view text, std::span<const std::string_view> wanted) {
  const std::string_view head = text.substr(0, head_looked_at);
  std::size_t best = 0;
  std::size_t most = 0;
  std::size_t at = 0;
  for (std::size_t line = 0; line < heading_rows_looked_at && at < head.size(); ++line) {
    const std::vector<std::string> cells = csv_header(head.substr(at));
    const std::vector<std::string_view> views(cells.begin(), cells.end());
    if (const std::size_t fit = fitting_headings(views, wanted); fit > most) {
      most = fit;
      best = at;
    }
    at = head.find('\n', at);
    if (at == std::string_view::npos) break;
    ++at;
  }
  return best;
}

}  // namespace

bool same_heading(std::string_view heading, std::string_view wanted) {
  const std::string bare = bare_name(wanted);
  return bare.empty() ? heading == wanted : bare_name(heading) == bare;
}

std::size_t fitting_headings(std::span<const std::string_view> cells, std::span<const std::string_view> wanted) {
  std::set<std::string> bare;
  for (const std::string_view cell : cells)
    if (cell.size() <= longest_heading) bare.insert(bare_name(cell));
  return static_cast<std::size_t>(
      std::ranges::count_if(wanted, [&](std::string_view heading) { return bare.contains(bare_name(heading)); }));
}

void TableFiles::redirect(TableRequest& request) const {
  const auto other = instead_.find(request.path);
  if (other == instead_.end()) return;
  request.path = other->second;
  request.file.value = sources_.pool().keep(other->second);
}

const ListTable* TableFiles::table(const TableRequest& request) {
  File& read = file(request);
  if (read.refused) return nullptr;
  if (read.workbook) return sheet_table(read, request);
  if (!request.sheet.empty())
    diagnostics_.report(Code::K334, request.sheet.place,
                        {std::string(request.file.value), std::string(request.sheet.value)});
  return text_table(read, request);
}

/// The file of a request, opened when it is asked for first. What cannot be read is said once.
TableFiles::File& TableFiles::file(const TableRequest& request) {
  const auto [at, is_new] = files_.try_emplace({request.path, request.encoding});
  if (!is_new) return at->second;
  Diagnostics found;
  std::optional<std::string> bytes = open_(request.path, found);
  diagnostics_.absorb(std::move(found), [&](Diagnostic& said) {
    if (!said.place.known()) said.related = request.file.place;
  });
  if (bytes)
    load(at->second, request, std::move(*bytes));
  else
    at->second.refused = true;
  return at->second;
}

void TableFiles::load(File& file, const TableRequest& request, std::string bytes) {
  const auto refuse = [&](std::string variant, std::vector<std::string> arguments) {
    diagnostics_.report(Code::K333, request.file.place, std::move(arguments)).variant = std::move(variant);
    file.refused = true;
  };
  const std::string name(request.file.value);
  if (looks_like_zip(bytes)) {
    file.workbook = xlsx::Workbook::open(request.path, std::move(bytes), request.file.place, sources_, diagnostics_);
    file.refused = file.workbook == nullptr;
    if (file.refused || !file.workbook->is_own()) return;
    diagnostics_.report(Code::K322, request.file.place);
    file.refused = true;
    return;
  }
  if (bytes.starts_with(compound_file)) return refuse("old", {name});
  const std::size_t first = std::min(bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF"), bytes.size());
  for (const Foreign& form : foreign)
    if (std::string_view(bytes).substr(first).starts_with(form.sign)) return refuse({}, {name, std::string(form.name)});
  if (const auto encoding = named(request.encoding)) {
    DecodedText decoded = decode(std::move(bytes), *encoding);
    file.text = sources_.add(request.path, std::move(decoded.text));
    if (decoded.fault) diagnostics_.report(Code::K304, Place{file.text, static_cast<std::uint32_t>(*decoded.fault)});
  } else {
    file.text = add_csv(request.path, std::move(bytes), sources_, diagnostics_);
  }
}

const ListTable* TableFiles::text_table(File& file, const TableRequest& request) {
  const std::string_view text = sources_.text(file.text);
  const std::optional<std::size_t> start =
      request.heading_row > 0 ? line_start(text, request.heading_row) : likely_heading_line(text, request.headings);
  if (!start) {
    diagnostics_
        .report(Code::K325, request.file.place,
                {std::string(request.file.value), fmt::format("{}", request.heading_row)})
        .variant = "row";
    return nullptr;
  }
  const auto [at, is_new] = file.tables.try_emplace(*start);
  CsvLimits limits;
  limits.cells = most_cells;
  if (is_new)
    if (const std::optional<CsvTable> read = parse_csv(file.text, sources_, diagnostics_, limits, *start)) {
      ListTable& table = at->second.emplace();
      table.header.assign(read->header().begin(), read->header().end());
      for (std::size_t i = 0; i < read->row_count(); ++i) {
        table.rows.push_back(read->row_place(i));
        for (const Text& cell : read->row(i)) table.cells.push_back(trimmed(cell));
      }
    }
  return at->second ? &*at->second : nullptr;
}

}  // namespace keuzekaart::own_lists
