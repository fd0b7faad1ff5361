#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <string>
#include <tuple>
#include <vector>

#include "importers/labels_reader.hpp"
#include "importers/map_file/description.hpp"
#include "importers/read_file.hpp"
#include "modeler/records/vocabulary.hpp"

/// Holds the words of schemas/kaart.xsd, of the program and of the labels equal.
namespace keuzekaart {
namespace {

using Names = std::vector<std::string>;

const pugi::xml_node schema() {
  static pugi::xml_document document;
  if (!document.document_element()) document.load_file(KEUZEKAART_SOURCE_DIR "/schemas/kaart.xsd");
  return document.document_element();
}

pugi::xml_node type(const char* kind, std::string_view name) {
  return schema().find_child(
      [&](pugi::xml_node n) { return std::string_view(n.name()) == kind && name == n.attribute("name").value(); });
}

Names enumeration(std::string_view type_name) {
  Names words;
  for (const pugi::xml_node e : type("xs:simpleType", type_name).child("xs:restriction").children("xs:enumeration"))
    words.emplace_back(e.attribute("value").value());
  return words;
}

template <class Value>
Names words() {
  Names out;
  for (const auto& row : Vocabulary<Value>::words) out.emplace_back(row.word);
  return out;
}

using ListsInSchema =
    std::tuple<PartyKind, OwnerKind, ProcessKind, ProcessLevel, Role, PartnerType, MunicipalRole, RegieForm, ChainType,
               HandoverKind, HandoverForm, AgreementType, AgreementStatus, YesNo, ClientGroup, Channel, MappingStatus,
               SupportQuality, Lifecycle, Dimension, ChoiceStatus, Disposition>;

template <class Visit>
void for_each_list(const Visit& visit) {
  std::apply([&](auto... values) { (visit(values), ...); }, ListsInSchema());
}

TEST(SchemaWords, EveryListIsTheSame) {
  for_each_list([](auto value) {
    EXPECT_EQ(words<decltype(value)>(), enumeration(Vocabulary<decltype(value)>::name))
        << Vocabulary<decltype(value)>::name;
  });
}

TEST(SchemaWords, EveryEnumerationIsAListOfTheProgram) {
  std::size_t lists = 0, enumerations = 0;
  for_each_list([&](auto) { ++lists; });
  for (const pugi::xml_node t : schema().children("xs:simpleType"))
    if (!enumeration(t.attribute("name").value()).empty()) ++enumerations;
  EXPECT_EQ(lists + 2, enumerations) << "beside the lists only the states and the business areas";
}

TEST(SchemaWords, GloPartsAreElementsInTheSameOrder) {
  Names elements;
  for (const pugi::xml_node e : type("xs:complexType", "glo").child("xs:all").children("xs:element"))
    elements.emplace_back(e.attribute("name").value());
  EXPECT_EQ(words<GloPart>(), elements);
}

/// The elements of a complex type, in the schema's order.
void collect(pugi::xml_node particle, std::vector<pugi::xml_node>& elements) {
  for (const pugi::xml_node node : particle.children()) {
    const std::string_view name = node.name();
    if (name == "xs:element") elements.push_back(node);
    if (name == "xs:sequence" || name == "xs:choice" || name == "xs:all") collect(node, elements);
  }
}

/// An element and its attributes, one line each, with what is required and which closed list holds.
void describe(const std::string& path, std::string_view type_name, Names& lines) {
  const std::string_view local = type_name.substr(2);
  lines.push_back(path + (local == "tekst" ? " text" : ""));
  const pugi::xml_node node = type("xs:complexType", local);
  for (const pugi::xml_node a : node.children("xs:attribute")) {
    const std::string_view of = std::string_view(a.attribute("type").value()).substr(2);
    const bool list = !enumeration(of).empty() && of != "een-toestand" && of != "aspect";
    lines.push_back(path + "@" + a.attribute("name").value() + (a.attribute("use") ? " required" : "") +
                    (list ? " " + enumeration(of).front() : ""));
  }
  std::vector<pugi::xml_node> elements;
  collect(node, elements);
  for (const pugi::xml_node e : elements)
    describe(path + "/" + e.attribute("name").value(), e.attribute("type").value(), lines);
}

void describe(const std::string& path, const map_file::ElementRule& rule, Names& lines) {
  lines.push_back(path + (rule.text ? " text" : ""));
  for (const auto& a : rule.attributes)
    lines.push_back(path + "@" + std::string(a.name) + (a.required ? " required" : "") +
                    (a.form == map_file::Form::word ? " " + std::string(a.words.front()) : ""));
  for (const auto& child : rule.children)
    describe(path + "/" + std::string(child.element->name), *child.element, lines);
}

TEST(SchemaWords, ElementsAndAttributesAreTheSame) {
  Names in_schema, in_program;
  describe("kaart", "k:kaart", in_schema);
  describe("kaart", map_file::map_rule(), in_program);
  EXPECT_EQ(in_program, in_schema);
}

TEST(SchemaWords, EverythingIsExplained) {
  Names bare;
  for (const pugi::xpath_node found :
       schema().select_nodes("//xs:complexType | //xs:simpleType[@name] | //xs:attribute | //xs:enumeration | "
                             "//xs:element[@type='k:tekst']")) {
    const pugi::xml_node node = found.node();
    const std::string_view up = node.parent().parent().attribute("name").value();
    if (up == "een-toestand" || up == "aspect") continue;  // explained at the type
    if (!*node.child("xs:annotation").child("xs:documentation").child_value())
      bare.push_back(std::string(node.name()) + " " + node.attribute("name").value() + node.attribute("value").value());
  }
  EXPECT_EQ(Names(), bare);
}

TEST(ListLabels, EveryWordIsShownInBothLanguages) {
  for (const auto& [language, path] :
       {std::pair(Language::nl, "/catalogues/labels-nl.xml"), std::pair(Language::en, "/catalogues/labels-en.xml")}) {
    Diagnostics ignored;
    const Labels labels = read_labels(*read_file(std::string(KEUZEKAART_SOURCE_DIR) + path, ignored), language);
    Names missing;
    const auto want = [&](const std::string& key) {
      if (!labels.has(key)) missing.push_back(key);
    };
    const auto want_list = [&](auto value) {
      const std::string list(Vocabulary<decltype(value)>::name);
      want(list);
      for (const auto& row : Vocabulary<decltype(value)>::words) want(list + "." + std::string(row.word));
    };
    for_each_list(want_list);
    want_list(GloPart{});
    for (const char* key : {"toestand", "toestand.ist", "toestand.soll", "toestand.plateau"}) want(key);
    EXPECT_EQ(Names(), missing) << path;
  }
}

}  // namespace
}  // namespace keuzekaart
