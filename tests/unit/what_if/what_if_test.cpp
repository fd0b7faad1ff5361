#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "modeler/gaps/state_facts.hpp"
#include "modeler/what_if/what_if_table.hpp"
#include "tests/support/rule_scene.hpp"
#include "tests/support/whole_map.hpp"

/// What would change with another archetype.
namespace keuzekaart {
namespace {

using testing::choice;
using testing::RuleScene;

const Labels& dutch() {
  static const Labels labels = testing::labels_in(Language::nl);
  return labels;
}

/// An access process of a product group.
std::string access(std::string_view id, std::string_view group, std::string_view ist, std::string_view soll) {
  const auto role = [](std::string_view party, std::string_view state) {
    return party.empty() ? std::string()
                         : fmt::format("<rol partij='{}' rol='uitvoerder' toestand='{}'/>", party, state);
  };
  return fmt::format("<proces id='{}' naam='{}' domein='sociaal' productgroep='{}' functies='F01'>{}{}</proces>", id,
                     id, group, role(ist, "ist"), role(soll, "soll"));
}

/// "toegang-jeugd: regio > team (naar-gemeente)" for every assumption.
std::vector<std::string> assumed(const RuleScene& scene, std::string_view domain, std::string_view archetype) {
  const EntityRef scope = scene.model.find(EntityKind::domain, domain);
  const Supposed supposed = suppose(scene.model, scope, *scene.model.catalogue->archetype(archetype), dutch());
  std::vector<std::string> out;
  for (const Assumption& a : supposed.assumptions) {
    std::string before;
    for (const EntityRef party : a.before)
      before.append(before.empty() ? "" : " ").append(scene.model.party(party).code.value);
    out.push_back(fmt::format("{}: {} > {}", supposed.model.entity(a.process).code.value, before,
                              supposed.model.party(a.after).name.value));
    EXPECT_EQ(Refs{a.after}, parties_in(supposed.model, a.process, Role::executor, State::soll));
    EXPECT_EQ(parties_in(scene.model, a.process, Role::executor, State::ist),
              parties_in(supposed.model, a.process, Role::executor, State::ist))
        << "IST stays";
  }
  return out;
}

using Lines = std::vector<std::string>;

std::string two_accesses() {
  return "<processen>" + access("t-jeugd", "jeugd", "team", "regio") + access("t-wmo", "wmo", "team", "team") +
         "</processen>";
}
std::string chosen(std::string_view archetype) {
  return "<keuzes>" + choice("sociaal", "archetype", "soll", archetype) + "</keuzes>";
}

TEST(WhatIf, AccessComesBackToTheTeamThatHasItNow) {
  EXPECT_EQ(Lines{"t-jeugd: regio > Team"}, assumed(RuleScene(two_accesses() + chosen("SD5")), "sociaal", "SD3"));
}

TEST(WhatIf, AccessGoesToAPartyStillToBeChosen) {
  EXPECT_EQ(Lines{"t-wmo: team > andere partij voor Wmo (nog te kiezen)"},
            assumed(RuleScene(two_accesses() + chosen("SD3")), "sociaal", "SD5"));
}

TEST(WhatIf, OneAccessTakesThePlaceOfAll) {
  EXPECT_EQ((Lines{"t-jeugd: regio > één toegang voor Sociaal domein (nog in te richten)",
                   "t-wmo: team > één toegang voor Sociaal domein (nog in te richten)"}),
            assumed(RuleScene(two_accesses() + chosen("SD5")), "sociaal", "SD2"));
}

/// The region holds access to youth care although the archetype chosen leaves access with the municipality, as the
/// other does: that deviation has its own reason and stays.
TEST(WhatIf, ADeviationUnderTheSameHolderStays) {
  EXPECT_EQ(Lines(), assumed(RuleScene(two_accesses() + chosen("SD3")), "sociaal", "SD4"));
}

TEST(WhatIf, WhereTheMapIsSilentTheArchetypeSpeaks) {
  const std::string silent = "<processen>" + access("t-wmo", "wmo", "team", "") + "</processen>";
  EXPECT_EQ(Lines{"t-wmo:  > Team"}, assumed(RuleScene(silent + chosen("SD5")), "sociaal", "SD4"));
}

/// A product group with a choice of its own keeps it, and its access.
TEST(WhatIf, AProductGroupKeepsItsOwnChoice) {
  const RuleScene scene(two_accesses() + "<keuzes>" + choice("sociaal", "archetype", "soll", "SD5") +
                        choice("jeugd", "archetype", "soll", "SD5") + "</keuzes>");
  EXPECT_EQ(Lines(), assumed(scene, "sociaal", "SD3"));
  const Supposed supposed = suppose(scene.model, scene.model.find(EntityKind::domain, "sociaal"),
                                    *scene.model.catalogue->archetype("SD3"), dutch());
  EXPECT_EQ(1U, supposed.kept.size());
}

TEST(WhatIf, WithoutAChoiceTheArchetypeIsAdded) {
  const RuleScene scene(two_accesses());
  EXPECT_EQ(Lines{"t-jeugd: regio > Team"}, assumed(scene, "sociaal", "SD1"));
  EXPECT_TRUE(scene.model.choices.empty()) << "the map stays";
}

Table table_of(const Model& model, const Sources& sources, EntityRef scope, const Supposed& base,
               std::string_view archetype) {
  return what_if_table(sources, dutch(), scope, base,
                       suppose(model, scope, *model.catalogue->archetype(archetype), dutch()));
}

/// A cell of the row with this code; what is missing says so.
std::string cell(const Table& table, std::string_view code, std::string_view column) {
  for (const Row& row : table.rows)
    if (row.code == code) return row.cells[*table.find_column(column)].value();
  return "geen rij " + std::string(code);
}

struct AskedScene {
  RuleScene scene;
  Table table;

  AskedScene(const std::string& content, std::string_view archetype)
      : scene(content),
        table(table_of(scene.model, scene.scene.sources, sociaal(), as_it_stands(scene.model, sociaal()), archetype)) {}
  EntityRef sociaal() const { return scene.model.find(EntityKind::domain, "sociaal"); }
  std::string why(std::string_view code) const { return cell(table, code, "wat-als-toelichting"); }
};

/// Youth care goes to the region, with deciding, client contact and another application.
const std::string going =
    "<applicaties><applicatie id='oud' naam='Eigen systeem'/><applicatie id='nieuw' naam='Systeem van de regio'/>"
    "</applicaties><processen><proces id='t' naam='Toegang' domein='sociaal' productgroep='jeugd' functies='F01'>"
    "<rol partij='gem' rol='verantwoordelijk'/><rol partij='team' rol='uitvoerder' toestand='ist'/>"
    "<rol partij='regio' rol='uitvoerder' toestand='soll'/><rol partij='team' rol='beslisser' toestand='ist'/>"
    "<rol partij='regio' rol='beslisser' toestand='soll'/><rol partij='regio' rol='klantcontact' toestand='soll'/>"
    "<rol partij='regio' rol='adviseur'/><applicatie ref='oud' toestand='ist'/><applicatie ref='nieuw' "
    "toestand='soll'/></proces></processen>";

TEST(WhatIf, SaysWhatThosePassedOverStillDo) {
  EXPECT_EQ(
      "Aanname: de toegang ligt bij de gemeente (op de kaart: Regio). Regio blijft volgens de kaart wel beslisser en "
      "klantcontact; ga na of dat dan nog klopt.",
      AskedScene(going + chosen("SD5"), "SD3").why("uitvoerder:t"));
}

TEST(WhatIf, SaysWhichApplicationIsUsedNow) {
  const AskedScene asked(going + chosen("SD5"), "SD3");
  EXPECT_EQ("Uitvoerders van: Toegang. Nu (IST) in gebruik: Eigen systeem; ga na of dat dan zo blijft.",
            asked.why("applicatie:nieuw"));
}

TEST(WhatIf, NamesTheProjectsWrittenForAnotherExecutor) {
  const std::string project =
      "<projecten><project id='p' titel='Toegang naar de regio' leider='L'><verschil soort='uitvoerder' element='t' "
      "aspecten='A3 A5 A7'/></project><project id='q' titel='Register' leider='L'><verschil soort='applicatie' "
      "element='t'/></project></projecten>";
  const AskedScene asked(going + chosen("SD5") + project, "SD3");
  EXPECT_EQ("Regio", cell(asked.table, "project:p", "wat-als-eerst"));
  EXPECT_EQ("Team", cell(asked.table, "project:p", "wat-als-dan"));
  EXPECT_EQ(
      "Dit project is opgezet voor de uitvoerder op de kaart van: Toegang. Pas de projectopdracht dan aan of laat haar "
      "vervallen.",
      asked.why("project:p"));
  EXPECT_EQ("geen rij project:q", asked.why("project:q"));
}

TEST(WhatIf, ShowsADecisionThatIsNoLongerNeeded) {
  const std::string content = two_accesses() + chosen("SD5");
  const AskedScene asked(testing::accepting(content, "KK13", "t-wmo"), "SD3");
  EXPECT_EQ("vervalt; het besluit erover (geaccepteerd) is dan niet meer nodig",
            asked.why("bevinding:KK13:t-wmo:soll"));
  const AskedScene open(content, "SD3");
  EXPECT_EQ("vervalt", open.why("bevinding:KK13:t-wmo:soll"));
}

TEST(WhatIf, OneAccessIsNotForGroupsWithTheirOwnChoice) {
  const std::string content = two_accesses() + "<keuzes>" + choice("sociaal", "archetype", "soll", "SD5") +
                              choice("wmo", "archetype", "soll", "SD3") + "</keuzes>";
  EXPECT_EQ("Aanname: er is één toegang voor het domein, behalve voor Wmo (op de kaart: Regio).",
            AskedScene(content, "SD2").why("uitvoerder:t-jeugd"));
}

/// Nothing changes with the choice that holds already, in any domain or product group of the sample.
TEST(WhatIfSample, ThePresentChoiceChangesNothing) {
  const testing::WholeMap& whole = testing::sample_map();
  std::size_t asked = 0;
  const auto ask = [&](EntityRef scope) {
    const Archetype* present = chosen_archetype(whole.model, scope);
    if (present == nullptr) return;
    ++asked;
    const Table table =
        table_of(whole.model, whole.sources, scope, as_it_stands(whole.model, scope), present->id.value);
    EXPECT_TRUE(table.rows.empty()) << table.title;
  };
  for (std::uint32_t i = 0; i < whole.model.domains.size(); ++i) ask({EntityKind::domain, i});
  for (std::uint32_t i = 0; i < whole.model.groups.size(); ++i) ask({EntityKind::product_group, i});
  EXPECT_LT(4U, asked);
}

/// Two archetypes side by side: from one to the other is the other way round from the other to the one.
TEST(WhatIfSample, AllFiveArchetypesOfTheSocialDomainDiffer) {
  const testing::WholeMap& whole = testing::sample_map();
  const EntityRef scope = whole.model.find(EntityKind::domain, "sociaal");
  const Supposed base = as_it_stands(whole.model, scope);
  std::set<std::string> results;
  std::map<std::string, std::size_t> executors;
  for (const Archetype& archetype : whole.model.catalogue->archetypes) {
    const Table table = table_of(whole.model, whole.sources, scope, base, archetype.id.value);
    std::string all;
    for (const Row& row : table.rows) {
      all += row.code + "|";
      for (const Cell& cell : row.cells) all += cell.value() + "|";
      if (row.code.starts_with("uitvoerder:")) ++executors[std::string(archetype.id.value)];
    }
    EXPECT_TRUE(results.insert(all).second) << archetype.id.value;
  }
  EXPECT_EQ(5U, results.size());
  EXPECT_EQ(0U, executors.count("SD5")) << "chosen already";
  EXPECT_LT(0U, executors["SD3"]) << "access comes back";
  EXPECT_LT(executors["SD3"], executors["SD2"]) << "one access changes more than an access for each cluster";
}

TEST(WhatIfSample, TheOtherWayRoundIsTheSameTheOtherWayRound) {
  const testing::WholeMap& whole = testing::sample_map();
  const EntityRef scope = whole.model.find(EntityKind::domain, "sociaal");
  const Catalogue& c = *whole.model.catalogue;
  const Supposed two = suppose(whole.model, scope, *c.archetype("SD2"), dutch());
  const Supposed three = suppose(whole.model, scope, *c.archetype("SD3"), dutch());
  const Table there = what_if_table(whole.sources, dutch(), scope, two, three);
  const Table back = what_if_table(whole.sources, dutch(), scope, three, two);
  ASSERT_EQ(there.rows.size(), back.rows.size());
  for (std::size_t i = 0; i < there.rows.size(); ++i) {
    EXPECT_EQ(there.rows[i].code, back.rows[i].code);
    EXPECT_EQ(there.rows[i].cells[2].value(), back.rows[i].cells[3].value());
    EXPECT_EQ(there.rows[i].cells[3].value(), back.rows[i].cells[2].value());
  }
}

}  // namespace
}  // namespace keuzekaart
