#include "importers/csv_scanner.hpp"

#include <algorithm>

namespace keuzekaart {

std::string CsvCell::unescaped(std::string_view text) const {
  std::string out;
  out.reserve(end - begin);
  for (std::size_t i = begin; i < end; ++i) {
    out += text[i];
    if (doubled_quotes && text[i] == '"' && i + 1 < end && text[i + 1] == '"') ++i;
  }
  return out;
}

bool CsvRecord::blank() const {
  return std::all_of(cells.begin(), cells.end(), [](const CsvCell& cell) { return cell.begin == cell.end; });
}

bool CsvScanner::ends_row(std::size_t at) const { return at >= text_.size() || text_[at] == '\n' || text_[at] == '\r'; }

bool CsvScanner::ends_cell(std::size_t at) const { return ends_row(at) || text_[at] == delimiter_; }

void CsvScanner::skip_line_end() {
  if (at_ < text_.size() && text_[at_] == '\r') ++at_;
  if (at_ < text_.size() && text_[at_] == '\n') ++at_;
}

void CsvScanner::scan_plain(CsvRecord& record, std::size_t begin) {
  while (!ends_cell(at_)) ++at_;
  record.cells.push_back({begin, at_, false, false});
}

void CsvScanner::scan_quoted(CsvRecord& record) {
  const std::size_t open = at_;
  const std::size_t limit = std::min(text_.size(), open + 1 + limits_.cell);
  bool doubled = false;
  bool several_lines = false;
  std::size_t close = open + 1;
  for (; close < limit; ++close) {
    if (text_[close] == '\n' || text_[close] == '\r') several_lines = true;
    if (text_[close] != '"') continue;
    if (close + 1 >= text_.size() || text_[close + 1] != '"') break;
    doubled = true;
    ++close;
  }
  const bool closed = close < limit;
  if (closed && ends_cell(close + 1)) {
    record.cells.push_back({open + 1, close, true, doubled});
    at_ = close + 1;
    return;
  }
  if (!closed || several_lines) {
    record.findings.push_back({CsvProblem::unclosed_quote, open});
    at_ = open;
    scan_plain(record, open);
    return;
  }
  // "een "groot" huis": quotes inside that were not doubled; the cell keeps all its quotes
  record.findings.push_back({CsvProblem::stray_quote, close});
  at_ = close + 1;
  scan_plain(record, open);
}

void CsvScanner::scan_cell(CsvRecord& record) {
  if (at_ < text_.size() && text_[at_] == '"')
    scan_quoted(record);
  else
    scan_plain(record, at_);
}

bool CsvScanner::next(CsvRecord& record) {
  record.cells.clear();
  record.findings.clear();
  record.too_long = false;
  record.begin = record.end = at_;
  if (at_ >= text_.size()) return false;
  for (;;) {
    scan_cell(record);
    const CsvCell& cell = record.cells.back();
    if (cell.end - cell.begin > limits_.cell || at_ - record.begin > limits_.row) record.too_long = true;
    if (ends_row(at_)) break;
    ++at_;  // the delimiter
    if (record.too_long) record.cells.clear();
  }
  record.end = at_;
  if (record.too_long) {
    record.cells.clear();
    record.findings.clear();
  }
  skip_line_end();
  return true;
}

}  // namespace keuzekaart
