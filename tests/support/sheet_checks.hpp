#pragma once
#include <string>
#include <vector>

#include "modeler/diagrams/diagram_registry.hpp"

namespace keuzekaart::testing {

/// Everything that is wrong with the pages, one line each: boxes that overlap
/// (an area may hold others, a badge may lie on its box), text that does not
/// fit, letters under 8 points, what lies off the paper, an id used twice on a
/// page.
std::vector<std::string> faults_of(const std::vector<Diagram>& diagrams);

/// The labels of the language as shipped.
Labels shipped_labels(Language language);

/// All lines of text on all pages, joined per box with a blank.
std::vector<std::string> texts_of(const std::vector<Diagram>& diagrams);

}  // namespace keuzekaart::testing
