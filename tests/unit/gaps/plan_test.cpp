#include "modeler/gaps/plan.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modeler/findings/finding.hpp"
#include "modeler/gaps/derive_gaps.hpp"
#include "tests/support/join_scene.hpp"

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using testing::JoinScene;

constexpr const char* parties =
    "<partijen><partij id='gem' naam='Gemeente' soort='gemeente'/>"
    "<partij id='team' naam='Team' soort='organisatieonderdeel' deel-van='gem'/>"
    "<partij id='regio' naam='Regio' soort='samenwerkingsverband'/></partijen>"
    "<domeinen><domein id='d' naam='Domein'/></domeinen>"
    "<applicaties><applicatie id='oud' naam='Oud'/><applicatie id='nieuw' naam='Nieuw'/></applicaties>";

/// Each project as its code, its gaps, and what it comes after: "p1: uitvoerder:b < p0 (said)".
std::vector<std::string> plan(const std::string& content, std::span<const std::string> directing = {}) {
  constexpr std::string_view reasons[] = {"kaart", "afspraak", "functie", "toegang"};
  JoinScene scene;
  scene.map(parties + content, "datum='2026-06-01' soll-datum='2028-01-01'");
  const Model model = scene.join();
  std::vector<Finding> findings;
  for (const std::string& function : directing) {
    Finding& finding = findings.emplace_back();
    finding.rule = "KK02";
    finding.key = function;
    finding.states = States::only(State::soll);
    finding.elements = {model.find("b")};
  }
  const Plan made = make_plan(model, findings);
  std::vector<std::string> lines;
  for (const PlannedProject& project : made.projects) {
    std::string line = project.code + ":";
    for (const std::size_t gap : project.gaps) line += " " + code_of(model, made.gaps[gap]);
    for (const Dependency& dependency : project.after)
      line += fmt::format(" < {} ({})", made.projects[dependency.on].code,
                          reasons[static_cast<std::size_t>(dependency.reason)]);
    for (const std::size_t other : project.together) line += " met " + made.projects[other].code;
    for (const std::size_t other : project.beside) line += " naast " + made.projects[other].code;
    lines.push_back(std::move(line));
  }
  return lines;
}

std::string moving(const std::string& id, const std::string& more = {}) {
  return fmt::format(
      "<proces id='{0}' naam='{0}' domein='d' {1}><rol partij='gem' rol='verantwoordelijk'/>"
      "<rol partij='team' rol='uitvoerder' toestand='ist'/><rol partij='regio' rol='uitvoerder' toestand='soll'/>"
      "<applicatie ref='oud' toestand='ist'/><applicatie ref='nieuw' toestand='soll'/></proces>",
      id, more);
}

TEST(MakePlan, EverythingAboutAProcessThatMovesGoesWithItsPartner) {
  EXPECT_THAT(plan("<processen>" + moving("b") + "</processen>"),
              ElementsAre("voorstel-d-regio: uitvoerder:b applicatie:b afspraak-nieuw:regio:gem"));
}

TEST(MakePlan, WhatStaysInsideIsGroupedByApplicationAndTheRestByDomain) {
  EXPECT_THAT(
      plan("<processen><proces id='a' naam='A' domein='d'><rol partij='gem' rol='uitvoerder'/>"
           "<rol partij='team' rol='klantcontact' toestand='soll'/>"
           "<applicatie ref='oud' toestand='ist'/><applicatie ref='nieuw' toestand='soll'/></proces></processen>"),
      ElementsAre("voorstel-d-intern: klantcontact:a", "voorstel-d-nieuw: applicatie:a"));
}

TEST(MakePlan, WhatAProjectOfTheMapTakesUpIsNotProposedAgain) {
  EXPECT_THAT(plan("<processen>" + moving("b") +
                   "</processen><projecten><project id='eigen' titel='Eigen'><verschil soort='uitvoerder' element='b'/>"
                   "<verschil soort='applicatie' element='b'/><verschil soort='afspraak-nieuw' element='regio'/>"
                   "</project></projecten>"),
              ElementsAre("eigen: uitvoerder:b applicatie:b afspraak-nieuw:regio:gem"));
}

TEST(MakePlan, TheAgreementComesBeforeTheWork) {
  EXPECT_THAT(
      plan("<processen>" + moving("b") +
           "</processen><projecten><project id='a-werk' titel='Werk'><verschil soort='uitvoerder' element='b'/>"
           "<verschil soort='applicatie' element='b'/></project>"
           "<project id='b-afspraak' titel='Afspraak'><verschil soort='afspraak-nieuw' element='regio'/>"
           "</project></projecten>"),
      ElementsAre("b-afspraak: afspraak-nieuw:regio:gem", "a-werk: uitvoerder:b applicatie:b < b-afspraak (afspraak)"));
}

TEST(MakePlan, WhatTheMapSaysGoesBeforeWhatFollowsFromTheGaps) {
  EXPECT_THAT(plan("<processen>" + moving("b") +
                   "</processen><projecten><project id='a-werk' titel='Werk'><verschil soort='uitvoerder' element='b'/>"
                   "<verschil soort='applicatie' element='b'/></project>"
                   "<project id='b-afspraak' titel='Afspraak' na='a-werk'><verschil soort='afspraak-nieuw' "
                   "element='regio'/></project></projecten>"),
              ElementsAre("a-werk: uitvoerder:b applicatie:b met b-afspraak",
                          "b-afspraak: afspraak-nieuw:regio:gem < a-werk (kaart) met a-werk"));
}

TEST(MakePlan, AccessComesBeforeDelivery) {
  EXPECT_THAT(plan("<processen>" + moving("levering") + moving("toegang", "functies='F01'") +
                   "</processen><overdrachten><overdracht id='o' van='toegang' naar='levering' toestand='ist soll'/>"
                   "</overdrachten><projecten>"
                   "<project id='een' titel='Een'><verschil soort='uitvoerder' element='levering'/></project>"
                   "<project id='twee' titel='Twee'><verschil soort='uitvoerder' element='toegang'/>"
                   "<verschil soort='afspraak-nieuw' element='regio'/><verschil soort='applicatie' element='levering'/>"
                   "<verschil soort='applicatie' element='toegang'/></project></projecten>"),
              ElementsAre("twee: uitvoerder:toegang applicatie:levering applicatie:toegang afspraak-nieuw:regio:gem",
                          "een: uitvoerder:levering < twee (afspraak) < twee (toegang)"));
}

TEST(MakePlan, WhoSetsUpTheProcessOfADirectingFunctionTakesTheFunctionUp) {
  const std::string missing[] = {"Afstemming", "Bewaken"};
  EXPECT_THAT(
      plan("<processen><proces id='b' naam='B'><rol partij='regio' rol='uitvoerder'/></proces>"
           "<proces id='bewaken' naam='Bewaken' toestand='soll'/></processen><projecten>"
           "<project id='regie' titel='Regie'><verschil soort='functie-nieuw' element='bewaken'/></project>"
           "<project id='werk' titel='Werk'><verschil soort='functie-nieuw' element='b'/></project></projecten>",
           missing),
      ElementsAre("regie: functie-nieuw:Bewaken naast voorstel-intern", "werk: project:functie-nieuw:b",
                  "voorstel-intern: proces-nieuw:bewaken functie-nieuw:Afstemming naast regie"));
}

TEST(MakePlan, AProjectAndAProposalThatTouchTheSameAreToldOnBothSides) {
  EXPECT_THAT(plan("<processen>" + moving("b") +
                   "</processen><projecten><project id='eigen' titel='Eigen'><verschil soort='uitvoerder' element='b'/>"
                   "<verschil soort='afspraak-nieuw' element='regio'/></project></projecten>"),
              ElementsAre("eigen: uitvoerder:b afspraak-nieuw:regio:gem naast voorstel-d-regio",
                          "voorstel-d-regio: applicatie:b naast eigen"));
}

}  // namespace
}  // namespace keuzekaart
