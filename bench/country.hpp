#pragma once
#include <cstddef>
#include <string>

namespace keuzekaart::bench {

/// What one made-up municipality has.
inline constexpr std::size_t products_each = 300;
inline constexpr std::size_t processes_each = 250;
inline constexpr std::size_t parties_each = 60;
inline constexpr std::size_t handovers_each = 400;

/// A map file of so many made-up municipalities in one: each with its own domains with choices, parties, processes (of
/// which one in six changes executor), products, chains, handovers, agreements and projects, and a handover to its
/// neighbour. The same number gives the same text.
std::string country_map(std::size_t municipalities);

}  // namespace keuzekaart::bench
