#include <gtest/gtest.h>

#include <set>

#include "importers/map_file/description.hpp"
#include "importers/map_reader.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/places.hpp"
#include "tests/support/schema_equality.hpp"

/// Holds schemas/kaart.xsd and the program equal.
namespace keuzekaart {
namespace {

const std::string complete = checkout("/tests/unit/map_file/complete.xml");

const Schema& schema() {
  static const Schema read(checkout("/schemas/kaart.xsd"));
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
      return d.arguments.at(0) == "partijen" || d.arguments.at(0) == "na" || d.arguments.at(0) == "bereik" ||
             d.arguments.at(0) == "projecten";
    default:
      return false;
  }
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

/// Small maps are judged quickly: keeps the section that holds the node, and those that others refer to.
void leave_only_what_matters_to(pugi::xml_node node) {
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

class MapSchemaEquality : public testing::SchemaEquality {
 protected:
  MapSchemaEquality()
      : SchemaEquality({map_file::map_grammar(), schema(), complete, program_verdict, leave_only_what_matters_to,
                        [](pugi::xml_node node) { return node.attribute("deel-van") || node.attribute("start"); }}) {}
};

TEST_F(MapSchemaEquality, BothAcceptTheCompleteMap) { both_accept_the_complete_file(); }

TEST_F(MapSchemaEquality, TheCompleteMapHoldsEveryElementAndAttribute) {
  the_complete_file_holds_every_element_and_attribute();
}

TEST_F(MapSchemaEquality, AttributesLeftOutMisspeltOrAdded) {
  attributes_left_out_misspelt_or_added();
  EXPECT_LT(0U, good_);
  EXPECT_LT(200U, bad_);
}

TEST_F(MapSchemaEquality, ValuesOfEveryForm) {
  // Enough to tell the forms apart, for every attribute ...
  const std::vector<std::string> telling = {
      "",   " ",     "x",   "X y",     "-a",    "2026-02-30", "2026-01-01", "7",  "1234567890", "ist soll", "F01", "A1",
      "ja", "balie", "gem", "sociaal", "jeugd", "zaken",      "toegang",    "a1", "p0",         "concern"};
  // ... and the borders of each form, once for each.
  const std::vector<std::string> borders = {"\xC3\xA9",
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
  values(telling, borders);
  EXPECT_EQ(static_cast<std::size_t>(grammar::Form::areas) + 1, forms_seen_) << "a form that no attribute shows";
  EXPECT_LT(500U, good_);
  EXPECT_LT(500U, bad_);
}

TEST_F(MapSchemaEquality, ElementsLeftOutRepeatedRenamedOrMoved) {
  elements_left_out_repeated_renamed_or_moved();
  EXPECT_LT(100U, good_);
  EXPECT_LT(100U, bad_);
}

TEST_F(MapSchemaEquality, TextAndCommentsWhereElementsBelong) {
  text_and_comments_where_elements_belong();
  EXPECT_LT(0U, good_);
  EXPECT_LT(0U, bad_);
}

TEST_F(MapSchemaEquality, EveryElementInEveryOther) {
  every_element_in_every_other("keten");
  EXPECT_LT(0U, good_);
  EXPECT_LT(1000U, bad_);
}

}  // namespace
}  // namespace keuzekaart
