#pragma once
#include <map>
#include <string_view>

#include "importers/xml_outline.hpp"
#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart {

/// Takes values out of the outline of one file, with their places. Values that the file holds as they are stay there;
/// the others go to the pool.
class OutlineReader {
 public:
  OutlineReader(FileId file, std::string_view text, const XmlOutline& xml, TextPool& pool)
      : file_(file), text_(text), xml_(xml), pool_(pool) {}

  const XmlOutline& xml() const { return xml_; }
  TextPool& pool() const { return pool_; }
  /// The element's name without its prefix.
  std::string_view name(std::uint32_t element) const { return xml_.elements[element].local_name(); }
  /// Where a part of the file's text stands.
  Place place_of(std::string_view part) const {
    return {file_, static_cast<std::uint32_t>(part.data() - text_.data())};
  }
  Place place_of(std::uint32_t element) const { return place_of(xml_.elements[element].name); }

  /// The attribute with this name and no prefix; an empty text without a place when it is not there.
  Text attribute(std::uint32_t element, std::string_view name) const;
  /// What xsi:type says, without its own prefix.
  Text type(std::uint32_t element) const;
  /// All text right inside the element, blanks and all. The place is its first character, or the element.
  Text content(std::uint32_t element) const;
  /// The same, without the blanks and line ends that a program puts around it to make the file pretty.
  Text trimmed_content(std::uint32_t element) const;

  /// Calls `take(number)` with every child.
  void children(std::uint32_t element, const auto& take) const {
    for (std::uint32_t i = element + 1; i < xml_.elements[element].end; i = xml_.elements[i].end) take(i);
  }

 private:
  FileId file_;
  std::string_view text_;
  const XmlOutline& xml_;
  TextPool& pool_;
};

/// Elements that were left out because nobody knows them, by name.
class SkippedElements {
 public:
  void add(std::string_view name, Place place);
  /// One message a name: how often, and where first (K129).
  void report(Diagnostics& diagnostics) const;

 private:
  struct Skipped {
    std::size_t number = 0;
    Place first;
  };
  std::map<std::string_view, Skipped> by_name_;
};

}  // namespace keuzekaart
