#pragma once
#include <cstdint>
#include <utility>
#include <vector>

namespace keuzekaart {

/// Puts the nodes 0 to `count`-1 in an order in which every edge goes forward where that is possible. Loops end: when
/// every node left waits for another, one that something already placed leads to goes first, of these the one that
/// waits for the fewest; ties go to the lowest number. So the order depends on the numbering alone.
std::vector<std::uint32_t> stable_order(std::uint32_t count,
                                        const std::vector<std::pair<std::uint32_t, std::uint32_t>>& edges);

}  // namespace keuzekaart
