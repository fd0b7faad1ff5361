#include "modeler/archimate/concept_types.hpp"

#include <string_view>
#include <unordered_map>

namespace keuzekaart::archimate {

ConceptType concept_type(std::string_view name) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, ConceptType> map;
    for (const ConceptTypeRow& row : concept_type_rows) map.emplace(row.name, row.type);
    map.erase("?");
    return map;
  }();
  const auto found = by_name.find(name);
  return found == by_name.end() ? ConceptType::unknown : found->second;
}

}  // namespace keuzekaart::archimate
