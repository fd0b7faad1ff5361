#include "modeler/proposals/map_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "modeler/source/xml_text.hpp"

namespace keuzekaart {

namespace {

/// Text inside a comment, where two hyphens may not stand together.
std::string commented(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '-' && out.ends_with('-')) out += ' ';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  if (out.ends_with('-')) out += ' ';
  return out;
}

/// A code as an id of the map file: letters, digits, and hyphens for all else.
std::string id_of(std::string_view code) {
  std::string id;
  for (const char c : code) {
    const bool kept =
        (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '.';
    if (kept)
      id += c;
    else if (!id.empty() && !id.ends_with('-') && !id.ends_with('_'))
      id += '-';
  }
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? "x" : id;
}

class Lines {
 public:
  Lines(const Model& model, const Sources& sources, const Labels& labels)
      : m_(model), sources_(sources), labels_(labels) {}

  std::string section(std::string_view name, LinkKind kind, std::span<const Proposal> proposals) {
    std::string out;
    for (const Proposal& p : proposals)
      if (p.kind == kind) out += lines(p);
    return out.empty() ? out : fmt::format("<{0}>\n{1}</{0}>\n", name, out);
  }

 private:
  /// The place of the thing in the map file, when it stands there.
  Place on_map(EntityRef thing) const {
    if (!m_.map) return {};
    for (const Origin& origin : m_.entity(thing).origins)
      if (origin.place.file == m_.map->place.file) return origin.place;
    return {};
  }

  std::string lines(const Proposal& p) const {
    const Entity& from = m_.entity(p.from);
    const Place known = on_map(p.from);
    std::string out = fmt::format("  <!-- {}: {} -->\n", labels_.get("zekerheid." + std::string(word_of(p.confidence))),
                                  commented(reason_of(p, labels_)));
    if (known.known())
      out += fmt::format("  <!-- {} -->\n",
                         commented(labels_.fill("suggest.staat-al", {to_string(sources_.locate(known))})));
    const std::string id = known.known() ? std::string(from.code.value) : id_of(from.code.value);
    const std::string name = attribute_text(from.name.empty() ? from.code.value : from.name.value);
    const std::string head = fmt::format("id=\"{}\" naam=\"{}\"", id, name);
    const std::string to = attribute_text(m_.entity(p.to).code.value);
    const std::string_view accepted = word_of(MappingStatus::confirmed);
    if (p.kind == LinkKind::product_process) {
      const Text& upl = m_.product(p.from).upl_uri;
      const std::string uri = upl.empty() ? std::string() : fmt::format(" upl=\"{}\"", attribute_text(upl.value));
      return out + fmt::format("  <product {}{}>\n    <proces ref=\"{}\" status=\"{}\"/> <!-- {} -->\n  </product>\n",
                               head, uri, to, accepted, commented(m_.entity(p.to).name.value));
    }
    if (p.kind == LinkKind::reference) {
      const std::string code =
          id == from.code.value ? std::string() : fmt::format(" code=\"{}\"", attribute_text(from.code.value));
      return out + fmt::format("  <proces {}{} gemma=\"{}\" gemma-status=\"{}\"/> <!-- {} -->\n", head, code, to,
                               accepted, commented(m_.entity(p.to).name.value));
    }
    return out + fmt::format("  <applicatie {} referentiecomponent=\"{}\" referentie-status=\"{}\"/> <!-- {} -->\n",
                             head, to, accepted, commented(m_.entity(p.to).name.value));
  }

  const Model& m_;
  const Sources& sources_;
  const Labels& labels_;
};

}  // namespace

std::string map_lines(const Model& model, std::span<const Proposal> proposals, const Sources& sources,
                      const Labels& labels) {
  Lines lines(model, sources, labels);
  return fmt::format("<!-- {} -->\n<kaart xmlns=\"urn:keuzekaart:kaart:1\" naam=\"{}\">\n",
                     commented(labels.get("suggest.plakken")), attribute_text(model.title())) +
         lines.section("applicaties", LinkKind::application_reference, proposals) +
         lines.section("processen", LinkKind::reference, proposals) +
         lines.section("producten", LinkKind::product_process, proposals) + "</kaart>\n";
}

}  // namespace keuzekaart
