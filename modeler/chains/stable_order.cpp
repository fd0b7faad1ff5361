#include "modeler/chains/stable_order.hpp"

#include <algorithm>
#include <queue>
#include <tuple>

#include "modeler/model/sort_unique.hpp"

namespace keuzekaart {

std::vector<std::uint32_t> stable_order(std::uint32_t count,
                                        const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
  std::vector<std::vector<std::uint32_t>> next(count);
  std::vector<std::uint32_t> waits_for(count);
  auto unique = edges;
  sort_unique(unique);
  for (const auto& [from, to] : unique) {
    if (from == to) continue;
    next[from].push_back(to);
    ++waits_for[to];
  }
  // A node's later entry always sorts before its earlier ones; those are passed over once it is placed.
  std::vector<bool> reached(count);
  std::vector<bool> placed(count);
  using Entry = std::tuple<bool, bool, std::uint32_t, std::uint32_t>;  // waits, not reached, for how many, node
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  const auto put = [&](std::uint32_t node) {
    open.emplace(waits_for[node] != 0, !reached[node], waits_for[node], node);
  };
  for (std::uint32_t node = 0; node < count; ++node) put(node);
  std::vector<std::uint32_t> order;
  order.reserve(count);
  while (!open.empty()) {
    const std::uint32_t node = std::get<3>(open.top());
    open.pop();
    if (placed[node]) continue;
    placed[node] = true;
    order.push_back(node);
    for (const std::uint32_t to : next[node]) {
      --waits_for[to];
      reached[to] = true;
      if (!placed[to]) put(to);
    }
  }
  return order;
}

}  // namespace keuzekaart
