#include "modeler/records/states_text.hpp"

namespace keuzekaart {

std::string state_text(const Labels& labels, State state) {
  if (state == State::ist) return labels.get("tabel.toestand.ist");
  if (state == State::soll) return labels.get("tabel.toestand.soll");
  return labels.fill("toestand.plateau", {std::to_string(static_cast<unsigned>(state))});
}

std::string states_text(const Labels& labels, States states) {
  if (states.has(State::ist) && states.has(State::soll)) return labels.get("tabel.toestand.beide");
  std::string all;
  for (unsigned number = 0; number <= static_cast<unsigned>(State::soll); ++number)
    if (const State state = plateau(number); states.has(state))
      all.append(all.empty() ? "" : ", ").append(state_text(labels, state));
  return all;
}

}  // namespace keuzekaart
