#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modeler/analyses/analysis_registry.hpp"
#include "tests/support/judged_map.hpp"
#include "tests/support/whole_map.hpp"

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using testing::JudgedMap;

constexpr const char* start =
    "<kaart xmlns='urn:keuzekaart:kaart:1' naam='Proef' versie='1' datum='2026-11-02' soll-datum='2028-01-01'>"
    "<domeinen><domein id='s' naam='Sociaal'><productgroep id='g' naam='Groep'/></domein></domeinen>"
    "<processen><proces id='p' naam='Samen afhandelen' domein='s' functies='F17'/>"
    "<proces id='q' naam='Ander' domein='s'/></processen>";

JudgedMap judged(const std::string& content) {
  pugi::xml_document map;
  map.load_string((start + content + "</kaart>").c_str());
  return JudgedMap(map);
}

Table answer(std::string_view name, const JudgedMap& map, const Model* earlier = nullptr) {
  const Labels labels = testing::labels_in(Language::nl);
  AnalysisContext context{{map.model, map.sources, labels, map.findings}, {}, {}, {}, earlier};
  return find_analysis(name)->make(context);
}

std::vector<std::string> column(const Table& table, std::string_view key) {
  std::vector<std::string> values;
  for (const Row& row : table.rows) values.push_back(row.cells[table.find_column(key).value()].value());
  return values;
}

std::string choices(const std::string& archetype) {
  return "<keuzes><keuze id='k1' bereik='s' dimensie='archetype' toestand='soll' waarde='" + archetype +
         "' status='voorstel'/><keuze id='k2' bereik='g' dimensie='archetype' toestand='soll' waarde='SD1' "
         "status='voorstel'/><keuze id='k3' bereik='s' dimensie='route' toestand='soll' waarde='RT1' "
         "status='voorstel'/></keuzes>";
}

TEST(ChoiceAnalyses, EveryPitfallSaysWhatItTouches) {
  EXPECT_THAT(
      column(answer("pitfalls", judged(choices("SD4"))), "raakt"),
      ElementsAre("Samen afhandelen", "alle processen binnen het bereik: 2", "nog geen proces binnen het bereik",
                  "nog geen proces voor F15 Beleidsinformatie (ook over clusters)"));
}

TEST(ChoiceAnalyses, AContradictionIsHeadedByTheChoiceAndNotByItsCode) {
  const Table table = answer("conflicts", judged(choices("SD4")));
  EXPECT_EQ("keuze-een", table.columns.front().key);
  EXPECT_THAT(column(table, "keuze-een"), ElementsAre("Groep: SD1 Transitie-proof"));
}

TEST(ChoiceAnalyses, AChoiceThatChangedIsNamedByWhatItIsAChoiceOf) {
  const JudgedMap earlier = judged(choices("SD4"));
  const Table table = answer("changes", judged(choices("SD5")), &earlier.model);
  EXPECT_THAT(column(table, "naam"), ElementsAre("archetype van Sociaal, straks (SOLL)"));
  EXPECT_THAT(column(table, "wat-veranderde"), ElementsAre("waarde"));
}

TEST(ChoiceAnalyses, TheTitleOfFeasibilityCountsWhatIsHindered) {
  EXPECT_EQ(
      "3 punten staan de uitvoering van het plan in de weg: bij 1 van de 2 projecten en bij 1 van de 2 ingrijppunten "
      "en mijlpalen",
      answer("feasibility",
             judged("<projecten><project id='a' titel='A' einde='2028-06-30'/><project id='b' titel='B' leider='L'/>"
                    "</projecten><transitieplan><mijlpaal id='m' naam='M' datum='2027-01-01'/>"
                    "<ingrijppunt id='i' naam='I'/></transitieplan>"))
          .title);
}

}  // namespace
}  // namespace keuzekaart
