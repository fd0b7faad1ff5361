#include "importers/grammar/checker.hpp"

#include <algorithm>
#include <string>

#include "importers/grammar/forms.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/records/vocabulary.hpp"
#include "modeler/source/text_pool.hpp"

namespace keuzekaart::grammar {

namespace {

constexpr std::string_view state_words[] = {"ist",       "soll",      "plateau1",  "plateau2", "plateau3", "plateau4",
                                            "plateau5",  "plateau6",  "plateau7",  "plateau8", "plateau9", "plateau10",
                                            "plateau11", "plateau12", "plateau13", "plateau14"};

std::string joined(std::span<const std::string_view> names) {
  std::string out;
  for (const std::string_view name : names) out.append(out.empty() ? "" : ", ").append(name);
  return out;
}

template <class Rules, class NameOf>
std::vector<std::string_view> names_of(const Rules& rules, NameOf name_of) {
  std::vector<std::string_view> names;
  for (const auto& rule : rules) names.push_back(name_of(rule));
  return names;
}

/// The URI that a prefix stands for at this element.
std::string_view uri_of_prefix(pugi::xml_node at, std::string_view prefix) {
  const std::string declaration = "xmlns:" + std::string(prefix);
  for (; at; at = at.parent())
    if (const pugi::xml_attribute found = at.attribute(declaration.c_str())) return found.value();
  return {};
}

/// Declarations of namespaces and of the schema's place belong to XML, not to the file.
bool belongs_to_xml(pugi::xml_node node, std::string_view name) {
  if (name == "xmlns" || name.starts_with("xmlns:")) return true;
  const std::size_t colon = name.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view local = name.substr(colon + 1);
  return (local == "schemaLocation" || local == "noNamespaceSchemaLocation") &&
         uri_of_prefix(node, name.substr(0, colon)) == schema_instance_namespace;
}

std::string_view trimmed(pugi::xml_node node, std::string_view attribute) {
  return trim(node.attribute(attribute.data()).value());
}

/// A place inside an attribute's value. `part` is a part of the value.
Place place_of(const XmlFile& xml, pugi::xml_attribute attribute, std::string_view part) {
  Place place = xml.place_of(attribute);
  place.offset += static_cast<std::uint32_t>(part.data() - attribute.value());
  return place;
}

Place place_of_name(const XmlFile& xml, pugi::xml_attribute attribute) {
  Place place = xml.place_of(attribute);
  place.offset -= static_cast<std::uint32_t>(attribute.value() - attribute.name());
  return place;
}

}  // namespace

bool is_of(const Grammar& grammar, const XmlFile& xml, Diagnostics& diagnostics) {
  const pugi::xml_node root = xml.root();
  const std::string_view uri = namespace_of(root);
  if (local_name(root.name()) == grammar.root.name && uri == grammar.uri) return true;
  diagnostics.report(grammar.other_file, xml.place_of(root), {std::string(local_name(root.name())), std::string(uri)});
  return false;
}

void Checker::check() { element(xml_.root(), grammar_.root); }

/// The elements in which one of this name belongs.
const std::vector<std::string_view>& Checker::homes_of(std::string_view name) {
  if (homes_.empty())
    for_each_element(grammar_.root, nullptr, [&](const ElementRule& rule, const ElementRule* parent) {
      std::vector<std::string_view>& homes = homes_[rule.name];
      if (parent && std::ranges::find(homes, parent->name) == homes.end()) homes.push_back(parent->name);
    });
  static const std::vector<std::string_view> nowhere;
  const auto found = homes_.find(name);
  return found == homes_.end() ? nowhere : found->second;
}

/// Whether an element stands in the grammar's namespace.
bool Checker::native(pugi::xml_node node) const { return namespace_of(node) == grammar_.uri; }

void Checker::element(pugi::xml_node node, const ElementRule& rule) {
  attributes(node, rule);
  periods(node, rule);
  children(node, rule);
  if (rule.needs_reason) reason(node);
  if (const auto domain = trimmed(node, "domein"), group = trimmed(node, "productgroep");
      !domain.empty() && !group.empty())
    references_.together(domain, group, place_of(xml_, node.attribute("productgroep"), group));
}

void Checker::attributes(pugi::xml_node node, const ElementRule& rule) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    const auto found = std::ranges::find(rule.attributes, name, &AttributeRule::name);
    if (found != rule.attributes.end()) {
      value(node, attribute, rule, *found);
    } else if (!belongs_to_xml(node, name)) {
      const auto known = [&] { return names_of(rule.attributes, [](const AttributeRule& a) { return a.name; }); };
      diagnostics_.report(Code::K402, place_of_name(xml_, attribute), {std::string(name), std::string(rule.name)})
          .nearest = diagnostics_.nearest(name, known);
    }
  }
  for (const AttributeRule& wanted : rule.attributes)
    if (wanted.required && !node.attribute(wanted.name.data()))
      diagnostics_.report(Code::K403, xml_.place_of(node), {std::string(wanted.name), std::string(rule.name)});
  // A second pass: an id may stand behind the attribute that needs it.
  const std::string_view id = trimmed(node, "id"), whole = trimmed(node, "deel-van");
  const auto part = std::ranges::find(rule.attributes, std::string_view("deel-van"), &AttributeRule::name);
  if (part != rule.attributes.end() && part->refers == rule.names && !id.empty() && !whole.empty())
    references_.part_of(id, whole, place_of(xml_, node.attribute("deel-van"), whole));
}

void Checker::value(pugi::xml_node node, pugi::xml_attribute attribute, const ElementRule& element,
                    const AttributeRule& rule) {
  const std::string_view all = trim(attribute.value());
  if (all.empty()) {
    if (rule.form != Form::text)
      diagnostics_.report(Code::K412, xml_.place_of(attribute), {std::string(rule.name), std::string(element.name)});
    return;
  }
  const std::vector<std::string_view> items = is_list(rule.form) ? split(all) : std::vector{all};
  for (const std::string_view item : items) {
    const Place place = place_of(xml_, attribute, item);
    if (!item_fits(rule.form, item, rule.words)) {
      wrong_item(item, place, rule);
    } else if (rule.refers != Thing::none) {
      references_.refer(rule.name, item, place, rule.refers);
    }
  }
  if (rule.name == "id" && element.names != Thing::none) {
    const std::string_view inside = element.names == Thing::group ? trimmed(node.parent(), "id") : std::string_view();
    references_.define(all, place_of(xml_, attribute, all), element.names, inside);
  }
}

void Checker::wrong_item(std::string_view item, Place place, const AttributeRule& rule) {
  const std::string attribute(rule.name), value(item);
  const auto not_in_list = [&](std::span<const std::string_view> words, std::string shown) {
    diagnostics_.report(Code::K404, place, {attribute, value, std::move(shown)}).nearest =
        diagnostics_.nearest(item, [&] { return words; });
  };
  switch (rule.form) {
    case Form::word:
    case Form::words:
      return not_in_list(rule.words, joined(rule.words));
    case Form::state:
    case Form::states:
      return not_in_list(state_words, "ist, plateau1, ..., plateau14, soll");
    case Form::area:
    case Form::areas:
      return not_in_list(aspect_areas, joined(aspect_areas));
    case Form::date:
      diagnostics_.report(Code::K405, place, {attribute, value});
      return;
    case Form::count:
      diagnostics_.report(Code::K406, place, {attribute, value});
      return;
    default:
      diagnostics_.report(Code::K411, place,
                          {attribute, value, rule.form == Form::functions ? "F01" : "toegang-jeugd"});
  }
}

void Checker::periods(pugi::xml_node node, const ElementRule& rule) {
  for (const Period& period : rule.periods) {
    const pugi::xml_attribute last = node.attribute(period.to.data());
    const std::string_view from = trimmed(node, period.from), to = trim(last.value());
    // Dates in this form sort as text.
    if (!item_fits(Form::date, from, {}) || !item_fits(Form::date, to, {}) || from <= to) continue;
    diagnostics_.report(Code::K419, place_of(xml_, last, to),
                        {std::string(period.to), std::string(to), std::string(period.from), std::string(from)});
  }
}

void Checker::children(pugi::xml_node node, const ElementRule& rule) {
  std::vector<unsigned> counts(rule.children.size());
  const ChildRule* furthest = nullptr;
  for (const pugi::xml_node child : node.children()) {
    if (child.type() != pugi::node_element) continue;
    const auto found = native(child) ? std::ranges::find(rule.children, local_name(child.name()),
                                                         [](const ChildRule& c) { return c.element->name; })
                                     : rule.children.end();
    if (found == rule.children.end()) {
      stranger(child, rule);
      continue;
    }
    if (furthest && found->step < furthest->step)
      diagnostics_.report(
          Code::K409, xml_.place_of(child),
          {std::string(found->element->name), std::string(furthest->element->name), std::string(rule.name)});
    else
      furthest = &*found;
    unsigned& count = counts[static_cast<std::size_t>(found - rule.children.begin())];
    if (++count == 2 && !found->repeats)
      diagnostics_.report(Code::K410, xml_.place_of(child),
                          {std::string(found->element->name), std::string(rule.name)});
    element(child, *found->element);
  }
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (rule.children[i].required && counts[i] == 0)
      diagnostics_.report(Code::K417, xml_.place_of(node),
                          {std::string(rule.children[i].element->name), std::string(rule.name)});
  if (!rule.text) stray_text(node, rule);
}

void Checker::stranger(pugi::xml_node child, const ElementRule& parent) {
  const bool foreign = !native(child);
  const std::string name(foreign ? std::string_view(child.name()) : local_name(child.name()));
  std::vector<std::string> arguments = {name, std::string(parent.name)};
  if (const auto& homes = homes_of(name); !foreign && !homes.empty()) {
    arguments.push_back(joined(homes));
    diagnostics_.report(Code::K408, xml_.place_of(child), std::move(arguments));
    return;
  }
  const auto known = [&] { return names_of(parent.children, [](const ChildRule& c) { return c.element->name; }); };
  Diagnostic& diagnostic = diagnostics_.report(Code::K401, xml_.place_of(child), std::move(arguments));
  if (foreign) diagnostic.variant = "naamruimte";
  diagnostic.nearest = diagnostics_.nearest(local_name(name), known);
}

void Checker::reason(pugi::xml_node node) {
  const pugi::xml_attribute decision = node.attribute("besluit");
  const std::string_view word = trim(decision.value());
  if (word != word_of(Disposition::accepted) && word != word_of(Disposition::resolved)) return;
  TextPool pool;
  for (const pugi::xml_node child : node.children())
    if (local_name(child.name()) == "reden" && !xml_.content(child, pool).empty()) return;
  diagnostics_.report(Code::K420, place_of(xml_, decision, word), {std::string(word)});
}

void Checker::stray_text(pugi::xml_node node, const ElementRule& rule) {
  TextPool pool;
  const Text text = xml_.content(node, pool);
  if (!text.empty())
    diagnostics_.report(Code::K418, text.place,
                        {std::string(text.value.substr(0, text.value.find('\n'))), std::string(rule.name)});
}

}  // namespace keuzekaart::grammar
