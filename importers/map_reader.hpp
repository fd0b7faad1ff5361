#pragma once
#include <memory>
#include <string>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/records/map_document.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// Reads the map file at `path`. Checks every rule of schemas/kaart.xsd itself, with file, line, column and the nearest
/// known name: unknown and misplaced elements and attributes, missing ones, values outside their list, dates and
/// numbers (K401 to K420), double ids (K201), references to nothing inside the file (K203). References to processes,
/// functions and other things that may stand in a source are left to joining, and so are a finding's elements.
/// Everything that can be read is read. Null when the file cannot be read or is no map file at all (K407).
std::shared_ptr<const MapDocument> read_map(const std::string& path, Sources& sources, Diagnostics& diagnostics);

/// The same from the bytes of a map file; `path` is only shown.
std::shared_ptr<const MapDocument> read_map_bytes(std::string path, std::string bytes, Sources& sources,
                                                  Diagnostics& diagnostics);

/// The same from UTF-8 text; `path` is only shown.
std::shared_ptr<const MapDocument> read_map_text(std::string path, std::string text, Sources& sources,
                                                 Diagnostics& diagnostics);

}  // namespace keuzekaart
