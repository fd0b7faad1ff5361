#include "importers/labels_reader.hpp"

#include <fmt/format.h>

#include <pugixml.hpp>
#include <stdexcept>

namespace keuzekaart {

Labels read_labels(std::string_view xml, Language language) {
  pugi::xml_document document;
  if (const auto result = document.load_buffer(xml.data(), xml.size()); !result)
    throw std::runtime_error(fmt::format("labels: {} at byte {}", result.description(), result.offset));
  Labels labels(language);
  for (const pugi::xml_node label : document.document_element().children("label")) {
    std::string key = label.attribute("sleutel").value();
    if (labels.has(key)) throw std::runtime_error(fmt::format("labels: key {} stands there twice", key));
    labels.set(std::move(key), label.child_value());
  }
  return labels;
}

}  // namespace keuzekaart
