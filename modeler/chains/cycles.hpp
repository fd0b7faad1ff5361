#pragma once
#include <cstdint>
#include <utility>
#include <vector>

namespace keuzekaart {

/// The loops among the nodes 0 to `count`-1: for every group of nodes that can all reach each other one shortest loop
/// through its lowest node, without that node again at the end. A node with an edge to itself is a loop of one. Sorted
/// by their first node.
std::vector<std::vector<std::uint32_t>> cycles(std::uint32_t count,
                                               const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges);

}  // namespace keuzekaart
