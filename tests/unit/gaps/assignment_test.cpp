#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "modeler/tables/assignment_tables.hpp"
#include "tests/support/join_scene.hpp"
#include "tests/support/whole_map.hpp"

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using testing::JoinScene;
using testing::labels_in;

constexpr const char* parties =
    "<partijen><partij id='gem' naam='Gemeente' soort='gemeente'/>"
    "<partij id='team' naam='Team' soort='organisatieonderdeel' deel-van='gem'/>"
    "<partij id='regio' naam='Regio' soort='samenwerkingsverband'/></partijen>";

/// The lines of one part of an assignment: what, now, later and note, as far as they are filled.
std::vector<std::string> lines_of(const Table& table, const std::string& part) {
  std::vector<std::string> lines;
  for (const Row& row : table.rows) {
    if (row.code.substr(0, row.code.find(':')) != part) continue;
    std::string line;
    for (std::size_t column = 1; column <= 4; ++column)
      if (const std::string text = row.cells[column].value(); !text.empty()) line += (line.empty() ? "" : " | ") + text;
    lines.push_back(std::move(line));
  }
  return lines;
}

/// Those of the first project of a small map.
std::vector<std::string> assignment(const std::string& part, const std::string& content) {
  JoinScene scene;
  scene.map(parties + content, "datum='2026-11-02' soll-datum='2028-01-01'");
  const Model model = scene.join();
  return lines_of(assignment_tables({model, scene.sources, labels_in(Language::nl), {}}).front(), part);
}

std::string project(const std::string& content, const std::string& attributes = {}) {
  return "<projecten><project id='pr' titel='Project' " + attributes + ">" + content + "</project></projecten>";
}

constexpr const char* two_processes = "<processen><proces id='a' naam='A'/><proces id='b' naam='B'/></processen>";

TEST(Assignment, TheKindThatAPersonWroteStands) {
  EXPECT_THAT(
      assignment("overdracht", std::string(two_processes) +
                                   "<overdrachten><overdracht id='o1' van='a' naar='b' inhoud='Plan' vorm='e-mail' "
                                   "toestand='ist'/><overdracht id='o2' van='a' naar='b' inhoud='Plan' vorm='portaal' "
                                   "toestand='soll'/></overdrachten>" +
                                   project("<verschil soort='overdracht-nieuw' element='o2'/>")),
      ElementsAre(
          "A › B | Plan (e-mail) | Plan (portaal) | overdracht nieuw; volgens de vergelijking: overdracht anders"));
}

constexpr const char* plan =
    "<transitieplan><mijlpaal id='m1' naam='Van dit project' datum='2028-03-01' projecten='pr tweede'/>"
    "<mijlpaal id='m2' naam='Van een ander' datum='2027-06-01' projecten='tweede'/>"
    "<mijlpaal id='m3' naam='Van het plan' datum='2027-06-01'/>"
    "<mijlpaal id='m4' naam='Van het plan, later' datum='2028-06-01'/>"
    "<ingrijppunt id='i1' naam='Zonder datum' projecten='pr'/></transitieplan>";

TEST(Assignment, ItsOwnMomentsAndThoseOfTheWholePlanOnTheWay) {
  EXPECT_THAT(assignment("fase",
                         "<projecten><project id='pr' titel='Project' start='2027-01-01' einde='2027-12-31'/>"
                         "<project id='tweede' titel='Tweede' start='2027-01-01' einde='2027-12-31'/></projecten>" +
                             std::string(plan)),
              ElementsAre("Van het plan | 2027-06-01 | mijlpaal van het hele plan",
                          "Van dit project | 2028-03-01 | mijlpaal", "Zonder datum | nog geen datum | ingrijppunt"));
}

constexpr const char* hulp_and_rolstoel =
    "<processen><proces id='toekennen' naam='Toekennen'><rol partij='gem' rol='uitvoerder'/></proces>"
    "<proces id='leveren' naam='Leveren'><rol partij='regio' rol='uitvoerder'/></proces></processen>"
    "<producten><product id='hulp' naam='Hulp'><proces ref='toekennen' status='bevestigd'/>"
    "<proces ref='leveren' status='bevestigd'/></product>"
    "<product id='rolstoel' naam='Rolstoel'><proces ref='toekennen' status='bevestigd'/></product></producten>"
    "<overdrachten><overdracht id='o' van='toekennen' naar='leveren' toestand='ist'/></overdrachten>";

TEST(Assignment, OfAHandoverTheProductsOfBothItsEnds) {
  EXPECT_THAT(assignment("product", hulp_and_rolstoel + project("<verschil soort='overdracht-eindigt' element='o'/>")),
              ElementsAre("Hulp"));
}

TEST(Assignment, TheProductsOfAnAgreementAreThoseOfWhatIsExecutedUnderIt) {
  const std::string content =
      "<processen><proces id='a' naam='A'><rol partij='gem' rol='uitvoerder'/></proces><proces id='b' naam='B'>"
      "<rol partij='gem' rol='verantwoordelijk'/><rol partij='regio' rol='uitvoerder'/></proces></processen>"
      "<producten><product id='p' naam='Buur'><proces ref='a' status='bevestigd'/></product>"
      "<product id='q' naam='Eigen'><proces ref='b' status='bevestigd'/></product></producten>"
      "<overdrachten><overdracht id='o' van='a' naar='b'/></overdrachten>";
  EXPECT_THAT(assignment("product", content + project("<verschil soort='afspraak-nieuw' element='regio'/>")),
              ElementsAre("Eigen"));
}

TEST(Assignment, WhoWorksWithWhatIsNewIsNamed) {
  EXPECT_THAT(assignment("partij",
                         "<processen><proces id='a' naam='A' toestand='soll'><rol partij='gem' rol='verantwoordelijk'/>"
                         "<rol partij='team' rol='uitvoerder'/></proces></processen>" +
                             project("<verschil soort='proces-nieuw' element='a'/>")),
              ElementsAre("Gemeente", "Team"));
}

TEST(Assignment, DatesAreDatesAndNumbersNumbers) {
  JoinScene scene;
  scene.map(project("", "start='2027-01-04' einde='2027-06-30' kosten='180000'"));
  const Model model = scene.join();
  const Table table = assignment_tables({model, scene.sources, labels_in(Language::nl), {}}).front();
  EXPECT_EQ(CellKind::date, table.find_row("start")->cells[1].kind());
  EXPECT_EQ(CellKind::date, table.find_row("einde")->cells[1].kind());
  EXPECT_EQ(CellKind::number, table.find_row("kosten")->cells[1].kind());
}

const Table& of_sample(const std::string& project) {
  static const std::vector<Table> all = testing::sample_map().tables(labels_in(Language::nl));
  return *std::ranges::find(all, "opdracht-" + project, &Table::key);
}

// The finding that a directing function is nobody's task names all that others execute.
TEST(Assignment, WhatIsMissingForAllOfThemStandsWithWhoTakesItUp) {
  const auto with_kk02 = [](const std::string& project) {
    std::size_t count = 0;
    for (const std::string& line : lines_of(of_sample(project), "bevinding"))
      if (line.find("| KK02; ") != std::string::npos) ++count;
    return count;
  };
  EXPECT_EQ(1, with_kk02("p-regie"));
  EXPECT_EQ(0, with_kk02("p-jeugd"));
  EXPECT_EQ(0, with_kk02("p-huishoudelijke-hulp"));
  EXPECT_THAT(lines_of(of_sample("p-regie"), "functie"),
              ElementsAre("Opdrachtbewaking | nog geen proces | in te richten | functie nieuw; inspanning: midden; "
                          "risico: laag"));
}

}  // namespace
}  // namespace keuzekaart
