#include "modeler/rules/rule_engine.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/catalogues.hpp"
#include "modeler/findings/finding_text.hpp"
#include "tests/support/join_scene.hpp"
#include "tests/support/rule_scene.hpp"

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::JoinScene;
using testing::RuleScene;

constexpr const char* parties =
    "<partijen><partij id='gem' naam='Gemeente' soort='gemeente'/>"
    "<partij id='regio' naam='Regio' soort='samenwerkingsverband'/></partijen>";

/// The findings of one rule as "KS04 toegang soll", with " (geaccepteerd)" behind those that are.
std::vector<std::string> findings(JoinScene& scene, std::string_view rule) {
  scene.input.catalogue = testing::built_in_catalogue();
  const Model model = scene.join();
  std::vector<std::string> found;
  for (const Finding& f : find_all(model)) {
    if (f.rule != rule) continue;
    std::string line = f.rule;
    for (const EntityRef e : f.elements) line += fmt::format(" {}", model.entity(e).code.value);
    if (!f.states.empty()) line += " " + to_string(f.states);
    if (!f.counts()) line += fmt::format(" ({})", word_of(f.disposition));
    found.push_back(std::move(line));
  }
  return found;
}

std::string process(const std::string& attributes, const std::string& content = {}) {
  return fmt::format("{}<processen><proces {}>{}</proces></processen>", parties, attributes, content);
}

TEST(StructuralRules, Ks01ProductWithoutProcess) {
  JoinScene scene;
  scene.map(process("id='p' naam='P'") +
            "<producten><product id='met' naam='Met'><proces ref='p'/></product><product id='zonder' naam='Zonder'/>"
            "</producten>");
  EXPECT_THAT(findings(scene, "KS01"), ElementsAre("KS01 zonder"));
}

TEST(StructuralRules, Ks01DoesNotCountAProposedProcessAsMissing) {
  JoinScene scene;
  scene.map(process("id='p' naam='P'") +
            "<producten><product id='a' naam='A'><proces ref='p' status='voorgesteld'/></product></producten>");
  EXPECT_THAT(findings(scene, "KS01"), IsEmpty());
}

TEST(StructuralRules, Ks01LooksOnlyAtTheMunicipalitysOwnProducts) {
  JoinScene scene;
  scene.upl({{"paspoort", "paspoort"}});
  scene.map("");
  EXPECT_THAT(findings(scene, "KS01"), IsEmpty());
}

TEST(StructuralRules, Ks02PrimaryProcessWithoutProduct) {
  JoinScene scene;
  scene.map(process("id='p' naam='P' soort='primair'"));
  EXPECT_THAT(findings(scene, "KS02"), ElementsAre("KS02 p"));
}

TEST(StructuralRules, Ks02PassesOverSupportingProcesses) {
  JoinScene scene;
  scene.map(process("id='p' naam='P' soort='ondersteunend'"));
  EXPECT_THAT(findings(scene, "KS02"), IsEmpty());
}

TEST(StructuralRules, Ks02PartDeliversThroughItsWhole) {
  JoinScene scene;
  scene.map(
      "<processen><proces id='heel' naam='Heel' soort='primair'/>"
      "<proces id='deel' naam='Deel' soort='primair' deel-van='heel'/></processen>"
      "<producten><product id='a' naam='A'><proces ref='heel'/></product></producten>");
  EXPECT_THAT(findings(scene, "KS02"), IsEmpty());
}

TEST(StructuralRules, Ks03ProcessWithoutOwner) {
  JoinScene scene;
  scene.map(process("id='p' naam='P'", "<rol partij='gem' rol='uitvoerder'/>"));
  EXPECT_THAT(findings(scene, "KS03"), ElementsAre("KS03 p"));
}

TEST(StructuralRules, Ks03OwnerOfTheWholeCounts) {
  JoinScene scene;
  scene.map(std::string(parties) +
            "<processen><proces id='heel' naam='Heel'><rol partij='gem' rol='verantwoordelijk'/></proces>"
            "<proces id='deel' naam='Deel' deel-van='heel'/></processen>");
  EXPECT_THAT(findings(scene, "KS03"), IsEmpty());
}

TEST(StructuralRules, Ks04ProcessWithoutExecutorPerState) {
  JoinScene scene;
  scene.map(process("id='p' naam='P'", "<rol partij='gem' rol='uitvoerder' toestand='ist'/>"));
  EXPECT_THAT(findings(scene, "KS04"), ElementsAre("KS04 p soll"));
}

TEST(StructuralRules, Ks04AProcessThatEndsNeedsNoExecutorInSoll) {
  JoinScene scene;
  scene.map(process("id='p' naam='P' toestand='ist'", "<rol partij='gem' rol='uitvoerder' toestand='ist'/>"));
  EXPECT_THAT(findings(scene, "KS04"), IsEmpty());
}

TEST(StructuralRules, Ks04WholeIsExecutedWhenEveryPartIs) {
  const auto with_second_part = [](const std::string& role) {
    JoinScene scene;
    scene.map(std::string(parties) +
              "<processen><proces id='heel' naam='Heel'/>"
              "<proces id='a' naam='A' deel-van='heel'><rol partij='gem' rol='uitvoerder'/></proces>"
              "<proces id='b' naam='B' deel-van='heel'>" +
              role + "</proces></processen>");
    return findings(scene, "KS04");
  };
  EXPECT_THAT(with_second_part("<rol partij='regio' rol='uitvoerder'/>"), IsEmpty());
  EXPECT_THAT(with_second_part(""), ElementsAre("KS04 b ist", "KS04 b soll", "KS04 heel ist", "KS04 heel soll"));
}

TEST(StructuralRules, Ks05RoleThatNamesAnUnknownParty) {
  JoinScene scene;
  scene.map(process("id='p' naam='P'", "<rol partij='regoi' rol='uitvoerder'/>"));
  EXPECT_THAT(findings(scene, "KS05"), ElementsAre("KS05 p"));
}

TEST(StructuralRules, Ks05ChoiceForAnUnknownDomain) {
  JoinScene scene;
  scene.map(
      "<domeinen><domein id='sociaal' naam='Sociaal domein'/></domeinen>"
      "<keuzes><keuze bereik='sociall' dimensie='archetype' toestand='ist' waarde='SD4'/></keuzes>");
  EXPECT_THAT(findings(scene, "KS05"), ElementsAre("KS05"));
}

TEST(StructuralRules, Ks06ProposedMapping) {
  JoinScene scene;
  scene.map(process("id='p' naam='P'") +
            "<producten><product id='a' naam='A'><proces ref='p' status='voorgesteld'/></product></producten>");
  EXPECT_THAT(findings(scene, "KS06"), ElementsAre("KS06 a p"));
}

TEST(StructuralRules, Ks06ConfirmedAndRefusedMappingsAreSettled) {
  JoinScene scene;
  scene.map(process("id='p' naam='P'") +
            "<producten><product id='a' naam='A'><proces ref='p' status='bevestigd'/></product>"
            "<product id='b' naam='B'><proces ref='p' status='afgewezen'/></product></producten>");
  EXPECT_THAT(findings(scene, "KS06"), IsEmpty());
}

TEST(StructuralRules, Ks07TwoProductsWithOneUplName) {
  JoinScene scene;
  scene.map(
      "<producten><product id='a' naam='A' upl='http://x/y'/><product id='b' naam='B' upl='http://x/y'/>"
      "<product id='c' naam='C' upl='http://x/z'/></producten>");
  EXPECT_THAT(findings(scene, "KS07"), ElementsAre("KS07 a b"));
}

TEST(StructuralRules, Ks07TwoProcessesThatClaimOneCatalogueProcess) {
  JoinScene scene;
  scene.catalogue("B0023", "Ontheffing", "");
  scene.map("<processen><proces id='a' naam='A' code='B0023'/><proces id='b' naam='B' code='B0023'/></processen>");
  EXPECT_THAT(findings(scene, "KS07"), ElementsAre("KS07 a b"));
}

TEST(StructuralRules, Ks08OnlyWhatAPreviousVersionHeldHasDisappeared) {
  JoinScene scene;
  scene.source("gemma", testing::SmallArchimate(scene.sources)
                            .element(archimate::ConceptType::business_process, "nieuw", "Nieuw")
                            .linked(scene.diagnostics));
  scene.input.sources.back().previous = testing::SmallArchimate(scene.sources, "vorige")
                                            .element(archimate::ConceptType::business_process, "oud", "Oud")
                                            .linked(scene.diagnostics);
  scene.map("<processen><proces id='a' naam='A' gemma='oud'/><proces id='b' naam='B' gemma='nieuw'/></processen>");
  scene.input.catalogue = testing::built_in_catalogue();
  const Model model = scene.join();
  const std::vector<Finding> all = find_all(model);
  const auto found = std::ranges::find(all, "KS08", &Finding::rule);
  ASSERT_NE(all.end(), found);
  EXPECT_EQ("‘Oud’ (oud) stond in de vorige versie van de bron en nu niet meer",
            finding_message(*found, load_labels(Language::nl)));
  EXPECT_FALSE(scene.diagnostics.has_errors());
}

TEST(StructuralRules, AcceptedFindingStaysAndNoLongerCounts) {
  JoinScene scene;
  scene.map(
      "<producten><product id='a' naam='A'/><product id='b' naam='B'/></producten>"
      "<bevindingen><bevinding regel='KS01' element='a' besluit='geaccepteerd'><reden>Volgt.</reden></bevinding>"
      "</bevindingen>");
  EXPECT_THAT(findings(scene, "KS01"), ElementsAre("KS01 a (geaccepteerd)", "KS01 b"));
}

TEST(StructuralRules, DispositionForOneStateLeavesTheOther) {
  JoinScene scene;
  scene.map(process("id='p' naam='P'") +
            "<bevindingen><bevinding regel='KS04' element='p' toestand='ist' besluit='geaccepteerd'><reden>Ja.</reden>"
            "</bevinding></bevindingen>");
  EXPECT_THAT(findings(scene, "KS04"), ElementsAre("KS04 p ist (geaccepteerd)", "KS04 p soll"));
}

TEST(StructuralRules, Ks09ProjectsThatWaitForEachOther) {
  JoinScene scene;
  scene.map(
      "<projecten><project id='a' titel='A' leider='L' na='b'/><project id='b' titel='B' leider='L' na='c'/>"
      "<project id='c' titel='C' leider='L' na='a'/><project id='d' titel='D' leider='L' na='a'/></projecten>");
  EXPECT_THAT(findings(scene, "KS09"), ElementsAre("KS09 a b c"));
}

TEST(StructuralRules, Ks09ARowOfProjectsIsNoCircle) {
  JoinScene scene;
  scene.map(
      "<projecten><project id='a' titel='A' leider='L'/><project id='b' titel='B' leider='L' na='a'/>"
      "<project id='c' titel='C' leider='L' na='a b'/></projecten>");
  EXPECT_THAT(findings(scene, "KS09"), IsEmpty());
}

TEST(StructuralRules, Ks10ProjectWithoutALead) {
  JoinScene scene;
  scene.map("<projecten><project id='a' titel='A'/><project id='b' titel='B' leider='L'/></projecten>");
  EXPECT_THAT(findings(scene, "KS10"), ElementsAre("KS10 a"));
}

TEST(StructuralRules, Ks11InterventionPointWithoutADate) {
  RuleScene scene(
      "<transitieplan><ingrijppunt id='i' naam='Opzeggen'/><ingrijppunt id='j' naam='Kiezen' datum='2027-09-01'/>"
      "</transitieplan>");
  EXPECT_THAT(scene.found("KS11"), ElementsAre("i"));
}

TEST(StructuralRules, WhatIsNoRowOfTheModelIsSettledByItsKeyToo) {
  RuleScene scene(
      testing::accepting("<transitieplan><ingrijppunt id='i' naam='Opzeggen'/></transitieplan>", "KS11", "i"));
  EXPECT_THAT(scene.found("KS11"), ElementsAre("i (geaccepteerd)"));
}

}  // namespace
}  // namespace keuzekaart
