#pragma once
#include <string>
#include <vector>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/findings/finding.hpp"
#include "modeler/model/model.hpp"

namespace keuzekaart {

/// Everything that the rules of the model's catalogue find in it, with the decisions of the map file on them. Sorted by
/// rule, then by what it is about, then by state; the same whatever the order of the map file. The findings point to
/// rules of the catalogue.
std::vector<Finding> find_all(const Model& model);

/// The same for one rule, before any decision.
std::vector<Finding> find_by(const Rule& rule, const Model& model);

/// Decisions of the map file about rules that do not exist (K750) or about what no rule finds any more (K751).
void check_dispositions(const Model& model, const std::vector<Finding>& findings, Diagnostics& diagnostics);

}  // namespace keuzekaart
