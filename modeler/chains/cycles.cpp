#include "modeler/chains/cycles.hpp"

#include <algorithm>
#include <deque>

#include "modeler/model/sort_unique.hpp"

namespace keuzekaart {

namespace {

using Row = std::vector<std::uint32_t>;

/// The nodes in the order in which a walk in depth leaves them.
Row left_in_order(const std::vector<Row>& next) {
  Row order;
  std::vector<bool> seen(next.size(), false);
  for (std::uint32_t start = 0; start < next.size(); ++start) {
    if (seen[start]) continue;
    seen[start] = true;
    std::vector<std::pair<std::uint32_t, std::size_t>> path{{start, 0}};
    while (!path.empty()) {
      auto& [at, tried] = path.back();
      if (tried == next[at].size()) {
        order.push_back(at);
        path.pop_back();
        continue;
      }
      const std::uint32_t to = next[at][tried++];
      if (seen[to]) continue;
      seen[to] = true;
      path.emplace_back(to, 0);
    }
  }
  return order;
}

/// The shortest way from a node back to itself inside its group; empty when there is none.
Row way_back(const std::vector<Row>& next, const Row& group_of, std::uint32_t start) {
  std::vector<std::uint32_t> from(next.size(), static_cast<std::uint32_t>(next.size()));
  std::deque<std::uint32_t> waiting{start};
  while (!waiting.empty()) {
    const std::uint32_t at = waiting.front();
    waiting.pop_front();
    for (const std::uint32_t to : next[at]) {
      if (group_of[to] != group_of[start]) continue;
      if (to == start) {
        Row way{at};
        while (way.back() != start) way.push_back(from[way.back()]);
        std::ranges::reverse(way);
        return way;
      }
      if (from[to] != next.size()) continue;
      from[to] = at;
      waiting.push_back(to);
    }
  }
  return {};
}

}  // namespace

std::vector<Row> cycles(std::uint32_t count, const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
  std::vector<Row> next(count);
  std::vector<Row> previous(count);
  for (const auto& [from, to] : edges) {
    next[from].push_back(to);
    previous[to].push_back(from);
  }
  for (std::vector<Row>* rows : {&next, &previous})
    for (Row& row : *rows) sort_unique(row);
  // Nodes that reach each other: walk back, latest left first (Kosaraju).
  Row group_of(count, count);
  Row order = left_in_order(next);
  std::vector<Row> loops;
  for (auto top = order.rbegin(); top != order.rend(); ++top) {
    if (group_of[*top] != count) continue;
    const std::uint32_t group = *top;
    group_of[group] = group;
    Row members{group};
    for (std::size_t i = 0; i < members.size(); ++i)
      for (const std::uint32_t from : previous[members[i]])
        if (group_of[from] == count) {
          group_of[from] = group;
          members.push_back(from);
        }
    const std::uint32_t lowest = *std::ranges::min_element(members);
    if (members.size() == 1 && std::ranges::find(next[lowest], lowest) == next[lowest].end()) continue;
    loops.push_back(way_back(next, group_of, lowest));
  }
  std::ranges::sort(loops);
  return loops;
}

}  // namespace keuzekaart
