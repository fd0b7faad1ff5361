#include "importers/xlsx/cell_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

#include "importers/text_encoding.hpp"

namespace keuzekaart::xlsx {

namespace {

constexpr double seconds_in_day = 86400;
constexpr double last_day = 2'958'465;  ///< 9999-12-31
constexpr double whole_until = 1e15;    ///< more digits than a cell keeps

NumberForm form_of_parts(bool days, bool hours) {
  using Kind = NumberForm::Kind;
  if (days) return {hours ? Kind::date_and_time : Kind::date, 0};
  return {hours ? Kind::time : Kind::plain, 0};
}

std::optional<double> number_of(std::string_view raw) {
  if (raw.empty() || raw.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(raw.data(), raw.data() + raw.size(), value);
  if (error != std::errc() || end != raw.data() + raw.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::string moment(double value, NumberForm form, bool since_1904) {
  using namespace std::chrono;
  double day = std::floor(value);
  auto second = static_cast<long>(std::lround((value - day) * seconds_in_day));
  if (second >= static_cast<long>(seconds_in_day)) {
    second = 0;
    day += 1;
  }
  const std::string time = fmt::format("{:02}:{:02}", second / 3600, second / 60 % 60);
  const std::string exact = second % 60 == 0 ? time : fmt::format("{}:{:02}", time, second % 60);
  if (form.kind == NumberForm::Kind::time && day == 0) return exact;
  // Day 60 of the usual count is 29 February 1900, which was not there.
  const sys_days start = since_1904 ? sys_days(year(1904) / January / 1)
                         : day < 60 ? sys_days(year(1899) / December / 31)
                                    : sys_days(year(1899) / December / 30);
  const year_month_day date(start + days(static_cast<int>(day)));
  const std::string shown = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return second == 0 ? shown : shown + " " + exact;
}

}  // namespace

NumberForm form_of(std::uint32_t built_in) {
  const auto in = [&](std::uint32_t first, std::uint32_t last) { return built_in >= first && built_in <= last; };
  if (in(14, 17) || in(27, 31) || in(34, 36) || in(50, 54) || in(57, 58)) return form_of_parts(true, false);
  if (in(18, 21) || in(32, 33) || in(45, 47) || in(55, 56)) return form_of_parts(false, true);
  return form_of_parts(built_in == 22, built_in == 22);
}

NumberForm form_of(std::string_view code) {
  bool days = false;
  bool hours = false;
  bool minutes_or_months = false;
  bool only_zeros = true;
  std::size_t zeros = 0;
  for (std::size_t at = 0; at < code.size() && code[at] != ';'; ++at) {
    const char c = code[at];
    const auto skip_to = [&](char end) { at = std::min(code.find(end, at + 1), code.size()); };
    switch (c) {
      case '"':
        skip_to('"');
        only_zeros = false;
        break;
      case '[': {
        const std::size_t from = at + 1;
        skip_to(']');
        const std::string_view inside = code.substr(std::min(from, code.size()), at - from);
        if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) hours = true;
        break;
      }
      case '\\':
      case '_':
      case '*':
        ++at;
        only_zeros = false;
        break;
      case 'y':
      case 'Y':
      case 'd':
      case 'D':
        days = true;
        break;
      case 'h':
      case 'H':
      case 's':
      case 'S':
        hours = true;
        break;
      case 'm':
      case 'M':
        minutes_or_months = true;
        break;
      case '0':
        ++zeros;
        break;
      default:
        only_zeros = false;
    }
  }
  if (minutes_or_months && !hours) days = true;
  if (days || hours) return form_of_parts(days, hours);
  return {NumberForm::Kind::plain, only_zeros && zeros > 1 ? zeros : 0};
}

std::string number_text(std::string_view raw, NumberForm form, bool since_1904) {
  const std::optional<double> read = number_of(raw);
  if (!read) return std::string(raw);
  const double value = *read;
  if (form.kind != NumberForm::Kind::plain && value >= 0 && value <= last_day) return moment(value, form, since_1904);
  if (value == std::floor(value) && std::abs(value) < whole_until) {
    std::string digits = fmt::format("{:.0f}", std::abs(value));
    if (digits.size() < form.digits) digits.insert(0, std::min<std::size_t>(form.digits, 30) - digits.size(), '0');
    return value < 0 ? "-" + digits : digits;
  }
  return fmt::format("{:.15g}", value);
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    unsigned code = 0;
    const std::string_view rest = text.substr(at);
    if (rest.size() >= 7 && rest.starts_with("_x") && rest[6] == '_') {
      const auto [end, error] = std::from_chars(rest.data() + 2, rest.data() + 6, code, 16);
      const bool character = error == std::errc() && end == rest.data() + 6 && (code < 0xD800 || code > 0xDFFF) &&
                             (code >= 0x20 || code == '\n' || code == '\t');
      if (character || code == '\r') {
        if (character) append_utf8(out, static_cast<char32_t>(code));
        at += 7;
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

std::optional<CellAddress> cell_address(std::string_view name) {
  CellAddress address;
  std::size_t at = 0;
  for (; at < name.size() && name[at] >= 'A' && name[at] <= 'Z' && at < 4; ++at)
    address.column = address.column * 26 + static_cast<std::uint32_t>(name[at] - 'A' + 1);
  const auto [end, error] = std::from_chars(name.data() + at, name.data() + name.size(), address.row);
  if (error != std::errc() || end != name.data() + name.size() || address.row == 0 || address.row > last_row ||
      address.column == 0 || address.column > last_column)
    return std::nullopt;
  return address;
}

}  // namespace keuzekaart::xlsx
