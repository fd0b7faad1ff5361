#pragma once
#include <string>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/model/model.hpp"

namespace keuzekaart {

/// How a coupling runs: " (via Gegevensmakelaar, StUF-ZKN 3.10, ebMS)", or nothing when no source says it. To be put
/// behind the name of the application at its other end.
std::string way_of(const Coupling& coupling, const Labels& labels);

}  // namespace keuzekaart
