#pragma once
#include <memory>
#include <span>
#include <string>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// A catalogue that is already in memory, such as those of the program itself. `path` is only shown.
struct CatalogueText {
  std::string path, text;
};

/// A catalogue of the municipality: a path that can be opened, and where the map file names it.
struct OwnCatalogue {
  std::string path;
  Place named_at;
};

/// Reads catalogues one after the other into one. An entry with the id of an entry of an earlier catalogue takes its
/// place (K704), if it is of the same kind (K705). Checks every rule of schemas/catalogus.xsd itself, with the nearest
/// known name (K401 to K420, K700), and every reference over all catalogues together (K203, K413). Everything that can
/// be read is read. A catalogue that cannot be opened is reported (K101) with the place in the map that names it.
std::shared_ptr<const Catalogue> read_catalogues(std::span<const CatalogueText> built_in,
                                                 std::span<const OwnCatalogue> own, Sources& sources,
                                                 Diagnostics& diagnostics);

}  // namespace keuzekaart
