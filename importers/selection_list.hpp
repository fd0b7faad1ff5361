#pragma once
#include <string>

#include "importers/format_registry.hpp"

namespace keuzekaart {

/// The Selectielijst gemeenten (VNG, JSON): its process types or its results, as a file or as an answer of the service
/// that publishes it. Addresses may be whole or only their last part.

/// Whether the first entry is a process type or a result.
bool recognises_selection_list(const Candidate& candidate);

/// Reads process types and results into a `SelectionList`, in the file's order. Said and read on: a value of another
/// kind than the field's (K153), a page of a longer list (K157). An entry without an address is left out (K155), of two
/// with one address the first counts (K201). Without any process type or result K154.
SourceContent read_selection_list(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from the bytes of a file; `path` is only shown.
SelectionList read_selection_list_bytes(std::string path, std::string bytes, Sources& sources,
                                        Diagnostics& diagnostics);

}  // namespace keuzekaart
