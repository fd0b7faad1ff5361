#include "cli/catalogues.hpp"

#include "importers/labels_reader.hpp"

namespace keuzekaart {

Labels load_labels(Language language) {
  return read_labels(embedded_catalogue(language == Language::nl ? "labels-nl.xml" : "labels-en.xml"), language);
}

std::vector<CatalogueText> built_in_catalogues() {
  std::vector<CatalogueText> all;
  for (const char* name : {"methode.xml", "functies.xml", "archetypen-sociaal-domein.xml", "samenwerking.xml",
                           "organisatiemodellen.xml", "routes.xml", "serviceformules.xml", "regels.xml"})
    all.push_back({std::string("catalogues/") + name, std::string(embedded_catalogue(name))});
  return all;
}

}  // namespace keuzekaart
