#pragma once
#include <string>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart::testing {

/// The messages as a Dutch reader sees them, without what to do next.
std::string messages(const Diagnostics& diagnostics, const Sources& sources);

/// The same without the lines of the file.
std::string first_lines(const Diagnostics& diagnostics, const Sources& sources);

}  // namespace keuzekaart::testing
