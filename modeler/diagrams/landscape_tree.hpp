#pragma once
#include <string>
#include <vector>

#include "modeler/model/model.hpp"

namespace keuzekaart {

/// One box of the landscape, before it has a place.
struct LandscapeNode {
  EntityRef thing;  ///< a process; a domain or product group where the municipality's own processes are the landscape
  std::string name;
  std::vector<int> children;    ///< sorted by name
  bool several_wholes = false;  ///< it is part of more than one: shown under the first only
  std::vector<EntityRef> own;   ///< own processes tied to it or to a process below it that is not in the landscape
  std::size_t proposed = 0;     ///< how many more are only proposed
};

struct LandscapeTree {
  std::vector<LandscapeNode> nodes;  ///< every landscape process exactly once
  std::vector<int> roots;            ///< sturend, primair, ondersteunend; then by name
  bool reference = false;            ///< the reference model's landscape, not the municipality's own processes
};

LandscapeTree landscape_tree(const Model& model);

}  // namespace keuzekaart
