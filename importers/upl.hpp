#pragma once
#include <string>

#include "importers/format_registry.hpp"

namespace keuzekaart {

/// The Uniforme Productnamenlijst (UPL, Logius/KOOP) as CSV, and as the JSON that its publisher also gives (a SPARQL
/// result): one row for every legal ground of a product. Columns are bound by heading, because their order differs
/// between copies and DigiDMacht comes and goes.

/// Whether the first line has the UPL's headings; one of the required headings may be missing or misspelt, so that the
/// reader can say which.
bool recognises_upl(const Candidate& candidate);

/// Reads a UPL into a `ProductList`: one product per URI with all its grounds, in the file's order. The row "UPL-naam
/// nog niet beschikbaar" is kept as placeholder. A required heading that is missing is K302 and gives an empty list,
/// other missing headings are K311. Rows without a URI or name are left out (K315); rows of one URI that disagree are
/// said (K316), and the first counts.
SourceContent read_upl(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from the bytes of a file; `path` is only shown.
ProductList read_upl_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics);

/// Whether these are the names of the UPL's columns in a SPARQL result.
bool recognises_upl_json(const Candidate& candidate);

/// Reads the JSON form, with the same messages. JSON without any name of a column is K154.
SourceContent read_upl_json(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from the bytes of a file; `path` is only shown.
ProductList read_upl_json_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics);

}  // namespace keuzekaart
