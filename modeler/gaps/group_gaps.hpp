#pragma once
#include <span>
#include <vector>

#include "modeler/gaps/plan.hpp"

namespace keuzekaart {

/// Proposals for the gaps that no project of the map takes up. Gaps belong together when they are of one domain and of
/// one partner; what is left, of one application; what is then left, of one domain. Everything about a process whose
/// executor changes belongs with that change. Sorted by domain, then by what they have in common.
std::vector<PlannedProject> group_gaps(const Model& model, std::span<const Gap> gaps);

}  // namespace keuzekaart
