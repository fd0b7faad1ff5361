#pragma once
#include <string_view>
#include <vector>

#include "modeler/rules/world.hpp"

namespace keuzekaart {

/// What a thing has for a characteristic.
struct Characteristic {
  std::vector<std::string_view> values;  ///< as the map writes them; empty when it has none
  /// What is missing in it, for one that has parts (the parts of a GLO, the reasons of variants). A characteristic with
  /// parts lacks when one of them is missing, whatever its values.
  std::vector<Mention> missing;
  bool has_parts = false;

  bool lacks() const { return has_parts ? !missing.empty() : values.empty(); }
};

/// `name` is one of the kind's rows in `characteristic_rows`. What holds in a state only is empty without one.
Characteristic characteristic_of(const World& world, const Thing& thing, std::string_view name, const Look& look);

}  // namespace keuzekaart
