#include "modeler/records/states_text.hpp"

namespace keuzekaart {

std::string state_names(const Labels& labels, States states) {
  std::string all;
  for (unsigned number = 0; number <= static_cast<unsigned>(State::soll); ++number) {
    const State state = plateau(number);
    if (!states.has(state)) continue;
    all.append(all.empty() ? "" : ", ");
    if (state == State::ist || state == State::soll)
      all += labels.get(state == State::ist ? "toestand.ist" : "toestand.soll");
    else
      all += labels.fill("toestand.plateau", {std::to_string(number)});
  }
  return all;
}

std::string states_text(const Labels& labels, States states) {
  const bool now = states.has(State::ist), later = states.has(State::soll);
  if (now && later) return labels.get("tabel.toestand.beide");
  if (states == States::only(State::ist)) return labels.get("tabel.toestand.ist");
  if (states == States::only(State::soll)) return labels.get("tabel.toestand.soll");
  return state_names(labels, states);
}

}  // namespace keuzekaart
