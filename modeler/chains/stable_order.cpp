#include "modeler/chains/stable_order.hpp"

#include <algorithm>
#include <queue>
#include <tuple>

namespace keuzekaart {

std::vector<std::uint32_t> stable_order(std::uint32_t count,
                                        const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges) {
  std::vector<std::vector<std::uint32_t>> next(count);
  std::vector<std::uint32_t> waits_for(count);
  auto unique = edges;
  std::sort(unique.begin(), unique.end());
  unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
  for (const auto& [from, to] : unique) {
    if (from == to) continue;
    next[from].push_back(to);
    ++waits_for[to];
  }
  // Entries grow stale when a count falls; a stale one is passed over. After the start only nodes that something
  // already placed leads to get a new entry, so inside a loop the order follows the edges.
  using Entry = std::tuple<std::uint32_t, std::uint32_t>;  // waits for, node
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> open;
  for (std::uint32_t node = 0; node < count; ++node) open.emplace(waits_for[node], node);
  std::vector<bool> placed(count);
  std::vector<std::uint32_t> order;
  order.reserve(count);
  while (!open.empty()) {
    const auto [waits, node] = open.top();
    open.pop();
    if (placed[node] || waits != waits_for[node]) continue;
    placed[node] = true;
    order.push_back(node);
    for (const std::uint32_t to : next[node])
      if (!placed[to]) open.emplace(--waits_for[to], to);
  }
  return order;
}

}  // namespace keuzekaart
