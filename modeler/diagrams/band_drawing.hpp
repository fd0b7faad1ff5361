#pragma once
#include <optional>
#include <vector>

#include "modeler/diagrams/chain_bands.hpp"

namespace keuzekaart {

/// How large a band is drawn.
struct BandSize {
  double name = 9.5;  ///< letters of a step's name
  double air = 0;     ///< added to the height of every lane
};

inline constexpr double band_head_width = 122;  ///< of the column with the names of the lanes
inline constexpr double narrowest_step = 84;    ///< a step's box is not drawn narrower, apart from a step alone

struct DrawnBand {
  ChainBand band;
  std::size_t cut_words = 0;  ///< names of steps with a word too wide for the box
};

/// One band: columns for steps `first` to `last` (excluded), the lanes they use, and the lines inside it. Nothing when
/// the boxes would be too narrow.
std::optional<DrawnBand> draw_band(const DiagramContext& context, const ChainView& view,
                                   const std::vector<ChainCell>& cells, std::size_t first, std::size_t last,
                                   std::size_t columns, double width, BandSize size);

}  // namespace keuzekaart
