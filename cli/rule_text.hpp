#pragma once
#include <string>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/diagnostics/labels.hpp"

namespace keuzekaart {

/// A rule as `explain` shows it: what it means, why, an example, how it is known, what it says and what to do.
std::string rule_text(const Rule& rule, const Catalogue& catalogue, const Labels& labels);

/// Every rule with its conditions, and the predicates they are written in, as docs/rules.md holds them.
std::string rules_document(const Catalogue& catalogue, const Labels& labels);

}  // namespace keuzekaart
