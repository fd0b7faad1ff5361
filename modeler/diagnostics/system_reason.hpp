#pragma once
#include <string>

#include "modeler/diagnostics/labels.hpp"

namespace keuzekaart {

/// Why the system refused, in the labels' language ("de schijf is vol"), for an error number of the system. A rare
/// one is given by its number.
std::string system_reason(int error_number, const Labels& labels);

}  // namespace keuzekaart
