#include <gtest/gtest.h>

#include "importers/own_lists.hpp"
#include "importers/own_lists/description.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/places.hpp"
#include "tests/support/schema_equality.hpp"
#include "tests/support/schema_words.hpp"

/// Holds schemas/lijsten.xsd and the program equal.
namespace keuzekaart {
namespace {

using testing::Names;

const std::string xsd = checkout("/schemas/lijsten.xsd");

/// What a schema cannot say: whether a field has a column or a value, and whether a word fits a field.
std::string program_verdict(const std::string& xml) {
  Sources sources;
  Diagnostics diagnostics;
  const auto open = [](const std::string&, Diagnostics&) { return std::string("Kolom\nx\n"); };
  read_own_lists_text("lijsten.xml", xml, open, sources, diagnostics);
  for (const Diagnostic& d : diagnostics.all()) {
    const bool of_a_list = d.code == Code::K324 || d.code == Code::K325 || d.code == Code::K332;
    const bool word_of_a_field = (d.code == Code::K404 || d.code == Code::K406) &&
                                 (d.arguments.front() == "standaard" || d.arguments.front() == "als");
    if (d.severity() == Severity::error && !of_a_list && !word_of_a_field) return std::string(row_of(d.code).key);
  }
  return {};
}

void keep_only_the_list(pugi::xml_node node) {
  pugi::xml_node list = node;
  while (list.parent() != node.root() && list.parent().parent() != node.root().first_child()) {
    if (list.parent() == node.root().first_child()) break;
    list = list.parent();
  }
  if (list.parent() != node.root().first_child()) return;
  pugi::xml_node root = list.parent();
  for (pugi::xml_node at = root.first_child(); at;) {
    const pugi::xml_node next = at.next_sibling();
    if (at != list) root.remove_child(at);
    at = next;
  }
}

const Schema& schema() {
  static const Schema read(xsd);
  return read;
}

class ListsSchemaEquality : public testing::SchemaEquality {
 protected:
  ListsSchemaEquality()
      : SchemaEquality({own_lists::lists_grammar(), schema(), checkout("/tests/unit/own_lists/complete.xml"),
                        program_verdict, keep_only_the_list, [](pugi::xml_node) { return false; }}) {}
};

TEST_F(ListsSchemaEquality, BothAcceptTheCompleteDescription) { both_accept_the_complete_file(); }

TEST_F(ListsSchemaEquality, TheCompleteDescriptionHoldsEveryElementAndAttribute) {
  the_complete_file_holds_every_element_and_attribute();
}

TEST_F(ListsSchemaEquality, AttributesLeftOutMisspeltOrAdded) {
  attributes_left_out_misspelt_or_added();
  EXPECT_LT(100U, good_);
  EXPECT_LT(100U, bad_);
}

TEST_F(ListsSchemaEquality, ValuesOfEveryForm) {
  values({"", "x", "7"}, {" ", "\xC3\xA9", "1234567890", "a b", " 7 ", "utf-8", "UTF-8"});
  EXPECT_LT(100U, good_);
  EXPECT_LT(100U, bad_);
}

TEST_F(ListsSchemaEquality, ElementsLeftOutRepeatedRenamedOrMoved) {
  elements_left_out_repeated_renamed_or_moved();
  EXPECT_LT(100U, good_);
  EXPECT_LT(100U, bad_);
}

TEST_F(ListsSchemaEquality, TextAndCommentsWhereElementsBelong) { text_and_comments_where_elements_belong(); }

TEST(ListsSchemaWords, ElementsAndAttributesAreTheSame) {
  EXPECT_EQ(testing::describe(own_lists::lists_grammar()), testing::SchemaWords(xsd).describe("lijsten", "l:lijsten"));
}

TEST(ListsSchemaWords, EverythingIsExplained) { EXPECT_EQ(Names(), testing::SchemaWords(xsd).without_explanation()); }

TEST(ListsSchemaWords, EncodingsAreTheSame) {
  const auto words = own_lists::encodings();
  EXPECT_EQ(Names(words.begin(), words.end()), testing::SchemaWords(xsd).enumeration("tekenset"));
}

}  // namespace
}  // namespace keuzekaart
