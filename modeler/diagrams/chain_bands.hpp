#pragma once
#include <string>
#include <vector>

#include "modeler/diagrams/chain_view.hpp"
#include "modeler/diagrams/diagram.hpp"

namespace keuzekaart {

/// What stands in one cell of the swim lanes: a step, or a party's part in it.
enum class Part : std::uint8_t { leads, leaves, also, also_new, also_ends };

struct ChainCell {
  std::size_t step = 0, lane = 0;
  Part part = Part::leads;
  Tone tone = Tone::none;
};

/// The cells of a chain: one leading cell per step; in the change picture also
/// where it leaves.
std::vector<ChainCell> chain_cells(const ChainView& view, DrawnState state);

/// A chain cut into bands that stand below each other, each with all its lanes,
/// so that it stays readable.
struct ChainBand {
  std::size_t first = 0, last = 0;  ///< steps, `last` excluded
  double height = 0;
  Page drawing;  ///< placed from (0, 0)
};

struct BandRules {
  double width = 0, height = 0;  ///< room on a page
  double gap = 14;               ///< between bands
  double reserved = 0;           ///< room that the list of handovers would like on the same page
};

/// Bands that fit the width, each not higher than a page where that can be.
std::vector<ChainBand> chain_bands(const DiagramContext& context, const ChainView& view, const BandRules& rules);

/// "G", "L", "V", "C", "O" with its tone, for an agreement's badge; empty when
/// none is needed.
std::string mark_of(const Labels& labels, Covered covered);
Tone tone_of(Covered covered);

}  // namespace keuzekaart
