#include "importers/csv_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "importers/csv_encoding.hpp"
#include "importers/read_file.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

constexpr std::array<char, 3> delimiters{',', ';', '\t'};
constexpr std::size_t line_looked_at = std::size_t{64} * 1024;  ///< bytes of the header that say how a table is written

char small(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20U && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// The delimiter that stands most often outside quotes; the comma when there is none.
char likely_delimiter(std::string_view line) {
  std::array<std::size_t, delimiters.size()> counts{};
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') quoted = !quoted;
    for (std::size_t i = 0; i < delimiters.size(); ++i)
      if (!quoted && c == delimiters[i]) ++counts[i];
  }
  return delimiters[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

/// How the header shows that a table is written: its delimiter, and whether it was written twice.
struct Form {
  char delimiter = ',';
  bool written_twice = false;  ///< rows of one comma table as first cell of a semicolon table: `a,b,c;;`
  bool header_quoted_whole = false;
  std::size_t first_row = 0;  ///< offset of the header
};

Form form_of(std::string_view text, std::size_t from) {
  Form form;
  text.remove_prefix(std::min(from, text.size()));
  if (text.starts_with("sep=") && text.size() > 5 && (text[5] == '\n' || text[5] == '\r')) {
    // a line for spreadsheets that says the delimiter
    form.delimiter = text[4];
    form.first_row = from + std::min(text.find('\n'), text.size());
    if (std::find(delimiters.begin(), delimiters.end(), form.delimiter) == delimiters.end()) form.delimiter = ',';
    return form;
  }
  const std::size_t start = std::min(text.find_first_not_of("\r\n"), text.size());
  form.first_row = from + start;
  std::string_view line = text.substr(start);
  line = line.substr(0, line_looked_at);
  line = line.substr(0, line.find_first_of("\r\n"));
  const std::size_t body = line.find_last_not_of(';');
  const std::string_view without_tail = line.substr(0, body == std::string_view::npos ? 0 : body + 1);
  if (without_tail.size() < line.size()) {
    const char inner = without_tail.starts_with('"') && without_tail.ends_with('"')
                           ? likely_delimiter(without_tail.substr(1, without_tail.size() - 2))
                           : likely_delimiter(without_tail);
    if (inner != ';' && without_tail.find(inner) != std::string_view::npos) {
      form.delimiter = inner;
      form.written_twice = true;
      return form;
    }
  }
  form.delimiter = likely_delimiter(line);
  if (line.size() > 2 && line.find(form.delimiter) != std::string_view::npos && line.front() == '"') {
    CsvRecord record;
    CsvScanner(line, form.delimiter, {}).next(record);
    if (record.cells.size() == 1 && record.cells[0].quoted) {
      form.header_quoted_whole = true;
      form.delimiter = likely_delimiter(line.substr(1, line.size() - 2));
    }
  }
  return form;
}

std::size_t first_beyond_ascii(std::string_view text) {
  const auto found =
      std::find_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
  return found == text.end() ? 0 : static_cast<std::size_t>(found - text.begin());
}

}  // namespace

/// One reading of one table.
class CsvReading {
 public:
  CsvReading(FileId file, Sources& sources, Diagnostics& diagnostics, const CsvLimits& limits, std::size_t from)
      : sources_(sources),
        diagnostics_(diagnostics),
        limits_(limits),
        text_(sources.text(file)),
        form_(form_of(text_, from)) {
    table_.file_ = file;
    table_.delimiter_ = form_.delimiter;
  }

  std::optional<CsvTable> read() {
    CsvScanner scanner(text_, form_.written_twice ? ';' : form_.delimiter, limits_.scan, form_.first_row);
    CsvRecord record;
    while (scanner.next(record)) {
      if (record.too_long) {
        report(Code::K310, record.begin, {fmt::format("{}", limits_.scan.row)});
        if (!has_header_) break;
        continue;
      }
      if (record.blank()) continue;
      if (table_.cells_.size() >= limits_.cells) {
        report(Code::K109, record.begin, {fmt::format("{}", limits_.cells)}).variant = "cells";
        break;
      }
      read_row(CsvText(text_), record, form_.written_twice);
    }
    if (!has_header_) {
      diagnostics_.report_file(Code::K301, table_.file_);
      return std::nullopt;
    }
    if (written_twice_ > 0)
      report(Code::K312, form_.first_row, {std::string(1, form_.delimiter), fmt::format("{}", written_twice_)});
    return std::move(table_);
  }

 private:
  Diagnostic& report(Code code, std::size_t offset, std::vector<std::string> arguments = {}) {
    return diagnostics_.report(code, place(offset), std::move(arguments));
  }
  Place place(std::size_t offset) const { return {table_.file_, static_cast<std::uint32_t>(offset)}; }

  void say_findings(const CsvText& text, const CsvRecord& record) {
    for (const CsvRecord::Finding& finding : record.findings)
      report(finding.problem == CsvProblem::unclosed_quote ? Code::K307 : Code::K308, text.offset(finding.at));
  }

  /// The row inside the cells of a row that was written twice, or inside one quoted cell.
  CsvText inner(const CsvText& text, const CsvRecord& record) {
    std::string joined;
    std::vector<std::uint32_t> offsets;
    std::size_t last = record.cells.size();
    while (last > 1 && record.cells[last - 1].begin == record.cells[last - 1].end) --last;
    for (std::size_t i = 0; i < last; ++i) {
      const CsvCell& cell = record.cells[i];
      if (i > 0) {
        joined += ';';
        offsets.push_back(text.offset(cell.begin - (cell.quoted ? 2 : 1)));
      }
      const std::string_view characters = text.characters();
      for (std::size_t at = cell.begin; at < cell.end; ++at) {
        joined += characters[at];
        offsets.push_back(text.offset(at));
        if (cell.doubled_quotes && characters[at] == '"' && at + 1 < cell.end && characters[at + 1] == '"') ++at;
      }
    }
    offsets.push_back(text.offset(record.cells[last - 1].end));
    return CsvText(sources_.pool().keep(joined), std::move(offsets));
  }

  void read_row(const CsvText& text, const CsvRecord& record, bool holds_row) {
    const bool one_quoted = record.cells.size() == 1 && record.cells[0].quoted;
    const bool quoted_whole = !holds_row && one_quoted &&
                              (has_header_ ? table_.header_.size() > 1 : form_.header_quoted_whole) &&
                              text.characters().substr(record.begin, record.end - record.begin).find(form_.delimiter) !=
                                  std::string_view::npos;
    if (!holds_row && !quoted_whole) {
      say_findings(text, record);
      keep_row(text, record);
      return;
    }
    if (!quoted_whole) ++written_twice_;
    if (quoted_whole || is_one_quoted_cell(record)) report(Code::K313, text.offset(record.begin));
    const CsvText row = inner(text, record);
    CsvScanner scanner(row.characters(), form_.delimiter, limits_.scan);
    CsvRecord inside;
    while (scanner.next(inside)) {
      say_findings(row, inside);
      keep_row(row, inside);
    }
  }

  Text text_of(const CsvText& text, const CsvCell& cell) {
    std::string_view value = text.characters().substr(cell.begin, cell.end - cell.begin);
    const Place at = place(text.offset(cell.begin));
    const bool controls = std::any_of(value.begin(), value.end(), is_control);
    if (!cell.doubled_quotes && !controls) return {value, at};
    std::string clean = cell.unescaped(text.characters());
    if (controls) {
      const auto bad = std::find_if(value.begin(), value.end(), is_control);
      report(Code::K309, text.offset(cell.begin + static_cast<std::size_t>(bad - value.begin())),
             {fmt::format("U+{:04X}", static_cast<unsigned char>(*bad))});
      clean.erase(std::remove_if(clean.begin(), clean.end(), is_control), clean.end());
    }
    return {sources_.pool().keep(clean), at};
  }

  void keep_row(const CsvText& text, const CsvRecord& record) {
    if (!has_header_) {
      keep_header(text, record);
      return;
    }
    const std::size_t width = table_.header_.size();
    std::size_t found = record.cells.size();
    // empty cells behind the last heading say nothing
    while (found > width && record.cells[found - 1].begin == record.cells[found - 1].end) --found;
    const std::uint32_t start = text.offset(record.begin);
    if (found < width)
      report(Code::K305, start, {fmt::format("{}", found), fmt::format("{}", width)});
    else if (found > width)
      report(Code::K306, text.offset(record.cells[width].begin), {fmt::format("{}", found), fmt::format("{}", width)});
    table_.places_.push_back(place(start));
    for (std::size_t i = 0; i < width; ++i)
      table_.cells_.push_back(i < found ? text_of(text, record.cells[i]) : Text{{}, place(text.offset(record.end))});
  }

  void keep_header(const CsvText& text, const CsvRecord& record) {
    has_header_ = true;
    std::size_t width = std::min(record.cells.size(), limits_.columns);
    if (width < record.cells.size())
      report(Code::K306, text.offset(record.cells[width].begin),
             {fmt::format("{}", record.cells.size()), fmt::format("{}", width)});
    while (width > 1 && record.cells[width - 1].begin == record.cells[width - 1].end) --width;
    for (std::size_t i = 0; i < width; ++i) {
      Text heading = text_of(text, record.cells[i]);
      const std::string_view name = trimmed(heading.value);
      if (!name.empty()) heading.place.offset += static_cast<std::uint32_t>(name.data() - heading.value.data());
      heading.value = name;
      if (const auto earlier = name.empty() ? std::nullopt : table_.column(name))
        report(Code::K314, heading.place.offset, {std::string(name)}).related = table_.header_[*earlier].place;
      table_.header_.push_back(heading);
    }
  }

  /// Whether nothing stands behind the first cell and that is quoted.
  static bool is_one_quoted_cell(const CsvRecord& record) {
    return record.cells.front().quoted &&
           std::all_of(record.cells.begin() + 1, record.cells.end(), [](const CsvCell& c) { return c.begin == c.end; });
  }

  Sources& sources_;
  Diagnostics& diagnostics_;
  const CsvLimits& limits_;
  std::string_view text_;
  Form form_;
  CsvTable table_;
  bool has_header_ = false;
  std::size_t written_twice_ = 0;
};

std::optional<std::size_t> CsvTable::column(std::string_view heading) const {
  for (std::size_t i = 0; i < header_.size(); ++i)
    if (std::equal(heading.begin(), heading.end(), header_[i].value.begin(), header_[i].value.end(),
                   [](char a, char b) { return small(a) == small(b); }))
      return i;
  return std::nullopt;
}

std::optional<CsvTable> parse_csv(FileId file, Sources& sources, Diagnostics& diagnostics, const CsvLimits& limits,
                                  std::size_t from) {
  if (sources.text(file).size() > limits.bytes) {
    diagnostics.report_file(Code::K109, file);
    return std::nullopt;
  }
  return CsvReading(file, sources, diagnostics, limits, from).read();
}

FileId add_csv(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics) {
  CsvDecoded decoded = decode_csv(std::move(bytes));
  const FileId file = sources.add(std::move(path), std::move(decoded.text));
  if (decoded.assumed) {
    const std::size_t first = first_beyond_ascii(sources.text(file));
    diagnostics.report(Code::K303, Place{file, static_cast<std::uint32_t>(first)}, {std::string(*decoded.assumed)});
  }
  if (decoded.fault) diagnostics.report(Code::K304, Place{file, static_cast<std::uint32_t>(*decoded.fault)});
  return file;
}

std::optional<CsvTable> read_csv_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics,
                                       const CsvLimits& limits) {
  if (bytes.size() > limits.bytes) {
    diagnostics.report_path(Code::K109, std::move(path));
    return std::nullopt;
  }
  return parse_csv(add_csv(std::move(path), std::move(bytes), sources, diagnostics), sources, diagnostics, limits);
}

std::optional<CsvTable> read_csv(const std::string& path, Sources& sources, Diagnostics& diagnostics,
                                 const CsvLimits& limits) {
  std::optional<std::string> bytes = read_file(path, diagnostics);
  if (!bytes) return std::nullopt;
  return read_csv_bytes(path, std::move(*bytes), sources, diagnostics, limits);
}

std::vector<std::string> csv_header(std::string_view head) {
  if (head.starts_with("sep=")) head.remove_prefix(std::min(head.find('\n'), head.size() - 1) + 1);
  const std::size_t start = std::min(head.find_first_not_of("\r\n"), head.size());
  const std::size_t end = std::min(head.find_first_of("\r\n", start), head.size());
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add({}, std::string(head.substr(start, end - start)));
  std::vector<std::string> names;
  if (const auto table = parse_csv(file, sources, diagnostics))
    for (const Text& heading : table->header()) names.emplace_back(heading.value);
  return names;
}

}  // namespace keuzekaart
