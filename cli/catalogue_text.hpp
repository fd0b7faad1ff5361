#pragma once
#include <string>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/diagnostics/labels.hpp"

namespace keuzekaart {

/// An entry of the catalogue as `explain` shows it: what it is, how that is known, what it says and what belongs to it.
std::string catalogue_text(const CatalogueEntry& entry, const Catalogue& catalogue, const Labels& labels);

/// "SD3 Geclusterd integraal"; only the id when the catalogue does not have it.
std::string id_and_name(const Catalogue& catalogue, std::string_view id, Language language);

}  // namespace keuzekaart
