#pragma once
#include <map>
#include <set>
#include <span>
#include <string>

#include "modeler/gaps/gap.hpp"
#include "modeler/model/model.hpp"

namespace keuzekaart::testing {

/// How the organisation is in one state, in codes: "p1 uitvoerder" -> parties, "p1 applicatie" -> applications, "p1"
/// when the process is there; the handovers, the functions, and what each agreement is worth on the day of the SOLL.
struct Snapshot {
  std::map<std::string, std::set<std::string>> processes;
  std::set<std::string> handovers, functions;
  std::map<std::string, std::string> agreements;

  friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

/// What the map says of a state. Of agreements the wanted state asks that all that is needed is valid.
Snapshot snapshot_of(const Model& model, State state);
/// What becomes of a snapshot when these gaps are closed.
Snapshot apply(const Model& model, std::span<const Gap> gaps, Snapshot snapshot);
/// For messages of tests.
std::string to_string(const Snapshot& snapshot);

}  // namespace keuzekaart::testing
