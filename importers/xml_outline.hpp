#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "importers/xml_scan.hpp"
#include "modeler/source/place.hpp"
#include "modeler/source/text_pool.hpp"

namespace keuzekaart {

struct XmlAttribute {
  std::string_view name;
  std::string_view raw;  ///< what stands between the quotes
  bool plain = true;     ///< `raw` is the value: no references, line ends or tabs in it
};

struct XmlElement {
  std::string_view name;
  std::uint32_t depth = 0;  ///< 0 for the root
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
};

/// The elements of a file with their attributes, as flat lists in the order of the text, made by the scan that guards
/// it. For formats that keep everything in attributes: nothing is copied, and the lists are used again for the next
/// file. Everything points into the scanned text.
class XmlOutline {
 public:
  std::vector<XmlElement> elements;
  std::vector<XmlAttribute> attributes;

  const XmlElement& root() const { return elements.front(); }
  /// The attribute with this qualified name, or null.
  const XmlAttribute* find(const XmlElement& element, std::string_view name) const;
  /// The URI of the namespace of the root element.
  std::string_view root_namespace() const;
};

/// The value as XML means it: references resolved, line ends and tabs made blanks. Points into the scanned text when
/// that holds the value as it is, else into the pool.
std::string_view value_of(const XmlAttribute& attribute, TextPool& pool);

/// As `scan_xml`, and fills `outline` (which is cleared first; after a fault it holds what came before).
std::optional<XmlFault> scan_xml(std::string_view text, XmlOutline& outline, const XmlLimits& limits = {});

}  // namespace keuzekaart
