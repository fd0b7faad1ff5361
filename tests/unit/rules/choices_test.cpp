#include "modeler/choices/choices.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/catalogues.hpp"
#include "modeler/tables/choices_table.hpp"
#include "tests/support/rule_scene.hpp"

namespace keuzekaart {
namespace {

using testing::choice;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::RuleScene;

/// The values that hold for a scope, an aspect area when one is given.
std::vector<std::string> holds(const RuleScene& scene, const char* scope, Dimension dimension, State state,
                               std::string_view area = {}) {
  const Choices choices(scene.model);
  const Scope where = scene.model.find(scope);
  std::vector<std::string> out;
  for (const EntityRef c :
       area.empty() ? choices.at(where, dimension, state) : choices.at(where, dimension, state, area))
    out.emplace_back(choices.value(c));
  return out;
}

std::string all(const std::string& choices) { return "<keuzes>" + choices + "</keuzes>"; }

TEST(Choices, AreInheritedDownwards) {
  const RuleScene scene(all(choice("concern", "samenwerkingsmodel", "soll", "C3")));
  EXPECT_THAT(holds(scene, "jeugd", Dimension::cooperation_model, State::soll), ElementsAre("C3"));
  EXPECT_THAT(holds(scene, "jeugd", Dimension::cooperation_model, State::ist), IsEmpty());
  EXPECT_THAT(holds(scene, "jeugd", Dimension::archetype, State::soll), IsEmpty());
}

TEST(Choices, TheNearestGoesFirst) {
  const RuleScene scene(all(choice("concern", "archetype", "soll", "SD1") +
                            choice("sociaal", "archetype", "soll", "SD5") + choice("wmo", "archetype", "soll", "SD3")));
  EXPECT_THAT(holds(scene, "wmo", Dimension::archetype, State::soll), ElementsAre("SD3"));
  EXPECT_THAT(holds(scene, "jeugd", Dimension::archetype, State::soll), ElementsAre("SD5"));
  EXPECT_THAT(holds(scene, "publiek", Dimension::archetype, State::soll), ElementsAre("SD1"));
}

TEST(Choices, AnAspectAreaGoesBeforeTheWholeOfTheSameScopeOnly) {
  const RuleScene scene(all(choice("sociaal", "archetype", "soll", "SD5") +
                            choice("sociaal", "archetype", "soll", "SD2", "aspect='A5'") +
                            choice("wmo", "archetype", "soll", "SD3")));
  EXPECT_THAT(holds(scene, "sociaal", Dimension::archetype, State::soll, "A5"), ElementsAre("SD2"));
  EXPECT_THAT(holds(scene, "sociaal", Dimension::archetype, State::soll, "A4"), ElementsAre("SD5"));
  EXPECT_THAT(holds(scene, "jeugd", Dimension::archetype, State::soll, "A5"), ElementsAre("SD2"));
  EXPECT_THAT(holds(scene, "wmo", Dimension::archetype, State::soll, "A5"), ElementsAre("SD3"));
}

TEST(Choices, AVariantOfAModelDoesNotDeviateFromIt) {
  const auto deviates = [](const std::string& whole, const std::string& part) {
    const RuleScene scene(all(choice("concern", "organisatiemodel", "ist", whole) +
                              choice("publiek", "organisatiemodel", "ist", part, "id='c'")));
    const EntityRef made = scene.model.find("c");
    return Choices(scene.model).held(scene.model.choices[made.index].scope, made).deviates;
  };
  EXPECT_FALSE(deviates("O3", "O3K"));
  EXPECT_FALSE(deviates("O3K", "O3K"));
  EXPECT_TRUE(deviates("O2", "O3K"));
  EXPECT_TRUE(deviates("O3V", "O3K"));
  EXPECT_TRUE(deviates("O3K", "O3")) << "the model leaves open what the variant says";
}

TEST(Choices, PlateausStandByThemselves) {
  const RuleScene scene(
      all(choice("sociaal", "archetype", "ist", "SD4") + choice("sociaal", "archetype", "plateau2", "SD3")));
  EXPECT_THAT(holds(scene, "jeugd", Dimension::archetype, plateau(2)), ElementsAre("SD3"));
  EXPECT_THAT(Choices(scene.model).states(), ElementsAre(State::ist, plateau(2), State::soll));
}

/// Rows of the table as code: value, why.
std::vector<std::string> rows(const RuleScene& scene, const ChoicesAsked& asked = {}) {
  const Labels labels = load_labels(Language::nl);
  const Table table = choices_table({scene.model, scene.scene.sources, labels, scene.findings}, asked);
  std::vector<std::string> out;
  for (const Row& row : table.rows)
    out.push_back(row.code + ": " + row.cells[*table.find_column("waarde")].value() + ", " +
                  row.cells[*table.find_column("geldt-door")].value());
  return out;
}

TEST(ChoicesTable, SaysWhetherAChoiceIsOwnInheritedOrDeviates) {
  const RuleScene scene(all(choice("sociaal", "archetype", "soll", "SD5", "id='s'") +
                            choice("wmo", "archetype", "soll", "SD3", "id='w'", "<motivatie>Zelf houden.</motivatie>") +
                            choice("jeugd", "archetype", "soll", "SD2", "id='j' aspect='A5'")));
  EXPECT_THAT(
      rows(scene),
      ElementsAre(
          "s: SD5 Geclusterd integraal elders, eigen keuze",
          "jeugd/s: SD5 Geclusterd integraal elders, overgenomen van Sociaal domein",
          "j: SD2 Totaal integraal, wijkt af van SD5 Geclusterd integraal elders (Sociaal domein), zonder motivatie",
          "w: SD3 Geclusterd integraal, wijkt af van SD5 Geclusterd integraal elders (Sociaal domein)"));
}

TEST(ChoicesTable, ShowsOnlyWhatIsAskedFor) {
  const RuleScene scene(
      all(choice("concern", "route", "ist", "RT1", "id='c'") + choice("sociaal", "route", "soll", "RT2", "id='s'")));
  EXPECT_THAT(rows(scene, {State::ist, scene.model.find("wmo")}),
              ElementsAre("wmo/c: RT1 Window dressing, overgenomen van de hele gemeente"));
}

TEST(CoherenceTable, CountsDeviationsWithoutAReason) {
  const RuleScene scene(
      all(choice("sociaal", "archetype", "soll", "SD5") + choice("sociaal", "archetype", "soll", "SD2", "aspect='A5'") +
          choice("sociaal", "archetype", "soll", "SD4", "aspect='A7'", "<motivatie>Tot 2029.</motivatie>")));
  const Labels labels = load_labels(Language::nl);
  const Table table = coherence_table({scene.model, scene.scene.sources, labels, scene.findings}, {});
  EXPECT_EQ("1 afwijking per aspectgebied zonder motivatie, van 2", table.title);
  ASSERT_EQ(1U, table.rows.size());
  EXPECT_EQ("sociaal:archetype:soll", table.rows.front().code);
  const auto cell = [&](const char* area) { return table.rows.front().cells[*table.find_column(area)].value(); };
  EXPECT_EQ("als het geheel", cell("A1"));
  EXPECT_EQ("SD2 Totaal integraal: zonder motivatie", cell("A5"));
  EXPECT_EQ("SD4 Integraal in tweede instantie: Tot 2029.", cell("A7"));
}

}  // namespace
}  // namespace keuzekaart
