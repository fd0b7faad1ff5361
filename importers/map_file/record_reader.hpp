#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "importers/guarded_xml.hpp"
#include "importers/map_file/description.hpp"
#include "importers/map_file/forms.hpp"
#include "modeler/records/map_document.hpp"
#include "modeler/records/vocabulary.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart::map_file {

/// Takes the values of one element, each with its place. The checker has judged them; here a value that is not right is
/// simply left at its default.
class RecordReader {
 public:
  RecordReader(const XmlFile& xml, Sources& sources, pugi::xml_node node) : xml_(xml), sources_(sources), node_(node) {}

  Place place() const { return xml_.place_of(node_); }

  /// An attribute without the blanks at both ends.
  Text text(const char* attribute) const;
  /// The words of a list attribute.
  std::vector<Text> list(const char* attribute) const;
  /// The text inside the child element of this name.
  Text child_text(std::string_view child) const;

  Chosen<States> states(const char* attribute, States absent) const;

  template <class Value>
  Chosen<Value> word(const char* attribute, Value absent) const {
    const Text read = text(attribute);
    const std::optional<Value> value = value_of<Value>(read.value);
    return value ? Chosen<Value>{*value, read.place} : Chosen<Value>{absent, {}};
  }

  /// The words of a list attribute that are in the closed list, each once.
  template <class Value>
  std::vector<Chosen<Value>> words(const char* attribute) const {
    std::vector<Chosen<Value>> out;
    for (const Text& item : list(attribute))
      if (const std::optional<Value> value = value_of<Value>(item.value); value && !holds(out, *value))
        out.push_back({*value, item.place});
    return out;
  }

  /// Calls `read` with a reader for every child element of this name, in order.
  template <class Read>
  void each(std::string_view child, const Read& read) const {
    for (const pugi::xml_node node : node_.children())
      if (node.type() == pugi::node_element && local_name(node.name()) == child && namespace_of(node) == map_namespace)
        read(RecordReader(xml_, sources_, node));
  }

 private:
  template <class Value>
  static bool holds(const std::vector<Chosen<Value>>& values, Value wanted) {
    for (const Chosen<Value>& chosen : values)
      if (chosen.value == wanted) return true;
    return false;
  }

  const XmlFile& xml_;
  Sources& sources_;
  pugi::xml_node node_;
};

// The sections of the map, each from its element.
void read_context(const RecordReader& map, MapDocument& document);    ///< attributes, bronnen, catalogi
void read_structure(const RecordReader& map, MapDocument& document);  ///< partijen, domeinen, applicaties
void read_processes(const RecordReader& map, MapDocument& document);  ///< processen, producten
void read_chains(const RecordReader& map, MapDocument& document);     ///< ketens, overdrachten, afspraken
void read_choices(const RecordReader& map, MapDocument& document);    ///< keuzes, bevindingen
void read_projects(const RecordReader& map, MapDocument& document);   ///< projecten, transitieplan

}  // namespace keuzekaart::map_file
