#pragma once
#include <string>
#include <vector>

#include "modeler/diagrams/diagram_registry.hpp"
#include "modeler/diagrams/landscape_tree.hpp"

namespace keuzekaart {

/// What a colour and letter of the landscape mean.
struct LandscapeCategory {
  std::string label;
  std::string mark;
  Tone tone = Tone::none;
  std::size_t count = 0;  ///< boxes in it
};

struct LandscapeColouring {
  std::vector<LandscapeCategory> categories;  ///< in the order of the legend; only those that occur
  std::vector<int> of_node;                   ///< by node; -1: a holder that has no category (domain, product group)
  std::string title;                          ///< the message, with figures
  std::string subject;                        ///< what the colour says
};

LandscapeColouring colour_landscape(const DiagramContext& context, const LandscapeTree& tree);

}  // namespace keuzekaart
