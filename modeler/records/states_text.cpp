#include "modeler/records/states_text.hpp"

#include <fmt/format.h>

namespace keuzekaart {

std::string state_names(States states) {
  std::string all;
  for (unsigned number = 0; number <= static_cast<unsigned>(State::soll); ++number) {
    const State state = plateau(number);
    if (!states.has(state)) continue;
    all.append(all.empty() ? "" : ", ");
    all += state == State::ist ? "IST" : state == State::soll ? "SOLL" : fmt::format("plateau {}", number);
  }
  return all;
}

std::string states_text(const Labels& labels, States states) {
  const bool now = states.has(State::ist), later = states.has(State::soll);
  if (now && later) return labels.get("tabel.toestand.beide");
  if (states == States::only(State::ist)) return labels.get("tabel.toestand.ist");
  if (states == States::only(State::soll)) return labels.get("tabel.toestand.soll");
  return state_names(states);
}

}  // namespace keuzekaart
