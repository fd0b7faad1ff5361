#include "modeler/source/sources.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace keuzekaart {

namespace {

std::size_t index_of(FileId file) { return static_cast<std::size_t>(file); }

std::size_t line_start(std::string_view text, std::size_t offset) {
  const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

}  // namespace

FileId Sources::add(std::string path, std::string text) {
  files_.push_back({std::move(path), std::move(text)});
  return static_cast<FileId>(files_.size() - 1);
}

std::string_view Sources::path(FileId file) const { return files_.at(index_of(file)).path; }

std::string_view Sources::text(FileId file) const { return files_.at(index_of(file)).text; }

Location Sources::locate(Place place) const {
  if (!place.known()) return {};
  const std::string_view all = text(place.file);
  const std::size_t offset = std::min<std::size_t>(place.offset, all.size());
  const std::size_t start = line_start(all, offset);
  const auto lines = std::count(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(start), '\n');
  const std::string_view before = all.substr(start, offset - start);
  const auto characters = std::count_if(before.begin(), before.end(), starts_character);
  return {path(place.file), static_cast<std::uint32_t>(lines + 1), static_cast<std::uint32_t>(characters + 1)};
}

std::string_view Sources::line(Place place) const {
  if (!place.known()) return {};
  const std::string_view all = text(place.file);
  const std::size_t start = line_start(all, std::min<std::size_t>(place.offset, all.size()));
  std::string_view rest = all.substr(start);
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return rest;
}

std::string to_string(const Location& location) {
  if (location.path.empty()) return {};
  if (location.line == 0) return std::string(location.path);
  return fmt::format("{}:{}:{}", location.path, location.line, location.column);
}

}  // namespace keuzekaart
