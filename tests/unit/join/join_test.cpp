#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/join_scene.hpp"

namespace keuzekaart {
namespace {

using archimate::ConceptType;
using testing::codes_and_names;
using ::testing::ElementsAre;
using testing::JoinScene;
using testing::links_of;
using testing::SmallArchimate;

constexpr const char* owms = "http://standaarden.overheid.nl/owms/terms/";

std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> found;
  for (const Diagnostic& d : diagnostics.all())
    found.push_back(std::string(row_of(d.code).key) + (d.arguments.empty() ? "" : " " + d.arguments.front()));
  return found;
}

archimate::ArchimateModel landscape(JoinScene& scene) {
  return SmallArchimate(scene.sources)
      .element(ConceptType::business_process, "wortel", "Uitvoerende (primaire) processen", "Bedrijfsproces (cluster)")
      .element(ConceptType::business_process, "vergunning", "Behandelen aanvraag vergunning of ontheffing",
               "Bedrijfsproces")
      .element(ConceptType::business_process, "melding", "Behandelen melding", "Bedrijfsproces")
      .element(ConceptType::business_process, "stap", "Processtap Nemen besluit")
      .relation(ConceptType::aggregation, "wortel", "vergunning")
      .relation(ConceptType::aggregation, "wortel", "melding")
      .linked(scene.diagnostics);
}

TEST(Join, ProductOfTheMapIsTheUplProductWithItsUri) {
  JoinScene scene;
  scene.upl({{"kapvergunning", "kapvergunning"}, {"paspoort", "paspoort"}});
  scene.map("<producten><product id='kap' naam='Boom kappen' upl='" + std::string(owms) +
            "kapvergunning'/></producten>");
  const Model model = scene.join();
  EXPECT_THAT(codes_and_names(model, EntityKind::product), ElementsAre("kap=Boom kappen", "paspoort=paspoort"));
  const Product& kap = model.products.front();
  EXPECT_EQ("kapvergunning", kap.upl_name.value);
  ASSERT_EQ(2U, kap.origins.size());
  EXPECT_EQ(Derivation::same_upl_uri, kap.origins[1].joined_by);
}

TEST(Join, UnknownUplUriIsReportedWithTheNearest) {
  JoinScene scene;
  scene.upl({{"kapvergunning", "kapvergunning"}});
  scene.map("<producten><product id='kap' naam='Kappen' upl='" + std::string(owms) + "kapvergunnign'/></producten>");
  scene.join();
  EXPECT_THAT(codes(scene.diagnostics), ElementsAre("K203 " + std::string(owms) + "kapvergunnign"));
  EXPECT_EQ(std::string(owms) + "kapvergunning", scene.diagnostics.all().front().nearest);
}

TEST(Join, WithoutUplNothingIsCheckedAgainstIt) {
  JoinScene scene;
  scene.map("<producten><product id='kap' naam='Kappen' upl='" + std::string(owms) + "x'/></producten>");
  scene.join();
  EXPECT_THAT(codes(scene.diagnostics), ElementsAre());
}

TEST(Join, ProcessOfTheMapIsTheCatalogueProcessWithItsCode) {
  JoinScene scene;
  scene.catalogue("B0023", "Ontheffing", "", "KCC 2");
  scene.map("<processen><proces id='ontheffing' code='B0023' naam='Ontheffing verlenen'/></processen>");
  const Model model = scene.join();
  EXPECT_THAT(codes_and_names(model, EntityKind::process), ElementsAre("ontheffing=Ontheffing verlenen"));
  EXPECT_EQ(Derivation::same_process_code, model.processes.front().origins.at(1).joined_by);
  EXPECT_THAT(codes_and_names(model, EntityKind::party), ElementsAre("KCC 2=KCC 2"));
}

TEST(Join, OwnerOfTheMapGoesBeforeThatOfTheCatalogueAndIsSaid) {
  JoinScene scene;
  scene.catalogue("B0023", "Ontheffing", "", "KCC 2");
  scene.map(
      "<partijen><partij id='vth' naam='Team VTH' soort='organisatieonderdeel'/></partijen>"
      "<processen><proces id='B0023' naam='Ontheffing'><rol partij='vth' "
      "rol='verantwoordelijk'/></proces></processen>");
  const Model model = scene.join();
  ASSERT_EQ(1U, model.roles.size());
  EXPECT_EQ("vth", model.party(model.roles.front().party).code.value);
  EXPECT_THAT(testing::contradictions(model), ElementsAre("B0023.eigenaar: Team VTH (kaart), KCC 2 (catalogus)"));
}

TEST(Join, DepartmentOfTheOwnerIsNoContradiction) {
  JoinScene scene;
  scene.catalogue("B0023", "Ontheffing", "", "Team VTH");
  scene.map(
      "<partijen><partij id='gem' naam='Gemeente' soort='gemeente'/>"
      "<partij id='vth' naam='Team VTH' soort='organisatieonderdeel' deel-van='gem'/></partijen>"
      "<processen><proces id='B0023' naam='Ontheffing'><rol partij='gem' "
      "rol='verantwoordelijk'/></proces></processen>");
  EXPECT_THAT(testing::contradictions(scene.join()), ElementsAre());
}

TEST(Join, OwnerNamedAsAPartyOfTheMapIsThatParty) {
  JoinScene scene;
  scene.catalogue("B0023", "Ontheffing", "", "kcc 2");
  scene.map("<partijen><partij id='kcc' naam='KCC 2' soort='organisatieonderdeel'/></partijen>");
  const Model model = scene.join();
  EXPECT_THAT(codes_and_names(model, EntityKind::party), ElementsAre("kcc=KCC 2"));
  EXPECT_EQ("kcc", model.party(model.roles.at(0).party).code.value);
}

TEST(Join, AbbreviatedReferenceNameBecomesAProposalWithItsReason) {
  JoinScene scene;
  scene.source("gemma", landscape(scene));
  scene.catalogue("B0023", "Ontheffing", "Behandelen aanvr. vergunning/ontheffing");
  const Model model = scene.join();
  EXPECT_THAT(links_of(model, LinkKind::reference), ElementsAre("B0023 -> vergunning (voorgesteld)"));
  const Link& link = model.links.from(LinkKind::reference, model.find("B0023")).front();
  EXPECT_EQ(Derivation::proposed_by_abbreviation, link.trace.rule);
  EXPECT_EQ("Behandelen aanvr. vergunning/ontheffing", link.reason.value);
}

TEST(Join, WhatTheMapConfirmsIsNotProposedAgain) {
  JoinScene scene;
  scene.source("gemma", landscape(scene));
  scene.catalogue("B0023", "Ontheffing", "Behandelen aanvr. vergunning/ontheffing");
  scene.map("<processen><proces id='B0023' naam='Ontheffing' gemma='vergunning'/></processen>");
  EXPECT_THAT(links_of(scene.join(), LinkKind::reference), ElementsAre("B0023 -> vergunning"));
}

TEST(Join, WhatTheMapRefusesIsNotProposedAgain) {
  JoinScene scene;
  scene.source("gemma", landscape(scene));
  scene.catalogue("B0023", "Ontheffing", "Behandelen aanvr. vergunning/ontheffing");
  scene.map(
      "<processen><proces id='B0023' naam='Ontheffing' gemma='vergunning' gemma-status='afgewezen'/></processen>");
  EXPECT_THAT(links_of(scene.join(), LinkKind::reference), ElementsAre("B0023 -> vergunning (afgewezen)"));
}

TEST(Join, ReferenceProcessThatIsNotThereIsReported) {
  JoinScene scene;
  scene.source("gemma", landscape(scene));
  scene.map("<processen><proces id='p' naam='P' gemma='vergunnnig'/></processen>");
  const Model model = scene.join();
  EXPECT_THAT(codes(scene.diagnostics), ElementsAre("K203 vergunnnig"));
  EXPECT_EQ("vergunnnig", model.unresolved.at(0).name.value);
}

TEST(Join, KindComesFromTheRootAndLevelFromTypeOrName) {
  JoinScene scene;
  scene.source("gemma", landscape(scene));
  const Model model = scene.join();
  const Process& melding = model.process(model.find("melding"));
  EXPECT_EQ(ProcessKind::primary, melding.kind);
  EXPECT_EQ(ProcessLevel::process, melding.level);
  EXPECT_EQ(ProcessLevel::cluster, model.process(model.find("wortel")).level);
  EXPECT_EQ(ProcessLevel::step, model.process(model.find("stap")).level);
  EXPECT_FALSE(model.process(model.find("stap")).landscape);
}

TEST(Join, ServingTiesProcessAndFunctionInBothDirections) {
  JoinScene scene;
  scene.source("gemma", SmallArchimate(scene.sources)
                            .element(ConceptType::business_process, "p1", "P1")
                            .element(ConceptType::business_process, "p2", "P2")
                            .element(ConceptType::business_function, "f", "F")
                            .relation(ConceptType::serving, "p1", "f")
                            .relation(ConceptType::serving, "f", "p2")
                            .linked(scene.diagnostics));
  EXPECT_THAT(links_of(scene.join(), LinkKind::process_function), ElementsAre("p1 -> f", "p2 -> f"));
}

TEST(Join, TriggeringGoesThroughJunctionsAndALoopOfJunctionsEnds) {
  JoinScene scene;
  scene.source("gemma", SmallArchimate(scene.sources)
                            .element(ConceptType::business_process, "a", "A")
                            .element(ConceptType::business_process, "b", "B")
                            .element(ConceptType::business_process, "c", "C")
                            .element(ConceptType::junction, "j", "")
                            .element(ConceptType::junction, "k", "")
                            .relation(ConceptType::triggering, "a", "j")
                            .relation(ConceptType::triggering, "j", "k")
                            .relation(ConceptType::triggering, "k", "j")
                            .relation(ConceptType::triggering, "j", "b")
                            .relation(ConceptType::triggering, "k", "c")
                            .linked(scene.diagnostics));
  EXPECT_THAT(links_of(scene.join(), LinkKind::order), ElementsAre("a -> b", "a -> c"));
}

TEST(Join, ProcessesThatTriggerEachOtherAreAChainNamedAfterTheirWhole) {
  JoinScene scene;
  scene.source("gemma", SmallArchimate(scene.sources)
                            .element(ConceptType::business_process, "geheel", "Bedrijfsproces Vaststellen plan")
                            .element(ConceptType::business_process, "x-eerst", "Intake")
                            .element(ConceptType::business_process, "b-dan", "Vaststellen")
                            .relation(ConceptType::composition, "geheel", "x-eerst")
                            .relation(ConceptType::composition, "geheel", "b-dan")
                            .relation(ConceptType::triggering, "x-eerst", "b-dan")
                            .linked(scene.diagnostics));
  const Model model = scene.join();
  EXPECT_THAT(codes_and_names(model, EntityKind::chain), ElementsAre("geheel=Bedrijfsproces Vaststellen plan"));
  std::vector<std::string_view> order;
  for (const EntityRef p : model.chains.front().processes) order.push_back(model.process(p).code.value);
  EXPECT_THAT(order, ElementsAre("x-eerst", "b-dan"));
}

TEST(Join, OrderOfSourcesDoesNotChangeTheRows) {
  const auto rows = [](bool swapped) {
    JoinScene scene;
    if (swapped) scene.upl({{"b", "B"}, {"a", "A"}});
    scene.source("gemma", landscape(scene));
    if (!swapped) scene.upl({{"a", "A"}, {"b", "B"}});
    const Model model = scene.join();
    std::vector<std::string> all = codes_and_names(model, EntityKind::product);
    for (std::string& line : codes_and_names(model, EntityKind::process)) all.push_back(std::move(line));
    for (std::string& line : links_of(model, LinkKind::part)) all.push_back(std::move(line));
    return all;
  };
  EXPECT_EQ(rows(false), rows(true));
}

TEST(Join, TwoSourcesWithOneObjectIdGiveOneThingAndTheFirstDecides) {
  JoinScene scene;
  scene.source("oud", SmallArchimate(scene.sources, "oud")
                          .element(ConceptType::business_function, "f", "Oude naam")
                          .linked(scene.diagnostics));
  scene.source("nieuw", SmallArchimate(scene.sources, "nieuw")
                            .element(ConceptType::business_function, "f", "Nieuwe naam")
                            .linked(scene.diagnostics));
  const Model model = scene.join();
  EXPECT_THAT(codes_and_names(model, EntityKind::function), ElementsAre("f=Oude naam"));
  EXPECT_THAT(testing::contradictions(model), ElementsAre("f.naam: Oude naam (oud), Nieuwe naam (nieuw)"));
}

}  // namespace
}  // namespace keuzekaart
