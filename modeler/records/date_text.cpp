#include "modeler/records/date_text.hpp"

#include <fmt/format.h>

namespace keuzekaart {

std::string readable_date(const Labels& labels, std::string_view iso) {
  const auto digits = [&](std::size_t from, std::size_t count) {
    unsigned value = 0;
    for (std::size_t i = from; i < from + count; ++i) value = value * 10 + static_cast<unsigned>(iso[i] - '0');
    return value;
  };
  const bool shaped = iso.size() == 10 && iso[4] == '-' && iso[7] == '-' &&
                      iso.find_first_not_of("0123456789-") == std::string_view::npos;
  if (!shaped || digits(5, 2) < 1 || digits(5, 2) > 12) return std::string(iso);
  return fmt::format("{} {} {}", digits(8, 2), labels.get(fmt::format("maand.{}", digits(5, 2))), iso.substr(0, 4));
}

}  // namespace keuzekaart
