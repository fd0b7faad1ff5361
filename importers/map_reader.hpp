#pragma once
#include <memory>
#include <string>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/records/map_document.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// Reads the map file at `path`. Checks every rule of schemas/kaart.xsd itself, with file, line, column and the nearest
/// known name: unknown or misplaced elements (K401), unknown attributes (K402), missing attributes (K403), values
/// outside their list (K404), wrong dates (K405) and numbers (K406), double ids (K201), references to nothing inside
/// the file (K203). Everything that can be read is read. Null when the file cannot be read or is no map file at all.
std::shared_ptr<const MapDocument> read_map(const std::string& path, Sources& sources, Diagnostics& diagnostics);

}  // namespace keuzekaart
