#include "modeler/gaps/dependencies.hpp"

#include <algorithm>
#include <map>

namespace keuzekaart {

namespace {

using Numbers = std::vector<std::size_t>;

class Finder {
 public:
  Finder(const Model& model, std::span<const Gap> gaps) : m_(model), gaps_(gaps) {
    for (std::size_t i = 0; i < gaps.size(); ++i) {
      const Gap& gap = gaps[i];
      if (gap.kind == GapKind::handover_new || gap.kind == GapKind::handover_form) handovers_[gap.element].push_back(i);
      if (gap.kind == GapKind::executor || gap.kind == GapKind::process_new) executions_[gap.element].push_back(i);
    }
  }

  std::vector<GapDependency> run() {
    for (std::size_t i = 0; i < gaps_.size(); ++i) {
      const Gap& gap = gaps_[i];
      if (gap.kind == GapKind::agreement_new || gap.kind == GapKind::agreement_renew) agreement(i, gap);
      if (gap.kind == GapKind::function_new) function(i, gap);
    }
    access();
    return std::move(found_);
  }

 private:
  void add(DependencyReason reason, std::size_t first, const std::map<EntityRef, Numbers>& among, EntityRef at) {
    const auto found = among.find(at);
    if (found == among.end()) return;
    for (const std::size_t then : found->second)
      if (then != first) found_.push_back({reason, first, then});
  }

  void agreement(std::size_t i, const Gap& gap) {
    for (const EntityRef handover : gap.handovers) add(DependencyReason::agreement, i, handovers_, handover);
    for (const EntityRef process : is_for(gap)) add(DependencyReason::agreement, i, executions_, process);
  }

  /// The processes that an agreement is for; those at the ends of its handovers are not.
  const std::vector<EntityRef>& is_for(const Gap& gap) const {
    return gap.element.kind == EntityKind::agreement ? m_.agreements[gap.element.index].processes : gap.processes;
  }

  void function(std::size_t i, const Gap& gap) {
    for (const EntityRef process : gap.processes) add(DependencyReason::function, i, executions_, process);
  }

  bool is_access(EntityRef process) const {
    return std::ranges::any_of(m_.process(process).archetype_functions,
                               [](const Text& code) { return code.value == "F01"; });
  }

  void access() {
    for (const Handover& handover : m_.handovers) {
      if (!handover.states.has(State::soll) || !handover.from.known() || !handover.to.known()) continue;
      const auto found = executions_.find(handover.from);
      if (found == executions_.end() || !is_access(handover.from) || is_access(handover.to)) continue;
      for (const std::size_t first : found->second) add(DependencyReason::access, first, executions_, handover.to);
    }
  }

  const Model& m_;
  std::span<const Gap> gaps_;
  std::map<EntityRef, Numbers> handovers_, executions_;
  std::vector<GapDependency> found_;
};

}  // namespace

std::vector<GapDependency> gap_dependencies(const Model& model, std::span<const Gap> gaps) {
  return Finder(model, gaps).run();
}

}  // namespace keuzekaart
