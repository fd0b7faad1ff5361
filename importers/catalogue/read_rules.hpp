#pragma once
#include "importers/grammar/record_reader.hpp"
#include "modeler/catalogue/catalogue.hpp"
#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart::catalogue {

/// Reads the rules of one catalogue file from its root element. A rule with a code that an earlier file has takes its
/// place; one without cases only switches it on or off or changes its severity (K758). A rule with something in it that
/// is not known is left out, so that it never says more than it should; the checker has reported why.
void read_rules(const grammar::RecordReader& root, Catalogue& catalogue, Diagnostics& diagnostics);

/// When every file is read: what a rule asks for can be said of what it looks at (K752, K753, K755), its values exist
/// (K754) and its texts name only what it finds (K756). Rules of which that is not so are left out; the others are
/// sorted by code.
void check_rules(Catalogue& catalogue, Diagnostics& diagnostics);

}  // namespace keuzekaart::catalogue
