#pragma once
#include <string>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/records/states.hpp"

namespace keuzekaart {

/// The states in order of time, by their names, which are the same in every language: "IST", "IST, SOLL", "plateau 2".
std::string state_names(States states);

/// When a thing exists, as a person reads it: "nu en straks" for IST and SOLL, "nu (IST)", "straks (SOLL)", or a list.
std::string states_text(const Labels& labels, States states);

}  // namespace keuzekaart
