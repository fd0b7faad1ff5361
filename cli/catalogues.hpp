#pragma once
#include <string_view>
#include <vector>

#include "importers/catalogue_reader.hpp"
#include "modeler/diagnostics/labels.hpp"

namespace keuzekaart {

/// The bytes of a file of `catalogues/` that is embedded in the program ("labels-nl.xml"); empty for another name.
std::string_view embedded_catalogue(std::string_view name);

/// Every text of the program in a language.
Labels load_labels(Language language);

/// The catalogues of the program itself, in the order in which they are read.
std::vector<CatalogueText> built_in_catalogues();

}  // namespace keuzekaart
