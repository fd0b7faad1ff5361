#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "importers/grammar/grammar.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/place.hpp"

namespace keuzekaart::grammar {

/// The ids of files that belong together and what points to them. Ids are unique over a whole file, whatever they name;
/// a later file may name what an earlier one named, and then takes its place. The views that are handed in outlive this
/// object.
class References {
 public:
  References(const Grammar& grammar, Diagnostics& diagnostics) : grammar_(grammar), diagnostics_(diagnostics) {}

  /// `inside` is the id of the element around it: the domain of a product group.
  void define(std::string_view id, Place place, Thing thing, std::string_view inside = {});
  void refer(std::string_view attribute, std::string_view id, Place place, Thing thing);
  /// Says that `id` is a part of `whole` (deel-van).
  void part_of(std::string_view id, std::string_view whole, Place place);
  /// Says that one element names both a domain and a product group.
  void together(std::string_view domain, std::string_view group, Place place_of_group);

  /// Reports every reference to nothing (K203) or to something else (K413), parts of themselves (K415) and groups
  /// outside their domain (K416).
  void resolve();

 private:
  struct Named {
    Thing thing;
    Place place;
    std::string_view inside, whole;
    Place place_of_whole;
  };
  struct Reference {
    std::string_view attribute, id;
    Place place;
    Thing thing;
  };
  struct Pair {
    std::string_view domain, group;
    Place place;
  };

  void resolve(const Reference& reference);
  void circles();
  void groups();
  /// Whether the domain is `whole` or lies inside it.
  bool within(std::string_view domain, std::string_view whole) const;

  std::string element_of(Thing thing) const;

  const Grammar& grammar_;
  Diagnostics& diagnostics_;
  std::map<std::string_view, Named> named_;
  std::vector<Reference> references_;
  std::vector<Pair> pairs_;
};

}  // namespace keuzekaart::grammar
