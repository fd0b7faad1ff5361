#include "importers/catalogue/merge.hpp"

#include <string>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart::catalogue {

bool Merge::may_replace(const CatalogueEntry& known, const CatalogueEntry& entry) {
  if (known.place.file == entry.place.file) return false;
  const bool same_kind = known.kind == entry.kind;
  std::vector<std::string> arguments = {std::string(entry.id.value)};
  if (same_kind) {
    arguments.emplace_back(known.name.nl.value);
  } else {
    arguments.emplace_back(word_of(entry.kind));
    arguments.emplace_back(word_of(known.kind));
  }
  diagnostics_.report(same_kind ? Code::K704 : Code::K705, entry.id.place, std::move(arguments)).related =
      known.id.place;
  return same_kind;
}

void tie_together(Catalogue& catalogue, Diagnostics& diagnostics) {
  for (const Archetype& later : catalogue.archetypes)
    for (const Text& id : later.predecessors)
      for (Archetype& earlier : catalogue.archetypes)
        if (earlier.id.value == id.value) earlier.successors.push_back(later.id);
  for (const WorkingMethod& one : catalogue.working_methods) {
    const WorkingMethod* other = catalogue.working_method(one.counterpart.value);
    if (other == nullptr || other->counterpart.value == one.id.value) continue;
    diagnostics
        .report(Code::K710, one.counterpart.place,
                {std::string(one.id.value), std::string(other->id.value), std::string(other->counterpart.value)})
        .related = other->id.place;
  }
}

}  // namespace keuzekaart::catalogue
