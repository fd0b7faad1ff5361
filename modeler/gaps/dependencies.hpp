#pragma once
#include <span>
#include <vector>

#include "modeler/gaps/plan.hpp"

namespace keuzekaart {

/// One gap that has to be closed before another, both as numbers in the list given.
struct GapDependency {
  DependencyReason reason = DependencyReason::agreement;
  std::size_t first = 0, then = 0;
};

/// - agreement before handover: a new or renewed agreement before the handovers that lean on it, and before the change
/// of
///   executor of a process that it is for;
/// - function before process: a new function before the new process that has it, and before the other executor that is
///   to be directed by it;
/// - access before delivery: the change of a process with function F01 (toegang) before that of the processes that it
///   hands over to.
std::vector<GapDependency> gap_dependencies(const Model& model, std::span<const Gap> gaps);

}  // namespace keuzekaart
