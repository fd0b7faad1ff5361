#pragma once
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/source_version.hpp"

namespace keuzekaart {

/// Where the map names what the newer version of a source no longer holds: by every key that a map may name it by.
class MapUses {
 public:
  /// Reads the map with the newer version in the place of the present one.
  MapUses(const PresentSource& present, const SourceVersion& fresh, Progress& progress, const Labels& labels);

  /// As shown: "kaart.xml:12; kaart.xml:30".
  std::string of(std::span<const std::string_view> keys) const;

 private:
  void add(std::string_view key, Place place);

  std::unique_ptr<Workspace> workspace_;
  std::map<std::string, std::vector<Place>, std::less<>> places_;
};

}  // namespace keuzekaart
