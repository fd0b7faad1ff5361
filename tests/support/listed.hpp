#pragma once
#include <map>
#include <string>

#include "importers/own_lists.hpp"

namespace keuzekaart::testing {

/// Lists and their description, inline.
struct Listed {
  Sources sources;
  Diagnostics diagnostics;
  std::map<std::string, std::string> files;  ///< by name, the bytes of the lists
  OwnLists lists;

  /// Reads a description with this content.
  void read(const std::string& content, const std::string& attributes = {});
  /// Every message, without what to do next.
  std::string said() const;
  /// What stands at a place, in the words of a message.
  std::string at(Place place) const { return to_string(sources.locate(place)); }
};

/// Values, with a bar between two of them.
std::string joined(const std::vector<Text>& texts);

}  // namespace keuzekaart::testing
