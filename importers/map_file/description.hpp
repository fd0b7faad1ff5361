#pragma once
#include "importers/grammar/grammar.hpp"

namespace keuzekaart::map_file {

/// What a map file may hold; schemas/kaart.xsd says the same.
const grammar::Grammar& map_grammar();

}  // namespace keuzekaart::map_file
