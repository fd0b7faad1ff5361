#pragma once
#include <string>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/diagnostics/labels.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// The messages as a person reads them, in the labels' language, sorted by path, line and code, whatever the order of
/// reading:
///
///     kaart.xml:12:34: fout: 'proces' verwijst naar 'toegang-jeugdd', dat niet bestaat [K203 unresolved-reference]
///         <schakel proces="toegang-jeugdd"/>
///                          ^
///         bedoelde u 'toegang-jeugd'? ...
std::string print_diagnostics(const Diagnostics& diagnostics, const Sources& sources, const Labels& labels);

/// The same messages as JSON: an array of objects with code, name, severity, path, line, column, text, next, nearest.
std::string diagnostics_as_json(const Diagnostics& diagnostics, const Sources& sources, const Labels& labels);

}  // namespace keuzekaart
