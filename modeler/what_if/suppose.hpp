#pragma once
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/diagnostics/labels.hpp"
#include "modeler/model/model.hpp"

/// A map as it would be with another archetype. The map itself is never touched: everything happens in a copy.
namespace keuzekaart {

/// Why another executor was taken for an access process than the map has.
enum class AssumptionReason : std::uint8_t {
  nobody_named,     ///< the map names nobody, and the archetype says who holds access
  to_municipality,  ///< under this archetype the municipality holds access
  elsewhere,        ///< under this archetype another party holds access
  one_access        ///< this archetype has one access for the whole domain
};

/// What an archetype implies for who carries out an access process, where the map does not say it or says it for
/// another archetype. Deviations that the map makes under an archetype with the same holder of access stay.
struct Assumption {
  EntityRef process;
  std::vector<EntityRef> before;  ///< executors in SOLL as the map has them, sorted; may be empty
  EntityRef after;                ///< executor taken; may be a party that only the supposed map has
  AssumptionReason reason = AssumptionReason::nobody_named;
};

/// The map with an archetype as the SOLL choice of a domain or product group.
struct Supposed {
  const Archetype* archetype = nullptr;  ///< null: as the map stands, and the map has chosen none
  bool chosen = false;                   ///< the map has this archetype: nothing was changed
  Model model;
  std::vector<Assumption> assumptions;  ///< sorted by process
  std::vector<EntityRef> kept;          ///< choices of product groups inside, which go before this one
  /// Of parties and choices that only this map has; the model points into it.
  std::shared_ptr<std::deque<std::string>> names = std::make_shared<std::deque<std::string>>();
};

/// The SOLL archetype that the map has chosen for the scope itself or that it inherits; null when there is none or more
/// than one.
const Archetype* chosen_archetype(const Model& model, EntityRef scope);

/// The map as it stands.
Supposed as_it_stands(const Model& model, EntityRef scope);

/// The map with this archetype as the choice of the scope for SOLL. With the archetype that holds already it is the map
/// as it stands. `labels` name parties that have to be supposed.
Supposed suppose(const Model& model, EntityRef scope, const Archetype& archetype, const Labels& labels);

}  // namespace keuzekaart
