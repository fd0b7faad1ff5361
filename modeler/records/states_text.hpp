#pragma once
#include <string>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/records/states.hpp"

namespace keuzekaart {

/// A state as a person reads it: "nu (IST)", "plateau 2", "straks (SOLL)".
std::string state_text(const Labels& labels, State state);

/// The states in which a thing exists, in order of time: "nu en straks" for IST and SOLL, else a list.
std::string states_text(const Labels& labels, States states);

}  // namespace keuzekaart
