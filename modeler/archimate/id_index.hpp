#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "modeler/archimate/archimate_model.hpp"

namespace keuzekaart::archimate {

/// From id to concept, for the many look-ups of linking (never for order). An open table: next to no memory is visited
/// for each look-up. Points into the model, which must not change as long as this lives.
class IdIndex {
 public:
  explicit IdIndex(const std::vector<Concept>& concepts);

  /// The first concept with this id, or none. An empty id is nobody's.
  ConceptId find(std::string_view id) const;

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::string_view id;  ///< empty in a free slot
    ConceptId concept_id = ConceptId::none;
  };
  std::vector<Slot> slots_;  ///< a power of two, at most half full
};

}  // namespace keuzekaart::archimate
