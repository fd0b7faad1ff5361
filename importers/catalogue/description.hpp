#pragma once
#include "importers/grammar/grammar.hpp"

namespace keuzekaart::catalogue {

/// What a catalogue may hold; schemas/catalogus.xsd says the same.
const grammar::Grammar& catalogue_grammar();

}  // namespace keuzekaart::catalogue
