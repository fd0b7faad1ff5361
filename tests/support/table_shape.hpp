#pragma once
#include <vector>

#include "modeler/source/sources.hpp"
#include "modeler/tables/table.hpp"

namespace keuzekaart::testing {

/// Expects of tables what every exporter leans on: sheets, columns and codes of rows each once, as many cells as
/// columns, and behind every cell places that are there.
void check_shape(const std::vector<Table>& tables, const Sources& sources);

}  // namespace keuzekaart::testing
