#pragma once
#include <map>
#include <string_view>
#include <vector>

#include "importers/grammar/grammar.hpp"
#include "importers/grammar/references.hpp"
#include "importers/guarded_xml.hpp"
#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart::grammar {

/// Whether the root is the grammar's; if not, says what it is (`Grammar::other_file`).
bool is_of(const Grammar& grammar, const XmlFile& xml, Diagnostics& diagnostics);

/// Walks a file along its grammar and reports everything that breaks a rule, at its place. Never stops early. What the
/// file names and refers to goes to `references`, which the caller resolves when every file that belongs together has
/// been checked.
class Checker {
 public:
  Checker(const Grammar& grammar, const XmlFile& xml, References& references, Diagnostics& diagnostics)
      : grammar_(grammar), xml_(xml), references_(references), diagnostics_(diagnostics) {}

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

  const std::vector<std::string_view>& homes_of(std::string_view name);
  bool native(pugi::xml_node node) const;

  const Grammar& grammar_;
  const XmlFile& xml_;
  References& references_;
  Diagnostics& diagnostics_;
  std::map<std::string_view, std::vector<std::string_view>> homes_;  ///< filled when first asked for
};

}  // namespace keuzekaart::grammar
