#pragma once
#include "importers/grammar/grammar.hpp"

namespace keuzekaart::catalogue {

/// The section `regels` of a catalogue: rules, and the conditions that they are written in.
const grammar::ElementRule& rules_section();

}  // namespace keuzekaart::catalogue
