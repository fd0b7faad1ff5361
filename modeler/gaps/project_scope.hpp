#pragma once
#include <vector>

#include "modeler/gaps/plan.hpp"

namespace keuzekaart {

/// Everything that a project touches, each list sorted and without repeats.
struct ProjectScope {
  std::vector<EntityRef> processes, products, parties, handovers, agreements, applications;
  std::vector<EntityRef> directed;  ///< what others execute and a directing function of the project is for
};

ProjectScope scope_of(const Model& model, const Plan& plan, const PlannedProject& project);

}  // namespace keuzekaart
