#pragma once
#include "modeler/catalogue/catalogue.hpp"
#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart::catalogue {

/// Puts the entries of one catalogue file into the catalogue.
class Merge {
 public:
  Merge(Catalogue& catalogue, Diagnostics& diagnostics) : catalogue_(catalogue), diagnostics_(diagnostics) {}

  Catalogue& into() { return catalogue_; }

  /// Adds the entry, or puts it in the place of the one with its id in an earlier file. Of two in one file the first
  /// stays; the checker has reported that.
  template <class Entry>
  void put(std::vector<Entry>& list, Entry entry) {
    if (entry.id.empty()) return;
    const CatalogueEntry* known = catalogue_.find(entry.id.value);
    if (known == nullptr) {
      list.push_back(std::move(entry));
    } else if (may_replace(*known, entry)) {
      for (Entry& old : list)
        if (old.id.value == entry.id.value) {
          old = std::move(entry);
          return;
        }
    }
  }

 private:
  bool may_replace(const CatalogueEntry& known, const CatalogueEntry& entry);

  Catalogue& catalogue_;
  Diagnostics& diagnostics_;
};

/// When every file is read: the successors of archetypes, and whether counterparts name each other (K710).
void tie_together(Catalogue& catalogue, Diagnostics& diagnostics);

}  // namespace keuzekaart::catalogue
