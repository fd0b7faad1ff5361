#include "modeler/model/agreement_cover.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/rule_scene.hpp"

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::RuleScene;

/// What is needed in SOLL: "o gem+regio: a geldig".
std::vector<std::string> needs(const std::string& content) {
  constexpr std::string_view words[] = {"geldig", "niet vastgesteld", "nog niet", "verlopen", "onbekend", "andere"};
  const RuleScene scene(content);
  const Model& m = scene.model;
  std::vector<std::string> lines;
  for (const AgreementNeed& need : agreement_needs(m, State::soll)) {
    std::string line(m.entity(need.handover.known() ? need.handover : need.process).code.value);
    for (const EntityRef organisation : need.organisations)
      line +=
          fmt::format("{}{}", organisation == need.organisations.front() ? " " : "+", m.party(organisation).code.value);
    line += need.agreement.known() ? fmt::format(": {} {}", m.entity(need.agreement).code.value,
                                                 words[static_cast<std::size_t>(need.validity)])
                                   : ": ontbreekt";
    lines.push_back(line);
  }
  return lines;
}

/// A process of the municipality that the region executes.
std::string executed(std::string_view attributes = "id='p'", std::string_view more = {}) {
  return fmt::format(
      "<processen><proces {} naam='P'><rol partij='gem' rol='verantwoordelijk'/>"
      "<rol partij='regio' rol='uitvoerder'/></proces>"
      "<proces id='q' naam='Q'><rol partij='team' rol='uitvoerder'/></proces>{}</processen>",
      attributes, more);
}

std::string agreement(std::string_view id, std::string_view parties, std::string_view more) {
  return fmt::format("<afspraak id='{}' soort='dvo' partijen='{}' {}/>", id, parties, more);
}

std::string agreements(const std::string& all) { return "<afspraken>" + all + "</afspraken>"; }

TEST(AgreementCover, AnExecutionNeedsAnAgreementAboutItsProcess) {
  EXPECT_THAT(needs(executed()), ElementsAre("p gem+regio: ontbreekt"));
  EXPECT_THAT(needs(executed() + agreements(agreement("a", "gem regio", "processen='p' status='geldig'"))),
              ElementsAre("p gem+regio: a geldig"));
  EXPECT_THAT(needs(executed() + agreements(agreement("a", "gem regio", "processen='q' status='geldig'"))),
              ElementsAre("p gem+regio: ontbreekt"));
}

TEST(AgreementCover, AnAgreementOfOthersDoesNotStandIn) {
  EXPECT_THAT(needs(executed() + agreements(agreement("a", "gem bieder", "processen='p' status='geldig'") +
                                            agreement("b", "gem regio bieder", "processen='q' status='geldig'"))),
              ElementsAre("p gem+regio: ontbreekt"));
}

TEST(AgreementCover, OneThatNamesNothingIsAboutEverythingBetweenItsParties) {
  EXPECT_THAT(needs(executed() + agreements(agreement("a", "gem regio", "status='geldig'"))),
              ElementsAre("p gem+regio: a geldig"));
  EXPECT_THAT(needs(executed() + agreements(agreement("a", "gem regio", "status='geldig'") +
                                            agreement("b", "gem regio", "processen='p' status='geldig'"))),
              ElementsAre("p gem+regio: b geldig"));
}

TEST(AgreementCover, OneThatNamesTheWholeIsAboutThePart) {
  const std::string part = "<proces id='deel' naam='Deel' deel-van='p'><rol partij='regio' rol='uitvoerder'/></proces>";
  EXPECT_THAT(
      needs(executed("id='p'", part) + agreements(agreement("a", "gem regio", "processen='p' status='geldig'"))),
      ElementsAre("deel gem+regio: a geldig", "p gem+regio: a geldig"));
}

TEST(AgreementCover, TheValidOneOfSeveralCounts) {
  EXPECT_THAT(needs(executed() + agreements(agreement("a", "gem regio", "processen='p' status='verlopen'") +
                                            agreement("b", "gem regio", "processen='p' status='concept'") +
                                            agreement("c", "gem regio", "processen='p' status='geldig'"))),
              ElementsAre("p gem+regio: c geldig"));
}

/// It is what the two have to renew.
TEST(AgreementCover, AnExpiredAgreementOfTheTwoIsLeantOnWhenThereIsNothingElse) {
  EXPECT_THAT(needs(executed() + agreements(agreement("a", "gem regio", "processen='q' status='verlopen'"))),
              ElementsAre("p gem+regio: a verlopen"));
  EXPECT_THAT(needs(executed() + agreements(agreement("a", "gem regio bieder", "processen='q' status='verlopen'"))),
              ElementsAre("p gem+regio: ontbreekt"));
}

/// From the team to the region.
std::string handed(const std::string& attributes = {}) {
  return "<processen><proces id='p' naam='P'><rol partij='team' rol='uitvoerder'/></proces>"
         "<proces id='q' naam='Q'><rol partij='regio' rol='uitvoerder'/></proces></processen>"
         "<overdrachten><overdracht id='o' van='p' naar='q' " +
         attributes + "/></overdrachten>";
}

TEST(AgreementCover, AHandoverRestsOnTheAgreementThatItNames) {
  const std::string both = agreements(agreement("a", "gem regio", "processen='q' status='concept'") +
                                      agreement("b", "gem regio", "processen='q' status='geldig'"));
  EXPECT_THAT(needs(handed("afspraak='a'") + both), ElementsAre("o gem+regio: a niet vastgesteld"));
}

TEST(AgreementCover, OneThatNamesNoneIsCoveredByAValidAgreementAboutItsProcesses) {
  EXPECT_THAT(needs(handed() + agreements(agreement("a", "gem regio", "processen='q' status='geldig'"))),
              ElementsAre("o gem+regio: a geldig"));
  EXPECT_THAT(needs(handed() + agreements(agreement("a", "gem regio", "processen='q' status='concept'"))),
              ElementsAre("o gem+regio: ontbreekt"));
  EXPECT_THAT(needs(handed() + agreements(agreement("a", "gem bieder", "processen='q' status='geldig'"))),
              ElementsAre("o gem+regio: ontbreekt"));
}

TEST(AgreementCover, BetweenOtherPartiesIsNotBetweenThese) {
  EXPECT_THAT(needs(handed("afspraak='a'") + agreements(agreement("a", "gem bieder", "processen='q' status='geldig'"))),
              ElementsAre("o gem+regio: a andere"));
}

TEST(AgreementCover, AHandoverWithoutAnExecutorOrFromAProcessThatIsGoneNeedsNone) {
  const auto end = [](const std::string& attributes, const std::string& role) {
    return "<processen><proces id='p' naam='P' " + attributes +
           "><rol partij='team' rol='uitvoerder'/></proces>"
           "<proces id='q' naam='Q'>" +
           role + "</proces></processen><overdrachten><overdracht id='o' van='p' naar='q'/></overdrachten>";
  };
  EXPECT_THAT(needs(end("", "<rol partij='regio' rol='uitvoerder' toestand='ist'/>")), IsEmpty());
  EXPECT_THAT(needs(end("toestand='ist'", "<rol partij='regio' rol='uitvoerder'/>")), IsEmpty());
}

}  // namespace
}  // namespace keuzekaart
