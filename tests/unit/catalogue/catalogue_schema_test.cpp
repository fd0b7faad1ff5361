#include <gtest/gtest.h>

#include <tuple>

#include "cli/catalogues.hpp"
#include "importers/catalogue/description.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/places.hpp"
#include "tests/support/schema_equality.hpp"
#include "tests/support/schema_words.hpp"

/// Holds schemas/catalogus.xsd, the program and the labels equal.
namespace keuzekaart {
namespace {

using testing::Names;
using testing::words;

const std::string xsd = checkout("/schemas/catalogus.xsd");

/// What XSD 1.0 cannot say: references may lead to another catalogue, and it does not compare across elements.
bool only_the_program_can_say(Code code) {
  const auto number = static_cast<unsigned>(code);
  const bool of_rules = number >= 752 && number <= 759;
  return code == Code::K203 || code == Code::K413 || code == Code::K709 || code == Code::K710 || of_rules;
}

std::string program_verdict(const std::string& xml) {
  Sources sources;
  Diagnostics diagnostics;
  read_catalogues(std::vector<CatalogueText>{{"catalogus.xml", xml}}, {}, sources, diagnostics);
  for (const Diagnostic& d : diagnostics.all())
    if (d.severity() == Severity::error && !only_the_program_can_say(d.code)) return std::string(row_of(d.code).key);
  return {};
}

/// Keeps the section that holds the node.
void leave_only_what_matters_to(pugi::xml_node node) {
  if (node.parent() == node.root()) return;
  pugi::xml_node section = node;
  while (section.parent().parent().parent()) section = section.parent();
  pugi::xml_node root = section.parent();
  for (pugi::xml_node at = root.first_child(); at;) {
    const pugi::xml_node next = at.next_sibling();
    if (at != section) root.remove_child(at);
    at = next;
  }
}

const Schema& schema() {
  static const Schema read(xsd);
  return read;
}

class CatalogueSchemaEquality : public testing::SchemaEquality {
 protected:
  CatalogueSchemaEquality()
      : SchemaEquality({catalogue::catalogue_grammar(), schema(), checkout("/tests/unit/catalogue/complete.xml"),
                        program_verdict, leave_only_what_matters_to, [](pugi::xml_node) { return false; }}) {}
};

TEST_F(CatalogueSchemaEquality, BothAcceptTheCompleteCatalogue) { both_accept_the_complete_file(); }

TEST_F(CatalogueSchemaEquality, TheCompleteCatalogueHoldsEveryElementAndAttribute) {
  the_complete_file_holds_every_element_and_attribute();
}

TEST_F(CatalogueSchemaEquality, AttributesLeftOutMisspeltOrAdded) {
  attributes_left_out_misspelt_or_added();
  EXPECT_LT(100U, good_);
  EXPECT_LT(100U, bad_);
}

TEST_F(CatalogueSchemaEquality, ValuesOfEveryForm) {
  values(
      {"", " ", "x", "X y", "-a", "7", "F01", "A1", "A1 A2", "A8", "ja", "1", "L", "-", "bron", "cluster", "gemeente"},
      {"\xC3\xA9", "1234567890", "a b", " ja ", "Ja"});
  EXPECT_LT(500U, good_);
  EXPECT_LT(300U, bad_);
}

TEST_F(CatalogueSchemaEquality, ElementsLeftOutRepeatedRenamedOrMoved) {
  elements_left_out_repeated_renamed_or_moved();
  EXPECT_LT(100U, good_);
  EXPECT_LT(100U, bad_);
}

TEST_F(CatalogueSchemaEquality, TextAndCommentsWhereElementsBelong) {
  text_and_comments_where_elements_belong();
  EXPECT_LT(100U, good_);
  EXPECT_LT(100U, bad_);
}

TEST(CatalogueSchemaWords, ElementsAndAttributesAreTheSame) {
  EXPECT_EQ(testing::describe(catalogue::catalogue_grammar()),
            testing::SchemaWords(xsd).describe("catalogus", "c:catalogus"));
}

TEST(CatalogueSchemaWords, EverythingIsExplained) {
  EXPECT_EQ(Names(), testing::SchemaWords(xsd).without_explanation());
}

using ListsOfCatalogue =
    std::tuple<Basis, FunctionPriority, ArchetypeScope, Holder, RouteDriver, BackOfficeChange, InterventionPoints, Say,
               OwnersExpected, GemmaKind, FindingSeverity, Subject, PerState, Relation, Side, Moment>;
using ListsOfMap = std::tuple<YesNo, Role, MunicipalRole, RegieForm, ChainType, Dimension>;

template <class Lists, class Visit>
void for_each_list(const Visit& visit) {
  std::apply([&](auto... values) { (visit(values), ...); }, Lists());
}

TEST(CatalogueSchemaWords, EveryListIsTheSame) {
  const testing::SchemaWords words_of_schema(xsd);
  std::size_t lists = 0;
  const auto compare = [&](auto value) {
    ++lists;
    const auto name = Vocabulary<decltype(value)>::name;
    EXPECT_EQ(words<decltype(value)>(), words_of_schema.enumeration(name)) << name;
  };
  for_each_list<ListsOfCatalogue>(compare);
  for_each_list<ListsOfMap>(compare);
  EXPECT_EQ(lists + 2, words_of_schema.enumerations()) << "beside the lists only the aspect areas and the states";
}

TEST(CatalogueSchemaWords, EveryWordIsShownInBothLanguages) {
  for (const Language language : {Language::nl, Language::en}) {
    const Labels labels = load_labels(language);
    Names missing;
    const auto want = [&](const std::string& key) {
      if (!labels.has(key)) missing.push_back(key);
    };
    const auto want_list = [&](auto value) {
      const std::string list(Vocabulary<decltype(value)>::name);
      want(list);
      for (const auto& row : Vocabulary<decltype(value)>::words) want(list + "." + std::string(row.word));
    };
    for_each_list<ListsOfCatalogue>(want_list);
    want_list(StatementKind{});
    for (int kind = 0; kind <= static_cast<int>(EntryKind::service_formula); ++kind)
      want(std::string(label_of(static_cast<EntryKind>(kind))));
    EXPECT_EQ(Names(), missing);
  }
}

}  // namespace
}  // namespace keuzekaart
