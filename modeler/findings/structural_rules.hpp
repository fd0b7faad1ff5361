#pragma once
#include <vector>

#include "modeler/findings/finding.hpp"
#include "modeler/model/model.hpp"

namespace keuzekaart {

/// The findings KS01 to KS08 about the map itself, with the dispositions of the map file applied; sorted by rule, then
/// by element. They look at the municipality's own products and processes, not at the reference model.
std::vector<Finding> structural_findings(const Model& model);

}  // namespace keuzekaart
