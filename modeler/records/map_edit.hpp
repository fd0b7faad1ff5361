#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "modeler/source/place.hpp"

namespace keuzekaart {

/// An element of the map file that is not there yet.
struct NewElement {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;  ///< name and value, not escaped
  std::vector<NewElement> children = {};
};

/// A change to the text of a map file; all other bytes stay as they are.
struct MapEdit {
  /// An element of the map: where its name, or the value of one of its attributes, stands. Unknown: a section.
  Place element;
  /// The section of the map, `producten`, when `element` is unknown; made when it is not there.
  std::string section = {};
  /// Attributes that get this value, whether they are there or not.
  std::vector<std::pair<std::string, std::string>> attributes = {};
  /// Elements that come at the end of the element or section, after those of the same name.
  std::vector<NewElement> children = {};
};

/// What an edit did.
struct MapEditMade {
  std::size_t before = 0;  ///< offset in the old text: of what changed, or of the line after which something came
  std::size_t after = 0;   ///< offset in the new text of what changed or came
  bool added = false;      ///< an element came; else attributes of one changed
  std::string old_text = {}, new_text = {};  ///< what was there and what is there now, on one line
};

/// The text of the map file after edits.
struct EditedMap {
  std::string text;
  std::vector<MapEditMade> made;  ///< one for every edit, in their order
};

}  // namespace keuzekaart
