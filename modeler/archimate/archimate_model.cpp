#include "modeler/archimate/archimate_model.hpp"

#include <algorithm>

namespace keuzekaart::archimate {

ConceptId ArchimateModel::find(std::string_view wanted) const {
  const auto found = std::lower_bound(concepts.begin(), concepts.end(), wanted,
                                      [](const Concept& c, std::string_view key) { return c.id.value < key; });
  if (found == concepts.end() || found->id.value != wanted) return ConceptId::none;
  return static_cast<ConceptId>(found - concepts.begin());
}

Text ArchimateModel::property(const Concept& c, std::string_view key) const {
  for (const Property& p : properties_of(c))
    if (p.key.value == key) return p.value;
  return {};
}

std::size_t ArchimateModel::element_count() const { return concepts.size() - relation_count(); }

std::size_t ArchimateModel::relation_count() const {
  return static_cast<std::size_t>(
      std::count_if(concepts.begin(), concepts.end(), [](const Concept& c) { return is_relation(c.type); }));
}

}  // namespace keuzekaart::archimate
