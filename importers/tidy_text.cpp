#include "importers/tidy_text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace keuzekaart {

namespace {

constexpr std::string_view blanks = " \t\r\n";

struct Unit {
  char letter;
  std::string_view one, more;
};

/// The units of the date part of a period, in the order in which they stand.
constexpr Unit units[] = {
    {'Y', "jaar", "jaar"}, {'M', "maand", "maanden"}, {'W', "week", "weken"}, {'D', "dag", "dagen"}};

}  // namespace

Text trimmed(const Text& text) {
  const std::size_t first = text.value.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {{}, text.place};
  const std::size_t last = text.value.find_last_not_of(blanks);
  Text out{text.value.substr(first, last - first + 1), text.place};
  out.place.offset += static_cast<std::uint32_t>(first);
  return out;
}

Text on_one_line(const Text& text, TextPool& pool) {
  const Text bare = trimmed(text);
  const bool wrapped =
      bare.value.find_first_of("\t\r\n") != std::string_view::npos || bare.value.find("  ") != std::string_view::npos;
  if (!wrapped) return bare;
  std::string line;
  line.reserve(bare.value.size());
  for (const char c : bare.value) {
    const bool blank = blanks.find(c) != std::string_view::npos;
    if (!blank) line += c;
    if (blank && !line.ends_with(' ')) line += ' ';
  }
  return {pool.keep(line), bare.place};
}

Text period_in_words(const Text& period, TextPool& pool) {
  if (!period.value.starts_with('P')) return period;
  std::string_view rest = period.value.substr(1);
  std::string words;
  const Unit* unit = std::begin(units);
  while (!rest.empty()) {
    const std::size_t digits = std::min(rest.find_first_not_of("0123456789"), rest.size());
    while (unit != std::end(units) && (digits == rest.size() || unit->letter != rest[digits])) ++unit;
    if (digits == 0 || unit == std::end(units)) return period;
    std::string_view number = rest.substr(0, digits);
    while (number.size() > 1 && number.starts_with('0')) number.remove_prefix(1);
    rest.remove_prefix(digits + 1);
    const Unit& counted = *unit++;
    if (number == "0") continue;
    words.append(words.empty() ? "" : rest.empty() ? " en " : ", ").append(number).append(" ");
    words += number == "1" ? counted.one : counted.more;
  }
  return words.empty() ? period : Text{pool.keep(words), period.place};
}

}  // namespace keuzekaart
