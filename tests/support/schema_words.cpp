#include "tests/support/schema_words.hpp"

namespace keuzekaart::testing {

namespace {

/// The elements of a complex type, in the schema's order.
void collect(pugi::xml_node particle, std::vector<pugi::xml_node>& elements) {
  for (const pugi::xml_node node : particle.children()) {
    const std::string_view name = node.name();
    if (name == "xs:element") elements.push_back(node);
    if (name == "xs:sequence" || name == "xs:choice" || name == "xs:all") collect(node, elements);
  }
}

/// Lists that the program knows by their form, not as words.
bool known_by_form(std::string_view type) { return type == "een-toestand" || type == "aspect"; }

/// Whether an element of this name stands above on the path; what it holds has been described there.
bool stands_above(const std::string& path) {
  const std::size_t last = path.rfind('/');
  return last != std::string::npos && (path.substr(0, last) + "/").find(path.substr(last) + "/") != std::string::npos;
}

void describe_rule(const std::string& path, const grammar::ElementRule& rule, Names& lines) {
  lines.push_back(path + (rule.text ? " text" : ""));
  for (const auto& a : rule.attributes)
    lines.push_back(path + "@" + std::string(a.name) + (a.required ? " required" : "") +
                    (a.form == grammar::Form::word ? " " + std::string(a.words.front()) : ""));
  if (stands_above(path)) return;
  for (const auto& child : rule.children)
    describe_rule(path + "/" + std::string(child.element->name), *child.element, lines);
}

}  // namespace

pugi::xml_node SchemaWords::type(const char* kind, std::string_view name) const {
  return root().find_child(
      [&](pugi::xml_node n) { return std::string_view(n.name()) == kind && name == n.attribute("name").value(); });
}

Names SchemaWords::enumeration(std::string_view type_name) const {
  Names words;
  for (const pugi::xml_node e : type("xs:simpleType", type_name).child("xs:restriction").children("xs:enumeration"))
    words.emplace_back(e.attribute("value").value());
  return words;
}

std::size_t SchemaWords::enumerations() const {
  std::size_t lists = 0;
  for (const pugi::xml_node t : root().children("xs:simpleType"))
    if (!enumeration(t.attribute("name").value()).empty()) ++lists;
  return lists;
}

Names SchemaWords::describe(const std::string& element, std::string_view type_name) const {
  Names lines;
  describe(element, type_name, lines);
  return lines;
}

void SchemaWords::describe(const std::string& path, std::string_view type_name, Names& lines) const {
  const std::string_view local = type_name.substr(2);
  lines.push_back(path + (local == "tekst" ? " text" : ""));
  const pugi::xml_node node = type("xs:complexType", local);
  for (const pugi::xml_node a : node.children("xs:attribute")) {
    const std::string_view of = std::string_view(a.attribute("type").value()).substr(2);
    const bool list = !enumeration(of).empty() && !known_by_form(of);
    lines.push_back(path + "@" + a.attribute("name").value() + (a.attribute("use") ? " required" : "") +
                    (list ? " " + enumeration(of).front() : ""));
  }
  if (stands_above(path)) return;
  std::vector<pugi::xml_node> elements;
  collect(node, elements);
  for (const pugi::xml_node e : elements)
    describe(path + "/" + e.attribute("name").value(), e.attribute("type").value(), lines);
}

Names SchemaWords::without_explanation() const {
  Names bare;
  for (const pugi::xpath_node found :
       root().select_nodes("//xs:complexType | //xs:simpleType[@name] | //xs:attribute | //xs:enumeration | "
                           "//xs:element[substring-after(@type, ':')='tekst']")) {
    const pugi::xml_node node = found.node();
    if (known_by_form(node.parent().parent().attribute("name").value())) continue;  // explained at the type
    if (!*node.child("xs:annotation").child("xs:documentation").child_value())
      bare.push_back(std::string(node.name()) + " " + node.attribute("name").value() + node.attribute("value").value());
  }
  return bare;
}

Names describe(const grammar::Grammar& grammar) {
  Names lines;
  describe_rule(std::string(grammar.root.name), grammar.root, lines);
  return lines;
}

}  // namespace keuzekaart::testing
