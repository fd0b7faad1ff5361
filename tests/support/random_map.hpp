#pragma once
#include <cstdint>
#include <string>

namespace keuzekaart::testing {

/// Small numbers that look random and are the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2654435761U + 88172645463325252U) {}
  /// 0 up to but not including `sides`.
  std::size_t roll(std::size_t sides) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::size_t>(state_ % sides);
  }
  bool one_in(std::size_t sides) { return roll(sides) == 0; }

 private:
  std::uint64_t state_;
};

struct RandomMap {
  bool changes = true;               ///< false: everything is the same in IST and SOLL
  bool agreements_in_order = false;  ///< every pair of organisations has a valid agreement that names every process
  bool choices = false;              ///< with products, chains, choices in every dimension and a transition plan too
  std::uint64_t order = 0;           ///< in which order things of a kind stand in the file
};

/// The content of a map file with a handful of parties, processes, handovers, agreements and projects; the same for the
/// same seed but for the order.
std::string random_map(std::uint64_t seed, const RandomMap& options);

}  // namespace keuzekaart::testing
