#pragma once
#include <map>
#include <string>
#include <vector>

#include "modeler/rules/world.hpp"

namespace keuzekaart {

/// What conditions found and were asked to tell.
struct Telling {
  Mentions mentions;
  std::vector<EntityRef> elements;
  std::vector<Place> places;

  void tell(const Text& name, const Mention& mention);
  void add(const Telling& other);
};

/// Whether all conditions hold for a thing. What they tell is added to `telling` when they do.
bool all_hold(const World& world, const std::vector<Condition>& conditions, const Thing& thing, const Look& look,
              Telling& telling);

}  // namespace keuzekaart
