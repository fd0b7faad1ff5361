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

/// A run of text between tags, or a CDATA section. Runs that hold blanks only are not listed.
struct XmlText {
  std::string_view raw;
  std::uint32_t element = 0;  ///< the one right around it
  bool section = false;       ///< CDATA: `raw` means what it says
};

struct XmlElement {
  std::string_view name;
  std::uint32_t depth = 0;  ///< 0 for the root
  std::uint32_t first_attribute = 0;
  std::uint32_t attribute_count = 0;
  std::uint32_t end = 0;         ///< the number of the first element after this one and everything in it
  std::uint32_t first_text = 0;  ///< of everything in it
  std::uint32_t prefix = 0;      ///< how many characters of the name come before the local name

  std::string_view local_name() const { return name.substr(prefix); }
};

/// A declaration of a namespace.
struct XmlDeclaration {
  std::uint32_t element = 0;
  std::uint32_t attribute = 0;
};

/// The elements of a file with their attributes and texts, as flat lists in the order of the text, made by the scan
/// that guards it. Nothing is copied or parsed a second time, and the lists are used again for the next file.
/// Everything points into the scanned text. The children of element `i` are `i + 1`, `elements[i + 1].end`, and so on
/// up to `elements[i].end`.
class XmlOutline {
 public:
  std::vector<XmlElement> elements;
  std::vector<XmlAttribute> attributes;
  std::vector<XmlText> texts;
  std::vector<XmlDeclaration> declarations;

  const XmlElement& root() const { return elements.front(); }
  /// The attribute with this qualified name, or null.
  const XmlAttribute* find(const XmlElement& element, std::string_view name) const;
  /// The URI of the namespace of the root element.
  std::string_view root_namespace() const;
};

/// The value as XML means it: references resolved, line ends and tabs made blanks. Points into the scanned text when
/// that holds the value as it is, else into the pool.
std::string_view value_of(const XmlAttribute& attribute, TextPool& pool);

/// All text right inside an element, as XML means it: references resolved, line ends made one character, sections and
/// runs joined. Points into the scanned text when that holds the value as it is, else into the pool; empty when there
/// is none.
std::string_view content_of(const XmlOutline& outline, std::uint32_t element, TextPool& pool);

/// The URI of the namespace that each element is in, by the declarations around it.
class XmlNamespaces {
 public:
  explicit XmlNamespaces(const XmlOutline& outline);
  std::string_view of(std::uint32_t element) const { return uris_[by_element_[element]]; }
  /// Whether an element is in the namespace of the root.
  bool is_own(std::uint32_t element) const { return by_element_[element] == by_element_[0]; }

 private:
  std::vector<std::string_view> uris_;
  std::vector<std::uint32_t> by_element_;
};

/// As `scan_xml`, and fills `outline` (which is cleared first; after a fault it holds what came before).
std::optional<XmlFault> scan_xml(std::string_view text, XmlOutline& outline, const XmlLimits& limits = {});

}  // namespace keuzekaart
