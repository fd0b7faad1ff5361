#pragma once
#include <string>

#include "importers/format_registry.hpp"

namespace keuzekaart {

/// Catalogues of case types (zaaktypecatalogi) as ZGW Catalogi gives them: an answer of the API (one case type, a list
/// or a page of a list), the export of Open Zaak (ZIP, or the files of it in a folder) and a dump of its database.

/// Whether the first entry is one of a catalogue of case types; of a folder or ZIP, whether a file in it is.
bool recognises_zgw(const Candidate& candidate);

/// Reads case types with their status types (as steps, by sequence number), role types and result types into a
/// `ProcessCatalogue`, in the file's order, every version of a case type apart: joining chooses the one that is valid.
/// Addresses count by their last part, as they are those of another installation. A case type without identification is
/// left out (K155). Said and read on: a value of another kind than the field's (K153), parts that a case type names and
/// the files do not hold, or the other way round (K648), a sequence number or date that is none (K623, K653), a page of
/// a longer list (K157). Files without any entry of such a catalogue are K154.
SourceContent read_zgw(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from the bytes of one JSON file; `path` is only shown.
ProcessCatalogue read_zgw_bytes(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics);

}  // namespace keuzekaart
