#include "importers/step_number.hpp"

#include <charconv>
#include <limits>
#include <string>
#include <system_error>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

int step_order(const Text& number, Place step, Diagnostics& diagnostics) {
  int order = 0;
  const char* const last = number.value.data() + number.value.size();
  const auto [end, error] = std::from_chars(number.value.data(), last, order);
  if (error == std::errc() && end == last) return order;
  diagnostics.report(Code::K623, number.place.known() ? number.place : step, {std::string(number.value)});
  return std::numeric_limits<int>::max();
}

}  // namespace keuzekaart
