#include "importers/grammar/forms.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace keuzekaart::grammar {

namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

bool is_id(std::string_view text) {
  if (text.empty() || !(is_letter(text[0]) || is_digit(text[0]) || text[0] == '_')) return false;
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '-'; });
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const std::string_view year = text.substr(0, 4), month = text.substr(5, 2), day = text.substr(8, 2);
  if (!all_digits(year) || !all_digits(month) || !all_digits(day) || number(year) == 0) return false;
  return std::chrono::year_month_day(std::chrono::year(number(year)),
                                     std::chrono::month(static_cast<unsigned>(number(month))),
                                     std::chrono::day(static_cast<unsigned>(number(day))))
      .ok();
}

}  // namespace

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return text.substr(0, 0);
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> items;
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    items.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(blanks, end);
  }
  return items;
}

std::optional<State> state_of(std::string_view word) {
  if (word == "ist") return State::ist;
  if (word == "soll") return State::soll;
  constexpr std::string_view prefix = "plateau";
  if (!word.starts_with(prefix)) return std::nullopt;
  const std::string_view digits = word.substr(prefix.size());
  if (digits.empty() || digits.size() > 2 || digits[0] == '0' || !all_digits(digits)) return std::nullopt;
  const int value = number(digits);
  return value <= 14 ? std::optional(plateau(static_cast<unsigned>(value))) : std::nullopt;
}

bool item_fits(Form form, std::string_view item, std::span<const std::string_view> words) {
  switch (form) {
    case Form::text:
      return true;
    case Form::name:
    case Form::key:
    case Form::keys:
      return !item.empty();
    case Form::id:
    case Form::ids:
      return is_id(item);
    case Form::word:
    case Form::words:
      return std::find(words.begin(), words.end(), item) != words.end();
    case Form::state:
    case Form::states:
      return state_of(item).has_value();
    case Form::date:
      return is_date(item);
    case Form::count:
      return !item.empty() && item.size() <= 9 && all_digits(item);
    case Form::functions:
      return item.size() == 3 && item[0] == 'F' && all_digits(item.substr(1));
    case Form::area:
    case Form::areas:
      return item.size() == 2 && item[0] == 'A' && item[1] >= '1' && item[1] <= '7';
  }
  return false;
}

bool is_list(Form form) {
  return form == Form::ids || form == Form::keys || form == Form::words || form == Form::states ||
         form == Form::functions || form == Form::areas;
}

}  // namespace keuzekaart::grammar
