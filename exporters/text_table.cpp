#include "exporters/text_table.hpp"

#include <algorithm>
#include <numeric>

#include "exporters/marks.hpp"
#include "exporters/workbook_text.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t narrowest = 6;
constexpr std::size_t longest_kept = 24;  ///< longer words may be broken

/// The code point at a place of valid UTF-8; `at` moves past it.
std::uint32_t code_point(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead;
  std::uint32_t value = lead >= 0xF0 ? lead & 0x07U : lead >= 0xE0 ? lead & 0x0FU : lead & 0x1FU;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
    value = value << 6U | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  return value;
}

std::size_t width_of(std::uint32_t c) {
  if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || (c >= 0xFE00 && c <= 0xFE0F)) return 0;
  const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
                    (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                    (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
  return wide ? 2 : 1;
}

/// One line of the text, at most `width` wide, broken at a blank when there is one.
std::string_view take_line(std::string_view& text, std::size_t width) {
  std::size_t used = 0;
  std::size_t last_blank = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const std::uint32_t c = code_point(text, at);
    if (c == '\n') {
      const std::string_view line = text.substr(0, start);
      text.remove_prefix(at);
      return line;
    }
    used += width_of(c);
    if (used > width && start != 0) {
      const bool blank_here = c == ' ';
      const std::size_t cut = blank_here ? start : last_blank != std::string_view::npos ? last_blank : start;
      const std::string_view line = text.substr(0, cut);
      text.remove_prefix(cut + (cut < text.size() && text[cut] == ' ' ? 1 : 0));
      return line;
    }
    if (c == ' ') last_blank = start;
  }
  const std::string_view line = text;
  text = {};
  return line;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines;
  do lines.emplace_back(take_line(text, width));
  while (!text.empty());
  return lines;
}

std::string shown(const Cell& cell) { return valid_utf8(std::string(sign_of(cell.mark())) + cell.value()); }

/// The longest piece between blanks.
std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    longest = std::max(longest, display_width(word));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return longest;
}

/// Wide columns give up room, the widest first, until the row fits: as long as that is possible, no column becomes
/// narrower than its words.
void fit(std::vector<std::size_t>& widths, const std::vector<std::size_t>& words, std::size_t room) {
  const auto total = [&] {
    return std::accumulate(widths.begin(), widths.end(), std::size_t{0}) + 2 * (widths.size() - 1);
  };
  for (const bool keep_words : {true, false})
    while (total() > room) {
      std::size_t widest = widths.size();
      for (std::size_t c = 0; c < widths.size(); ++c)
        if (widths[c] > (keep_words ? std::max(words[c], narrowest) : narrowest) &&
            (widest == widths.size() || widths[c] > widths[widest]))
          widest = c;
      if (widest == widths.size()) break;
      --widths[widest];
    }
}

using Texts = std::vector<std::string>;  ///< the cells of a row

void add_row(std::string& out, const Texts& cells, const std::vector<std::size_t>& widths) {
  std::vector<std::vector<std::string>> columns;
  std::size_t height = 1;
  for (std::size_t c = 0; c < cells.size(); ++c) {
    columns.push_back(wrapped(cells[c], widths[c]));
    height = std::max(height, columns.back().size());
  }
  for (std::size_t line = 0; line < height; ++line) {
    std::string text;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const std::string piece = line < columns[c].size() ? columns[c][line] : std::string();
      text += piece;
      if (c + 1 < columns.size()) text.append(widths[c] + 2 - std::min(widths[c], display_width(piece)), ' ');
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out += text + '\n';
  }
}

/// Whether hardly any word has to be broken.
bool words_are_whole(const std::vector<Texts>& rows, const std::vector<std::size_t>& widths) {
  std::size_t broken = 0;
  for (const Texts& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c)
      if (longest_word(row[c]) > widths[c]) ++broken;
  return broken * 20 <= rows.size() * widths.size();
}

std::string in_columns(const Texts& headings, const std::vector<Texts>& rows, const std::vector<std::size_t>& widths) {
  std::string out;
  add_row(out, headings, widths);
  Texts rules;
  for (const std::size_t width : widths) rules.emplace_back(width, '-');
  add_row(out, rules, widths);
  for (const Texts& row : rows) add_row(out, row, widths);
  return out;
}

/// Every row under its first cell, a line for each of the others that says something.
std::string in_blocks(const Texts& headings, const std::vector<Texts>& rows, std::size_t width) {
  constexpr std::size_t indent = 2;
  std::size_t heading_width = 0;
  for (std::size_t c = 1; c < headings.size(); ++c) heading_width = std::max(heading_width, display_width(headings[c]));
  const std::size_t taken = indent + heading_width + 2;
  const std::vector<std::size_t> widths = {0, heading_width, width > taken + narrowest ? width - taken : narrowest};
  std::string out;
  for (const Texts& row : rows) {
    if (&row != &rows.front()) out += '\n';
    for (const std::string& line : wrapped(row.front(), width)) out += line + '\n';
    for (std::size_t c = 1; c < row.size(); ++c)
      if (!row[c].empty()) add_row(out, {{}, headings[c], row[c]}, widths);
  }
  return out;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(code_point(text, at));
  return width;
}

std::string text_table(const Table& table, const TextTableOptions& options) {
  std::vector<std::size_t> columns;
  for (const std::string& key : options.columns)
    if (const auto found = table.find_column(key)) columns.push_back(*found);
  if (options.columns.empty())
    for (std::size_t c = 0; c < table.columns.size(); ++c)
      if (table.columns[c].on_paper) columns.push_back(c);
  std::string out = valid_utf8(table.title) + "\n";
  if (columns.empty()) return out;

  Texts headings;
  std::vector<Texts> rows(table.rows.size());
  std::vector<std::size_t> widths;
  std::vector<std::size_t> words;
  for (const std::size_t c : columns) {
    headings.push_back(valid_utf8(table.columns[c].heading));
    words.push_back(longest_word(headings.back()));
    std::size_t width = std::max(display_width(headings.back()), std::size_t{1});
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const std::string& text = rows[r].emplace_back(shown(table.rows[r].cells[c]));
      width = std::max(width, display_width(text));
      words.back() = std::max(words.back(), std::min(longest_word(text), longest_kept));
    }
    widths.push_back(width);
  }
  fit(widths, words, options.width);
  const std::string grid = in_columns(headings, rows, widths), blocks = in_blocks(headings, rows, options.width);
  const bool readable =
      words_are_whole(rows, widths) && std::ranges::count(grid, '\n') <= std::ranges::count(blocks, '\n');
  out += '\n' + (readable || columns.size() == 1 ? grid : blocks);
  return out;
}

}  // namespace keuzekaart
