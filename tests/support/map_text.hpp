#pragma once
#include <memory>
#include <string>

#include "importers/map_reader.hpp"

namespace keuzekaart {

/// A map file read from text, with what was said about it.
struct MapText {
  Sources sources;
  Diagnostics diagnostics;
  std::shared_ptr<const MapDocument> map;

  /// Reads a whole file.
  static MapText whole(std::string text);
  /// Reads a map that holds `inside`; that starts at line 2, column 1.
  static MapText holding(const std::string& inside);

  /// Where, what (in Dutch), the code and the nearest name of every message, a line each.
  std::string messages() const;
  /// What stands at a place.
  std::string_view at(Place place, std::size_t size) const;
};

}  // namespace keuzekaart
