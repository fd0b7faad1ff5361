#pragma once
#include <string>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/findings/finding.hpp"

namespace keuzekaart {

/// What a finding says in one line, with the state it holds in where the rule looks at states.
std::string finding_text(const Labels& labels, const Finding& finding);

}  // namespace keuzekaart
