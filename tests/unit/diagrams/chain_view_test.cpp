#include "modeler/diagrams/chain_view.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "modeler/diagrams/chain_bands.hpp"
#include "modeler/diagrams/chain_handovers.hpp"
#include "tests/support/join_scene.hpp"
#include "tests/support/sheet_checks.hpp"

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

/// The cells of a chain of one process in the picture of what changes, as "lane: part, tone".
std::string changes(const std::string& process) {
  testing::JoinScene scene;
  scene.map(
      "<partijen><partij id='a' naam='A' soort='organisatieonderdeel'/>"
      "<partij id='b' naam='B' soort='samenwerkingsverband'/></partijen><processen><proces id='p' naam='P' " +
      process + "</proces></processen><ketens><keten id='k' naam='Keten'><schakel proces='p'/></keten></ketens>");
  const Model model = scene.join();
  Labels labels(Language::nl);
  labels.set("keten.uitvoerder-onbekend", "onbekend");
  DiagramOptions options;
  options.state = DrawnState::change;
  const ChainView view = chain_view({model, scene.sources, labels, {}, options}, model.find(EntityKind::chain, "k"));
  constexpr std::string_view parts[] = {"leads", "leaves", "also", "also new", "also ends"};
  std::string out;
  for (const ChainCell& cell : chain_cells(view, DrawnState::change)) {
    const std::string_view tone = cell.tone == Tone::same      ? ", same"
                                  : cell.tone == Tone::changed ? ", changed"
                                  : cell.tone == Tone::added   ? ", added"
                                  : cell.tone == Tone::ended   ? ", ended"
                                                               : "";
    out += fmt::format("{}{}: {}{}", out.empty() ? "" : "; ", view.lanes[cell.lane].name,
                       parts[static_cast<std::size_t>(cell.part)], tone);
  }
  return out;
}

const std::string executor_a = "<rol partij='a' rol='uitvoerder' toestand='";
const std::string executor_b = "<rol partij='b' rol='uitvoerder' toestand='";

TEST(ChainCells, AStepWhoseExecutorMovesLeavesALane) {
  EXPECT_EQ("B: leads, changed; A: leaves, ended", changes(">" + executor_a + "ist'/>" + executor_b + "soll'/>"));
}

TEST(ChainCells, AStepThatLosesOneOfItsExecutorsChanges) {
  EXPECT_EQ("A: leads, changed; B: also ends", changes(">" + executor_a + "ist soll'/>" + executor_b + "ist'/>"));
}

TEST(ChainCells, AStepWithTheSameExecutorsStaysTheSame) {
  EXPECT_EQ("A: leads, same; B: also", changes(">" + executor_a + "ist soll'/>" + executor_b + "ist soll'/>"));
}

TEST(ChainCells, AStepWithoutAnExecutorInSollDoesNotEnd) {
  EXPECT_EQ("onbekend: leads, changed; A: leaves, ended", changes(">" + executor_a + "ist'/>"));
}

TEST(ChainCells, AStepThatIsOnlyInIstEnds) {
  EXPECT_EQ("A: leaves, ended", changes("toestand='ist'>" + executor_a + "ist'/>"));
}

TEST(ChainCells, AStepThatIsOnlyInSollIsNew) {
  EXPECT_EQ("A: leads, added", changes("toestand='soll'>" + executor_a + "soll'/>"));
}

/// The cell about the agreement under the one handover, that a process without an executor in SOLL receives.
std::string agreement_text(DrawnState state) {
  testing::JoinScene scene;
  scene.map(
      "<partijen><partij id='gem' naam='Gemeente' soort='gemeente'/>"
      "<partij id='regio' naam='Regio' soort='samenwerkingsverband'/></partijen>"
      "<processen><proces id='a' naam='A'><rol partij='gem' rol='uitvoerder'/></proces>"
      "<proces id='b' naam='B'><rol partij='regio' rol='uitvoerder' toestand='ist'/></proces></processen>"
      "<ketens><keten id='k' naam='Keten'><schakel proces='a'/><schakel proces='b'/></keten></ketens>"
      "<overdrachten><overdracht id='o' van='a' naar='b' toestand='ist soll' afspraak='x'/></overdrachten>"
      "<afspraken><afspraak id='x' naam='X' soort='dvo' partijen='gem regio' status='geldig'/></afspraken>");
  const Model model = scene.join();
  const Labels labels = testing::shipped_labels(Language::nl);
  DiagramOptions options;
  options.state = state;
  const DiagramContext context{model, scene.sources, labels, {}, options};
  const ChainView view = chain_view(context, model.find(EntityKind::chain, "k"));
  std::string text;
  const std::vector<HandoverRow> rows = handover_rows(context, view, 1000);
  for (const Box& box : rows.back().boxes)
    if (box.id.ends_with("-6"))
      for (const TextLine& line : box.lines) text += line.text;
  return text;
}

TEST(ChainView, WhereNobodyExecutesNobodyKnowsWhetherAnAgreementIsNeeded) {
  EXPECT_EQ("X: geldig", agreement_text(DrawnState::ist));
  EXPECT_EQ("X: uitvoerder onbekend", agreement_text(DrawnState::soll));
}

}  // namespace
}  // namespace keuzekaart
