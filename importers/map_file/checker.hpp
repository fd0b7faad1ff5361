#pragma once
#include <string_view>

#include "importers/guarded_xml.hpp"
#include "importers/map_file/description.hpp"
#include "importers/map_file/references.hpp"
#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart::map_file {

/// Whether the root is a `kaart` of this program; if not, says what it is (K407).
bool is_map(const XmlFile& xml, Diagnostics& diagnostics);

/// Walks a map file along the description and reports everything that breaks a rule, at its place. Never stops early.
class Checker {
 public:
  Checker(const XmlFile& xml, Diagnostics& diagnostics)
      : xml_(xml), diagnostics_(diagnostics), references_(diagnostics) {}

  void check();

 private:
  void element(pugi::xml_node node, const ElementRule& rule);
  void attributes(pugi::xml_node node, const ElementRule& rule);
  void value(pugi::xml_node node, pugi::xml_attribute attribute, const ElementRule& element, const AttributeRule& rule);
  void wrong_item(std::string_view item, Place place, const AttributeRule& rule);
  void periods(pugi::xml_node node, const ElementRule& rule);
  void children(pugi::xml_node node, const ElementRule& rule);
  void stranger(pugi::xml_node child, const ElementRule& parent);
  void reason(pugi::xml_node node);
  void stray_text(pugi::xml_node node, const ElementRule& rule);

  const XmlFile& xml_;
  Diagnostics& diagnostics_;
  References references_;
};

}  // namespace keuzekaart::map_file
