#include "modeler/records/states.hpp"

#include <fmt/format.h>

namespace keuzekaart {

std::string to_string(States states) {
  std::string out;
  const auto add = [&](const std::string& word) { out += (out.empty() ? "" : " ") + word; };
  if (states.has(State::ist)) add("ist");
  for (unsigned n = 1; n <= 14; ++n)
    if (states.has(plateau(n))) add(fmt::format("plateau{}", n));
  if (states.has(State::soll)) add("soll");
  return out;
}

}  // namespace keuzekaart
