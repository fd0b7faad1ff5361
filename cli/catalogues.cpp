#include "cli/catalogues.hpp"

#include "importers/labels_reader.hpp"

namespace keuzekaart {

Labels load_labels(Language language) {
  return read_labels(embedded_catalogue(language == Language::nl ? "labels-nl.xml" : "labels-en.xml"), language);
}

}  // namespace keuzekaart
