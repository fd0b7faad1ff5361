#pragma once
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "modeler/model/model.hpp"
#include "modeler/records/map_edit.hpp"

/// How the map file says that two things are tied.
namespace keuzekaart {

/// The names of the map file for a kind of tie.
struct TieWords {
  LinkKind kind;
  EntityKind from_kind, to_kind;
  std::string_view section, thing;  ///< of what is tied: `producten`, `product`
  std::string_view child;           ///< the element in it that says the tie; empty: its own attributes do
  std::string_view reference, status;
};

/// The ties that are proposed, a person decides on and the map file says.
std::span<const TieWords> tie_words();
const TieWords* tie_words(LinkKind kind);

/// The place of a thing in the map file; unknown when it does not stand there.
Place place_on_map(const Model& model, EntityRef thing);

/// A code as an id of the map file: letters, digits, and hyphens for all else.
std::string map_id(std::string_view code);

/// The element of a thing that the map file does not have, without its ties: enough for joining to see which it is.
NewElement map_element(const Model& model, EntityRef thing, const std::string& id);

/// The attributes that say a tie: those of the thing itself, or of the child in it.
std::vector<std::pair<std::string, std::string>> tie_attributes(const TieWords& words, std::string_view to,
                                                                MappingStatus status);

}  // namespace keuzekaart
