#include "importers/xml_outline.hpp"

#include <algorithm>
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

/// Appends text between tags.
void append_text(std::string_view raw, bool section, std::string& out) {
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t special = std::min(raw.find_first_of(section ? "\r" : "\r&", at), raw.size());
    out += raw.substr(at, special - at);
    at = special;
    if (at == raw.size()) return;
    if (raw[at] == '&') {
      const std::size_t end = raw.find(';', at);
      resolve(raw.substr(at + 1, end - at - 1), out);
      at = end + 1;
    } else {
      out += '\n';
      at += raw.substr(at + 1).starts_with('\n') ? 2U : 1U;
    }
  }
}

/// Whether there is nothing to resolve. Each character by itself, because that is what is quick.
bool means_what_it_says(const XmlText& text) {
  return text.raw.find('\r') == std::string_view::npos &&
         (text.section || text.raw.find('&') == std::string_view::npos);
}

/// Declarations that hold at one place and are looked at; more would be made to keep us busy.
constexpr std::size_t most_declarations = 64;

}  // namespace

const XmlAttribute* XmlOutline::find(const XmlElement& element, std::string_view name) const {
  const XmlAttribute* first = attributes.data() + element.first_attribute;
  for (const XmlAttribute* at = first; at != first + element.attribute_count; ++at)
    if (at->name.size() == name.size() && at->name.front() == name.front() && at->name == name) return at;
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

std::string_view content_of(const XmlOutline& outline, std::uint32_t element, TextPool& pool) {
  const XmlElement& around = outline.elements[element];
  std::string joined;
  std::string_view only;
  bool plain = true;
  for (std::size_t i = around.first_text; i < outline.texts.size(); ++i) {
    const XmlText& text = outline.texts[i];
    if (text.element < element || text.element >= around.end) break;
    if (text.element != element) continue;
    if (plain && only.empty() && means_what_it_says(text)) {
      only = text.raw;
      continue;
    }
    if (plain) joined = only;
    plain = false;
    append_text(text.raw, text.section, joined);
  }
  return plain ? only : pool.keep(joined);
}

XmlNamespaces::XmlNamespaces(const XmlOutline& outline) : uris_{{}}, by_element_(outline.elements.size()) {
  struct Declared {
    std::uint32_t end;
    std::string_view prefix;
    std::uint32_t uri;
  };
  std::vector<Declared> declared;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < outline.elements.size(); ++i) {
    const XmlElement& element = outline.elements[i];
    while (!declared.empty() && declared.back().end <= i) declared.pop_back();
    for (; next < outline.declarations.size() && outline.declarations[next].element == i; ++next) {
      const XmlAttribute& attribute = outline.attributes[outline.declarations[next].attribute];
      const bool roots = i > 0 && attribute.raw == uris_[by_element_[0]];
      declared.push_back({element.end, attribute.name.substr(std::min<std::size_t>(attribute.name.size(), 6)),
                          roots ? by_element_[0] : static_cast<std::uint32_t>(uris_.size())});
      if (!roots) uris_.push_back(attribute.raw);
    }
    const std::string_view prefix = element.name.substr(0, element.prefix == 0 ? 0 : element.prefix - 1);
    const std::size_t looked_at = std::min(declared.size(), most_declarations);
    const auto found = std::find_if(declared.rbegin(), declared.rbegin() + static_cast<std::ptrdiff_t>(looked_at),
                                    [&](const Declared& d) { return d.prefix == prefix; });
    if (found != declared.rbegin() + static_cast<std::ptrdiff_t>(looked_at)) by_element_[i] = found->uri;
    if (i == 0)  // the root may declare its namespace under several prefixes
      for (Declared& d : declared)
        if (uris_[d.uri] == uris_[by_element_[0]]) d.uri = by_element_[0];
  }
}

}  // namespace keuzekaart
