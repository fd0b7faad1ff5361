#include "modeler/gaps/gap.hpp"

#include <algorithm>

namespace keuzekaart {

namespace {

constexpr unsigned last_area = 7;

}  // namespace

AspectAreas AspectAreas::of(std::string_view text) {
  AspectAreas areas;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    if (word.size() == 2 && word[0] == 'A' && word[1] >= '1' && word[1] <= '7')
      areas = areas.with(static_cast<unsigned>(word[1] - '0'));
  }
  return areas;
}

std::string to_string(AspectAreas areas) {
  std::string out;
  for (unsigned number = 1; number <= last_area; ++number)
    if (areas.has(number)) out += (out.empty() ? "A" : " A") + std::to_string(number);
  return out;
}

}  // namespace keuzekaart
