// Two sources that say different things of one thing: both values are kept, the order of the sources decides, and a
// finding tells.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modeler/findings/finding_text.hpp"
#include "modeler/rules/rule_engine.hpp"
#include "tests/support/join_scene.hpp"
#include "tests/support/rule_scene.hpp"
#include "tests/support/whole_map.hpp"

namespace keuzekaart {
namespace {

using testing::contradictions;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::JoinScene;

/// A process catalogue with one process, B1, of which the test says more.
void catalogue(JoinScene& scene, const std::string& id, const std::function<void(CatalogueProcess&)>& say) {
  CatalogueProcess p;
  p.id = scene.text("B1");
  p.name = scene.text("Ontheffing");
  say(p);
  ProcessCatalogue made;
  made.processes.push_back(std::move(p));
  scene.source(id, std::move(made));
}

TEST(Contradictions, EveryFieldOfAProcessThatDiffersIsKeptTwice) {
  JoinScene scene;
  catalogue(scene, "eerst", [&](CatalogueProcess& p) {
    p.owner = scene.text("Team VTH");
    p.lead_time = scene.text("8 Week");
    p.iv3 = scene.text("8.3 Wonen en bouwen");
    p.gemma_name = scene.text("Behandelen melding");
    p.valid_from = scene.text("2024-01-01");
    p.grounds.push_back({{}, scene.text("Artikel 1 Wet A"), {}});
  });
  catalogue(scene, "later", [&](CatalogueProcess& p) {
    p.name = scene.text("Ontheffing verlenen");
    p.owner = scene.text("Team Wonen");
    p.lead_time = scene.text("13 Week");
    p.iv3 = scene.text("1.2 Openbare orde");
    p.gemma_name = scene.text("Behandelen klacht");
    p.valid_from = scene.text("2025-01-01");
    p.grounds.push_back({{}, scene.text("Artikel 2 Wet B"), {}});
  });
  const Model model = scene.join();
  EXPECT_THAT(contradictions(model), ElementsAre("B1.doorlooptijd: 8 Week (eerst), 13 Week (later)",
                                                 "B1.eigenaar: Team VTH (eerst), Team Wonen (later)",
                                                 "B1.gemma-naam: Behandelen melding (eerst), Behandelen klacht (later)",
                                                 "B1.grondslag: Artikel 1 Wet A (eerst), Artikel 2 Wet B (later)",
                                                 "B1.iv3: 8.3 Wonen en bouwen (eerst), 1.2 Openbare orde (later)",
                                                 "B1.naam: Ontheffing (eerst), Ontheffing verlenen (later)",
                                                 "B1.van-datum: 2024-01-01 (eerst), 2025-01-01 (later)"));
  EXPECT_EQ("8 Week", model.processes.front().lead_time.value);
  EXPECT_EQ(2U, model.processes.front().origins.size());
}

TEST(Contradictions, DifferencesThatMeanNothingAreNone) {
  JoinScene scene;
  catalogue(scene, "eerst", [&](CatalogueProcess& p) {
    p.owner = scene.text("Team VTH");
    p.lead_time = scene.text("8 Week");
    p.gemma_name = scene.text("https://www.gemmaonline.nl/proces/");
    p.grounds.push_back({{}, scene.text("Artikel 1 Wet A"), {}});
  });
  catalogue(scene, "later", [&](CatalogueProcess& p) {
    p.name = scene.text("ontheffing ");
    p.owner = scene.text("team  vth");
    p.lead_time = scene.text("8\xC2\xA0week");
    p.gemma_name = scene.text("http://www.GemmaOnline.nl/proces");
    p.grounds = {{{}, scene.text("Artikel 2 Wet B"), {}}, {{}, scene.text("artikel 1 Wet A"), {}}};
  });
  EXPECT_THAT(contradictions(scene.join()), IsEmpty());
}

TEST(Contradictions, WhatOnlyTheLaterSourceSaysIsTaken) {
  JoinScene scene;
  catalogue(scene, "eerst", [](CatalogueProcess&) {});
  catalogue(scene, "later", [&](CatalogueProcess& p) { p.lead_time = scene.text("13 Week"); });
  const Model model = scene.join();
  EXPECT_THAT(contradictions(model), IsEmpty());
  EXPECT_EQ("13 Week", model.processes.front().lead_time.value);
}

/// Two lists with one product, for residents in the one and for companies in the other.
void two_lists(JoinScene& scene, bool own) {
  for (const char* id : {"eerst", "later"}) {
    ProductList list;
    list.own = own;
    CatalogueProduct p;
    p.key = p.upl_uri = scene.text("http://standaarden.overheid.nl/owms/terms/kap");
    p.name = scene.text("kapvergunning");
    p.for_residents = std::string_view(id) == "eerst";
    p.for_companies = !p.for_residents;
    p.digital = p.for_residents ? YesNo::yes : YesNo::no;
    list.products.push_back(std::move(p));
    scene.source(id, std::move(list));
  }
}

TEST(Contradictions, ProductsOfTwoListsContradictToo) {
  JoinScene scene;
  two_lists(scene, false);
  EXPECT_THAT(contradictions(scene.join()), ElementsAre("kap.doelgroep: inwoner (eerst), ondernemer (later)"));
  JoinScene own;
  two_lists(own, true);
  EXPECT_THAT(
      contradictions(own.join()),
      ElementsAre("http://standaarden.overheid.nl/owms/terms/kap.digitaal: ja (eerst), nee (later)",
                  "http://standaarden.overheid.nl/owms/terms/kap.doelgroep: inwoner (eerst), ondernemer (later)"));
}

TEST(Contradictions, FindingNamesTheMapFileAsSuch) {
  JoinScene scene;
  ProductList list;
  CatalogueProduct p;
  p.key = p.upl_uri = scene.text("http://standaarden.overheid.nl/owms/terms/kap");
  p.name = scene.text("kapvergunning");
  p.for_residents = true;
  list.products.push_back(std::move(p));
  scene.source("upl", std::move(list));
  scene.map(
      "<producten><product id='kap' naam='Kapvergunning' upl='http://standaarden.overheid.nl/owms/terms/kap' "
      "doelgroep='ondernemer'/></producten>");
  scene.input.catalogue = testing::built_in_catalogue();
  const Model model = scene.join();
  const std::vector<Finding> found = find_by(*find_rule(model.catalogue->rules, "KS12"), model);
  ASSERT_EQ(1U, found.size());
  EXPECT_EQ(
      "‘Kapvergunning’: doelgroep is ‘ondernemer’ volgens het kaartbestand en ‘inwoner’ volgens upl; de eerste geldt",
      finding_message(found[0], testing::labels_in(Language::nl)));
  EXPECT_EQ(
      "‘Kapvergunning’: client group is ‘businesses’ according to the map file and ‘residents’ according to upl; the "
      "first counts",
      finding_message(found[0], testing::labels_in(Language::en)));
}

TEST(Contradictions, FindingShowsBothValuesAndBothPlacesInBothLanguages) {
  JoinScene scene;
  two_lists(scene, false);
  scene.input.catalogue = testing::built_in_catalogue();
  const Model model = scene.join();
  const std::vector<Finding> found = find_by(*find_rule(model.catalogue->rules, "KS12"), model);
  ASSERT_EQ(1U, found.size());
  EXPECT_EQ("kap:doelgroep", found[0].key);
  EXPECT_EQ("‘kapvergunning’: doelgroep is ‘inwoner’ volgens eerst en ‘ondernemer’ volgens later; de eerste geldt",
            finding_message(found[0], testing::labels_in(Language::nl)));
  EXPECT_EQ(
      "‘kapvergunning’: client group is ‘residents’ according to eerst and ‘businesses’ according to later; the first "
      "counts",
      finding_message(found[0], testing::labels_in(Language::en)));
  ASSERT_EQ(2U, found[0].trace.places.size());
  EXPECT_NE(found[0].trace.places[0].file, found[0].trace.places[1].file);
}

TEST(Contradictions, MapAcceptsOneWithAReason) {
  JoinScene scene;
  two_lists(scene, false);
  scene.input.catalogue = testing::built_in_catalogue();
  scene.map(
      "<bevindingen><bevinding regel='KS12' element='kap:doelgroep' besluit='geaccepteerd'><reden>Later "
      "is ouder</reden></bevinding></bevindingen>");
  const Model model = scene.join();
  std::vector<std::string> open;
  for (const Finding& finding : find_all(model))
    if (finding.rule == "KS12")
      open.push_back(fmt::format("{} {}", finding.key, finding.counts() ? "open" : "settled"));
  EXPECT_THAT(open, ElementsAre("kap:doelgroep settled"));
}

}  // namespace
}  // namespace keuzekaart
