#include <gtest/gtest.h>

#include <tuple>

#include "importers/labels_reader.hpp"
#include "importers/map_file/description.hpp"
#include "importers/read_file.hpp"
#include "tests/support/places.hpp"
#include "tests/support/schema_words.hpp"

/// Holds the words of schemas/kaart.xsd, of the program and of the labels equal.
namespace keuzekaart {
namespace {

using testing::Names;
using testing::words;

const testing::SchemaWords& schema() {
  static const testing::SchemaWords read(checkout("/schemas/kaart.xsd"));
  return read;
}

using ListsInSchema = std::tuple<PartyKind, OwnerKind, Office, CooperationDecision, FunctionPriority, ProcessKind,
                                 ProcessLevel, Role, PartnerType, MunicipalRole, RegieForm, ChainType, HandoverKind,
                                 HandoverForm, AgreementType, AgreementStatus, YesNo, ClientGroup, Channel,
                                 MappingStatus, SupportQuality, Lifecycle, Dimension, ChoiceStatus, Disposition>;

template <class Visit>
void for_each_list(const Visit& visit) {
  std::apply([&](auto... values) { (visit(values), ...); }, ListsInSchema());
}

TEST(SchemaWords, EveryListIsTheSame) {
  for_each_list([](auto value) {
    const auto name = Vocabulary<decltype(value)>::name;
    EXPECT_EQ(words<decltype(value)>(), schema().enumeration(name)) << name;
  });
}

TEST(SchemaWords, EveryEnumerationIsAListOfTheProgram) {
  std::size_t lists = 0;
  for_each_list([&](auto) { ++lists; });
  EXPECT_EQ(lists + 2, schema().enumerations()) << "beside the lists only the states and the business areas";
}

TEST(SchemaWords, GloPartsAreElementsInTheSameOrder) {
  Names elements;
  for (const pugi::xml_node e : schema().type("xs:complexType", "glo").child("xs:all").children("xs:element"))
    elements.emplace_back(e.attribute("name").value());
  EXPECT_EQ(words<GloPart>(), elements);
}

TEST(SchemaWords, ElementsAndAttributesAreTheSame) {
  EXPECT_EQ(testing::describe(map_file::map_grammar()), schema().describe("kaart", "k:kaart"));
}

TEST(SchemaWords, EverythingIsExplained) { EXPECT_EQ(Names(), schema().without_explanation()); }

TEST(ListLabels, EveryWordIsShownInBothLanguages) {
  for (const auto& [language, path] :
       {std::pair(Language::nl, "/catalogues/labels-nl.xml"), std::pair(Language::en, "/catalogues/labels-en.xml")}) {
    Diagnostics ignored;
    const Labels labels = read_labels(*read_file(checkout(path), ignored), language);
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
    want("toestand");
    EXPECT_EQ(Names(), missing) << path;
  }
}

}  // namespace
}  // namespace keuzekaart
