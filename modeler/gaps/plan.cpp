#include "modeler/gaps/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "modeler/chains/stable_order.hpp"
#include "modeler/gaps/dependencies.hpp"
#include "modeler/gaps/derive_gaps.hpp"
#include "modeler/gaps/group_gaps.hpp"
#include "modeler/gaps/state_facts.hpp"

namespace keuzekaart {

namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;  // what comes first, what waits for it

/// The dependencies between projects that the gaps ask for, in a fixed order; each pair of projects once a reason.
struct DerivedEdge {
  DependencyReason reason{};
  std::uint32_t first = 0, then = 0;
  std::size_t gap_first = 0, gap_then = 0;
};

class Planner {
 public:
  Planner(const Model& model, std::span<const Finding> findings) : m_(model) {
    plan_.gaps = derive_gaps(model, findings);
  }

  Plan run() {
    own_projects();
    for (PlannedProject& proposed : group_gaps(m_, plan_.gaps)) plan_.projects.push_back(std::move(proposed));
    said();
    derived();
    beside();
    put_in_order();
    return std::move(plan_);
  }

 private:
  void own_projects() {
    for (std::uint32_t i = 0; i < m_.projects.size(); ++i) {
      PlannedProject& project = plan_.projects.emplace_back();
      project.code = m_.projects[i].code.value;
      project.own = {EntityKind::project, i};
    }
    for (std::size_t g = 0; g < plan_.gaps.size(); ++g)
      for (const EntityRef project : plan_.gaps[g].projects) plan_.projects[project.index].gaps.push_back(g);
  }

  void said() {
    for (std::uint32_t i = 0; i < m_.projects.size(); ++i)
      for (const EntityRef first : m_.projects[i].after) {
        edges_[first.index].insert(i);
        plan_.projects[i].after.push_back({first.index, DependencyReason::said, 0, 0});
      }
  }

  /// Whether the one project already has to come before the other, over any number of others between.
  bool comes_before(std::uint32_t first, std::uint32_t then) const {
    std::set<std::uint32_t> seen{first};
    std::vector<std::uint32_t> waiting{first};
    while (!waiting.empty()) {
      const std::uint32_t at = waiting.back();
      waiting.pop_back();
      if (at == then) return true;
      const auto found = edges_.find(at);
      if (found == edges_.end()) continue;
      for (const std::uint32_t next : found->second)
        if (seen.insert(next).second) waiting.push_back(next);
    }
    return false;
  }

  void derived() {
    std::vector<std::vector<std::uint32_t>> of_gap(plan_.gaps.size());
    for (std::uint32_t p = 0; p < plan_.projects.size(); ++p)
      for (const std::size_t g : plan_.projects[p].gaps) of_gap[g].push_back(p);
    std::vector<DerivedEdge> found;
    for (const GapDependency& dependency : gap_dependencies(m_, plan_.gaps))
      for (const std::uint32_t first : of_gap[dependency.first])
        for (const std::uint32_t then : of_gap[dependency.then])
          if (first != then) found.push_back({dependency.reason, first, then, dependency.first, dependency.then});
    std::ranges::sort(found, [](const DerivedEdge& a, const DerivedEdge& b) {
      return std::tie(a.reason, a.first, a.then, a.gap_first, a.gap_then) <
             std::tie(b.reason, b.first, b.then, b.gap_first, b.gap_then);
    });
    const DerivedEdge* last = nullptr;
    for (const DerivedEdge& edge : found) {
      const bool again =
          last != nullptr && last->reason == edge.reason && last->first == edge.first && last->then == edge.then;
      last = &edge;
      if (again) continue;
      if (comes_before(edge.then, edge.first)) {
        plan_.projects[edge.then].together.push_back(edge.first);
        plan_.projects[edge.first].together.push_back(edge.then);
        continue;
      }
      edges_[edge.first].insert(edge.then);
      plan_.projects[edge.then].after.push_back({edge.first, edge.reason, edge.gap_then, edge.gap_first});
    }
  }

  /// What a project touches: processes, and what differs itself. A directing function that is missing touches no
  /// process; those that set one up touch each other.
  Refs things(const PlannedProject& project, bool& directs) const {
    Refs refs;
    for (const std::size_t g : project.gaps) {
      const Gap& gap = plan_.gaps[g];
      directs = directs || gap.on_no_process;
      if (gap.on_no_process) continue;
      refs.insert(refs.end(), gap.processes.begin(), gap.processes.end());
      if (gap.element.known()) refs.push_back(gap.element);
    }
    sort_unique(refs);
    return refs;
  }

  /// The projects of the map and the proposals that touch the same, told on both sides.
  void beside() {
    std::map<EntityRef, std::set<std::size_t>> touched;
    std::set<std::size_t> directing;
    for (std::size_t p = 0; p < plan_.projects.size(); ++p) {
      if (!plan_.projects[p].own.known()) continue;
      bool directs = false;
      for (const EntityRef ref : things(plan_.projects[p], directs)) touched[ref].insert(p);
      if (directs) directing.insert(p);
    }
    for (std::size_t p = 0; p < plan_.projects.size(); ++p) {
      if (plan_.projects[p].own.known()) continue;
      bool directs = false;
      std::set<std::size_t> found;
      for (const EntityRef ref : things(plan_.projects[p], directs))
        if (const auto at = touched.find(ref); at != touched.end()) found.insert(at->second.begin(), at->second.end());
      if (directs) found.insert(directing.begin(), directing.end());
      plan_.projects[p].beside.assign(found.begin(), found.end());
      for (const std::size_t own : found) plan_.projects[own].beside.push_back(p);
    }
  }

  /// The map's own by their start, then the proposals; each behind what it waits for.
  void put_in_order() {
    const auto count = static_cast<std::uint32_t>(plan_.projects.size());
    std::vector<std::uint32_t> by_date(count);
    for (std::uint32_t i = 0; i < count; ++i) by_date[i] = i;
    const auto start = [&](std::uint32_t i) {
      const PlannedProject& project = plan_.projects[i];
      const MapProject* record = project.own.known() ? m_.projects[project.own.index].record : nullptr;
      return record == nullptr || record->start.empty() ? std::string_view("~") : record->start.value;
    };
    std::ranges::stable_sort(by_date, [&](std::uint32_t a, std::uint32_t b) {
      const bool own_a = plan_.projects[a].own.known();
      const bool own_b = plan_.projects[b].own.known();
      return own_a != own_b ? own_a : start(a) < start(b);
    });
    std::vector<std::uint32_t> rank(count);
    for (std::uint32_t i = 0; i < count; ++i) rank[by_date[i]] = i;
    std::vector<Edge> edges;
    for (const auto& [first, thens] : edges_)
      for (const std::uint32_t then : thens) edges.emplace_back(rank[first], rank[then]);
    std::vector<std::size_t> place(count);  // of a project in the new order
    std::vector<PlannedProject> ordered;
    for (const std::uint32_t at : stable_order(count, edges)) {
      place[by_date[at]] = ordered.size();
      ordered.push_back(std::move(plan_.projects[by_date[at]]));
    }
    plan_.projects = std::move(ordered);
    for (PlannedProject& project : plan_.projects) {
      for (Dependency& dependency : project.after) dependency.on = place[dependency.on];
      for (std::vector<std::size_t>* list : {&project.together, &project.beside}) {
        for (std::size_t& number : *list) number = place[number];
        sort_unique(*list);
      }
      std::ranges::stable_sort(project.after, {}, &Dependency::on);
    }
  }

  const Model& m_;
  Plan plan_;
  std::map<std::uint32_t, std::set<std::uint32_t>> edges_;
};

}  // namespace

Plan make_plan(const Model& model, std::span<const Finding> findings) { return Planner(model, findings).run(); }

}  // namespace keuzekaart
