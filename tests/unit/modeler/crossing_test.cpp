#include "modeler/model/crossing.hpp"

#include <gtest/gtest.h>

#include "tests/support/rule_scene.hpp"

namespace keuzekaart {
namespace {

using testing::RuleScene;

/// A handover from a process with these executors to one with those, under an agreement between these parties.
std::string scene_with(const std::string& from, const std::string& to, const std::string& agreement = {}) {
  const auto process = [](const std::string& id, const std::string& executors) {
    std::string roles;
    for (std::size_t at = 0; at < executors.size();) {
      const std::size_t end = std::min(executors.find(' ', at), executors.size());
      roles += "<rol partij='" + executors.substr(at, end - at) + "' rol='uitvoerder'/>";
      at = end + 1;
    }
    return "<proces id='" + id + "' naam='" + id + "'>" + roles + "</proces>";
  };
  std::string content = "<processen>" + process("p", from) + process("q", to) +
                        "</processen><overdrachten><overdracht id='o' van='p' naar='q'" +
                        (agreement.empty() ? std::string() : std::string(" afspraak='a'")) + "/></overdrachten>";
  if (!agreement.empty())
    content += "<afspraken><afspraak id='a' soort='dvo' status='geldig' partijen='" + agreement + "'/></afspraken>";
  return content;
}

bool crosses_in_ist(const std::string& from, const std::string& to) {
  const RuleScene scene(scene_with(from, to));
  return crosses(scene.model, scene.model.handovers.front(), State::ist);
}

TEST(Crossing, GoesByTopLevelOrganisations) {
  EXPECT_FALSE(crosses_in_ist("gem", "gem"));
  EXPECT_FALSE(crosses_in_ist("kcc", "team"));
  EXPECT_TRUE(crosses_in_ist("team", "regio"));
  EXPECT_TRUE(crosses_in_ist("bieder", "regio"));
}

TEST(Crossing, WithSeveralExecutorsWhenTheyAreNotTheSameOrganisations) {
  EXPECT_FALSE(crosses_in_ist("team regio", "regio kcc"));
  EXPECT_TRUE(crosses_in_ist("team", "kcc regio"));
}

/// In a map of several municipalities a team belongs to its own.
TEST(Crossing, BetweenTwoMunicipalitiesItCrosses) {
  testing::JoinScene scene;
  scene.map(
      "<partijen><partij id='een' naam='Een' soort='gemeente'/><partij id='twee' naam='Twee' soort='gemeente'/>"
      "<partij id='team' naam='Team' soort='organisatieonderdeel' deel-van='twee'/></partijen>"
      "<processen><proces id='p' naam='P'><rol partij='een' rol='uitvoerder'/></proces>"
      "<proces id='q' naam='Q'><rol partij='team' rol='uitvoerder'/></proces></processen>"
      "<overdrachten><overdracht id='o' van='p' naar='q'/></overdrachten>");
  const Model model = scene.join();
  EXPECT_TRUE(crosses(model, model.handovers.front(), State::ist));
  EXPECT_EQ(model.find("twee"), organisation_of(model, model.find("team")));
}

TEST(Crossing, NobodyKnownCrossesNothing) { EXPECT_FALSE(crosses_in_ist("", "regio")); }

Validity worth(const std::string& from, const std::string& to, const std::string& agreement) {
  const RuleScene scene(scene_with(from, to, agreement));
  return validity_of(scene.model, scene.model.handovers.front(), State::ist);
}

TEST(Crossing, TheAgreementHasBothOrganisationsOrTheMunicipalityAndTheOutsideOne) {
  EXPECT_EQ(Validity::valid, worth("team", "regio", "gem regio"));
  EXPECT_EQ(Validity::valid, worth("team", "regio", "kcc regio bieder"));
  EXPECT_EQ(Validity::valid, worth("bieder", "regio", "bieder regio"));
  EXPECT_EQ(Validity::valid, worth("bieder", "regio", "gem regio"));
  EXPECT_EQ(Validity::other_parties, worth("team", "regio", "gem bieder"));
  EXPECT_EQ(Validity::other_parties, worth("team", "regio", "regio bieder"));
}

TEST(Crossing, OneOfSeveralExecutorsIsEnough) {
  EXPECT_EQ(Validity::valid, worth("team", "regio bieder", "gem bieder"));
}

TEST(Crossing, InsideOneOrganisationThePartiesDoNotMatter) {
  EXPECT_EQ(Validity::valid, worth("team", "kcc", "regio bieder"));
}

TEST(Crossing, APartOfTheMunicipalityIsInside) {
  const RuleScene scene("");
  EXPECT_TRUE(is_inside(scene.model, scene.model.find("kcc")));
  EXPECT_TRUE(is_inside(scene.model, scene.model.find("gem")));
  EXPECT_TRUE(is_outside(scene.model, scene.model.find("regio")));
  EXPECT_EQ(scene.model.find("gem"), organisation_of(scene.model, scene.model.find("team")));
}

}  // namespace
}  // namespace keuzekaart
