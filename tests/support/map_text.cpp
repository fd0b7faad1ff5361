#include "tests/support/map_text.hpp"

#include "cli/catalogues.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

const Labels& dutch() {
  static const Labels labels = load_labels(Language::nl);
  return labels;
}

}  // namespace

MapText MapText::whole(std::string text) {
  MapText read;
  read.map = read_map_text("kaart.xml", std::move(text), read.sources, read.diagnostics);
  return read;
}

MapText MapText::holding(const std::string& inside) {
  return whole("<kaart xmlns='urn:keuzekaart:kaart:1' naam='W'>\n" + inside + "\n</kaart>");
}

std::string MapText::messages() const {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) {
    out += to_string(sources.locate(d.place)) + ": " + dutch().fill(d.label_key(), d.arguments) + " [" +
           std::string(row_of(d.code).key) + "]";
    if (!d.nearest.empty()) out += " -> " + d.nearest;
    if (d.related.known()) out += " (" + to_string(sources.locate(d.related)) + ")";
    out += '\n';
  }
  return out;
}

std::string_view MapText::at(Place place, std::size_t size) const {
  return sources.text(place.file).substr(place.offset, size);
}

}  // namespace keuzekaart
