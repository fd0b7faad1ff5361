#include "modeler/proposals/map_lines.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "modeler/proposals/map_element.hpp"
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
  std::string lines(const Proposal& p) const {
    const Entity& from = m_.entity(p.from);
    const Place known = place_on_map(m_, p.from);
    std::string out = fmt::format("  <!-- {}: {} -->\n", labels_.get("zekerheid." + std::string(word_of(p.confidence))),
                                  commented(reason_of(p, labels_)));
    if (known.known())
      out += fmt::format("  <!-- {} -->\n",
                         commented(labels_.fill("suggest.staat-al", {to_string(sources_.locate(known))})));
    const std::string id = known.known() ? std::string(from.code.value) : map_id(from.code.value);
    const TieWords& words = *tie_words(p.kind);
    const NewElement thing = map_element(m_, p.from, id);
    const auto tie = tie_attributes(words, m_.entity(p.to).code.value, MappingStatus::confirmed);
    const std::string named = fmt::format(" <!-- {} -->\n", commented(m_.entity(p.to).name.value));
    const std::string start = fmt::format("  <{}{}", thing.name, attributes_text(thing.attributes));
    if (words.child.empty()) return out + start + attributes_text(tie) + "/>" + named;
    return out + start + fmt::format(">\n    <{}{}/>{}  </{}>\n", words.child, attributes_text(tie), named, thing.name);
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
