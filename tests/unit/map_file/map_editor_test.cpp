#include "importers/map_file/map_editor.hpp"

#include <gtest/gtest.h>

namespace keuzekaart {
namespace {

const NewElement tie{"proces", {{"ref", "b"}, {"status", "bevestigd"}}};

Place at(const std::string& text, std::string_view what) {
  return {FileId{0}, static_cast<std::uint32_t>(text.find(what))};
}

/// The text with a tie in the element that starts at `what`.
std::string with_tie(const std::string& text, std::string_view what) {
  const MapEdit edit{at(text, what), {}, {}, {tie}};
  return edit_map(text, {&edit, 1}).text;
}

/// The text with a product in the section `producten`.
std::string with_product(const std::string& text) {
  const MapEdit edit{{}, "producten", {}, {{"product", {{"id", "p"}, {"naam", "A & \"B\""}}, {tie}}}};
  return edit_map(text, {&edit, 1}).text;
}

std::string with_attributes(const std::string& text, std::string_view what,
                            std::vector<std::pair<std::string, std::string>> attributes) {
  const MapEdit edit{at(text, what), {}, std::move(attributes), {}};
  return edit_map(text, {&edit, 1}).text;
}

TEST(MapEditor, NothingChangesWithoutEdits) {
  const std::string text = "<?xml version='1.0'?>\r\n<kaart  naam = 'x'><!-- < -->\r\n\t</kaart>  <!-- einde -->\r\n";
  EXPECT_EQ(text, edit_map(text, {}).text);
}

TEST(MapEditor, AnAttributeGetsAnotherValueBetweenItsOwnQuotes) {
  const std::string text =
      "<kaart>\n <proces ref='a'   status = '&#118;oorgesteld' /> <!-- status=\"\" -->\n</kaart>\n";
  EXPECT_EQ("<kaart>\n <proces ref='a'   status = 'bevestigd' /> <!-- status=\"\" -->\n</kaart>\n",
            with_attributes(text, "a'", {{"status", "bevestigd"}}));
}

TEST(MapEditor, AMissingAttributeComesBehindTheLast) {
  EXPECT_EQ("<kaart>\n  <proces id=\"a\"\n          naam='1 > 0' gemma=\"g&lt;\" gemma-status=\"afgewezen\" >\n",
            with_attributes("<kaart>\n  <proces id=\"a\"\n          naam='1 > 0' >\n  </proces>\n</kaart>", "proces",
                            {{"gemma", "g<"}, {"gemma-status", "afgewezen"}})
                .substr(0, 89));
  EXPECT_EQ("<kaart><p a=\"1\"/></kaart>", with_attributes("<kaart><p/></kaart>", "p/", {{"a", "1"}}));
}

TEST(MapEditor, AChildComesBehindTheLastOfItsNameWithItsComment) {
  EXPECT_EQ(
      "<kaart>\n"
      "\t<product id=\"p\">\n"
      "\t\t<proces ref=\"a\"/> <!-- een -->\n"
      "\t\t<proces ref=\"b\" status=\"bevestigd\"/>\n"
      "\t\t<grondslag naam=\"wet\"/>\n"
      "\t</product>\n"
      "</kaart>\n",
      with_tie("<kaart>\n"
               "\t<product id=\"p\">\n"
               "\t\t<proces ref=\"a\"/> <!-- een -->\n"
               "\t\t<grondslag naam=\"wet\"/>\n"
               "\t</product>\n"
               "</kaart>\n",
               "product"));
}

TEST(MapEditor, WithoutOneOfItsNameAChildComesLast) {
  EXPECT_EQ(
      "<kaart>\n    <product id=\"p\">\n        <omschrijving><![CDATA[</product>]]></omschrijving>\n"
      "        <proces ref=\"b\" status=\"bevestigd\"/>\n        <!-- </product> -->\n    </product>\n</kaart>",
      with_tie("<kaart>\n    <product id=\"p\">\n        <omschrijving><![CDATA[</product>]]></omschrijving>\n"
               "        <!-- </product> -->\n    </product>\n</kaart>",
               "product"));
}

TEST(MapEditor, AClosedElementIsOpened) {
  EXPECT_EQ(
      "<kaart>\r\n  <product id=\"p\">\r\n    <proces ref=\"b\" status=\"bevestigd\"/>\r\n  </product>\r\n</kaart>",
      with_tie("<kaart>\r\n  <product id=\"p\" />\r\n</kaart>", "product"));
}

TEST(MapEditor, WhatOnlyHoldsACommentKeepsIt) {
  EXPECT_EQ(
      "<kaart>\n  <product>\n    <!-- geen -->\n    <proces ref=\"b\" status=\"bevestigd\"/>\n  </product>\n</kaart>",
      with_tie("<kaart>\n  <product>\n    <!-- geen -->\n  </product>\n</kaart>", "product"));
  EXPECT_EQ("<kaart>\n  <product>\n    <proces ref=\"b\" status=\"bevestigd\"/>\n  </product>\n</kaart>",
            with_tie("<kaart>\n  <product></product>\n</kaart>", "product"));
}

TEST(MapEditor, OnOneLineItStaysOnOneLine) {
  EXPECT_EQ(
      "<kaart><producten><product id=\"q\"/><product id=\"p\" naam=\"A &amp; &quot;B&quot;\">"
      "<proces ref=\"b\" status=\"bevestigd\"/></product></producten></kaart>",
      with_product("<kaart><producten><product id=\"q\"/></producten></kaart>"));
  EXPECT_EQ(
      "<kaart><producten><product id=\"p\" naam=\"A &amp; &quot;B&quot;\">"
      "<proces ref=\"b\" status=\"bevestigd\"/></product></producten></kaart>",
      with_product("<kaart/>"));
}

TEST(MapEditor, ThePrefixOfTheMapIsThatOfWhatComes) {
  EXPECT_EQ(
      "<k:kaart>\n <k:producten>\n  <k:product id=\"p\" naam=\"A &amp; &quot;B&quot;\">\n"
      "   <k:proces ref=\"b\" status=\"bevestigd\"/>\n  </k:product>\n </k:producten>\n</k:kaart>",
      with_product("<k:kaart>\n <k:producten/>\n</k:kaart>"));
}

TEST(MapEditor, ASectionComesInItsOrderWithTheEmptyLinesOfTheOthers) {
  EXPECT_EQ(
      "<kaart>\n"
      "  <partijen/>\n"
      "\n"
      "  <processen/>\n"
      "\n"
      "  <producten>\n"
      "    <product id=\"p\" naam=\"A &amp; &quot;B&quot;\">\n"
      "      <proces ref=\"b\" status=\"bevestigd\"/>\n"
      "    </product>\n"
      "  </producten>\n"
      "\n"
      "  <!-- ketens -->\n"
      "  <ketens/>\n"
      "</kaart>\n",
      with_product("<kaart>\n  <partijen/>\n\n  <processen/>\n\n  <!-- ketens -->\n  <ketens/>\n</kaart>\n"));
  EXPECT_EQ(
      "<kaart>\n"
      "  <producten>\n"
      "    <product id=\"p\" naam=\"A &amp; &quot;B&quot;\">\n"
      "      <proces ref=\"b\" status=\"bevestigd\"/>\n"
      "    </product>\n"
      "  </producten>\n"
      "  <ketens/>\n"
      "</kaart>\n",
      with_product("<kaart>\n  <ketens/>\n</kaart>\n"));
}

TEST(MapEditor, SeveralEditsOfOneElementComeInTheirOrderAndSayWhere) {
  const std::string text = "<kaart>\n  <product/>\n</kaart>\n";
  const NewElement second{"proces", {{"ref", "c"}}};
  const MapEdit edits[] = {{at(text, "product"), {}, {}, {tie}},
                           {at(text, "product"), {}, {}, {second}},
                           {{}, "processen", {}, {{"proces", {{"id", "x"}}}}},
                           {{}, "processen", {}, {{"proces", {{"id", "y"}}}}},
                           {at(text, "product"), {}, {{"volume", "3"}}, {}}};
  const EditedMap edited = edit_map(text, edits);
  EXPECT_EQ(
      "<kaart>\n"
      "  <processen>\n"
      "    <proces id=\"x\"/>\n"
      "    <proces id=\"y\"/>\n"
      "  </processen>\n"
      "  <product volume=\"3\">\n"
      "    <proces ref=\"b\" status=\"bevestigd\"/>\n"
      "    <proces ref=\"c\"/>\n"
      "  </product>\n"
      "</kaart>\n",
      edited.text);
  ASSERT_EQ(5U, edited.made.size());
  EXPECT_TRUE(edited.text.substr(edited.made[1].after).starts_with("<proces ref=\"c\"/>"));
  EXPECT_TRUE(edited.text.substr(edited.made[4].after).starts_with("volume=\"3\""));
  EXPECT_EQ("<proces ref=\"b\" status=\"bevestigd\"/>", edited.made[0].new_text);
  EXPECT_EQ("volume=\"3\"", edited.made[4].new_text);
}

}  // namespace
}  // namespace keuzekaart
