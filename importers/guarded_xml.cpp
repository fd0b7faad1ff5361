#include "importers/guarded_xml.hpp"

#include "importers/read_file.hpp"

namespace keuzekaart {

Place XmlFile::place_of(pugi::xml_node element) const {
  return {file_, static_cast<std::uint32_t>(element.name() - buffer_.data())};
}

Place XmlFile::place_of(pugi::xml_attribute attribute) const {
  return {file_, static_cast<std::uint32_t>(attribute.value() - buffer_.data())};
}

Text XmlFile::text(pugi::xml_node element, const char* attribute, TextPool& pool) const {
  const pugi::xml_attribute found = element.attribute(attribute);
  if (!found) return {};
  return {pool.keep(found.value()), place_of(found)};
}

Text XmlFile::content(pugi::xml_node element, TextPool& pool) const {
  std::string joined;
  Place place = place_of(element);
  for (const pugi::xml_node child : element.children()) {
    if (child.type() != pugi::node_pcdata && child.type() != pugi::node_cdata) continue;
    if (joined.empty()) place.offset = static_cast<std::uint32_t>(child.value() - buffer_.data());
    joined += child.value();
  }
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = joined.find_first_not_of(blanks);
  if (first == std::string::npos) return {{}, place_of(element)};
  place.offset += static_cast<std::uint32_t>(first);
  const std::size_t last = joined.find_last_not_of(blanks);
  return {pool.keep(std::string_view(joined).substr(first, last - first + 1)), place};
}

std::unique_ptr<XmlFile> parse_guarded(FileId file, std::string_view text, Diagnostics& diagnostics,
                                       const XmlLimits& limits) {
  if (text.size() > limits.bytes) {
    diagnostics.report_file(Code::K109, file);
    return nullptr;
  }
  auto xml = std::make_unique<XmlFile>();
  xml->file_ = file;
  xml->buffer_ = text;
  const pugi::xml_parse_result result = xml->document_.load_buffer_inplace(xml->buffer_.data(), xml->buffer_.size(),
                                                                           pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    diagnostics.report(Code::K103, Place{file, static_cast<std::uint32_t>(result.offset)}, {result.description()});
    return nullptr;
  }
  return xml;
}

std::unique_ptr<XmlFile> read_xml(const std::string& path, Sources& sources, Diagnostics& diagnostics,
                                  const XmlLimits& limits) {
  std::optional<std::string> bytes = read_file(path, diagnostics);
  if (!bytes) return nullptr;
  const FileId file = sources.add(path, std::move(*bytes));
  return parse_guarded(file, sources.text(file), diagnostics, limits);
}

std::string_view local_name(std::string_view qualified_name) {
  const std::size_t colon = qualified_name.find(':');
  return colon == std::string_view::npos ? qualified_name : qualified_name.substr(colon + 1);
}

std::string_view namespace_of(pugi::xml_node element) {
  const std::string_view name = element.name();
  const std::size_t colon = name.find(':');
  const std::string declaration =
      colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  for (pugi::xml_node at = element; at; at = at.parent())
    if (const pugi::xml_attribute found = at.attribute(declaration.c_str())) return found.value();
  return {};
}

}  // namespace keuzekaart
