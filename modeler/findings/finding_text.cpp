#include "modeler/findings/finding_text.hpp"

#include <fmt/format.h>

#include "modeler/records/states_text.hpp"

namespace keuzekaart {

std::string finding_text(const Labels& labels, const Finding& finding) {
  const std::string text = labels.fill(finding.rule, finding.arguments);
  return finding.states.empty() ? text : fmt::format("{} ({})", text, state_names(labels, finding.states));
}

}  // namespace keuzekaart
