#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "importers/map_file/description.hpp"
#include "importers/map_reader.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/schema.hpp"

/// Holds schemas/kaart.xsd and the program equal: a map with everything in it is changed in every systematic way, and
/// both must give the same verdict on each result.
namespace keuzekaart {
namespace {

constexpr const char* complete = KEUZEKAART_SOURCE_DIR "/tests/unit/map_file/complete.xml";

const Schema& schema() {
  static const Schema read(KEUZEKAART_SOURCE_DIR "/schemas/kaart.xsd");
  return read;
}

/// What XSD 1.0 cannot say, so that only the program refuses it. Each has a test of its own in map_reader_test.cpp.
bool only_the_program_can_say(const Diagnostic& d) {
  switch (d.code) {
    case Code::K414:  // the id `concern`: patterns cannot exclude a word
    case Code::K415:  // circles: identity constraints do not follow references
    case Code::K416:  // a group under another domain: nor do they compare across elements
    case Code::K419:  // end before start: no comparison of values
    case Code::K420:  // a reason unless open: no conditions
      return true;
    case Code::K203:
    case Code::K413:  // lists of references, and `concern` or an id: a keyref compares one whole value with one key
      return d.arguments.at(0) == "partijen" || d.arguments.at(0) == "na" || d.arguments.at(0) == "bereik";
    default:
      return false;
  }
}

/// Blanks between the tags of an element without content: the XSD refuses them, the program lets a person be.
bool only_the_schema_minds(const std::string& reason) {
  return reason.find("because the content type is empty") != std::string::npos;
}

/// Why the program refuses a map, as far as a schema could; empty when it does not.
std::string program_verdict(const std::string& xml) {
  Sources sources;
  Diagnostics diagnostics;
  const auto map = read_map_text("kaart.xml", xml, sources, diagnostics);
  for (const Diagnostic& d : diagnostics.all())
    if (d.severity() == Severity::error && !only_the_program_can_say(d)) return std::string(row_of(d.code).key);
  return map ? "" : "null";
}

class SchemaEquality : public testing::Test {
 protected:
  SchemaEquality() { EXPECT_TRUE(original_.load_file(complete)); }

  /// Every kind of element once, by its name and its parent's name.
  std::vector<pugi::xml_node> elements(pugi::xml_document& document) const {
    std::vector<pugi::xml_node> found;
    std::set<std::string> seen;
    std::vector<pugi::xml_node> open = {document.document_element()};
    while (!open.empty()) {
      const pugi::xml_node node = open.back();
      open.pop_back();
      if (seen.insert(std::string(node.parent().name()) + "/" + node.name() + (has_everything(node) ? "+" : "")).second)
        found.push_back(node);
      for (const pugi::xml_node child : node.children())
        if (child.type() == pugi::node_element) open.push_back(child);
    }
    return found;
  }

  /// Changes the `index`-th element of a fresh copy, and judges the result by both.
  void judge(std::size_t index, const std::string& what, const std::function<void(pugi::xml_node)>& change) {
    pugi::xml_document copy;
    copy.reset(original_);
    const pugi::xml_node node = elements(copy).at(index);
    const std::string name = std::string(node.parent().name()) + "/" + node.name();
    leave_only_what_matters_to(node);
    change(node);
    std::ostringstream text;
    copy.save(text, "", pugi::format_raw);
    const std::string xml = text.str();
    const std::string by_schema = schema().judge(xml), by_program = program_verdict(xml);
    ++(by_schema.empty() ? good_ : bad_);
    if (by_schema.empty() != by_program.empty() && !only_the_schema_minds(by_schema) && ++differences_ <= 20)
      ADD_FAILURE() << name << ", " << what << ": program says '" << by_program << "', schema says '" << by_schema
                    << "'";
  }

  std::size_t count() { return elements(original_).size(); }

  pugi::xml_document original_;
  std::size_t good_ = 0, bad_ = 0, differences_ = 0;

 private:
  /// Small maps are judged quickly: keeps the section that holds the node, and those that others refer to.
  static void leave_only_what_matters_to(pugi::xml_node node) {
    if (node.parent() == node.root()) return;
    pugi::xml_node section = node;
    while (section.parent().parent().parent()) section = section.parent();
    const std::set<std::string_view> referred = {"partijen", "domeinen", "applicaties", "afspraken"};
    pugi::xml_node root = section.parent();
    for (pugi::xml_node at = root.first_child(); at;) {
      const pugi::xml_node next = at.next_sibling();
      if (at != section && !referred.contains(at.name())) root.remove_child(at);
      at = next;
    }
    if (std::string_view(section.name()) != "afspraken") root.child("afspraken").child("afspraak").remove_children();
  }

  static bool has_everything(pugi::xml_node node) { return node.attribute("deel-van") || node.attribute("start"); }
};

map_file::Form form_of(pugi::xml_node node, std::string_view attribute) {
  map_file::Form form{};
  map_file::for_each_element(map_file::map_rule(), nullptr,
                             [&](const map_file::ElementRule& rule, const map_file::ElementRule* parent) {
                               if (rule.name != node.name() || (parent && parent->name != node.parent().name())) return;
                               for (const auto& a : rule.attributes)
                                 if (a.name == attribute) form = a.form;
                             });
  return form;
}

void rename_ids(pugi::xml_node node) {
  if (pugi::xml_attribute id = node.attribute("id")) id.set_value((std::string(id.value()) + "-2").c_str());
  for (const pugi::xml_node child : node.children()) rename_ids(child);
}

TEST_F(SchemaEquality, BothAcceptTheCompleteMap) {
  judge(0, "unchanged", [](pugi::xml_node) {});
  EXPECT_EQ(1U, good_);
}

TEST_F(SchemaEquality, TheCompleteMapHoldsEveryElementAndAttribute) {
  std::set<std::string> known, used;
  map_file::for_each_element(
      map_file::map_rule(), nullptr, [&](const map_file::ElementRule& rule, const map_file::ElementRule* parent) {
        const std::string name = std::string(parent ? parent->name : "") + "/" + std::string(rule.name);
        known.insert(name);
        for (const auto& a : rule.attributes) known.insert(name + "@" + std::string(a.name));
      });
  for (const pugi::xpath_node found : original_.select_nodes("//*")) {
    const std::string name = std::string(found.node().parent().name()) + "/" + found.node().name();
    used.insert(name);
    for (const pugi::xml_attribute a : found.node().attributes())
      if (std::string_view(a.name()) != "xmlns") used.insert(name + "@" + a.name());
  }
  std::vector<std::string> different;
  std::ranges::set_symmetric_difference(known, used, std::back_inserter(different));
  EXPECT_EQ(std::vector<std::string>(), different);
}

TEST_F(SchemaEquality, AttributesLeftOutMisspeltOrAdded) {
  pugi::xml_document plain;
  plain.reset(original_);
  const auto nodes = elements(plain);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    judge(i, "unknown attribute", [](pugi::xml_node n) { n.append_attribute("onbekend") = "x"; });
    judge(i, "xml:lang", [](pugi::xml_node n) { n.append_attribute("xml:lang") = "nl"; });
    for (const pugi::xml_attribute a : nodes[i].attributes()) {
      const std::string name = a.name();
      if (name == "xmlns") continue;
      judge(i, "without " + name, [&](pugi::xml_node n) { n.remove_attribute(name.c_str()); });
      judge(i, "misspelt " + name, [&](pugi::xml_node n) { n.attribute(name.c_str()).set_name((name + "x").c_str()); });
    }
  }
  EXPECT_LT(0U, good_);
  EXPECT_LT(200U, bad_);
}

TEST_F(SchemaEquality, ValuesOfEveryForm) {
  // Enough to tell the forms apart, for every attribute ...
  const std::string telling[] = {
      "",   " ",     "x",   "X y",     "-a",    "2026-02-30", "2026-01-01", "7",  "1234567890", "ist soll", "F01", "A1",
      "ja", "balie", "gem", "sociaal", "jeugd", "zaken",      "toegang",    "a1", "p0",         "concern"};
  // ... and the borders of each form, once for each.
  const std::string borders[] = {"\xC3\xA9",
                                 "a\xC2\xA0"
                                 "b",
                                 ".a",
                                 "a:b",
                                 "2024-02-29",
                                 "2026-1-1",
                                 "2026-01-01Z",
                                 "0000-01-01",
                                 "12026-01-01",
                                 " 2026-01-01 ",
                                 "-1",
                                 "+1",
                                 "007",
                                 "1.5",
                                 "123456789",
                                 "ist",
                                 " ist\nsoll ",
                                 "IST",
                                 "plateau0",
                                 "plateau1",
                                 "plateau01",
                                 "plateau14",
                                 "plateau15",
                                 "F1",
                                 "F01 F99",
                                 "F001",
                                 "A0",
                                 "A8",
                                 "A1 A7",
                                 "A1,A7",
                                 "Ja",
                                 "gem regio",
                                 "gemma",
                                 "balie balie",
                                 "gem,regio"};
  std::set<map_file::Form> seen;
  pugi::xml_document plain;
  plain.reset(original_);
  const auto nodes = elements(plain);
  for (std::size_t i = 0; i < nodes.size(); ++i)
    for (const pugi::xml_attribute a : nodes[i].attributes()) {
      if (std::string_view(a.name()) == "xmlns") continue;
      const auto try_value = [&](const std::string& value) {
        judge(i, std::string(a.name()) + "='" + value + "'",
              [&](pugi::xml_node n) { n.attribute(a.name()).set_value(value.c_str()); });
      };
      for (const std::string& value : telling) try_value(value);
      if (seen.insert(form_of(nodes[i], a.name())).second)
        for (const std::string& value : borders) try_value(value);
    }
  EXPECT_EQ(static_cast<std::size_t>(map_file::Form::areas) + 1, seen.size()) << "a form that no attribute shows";
  EXPECT_LT(500U, good_);
  EXPECT_LT(500U, bad_);
}

TEST_F(SchemaEquality, ElementsLeftOutRepeatedRenamedOrMoved) {
  for (std::size_t i = 1; i < count(); ++i) {
    judge(i, "as it is", [](pugi::xml_node) {});
    ASSERT_EQ(0U, bad_) << "the map to change is wrong itself";
  }
  for (std::size_t i = 1; i < count(); ++i) {
    judge(i, "left out", [](pugi::xml_node n) { n.parent().remove_child(n); });
    judge(i, "repeated with the same id", [](pugi::xml_node n) { n.parent().insert_copy_after(n, n); });
    judge(i, "repeated", [](pugi::xml_node n) { rename_ids(n.parent().insert_copy_after(n, n)); });
    judge(i, "renamed", [](pugi::xml_node n) { n.set_name((std::string(n.name()) + "x").c_str()); });
    judge(i, "in no namespace", [](pugi::xml_node n) { n.append_attribute("xmlns") = ""; });
    judge(i, "moved to the front", [](pugi::xml_node n) { n.parent().prepend_move(n); });
    judge(i, "moved to the end", [](pugi::xml_node n) { n.parent().append_move(n); });
    judge(i, "emptied", [](pugi::xml_node n) { n.remove_children(); });
  }
  EXPECT_LT(100U, good_);
  EXPECT_LT(100U, bad_);
}

TEST_F(SchemaEquality, TextAndCommentsWhereElementsBelong) {
  for (std::size_t i = 0; i < count(); ++i) {
    judge(i, "text", [](pugi::xml_node n) { n.append_child(pugi::node_pcdata).set_value("tekst"); });
    judge(i, "blanks", [](pugi::xml_node n) { n.append_child(pugi::node_pcdata).set_value(" \n"); });
    judge(i, "comment", [](pugi::xml_node n) { n.append_child(pugi::node_comment).set_value("tekst"); });
    judge(i, "CDATA", [](pugi::xml_node n) { n.append_child(pugi::node_cdata).set_value("tekst"); });
  }
  EXPECT_LT(0U, good_);
  EXPECT_LT(0U, bad_);
}

TEST_F(SchemaEquality, EveryElementInEveryOther) {
  pugi::xml_document plain;
  plain.reset(original_);
  const auto nodes = elements(plain);
  std::set<std::string> texts;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    // Elements that hold text are all of one type: one stands for all.
    if (nodes[i].first_child().type() == pugi::node_pcdata && !texts.insert("text").second) continue;
    std::set<std::string> guests;
    for (const pugi::xml_node guest : nodes) {
      if (!guests.insert(guest.name()).second) continue;
      judge(i, std::string("with a ") + guest.name(), [&](pugi::xml_node n) {
        pugi::xml_node added = n.append_copy(guest);
        while (added.first_child() && std::string_view(guest.name()) != "keten")
          added.remove_child(added.first_child());
        rename_ids(added);
      });
    }
  }
  EXPECT_LT(0U, good_);
  EXPECT_LT(1000U, bad_);
}

}  // namespace
}  // namespace keuzekaart
