#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart {

/// What a source names where nothing of that kind was read at all, so that there is nothing to look it up in. Said once
/// for each file and kind, with how many (K662).
class UnmetNames {
 public:
  void add(std::string kind, Place place) {
    auto& [number, first] = names_[{place.file, std::move(kind)}];
    if (number++ == 0) first = place;
  }
  void report(Diagnostics& diagnostics) const;

 private:
  std::map<std::pair<FileId, std::string>, std::pair<std::size_t, Place>> names_;
};

}  // namespace keuzekaart
