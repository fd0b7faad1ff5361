#include "modeler/diagrams/chain_view.hpp"

#include <gtest/gtest.h>

#include "tests/support/join_scene.hpp"

namespace keuzekaart {
namespace {

/// What the one handover of a chain is covered by when it is drawn in a state. The map is of 2026-11-02, its SOLL of
/// 2028-01-01.
Covered covered(const std::string& agreement, DrawnState state) {
  testing::JoinScene scene;
  scene.map(
      "<partijen><partij id='gem' naam='Gemeente' soort='gemeente'/>"
      "<partij id='regio' naam='Regio' soort='samenwerkingsverband'/></partijen>"
      "<processen><proces id='a' naam='A'><rol partij='gem' rol='uitvoerder'/></proces>"
      "<proces id='b' naam='B'><rol partij='regio' rol='uitvoerder'/></proces></processen>"
      "<ketens><keten id='k' naam='Keten'><schakel proces='a'/><schakel proces='b'/></keten></ketens>"
      "<overdrachten><overdracht id='o' van='a' naar='b' toestand='ist soll' afspraak='x'/></overdrachten>"
      "<afspraken><afspraak id='x' naam='X' soort='dvo' partijen='gem regio' " +
          agreement + "/></afspraken>",
      "datum='2026-11-02' soll-datum='2028-01-01'");
  const Model model = scene.join();
  const Labels labels(Language::nl);
  DiagramOptions options;
  options.state = state;
  const ChainView view = chain_view({model, scene.sources, labels, {}, options}, model.find(EntityKind::chain, "k"));
  for (const ChainFlow& flow : view.flows)
    if (flow.handover.known()) return flow.covered;
  return Covered::missing;
}

TEST(ChainView, AgreementThatEndsBeforeTheSollDateIsValidNowAndExpiredThen) {
  const std::string ends = "status='geldig' tot='2027-06-30'";
  EXPECT_EQ(Covered::valid, covered(ends, DrawnState::ist));
  EXPECT_EQ(Covered::expired, covered(ends, DrawnState::soll));
  EXPECT_EQ(Covered::expired, covered(ends, DrawnState::change));
}

TEST(ChainView, AgreementThatOutlivesTheSollDateIsValidInBoth) {
  EXPECT_EQ(Covered::valid, covered("status='geldig' tot='2029-12-31'", DrawnState::change));
}

TEST(ChainView, AgreementThatEndsWithinHalfAYearOfTheMapIsEnding) {
  EXPECT_EQ(Covered::ending, covered("status='geldig' tot='2026-12-31'", DrawnState::ist));
}

TEST(ChainView, AgreementThatBeginsBeforeSollIsADraftNow) {
  EXPECT_EQ(Covered::draft, covered("status='vastgesteld' van='2027-07-01'", DrawnState::ist));
  EXPECT_EQ(Covered::valid, covered("status='vastgesteld' van='2027-07-01'", DrawnState::soll));
}

}  // namespace
}  // namespace keuzekaart
