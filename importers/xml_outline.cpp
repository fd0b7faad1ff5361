#include "importers/xml_outline.hpp"

#include <charconv>
#include <string>
#include <utility>

#include "importers/text_encoding.hpp"

namespace keuzekaart {

namespace {

constexpr std::pair<std::string_view, char> entities[] = {
    {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};

/// Appends what a reference between '&' and ';' stands for. The scan has passed it.
void resolve(std::string_view reference, std::string& out) {
  if (reference.starts_with('#')) {
    const bool hexadecimal = reference.starts_with("#x");
    std::uint32_t code_point = 0;
    std::from_chars(reference.data() + (hexadecimal ? 2 : 1), reference.data() + reference.size(), code_point,
                    hexadecimal ? 16 : 10);
    append_utf8(out, code_point);
    return;
  }
  for (const auto& [name, character] : entities)
    if (name == reference) out += character;
}

}  // namespace

const XmlAttribute* XmlOutline::find(const XmlElement& element, std::string_view name) const {
  const XmlAttribute* first = attributes.data() + element.first_attribute;
  for (const XmlAttribute* at = first; at != first + element.attribute_count; ++at)
    if (at->name == name) return at;
  return nullptr;
}

std::string_view XmlOutline::root_namespace() const {
  const std::string_view name = root().name;
  const std::size_t colon = name.find(':');
  const std::string wanted = colon == std::string_view::npos ? "xmlns" : "xmlns:" + std::string(name.substr(0, colon));
  const XmlAttribute* found = find(root(), wanted);
  return found == nullptr ? std::string_view() : found->raw;
}

std::string_view value_of(const XmlAttribute& attribute, TextPool& pool) {
  if (attribute.plain) return attribute.raw;
  std::string value;
  value.reserve(attribute.raw.size());
  const std::string_view raw = attribute.raw;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    const char c = raw[at];
    if (c == '&') {
      const std::size_t end = raw.find(';', at);
      resolve(raw.substr(at + 1, end - at - 1), value);
      at = end;
    } else if (c == '\r' || c == '\n' || c == '\t') {
      if (c == '\r' && raw.substr(at + 1).starts_with('\n')) ++at;  // one line end
      value += ' ';
    } else {
      value += c;
    }
  }
  return pool.keep(value);
}

}  // namespace keuzekaart
