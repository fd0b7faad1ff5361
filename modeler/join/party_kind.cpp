#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

struct ActorWord {
  std::string_view word;
  PartyKind kind;
};

/// The words that the name of a party may begin with.
constexpr ActorWord actor_words[] = {
    {"gemeente", PartyKind::municipality},
    {"bedrijf", PartyKind::company},
    {"bedrijven", PartyKind::company},
    {"burger", PartyKind::resident},
    {"burgers", PartyKind::resident},
    {"inwoner", PartyKind::resident},
    {"leverancier", PartyKind::supplier},
    {"ondernemer", PartyKind::company},
    {"persoon", PartyKind::resident},
    {"provincie", PartyKind::province},
    {"rijk", PartyKind::state},
    {"rijksoverheid", PartyKind::state},
    {"samenwerkingsverband", PartyKind::cooperation},
    {"waterschap", PartyKind::water_board},
    {"woningcorporatie", PartyKind::housing_corporation},
    {"zorgaanbieder", PartyKind::care_provider},
    {"zorgverzekeraar", PartyKind::health_insurer},
};

}  // namespace

bool begins_with_word(std::string_view lower, std::string_view word) {
  return lower.starts_with(word) && (lower.size() == word.size() || lower[word.size()] == ' ');
}

PartyKind kind_of_party(std::string_view name) {
  const std::string lower = lower_case(name);
  PartyKind kind = PartyKind::unset;
  for (const ActorWord& word : actor_words)
    if (begins_with_word(lower, word.word)) kind = word.kind;
  return kind;
}

}  // namespace keuzekaart
