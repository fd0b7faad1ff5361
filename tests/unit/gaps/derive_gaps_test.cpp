#include "modeler/gaps/derive_gaps.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/join_scene.hpp"

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::JoinScene;

constexpr const char* parties =
    "<partijen><partij id='gem' naam='Gemeente' soort='gemeente'/>"
    "<partij id='team' naam='Team' soort='organisatieonderdeel' deel-van='gem'/>"
    "<partij id='regio' naam='Regio' soort='samenwerkingsverband'/></partijen>";

std::string codes_of(const Model& model, const std::vector<EntityRef>& refs) {
  std::string out;
  for (const EntityRef ref : refs) out.append(out.empty() ? "" : "+").append(model.entity(ref).code.value);
  return out.empty() ? "-" : out;
}

/// Each gap as its code with what is before and after where it says so, and the projects that take it up.
std::vector<std::string> gaps_of(const Model& model) {
  std::vector<std::string> lines;
  for (const Gap& gap : derive_gaps(model, {})) {
    std::string line = code_of(model, gap);
    if (!gap.before.empty() || !gap.after.empty())
      line += " " + codes_of(model, gap.before) + ">" + codes_of(model, gap.after);
    if (gap.moment != State::soll) line += " " + to_string(States::only(gap.moment));
    if (!gap.projects.empty()) line += " in " + codes_of(model, gap.projects);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> gaps(const std::string& content, const std::string& dates = {}) {
  JoinScene scene;
  scene.map(parties + content, dates);
  return gaps_of(scene.join());
}

std::string process(const std::string& attributes, const std::string& content = {}) {
  return "<processen><proces " + attributes + ">" + content + "</proces></processen>";
}

/// Two processes of which the second is executed by the region in SOLL, with the municipality as owner.
std::string moved(const std::string& agreement_of_handover, const std::string& states = "ist soll") {
  return "<processen><proces id='a' naam='A'><rol partij='gem' rol='uitvoerder'/>"
         "<rol partij='gem' rol='verantwoordelijk'/></proces>"
         "<proces id='b' naam='B'><rol partij='gem' rol='verantwoordelijk'/>"
         "<rol partij='gem' rol='uitvoerder' toestand='ist'/>"
         "<rol partij='regio' rol='uitvoerder' toestand='soll'/></proces></processen>"
         "<overdrachten><overdracht id='o' van='a' naar='b' toestand='" +
         states + "'" + (agreement_of_handover.empty() ? "" : " afspraak='" + agreement_of_handover + "'") +
         "/></overdrachten>";
}

std::string agreement(const std::string& attributes) {
  return "<afspraken><afspraak id='af' soort='dvo' partijen='gem regio' processen='b' " + attributes + "/></afspraken>";
}

TEST(DeriveGaps, AMapInWhichNothingChangesHasNone) {
  EXPECT_THAT(gaps(process("id='p' naam='P'", "<rol partij='team' rol='uitvoerder'/>") + "<overdrachten/>"), IsEmpty());
}

TEST(DeriveGaps, RolesThatChange) {
  EXPECT_THAT(gaps(process("id='p' naam='P'",
                           "<rol partij='gem' rol='verantwoordelijk' toestand='ist'/>"
                           "<rol partij='team' rol='verantwoordelijk' toestand='soll'/>"
                           "<rol partij='team' rol='regisseur' toestand='soll'/>"
                           "<rol partij='team' rol='klantcontact' toestand='ist'/>"
                           "<rol partij='team' rol='adviseur' toestand='ist'/>")),
              ElementsAre("eigenaar:p gem>team", "regisseur:p ->team", "klantcontact:p team>-"));
}

TEST(DeriveGaps, APartThatFollowsItsWholeIsToldAtTheWhole) {
  EXPECT_THAT(gaps("<processen><proces id='heel' naam='Heel'><rol partij='gem' rol='uitvoerder' toestand='ist'/>"
                   "<rol partij='team' rol='uitvoerder' toestand='soll'/></proces>"
                   "<proces id='deel' naam='Deel' deel-van='heel'/></processen>"),
              ElementsAre("uitvoerder:heel gem>team"));
}

TEST(DeriveGaps, AnApplicationThatTakesThePlaceOfAnother) {
  EXPECT_THAT(gaps("<applicaties><applicatie id='oud' naam='Oud' toestand='ist'/><applicatie id='nieuw' naam='Nieuw'/>"
                   "</applicaties>" +
                   process("id='p' naam='P'", "<applicatie ref='oud'/><applicatie ref='nieuw' toestand='soll'/>")),
              ElementsAre("applicatie:p oud>nieuw"));
}

TEST(DeriveGaps, AProcessThatComesIsOneGapWithAllItHas) {
  EXPECT_THAT(gaps(process("id='p' naam='P' toestand='soll' functies='F09'",
                           "<rol partij='team' rol='uitvoerder' toestand='soll'/>")),
              ElementsAre("proces-nieuw:p", "functie-nieuw:F09"));
}

TEST(DeriveGaps, AFunctionThatAnotherProcessKeepsDoesNotEnd) {
  EXPECT_THAT(gaps("<processen><proces id='p' naam='P' toestand='ist' functies='F01 F02'/>"
                   "<proces id='q' naam='Q' functies='F01'/></processen>"),
              ElementsAre("proces-eindigt:p", "functie-eindigt:F02"));
}

TEST(DeriveGaps, AHandoverThatEndsAndOneThatComesBetweenTheSameProcessesIsOneThatChanges) {
  EXPECT_THAT(gaps("<processen><proces id='a' naam='A'/><proces id='b' naam='B'/></processen><overdrachten>"
                   "<overdracht id='o1' van='a' naar='b' toestand='ist' vorm='e-mail'/>"
                   "<overdracht id='o2' van='a' naar='b' toestand='soll' vorm='bericht'/>"
                   "<overdracht id='o3' van='b' naar='a' toestand='soll'/></overdrachten>"),
              ElementsAre("overdracht-nieuw:o3 ->o3", "overdracht-vorm:o2 o1>o2"));
}

TEST(DeriveGaps, AnAgreementThatSollNeedsAndTheMapDoesNotHave) {
  EXPECT_THAT(gaps(moved("")), ElementsAre("uitvoerder:b gem>regio", "afspraak-nieuw:regio:gem"));
}

TEST(DeriveGaps, ADraftOfTheAgreementHasToBeAdopted) {
  EXPECT_THAT(gaps(moved("af") + agreement("status='concept'")),
              ElementsAre("uitvoerder:b gem>regio", "afspraak-nieuw:af"));
}

TEST(DeriveGaps, AnAgreementThatEndsBeforeSollHasToBeRenewed) {
  EXPECT_THAT(gaps(moved("af") + agreement("status='geldig' tot='2027-12-31'"), "soll-datum='2028-01-01'"),
              ElementsAre("uitvoerder:b gem>regio", "afspraak-verlengen:af"));
}

TEST(DeriveGaps, AnAgreementThatHasLapsedAlreadyCannotBeExtended) {
  EXPECT_THAT(
      gaps(moved("af") + agreement("status='geldig' tot='2024-12-31'"), "datum='2026-11-02' soll-datum='2028-01-01'"),
      ElementsAre("uitvoerder:b gem>regio", "afspraak-nieuw:af"));
  EXPECT_THAT(gaps(moved("af") + agreement("status='verlopen'"), "soll-datum='2028-01-01'"),
              ElementsAre("uitvoerder:b gem>regio", "afspraak-nieuw:af"));
}

TEST(DeriveGaps, AValidAgreementIsNoGap) {
  EXPECT_THAT(gaps(moved("af") + agreement("status='geldig' tot='2028-01-01'"), "soll-datum='2028-01-01'"),
              ElementsAre("uitvoerder:b gem>regio"));
}

TEST(DeriveGaps, AnAgreementThatNothingNeedsAnyMoreEnds) {
  EXPECT_THAT(gaps("<processen><proces id='b' naam='B'><rol partij='gem' rol='verantwoordelijk'/>"
                   "<rol partij='regio' rol='uitvoerder' toestand='ist'/>"
                   "<rol partij='gem' rol='uitvoerder' toestand='soll'/></proces></processen>" +
                   agreement("status='geldig'")),
              ElementsAre("uitvoerder:b regio>gem", "afspraak-eindigt:af"));
}

TEST(DeriveGaps, AnExpiredAgreementWithASuccessorOfItsTypeIsLeftAlone) {
  EXPECT_THAT(gaps(moved("nieuw") +
                   "<afspraken><afspraak id='oud' soort='dvo' partijen='gem regio' processen='b' status='verlopen'/>"
                   "<afspraak id='nieuw' soort='dvo' partijen='gem regio' processen='b' status='geldig'/></afspraken>"),
              ElementsAre("uitvoerder:b gem>regio"));
}

TEST(DeriveGaps, ThePlateauAtWhichTheNewValueHolds) {
  EXPECT_THAT(gaps(process("id='p' naam='P'",
                           "<rol partij='gem' rol='uitvoerder' toestand='ist plateau1'/>"
                           "<rol partij='team' rol='uitvoerder' toestand='plateau2 soll'/>")),
              ElementsAre("uitvoerder:p gem>team plateau2"));
}

constexpr const char* change =
    "<processen><proces id='p' naam='P'><rol partij='gem' rol='uitvoerder' toestand='ist'/>"
    "<rol partij='team' rol='uitvoerder' toestand='soll'/></proces></processen>";

TEST(DeriveGaps, AProjectTakesUpTheGapItNames) {
  JoinScene scene;
  scene.map(std::string(parties) + change +
            "<projecten><project id='pr' titel='Project'><verschil soort='uitvoerder' element='p' aspecten='A3 A5' "
            "inspanning='hoog' risico='laag'/></project></projecten>");
  const Model model = scene.join();
  EXPECT_THAT(gaps_of(model), ElementsAre("uitvoerder:p gem>team in pr"));
  const Gap gap = derive_gaps(model, {}).front();
  EXPECT_EQ("A3 A5", to_string(gap.addressed));
  EXPECT_EQ("A1 A2 A3 A5 A7", to_string(gap.touches));
  EXPECT_EQ("hoog", gap.effort.value);
  EXPECT_EQ("laag", gap.risk.value);
}

TEST(DeriveGaps, WhatOnlyAProjectNamesIsKeptAsItIs) {
  EXPECT_THAT(gaps(std::string(change) +
                   "<projecten><project id='pr' titel='Project'><verschil soort='huisvesting' element='p'/>"
                   "<verschil soort='eigenaar' element='p'/></project></projecten>"),
              ElementsAre("project:eigenaar:p in pr", "uitvoerder:p gem>team", "project:huisvesting:p in pr"));
}

TEST(DeriveGaps, AHandoverThatChangesIsAlsoTakenUpAsANewOne) {
  EXPECT_THAT(gaps("<processen><proces id='a' naam='A'/><proces id='b' naam='B'/></processen><overdrachten>"
                   "<overdracht id='o1' van='a' naar='b' toestand='ist'/>"
                   "<overdracht id='o2' van='a' naar='b' toestand='soll'/></overdrachten>"
                   "<projecten><project id='pr' titel='Project'><verschil soort='overdracht-nieuw' element='o2'/>"
                   "</project></projecten>"),
              ElementsAre("overdracht-vorm:o2 o1>o2 in pr"));
}

TEST(DeriveGaps, WhatComesIsNotTakenUpByAProjectThatSaysItEnds) {
  EXPECT_THAT(gaps("<processen><proces id='a' naam='A'/><proces id='b' naam='B'/></processen><overdrachten>"
                   "<overdracht id='o' van='a' naar='b' toestand='soll'/></overdrachten>"
                   "<projecten><project id='pr' titel='Project'><verschil soort='overdracht-eindigt' element='o'/>"
                   "</project></projecten>"),
              ElementsAre("overdracht-nieuw:o ->o", "project:overdracht-eindigt:o in pr"));
}

TEST(DeriveGaps, WhoSetsUpANewProcessSetsUpItsFunctions) {
  EXPECT_THAT(gaps("<processen><proces id='p' naam='P' toestand='soll' functies='F09'/></processen>"
                   "<projecten><project id='pr' titel='Project'><verschil soort='proces-nieuw' element='p'/></project>"
                   "</projecten>"),
              ElementsAre("proces-nieuw:p in pr", "functie-nieuw:F09 in pr"));
}

TEST(DeriveGaps, OfAProcessThatOnlyACatalogueHasNothingIsSaid) {
  JoinScene scene;
  scene.catalogue("G1", "Uit de catalogus", "");
  scene.map("");
  EXPECT_THAT(gaps_of(scene.join()), IsEmpty());
}

}  // namespace
}  // namespace keuzekaart
