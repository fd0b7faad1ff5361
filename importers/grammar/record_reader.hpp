#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "importers/grammar/forms.hpp"
#include "importers/grammar/grammar.hpp"
#include "importers/guarded_xml.hpp"
#include "modeler/records/map_document.hpp"
#include "modeler/records/vocabulary.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart::grammar {

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
  /// The element's own name.
  std::string_view name() const { return local_name(node_.name()); }
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
    each_child([&](const RecordReader& reader) {
      if (reader.name() == child) read(reader);
    });
  }
  /// Calls `read` with a reader for every child element of the same namespace, in order.
  template <class Read>
  void each_child(const Read& read) const {
    for (const pugi::xml_node node : node_.children())
      if (node.type() == pugi::node_element && namespace_of(node) == namespace_of(node_))
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

}  // namespace keuzekaart::grammar
