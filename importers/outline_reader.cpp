#include "importers/outline_reader.hpp"

#include <string>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

std::string_view after_colon(std::string_view qualified) {
  const std::size_t colon = qualified.find(':');
  return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

constexpr std::string_view blanks = " \t\r\n";

}  // namespace

Text OutlineReader::attribute(std::uint32_t element, std::string_view name) const {
  const XmlAttribute* found = xml_.find(xml_.elements[element], name);
  return found == nullptr ? Text{} : Text{value_of(*found, pool_), place_of(found->raw)};
}

Text OutlineReader::type(std::uint32_t element) const {
  const XmlElement& at = xml_.elements[element];
  for (std::uint32_t i = 0; i < at.attribute_count; ++i) {
    const XmlAttribute& attribute = xml_.attributes[at.first_attribute + i];
    if (!attribute.name.ends_with(":type") || attribute.name.starts_with("xmlns:")) continue;
    const std::string_view spelled = after_colon(attribute.raw);
    return {attribute.plain ? spelled : after_colon(value_of(attribute, pool_)), place_of(spelled)};
  }
  return {};
}

Text OutlineReader::content(std::uint32_t element) const {
  const std::string_view value = content_of(xml_, element, pool_);
  const XmlElement& around = xml_.elements[element];
  for (std::size_t i = around.first_text; i < xml_.texts.size(); ++i)
    if (xml_.texts[i].element >= around.end)
      break;
    else if (xml_.texts[i].element == element)
      return {value, place_of(xml_.texts[i].raw)};
  return {value, place_of(element)};
}

Text OutlineReader::trimmed_content(std::uint32_t element) const {
  Text text = content(element);
  const std::size_t first = text.value.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {{}, text.place};
  text.value = text.value.substr(first, text.value.find_last_not_of(blanks) - first + 1);
  const std::string_view raw = text_.substr(text.place.offset);
  text.place.offset += static_cast<std::uint32_t>(raw.find_first_not_of(blanks));
  return text;
}

void SkippedElements::add(std::string_view name, Place place) {
  Skipped& skipped = by_name_[name];
  if (skipped.number++ == 0) skipped.first = place;
}

void SkippedElements::report(Diagnostics& diagnostics) const {
  for (const auto& [name, skipped] : by_name_)
    diagnostics.report(Code::K129, skipped.first, {std::string(name), std::to_string(skipped.number)});
}

}  // namespace keuzekaart
