#pragma once
#include "importers/catalogue/merge.hpp"
#include "importers/grammar/record_reader.hpp"

namespace keuzekaart::catalogue {

/// Reads every entry of a catalogue file from its root element.
void read_entries(const grammar::RecordReader& root, Merge& merge, Diagnostics& diagnostics);

}  // namespace keuzekaart::catalogue
