#include "modeler/source/sources.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace keuzekaart {

namespace {

std::size_t index_of(FileId file) { return static_cast<std::size_t>(file); }

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

FileId Sources::add(std::string path, std::string text) {
  files_.push_back({std::move(path), std::move(text), {}});
  return static_cast<FileId>(files_.size() - 1);
}

FileId Sources::add_sheet(std::string path, std::string sheet, std::string text, std::vector<SheetCell> cells) {
  files_.push_back({std::move(path), std::move(text), {}, std::move(sheet), std::move(cells)});
  return static_cast<FileId>(files_.size() - 1);
}

std::string_view Sources::path(FileId file) const { return files_.at(index_of(file)).path; }

std::string_view Sources::text(FileId file) const { return files_.at(index_of(file)).text; }

std::pair<std::size_t, std::size_t> Sources::line_at(const File& file, std::size_t offset) {
  std::vector<std::uint32_t>& starts = file.line_starts;
  if (starts.empty()) {
    starts.push_back(0);
    for (std::size_t at = file.text.find('\n'); at != std::string::npos; at = file.text.find('\n', at + 1))
      starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  return {*(next - 1), static_cast<std::size_t>(next - starts.begin()) - 1};
}

Location Sources::locate(Place place) const {
  if (!place.known()) return {};
  const File& file = files_.at(index_of(place.file));
  const std::size_t offset = std::min<std::size_t>(place.offset, file.text.size());
  if (!file.sheet.empty()) {
    const auto next = std::ranges::upper_bound(file.cells, offset, {}, &SheetCell::offset);
    const SheetCell cell = next == file.cells.begin() ? SheetCell{0, 1, 1} : *(next - 1);
    return {file.path, cell.row, cell.column, file.sheet};
  }
  const auto [start, lines_before] = line_at(file, offset);
  const std::string_view before = std::string_view(file.text).substr(start, offset - start);
  const auto characters = std::count_if(before.begin(), before.end(), starts_character);
  return {file.path, static_cast<std::uint32_t>(lines_before + 1), static_cast<std::uint32_t>(characters + 1)};
}

std::string_view Sources::line(Place place) const {
  if (!place.known()) return {};
  const File& file = files_.at(index_of(place.file));
  const std::size_t start = line_at(file, std::min<std::size_t>(place.offset, file.text.size())).first;
  std::string_view rest = std::string_view(file.text).substr(start);
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return rest;
}

namespace {

/// Sheet names with anything but letters and digits stand between quotes, as in a formula.
std::string quoted_sheet(std::string_view name) {
  const auto plain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || c == '_' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z');
  };
  if (std::ranges::all_of(name, plain)) return std::string(name);
  std::string out = "'";
  for (const char c : name) out.append(c == '\'' ? "''" : std::string_view(&c, 1));
  return out + "'";
}

}  // namespace

std::string cell_name(std::uint32_t row, std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) letters.insert(0, 1, static_cast<char>('A' + (column - 1) % 26));
  return fmt::format("{}{}", letters, row);
}

std::string file_of(const Location& location) {
  if (location.sheet.empty()) return std::string(location.path);
  return fmt::format("{}:{}", location.path, quoted_sheet(location.sheet));
}

std::string to_string(const Location& location) {
  if (location.path.empty()) return {};
  if (location.line == 0) return std::string(location.path);
  if (!location.sheet.empty())
    return fmt::format("{}!{}", file_of(location), cell_name(location.line, location.column));
  return fmt::format("{}:{}:{}", location.path, location.line, location.column);
}

}  // namespace keuzekaart
