#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modeler/tables/sheet_tables.hpp"
#include "tests/support/rule_scene.hpp"
#include "tests/support/whole_map.hpp"

// What the sheets say of chains, agreements, processes and products.
namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using testing::RuleScene;

Table table_of(const RuleScene& scene, Table (*make)(const TableContext&)) {
  static const Labels labels = testing::labels_in(Language::nl);
  return make({scene.model, scene.scene.sources, labels, scene.findings});
}

/// The cells of some columns, a row each; what is missing with "○" and what is not right with "!" before it.
std::vector<std::string> cells(const Table& table, const std::vector<std::string>& columns) {
  std::vector<std::string> rows;
  for (const Row& row : table.rows) {
    std::string line;
    for (const std::string& wanted : columns)
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].key != wanted) continue;
        const Cell& cell = row.cells[i];
        const char* mark = cell.mark() == CellMark::gap ? "○ " : cell.mark() == CellMark::warning ? "! " : "";
        line += fmt::format("{}{}{}", line.empty() ? "" : " | ", mark, cell.value());
      }
    rows.push_back(line);
  }
  return rows;
}

std::string process(std::string_view id, std::string_view roles) {
  return fmt::format("<proces id='{0}' naam='{0}'>{1}</proces>", id, roles);
}
std::string executor(std::string_view party, std::string_view states = "ist soll") {
  return fmt::format("<rol partij='{}' rol='uitvoerder' toestand='{}'/>", party, states);
}
std::string handover(std::string_view from, std::string_view to, std::string_view more = {}) {
  return fmt::format("<overdracht id='o-{0}-{1}' van='{0}' naar='{1}' inhoud='{0}{1}' {2}/>", from, to, more);
}
std::string chain(std::string_view kind) {
  return fmt::format(
      "<ketens><keten id='k' naam='Keten' soort='{}' doel='Doel'><schakel proces='a'/><schakel proces='b'/>"
      "<schakel proces='c'/><schakel proces='d'/></keten></ketens>",
      kind);
}

/// The work goes from a to b and from a to c, and both answer to d.
std::string scene(std::string_view kind, std::string_view handovers) {
  return "<processen>" + process("a", executor("team")) + process("b", executor("regio")) +
         process("c", executor("bieder")) + process("d", executor("kcc", "ist")) + "</processen>" + chain(kind) +
         fmt::format("<overdrachten>{}</overdrachten>", handovers) +
         "<afspraken><afspraak id='af' naam='Contract' soort='dvo' partijen='gem regio' status='geldig' "
         "tot='2026-12-31'/></afspraken>";
}

TEST(ChainsSheet, TellsOfEveryHandoverBetweenLinksAndWhatItRestsOn) {
  const RuleScene made(scene("orkestratie", handover("a", "b", "afspraak='af'") + handover("a", "c") +
                                                handover("b", "d", "afspraak='af'") +
                                                handover("c", "d", "toestand='ist'")));
  const Table table = table_of(made, chains_table);
  EXPECT_EQ("1 keten met 4 overdrachten tussen de schakels, waarvan 3 nu of straks zonder geldige afspraak",
            table.title);
  EXPECT_THAT(cells(table, {"proces", "overdracht", "afspraak-ist", "afspraak-soll"}),
              ElementsAre("a | ab; ac › c | ○ ab: geldig; ac: ontbreekt | ○ ab: verlopen; ac: ontbreekt",
                          "b | bd › d | geldig | uitvoerder onbekend", "c | cd | ○ ontbreekt | ", "d |  |  | "));
}

TEST(ChainsSheet, OnlyALinkThatNothingLeadsToIsNotDescribed) {
  const std::string handovers = handover("a", "b") + handover("a", "c");
  EXPECT_THAT(cells(table_of(RuleScene(scene("estafette", handovers)), chains_table), {"proces", "overdracht"}),
              ElementsAre("a | ab; ac › c", "b | ", "c | ○ nog niet beschreven", "d | "));
  EXPECT_THAT(cells(table_of(RuleScene(scene("indirect", handovers)), chains_table), {"proces", "overdracht"}),
              ElementsAre("a | ab; ac › c", "b | ", "c | ", "d | "));
}

TEST(AgreementsSheet, CountsThePartsOfDataSupplyEvenWhenNoneIsFilledIn) {
  const auto agreement = [](std::string_view id, std::string_view glo) {
    return fmt::format("<afspraak id='{0}' naam='{0}' soort='dvo' partijen='gem regio'>{1}</afspraak>", id, glo);
  };
  const RuleScene made("<processen>" + process("a", executor("team")) + process("b", executor("regio")) +
                       "</processen><overdrachten>" + handover("a", "b", "persoonsgegevens='ja' afspraak='niets'") +
                       "</overdrachten><afspraken>" + agreement("deels", "<glo><kosten>Geen</kosten></glo>") +
                       agreement("geen-gegevens", "") + agreement("niets", "") + "</afspraken>");
  EXPECT_THAT(cells(table_of(made, agreements_table), {"code", "glo"}),
              ElementsAre("deels | ! 1 van 11", "geen-gegevens | 0 van 11", "niets | ! 0 van 11"));
}

TEST(AgreementsSheet, WhatIsMissingIsMissingBetweenOrganisations) {
  const std::string owned = "<rol partij='gem' rol='verantwoordelijk'/>" + executor("regio");
  const RuleScene made("<processen>" + process("a", executor("team")) + process("b", owned) +
                       "</processen><overdrachten>" + handover("a", "b", "toestand='ist'") + "</overdrachten>");
  EXPECT_THAT(cells(table_of(made, agreements_table), {"naam", "partijen", "geldig-ist", "geldig-soll"}),
              ElementsAre("○ Ontbreekt voor: b | Gemeente; Regio | ○ ontbreekt | ○ ontbreekt",
                          "○ Ontbreekt voor: ab | Gemeente; Regio | ○ ontbreekt | "));
}

TEST(ProcessesSheet, NamesTheOwnerOfAProcessThatIsStillToCome) {
  const auto owner = [](std::string_view party, std::string_view states) {
    return fmt::format("<rol partij='{}' rol='verantwoordelijk' toestand='{}'/>", party, states);
  };
  const RuleScene made("<processen>" + process("a", owner("gem", "ist soll")) +
                       "<proces id='b' naam='b' toestand='soll'>" + owner("gem", "soll") + "</proces>" +
                       process("c", owner("gem", "ist") + owner("regio", "soll")) + process("d", "") + "</processen>");
  EXPECT_THAT(cells(table_of(made, processes_table), {"code", "eigenaar"}),
              ElementsAre("a | Gemeente", "b | Gemeente", "c | Gemeente › Regio", "d | ○ nog geen eigenaar"));
}

TEST(ProcessesSheet, OfAProcessThatOnlyACatalogueHasSollIsNotKnown) {
  static const Labels labels = testing::labels_in(Language::nl);
  testing::JoinScene scene;
  scene.catalogue("G1", "Uit de catalogus", "", "Team");
  scene.map("<processen><proces id='weg' naam='Weg' toestand='ist'/></processen>");
  const Model model = scene.join();
  const TableContext context{model, scene.sources, labels, {}};
  EXPECT_THAT(cells(processes_table(context), {"code", "uitvoerder-soll"}),
              ElementsAre("G1 | niet bekend", "weg | bestaat niet meer"));
  EXPECT_THAT(cells(roles_table(context), {"code", "eigenaar-soll", "uitvoerder-soll", "verandering"}),
              ElementsAre("G1 | niet bekend | niet bekend | niet bekend",
                          "weg | bestaat niet meer | bestaat niet meer | proces stopt"));
}

TEST(ProductsSheet, AProposalDoesNotCount) {
  const auto product = [](std::string_view id, std::string_view tie) {
    return fmt::format("<product id='{0}' naam='{0}' productgroep='jeugd'>{1}</product>", id, tie);
  };
  const RuleScene made("<processen>" + process("p", "") + process("q", "") + "</processen><producten>" +
                       product("a", "<proces ref='p'/><proces ref='q' status='voorgesteld'/>") +
                       product("b", "<proces ref='p' status='voorgesteld'/>") + product("c", "") + "</producten>");
  const Table products = table_of(made, products_table);
  EXPECT_EQ("2 van de 3 producten hebben nog geen bevestigd proces", products.title);
  EXPECT_THAT(cells(products, {"code", "processen"}),
              ElementsAre("a | p; q (voorgesteld)", "b | p (voorgesteld)", "c | ○ nog geen proces"));
  const Table matrix = table_of(made, product_process_table);
  EXPECT_EQ("1 van de 3 producten heeft een bevestigd proces; samen met de voorstellen 2 processen", matrix.title);
  EXPECT_THAT(cells(matrix, {"product", "aantal-processen"}), ElementsAre("a | 1", "b | ○ 0", "c | ○ 0"));
}

}  // namespace
}  // namespace keuzekaart
