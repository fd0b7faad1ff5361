#pragma once
#include <string>
#include <vector>

#include "modeler/diagrams/chain_view.hpp"
#include "modeler/diagrams/diagram.hpp"

namespace keuzekaart {

/// One row of the list of handovers under a chain, placed from (0, 0).
struct HandoverRow {
  double height = 0;
  std::vector<Box> boxes;
};

/// The heading row, then one row per handover in the order of their numbers; empty when there are none.
std::vector<HandoverRow> handover_rows(const DiagramContext& context, const ChainView& view, double width);

}  // namespace keuzekaart
