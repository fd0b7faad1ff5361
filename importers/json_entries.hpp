#pragma once
#include <cstddef>

#include "importers/guarded_json.hpp"
#include "modeler/source/address.hpp"

namespace keuzekaart {

/// The entries of a file in any of the forms in which programs of the common ground give them: a list, a page of a list
/// (`{"count": .., "next": .., "results": [..]}`, or `aantal`, `volgende`, `resultaten`) or a single entry.
struct JsonEntries {
  JsonValue list;    ///< the entries are its children
  JsonValue single;  ///< or this is the only one

  template <class F>
  void for_each(F&& f) const {
    if (single) f(single);
    for (const JsonValue entry : list.children()) f(entry);
  }
  /// The first entry; nothing when there is none.
  JsonValue first() const;
};

JsonEntries entries_of(const JsonFile& json);

/// Says so when the file is a page of a list that goes on (K157).
void report_page(const JsonFile& json, Diagnostics& diagnostics);

/// Entries of a file that are nothing its reader knows: said together (K345).
class PassedOver {
 public:
  void add(JsonValue entry) {
    if (number_++ == 0) first_ = entry;
  }
  void report(Diagnostics& diagnostics) const;

 private:
  JsonValue first_;
  std::size_t number_ = 0;
};

/// The last part of an address or urn, with its place.
Text last_part(const Text& address);

}  // namespace keuzekaart
