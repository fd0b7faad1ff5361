#include "modeler/tables/cell_address.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace keuzekaart {
namespace {

std::vector<Table> two_tables() {
  const Trace here{Derivation::read, {}};
  Table processes;
  processes.key = "processen";
  processes.sheet = "Processen";
  processes.columns = {{"naam", "Naam"}, {"uitvoerder-ist", "Uitvoerder nu (IST)"}};
  processes.rows = {{"toegang", {Cell::text("Toegang", here), Cell::text("Wijkteam", here)}},
                    {"toegang:jeugd", {Cell::text("Toegang jeugd", here), Cell::text("Jeugdregio", here)}}};
  Table matrix = processes;
  matrix.key = "product-proces";
  matrix.sheet = "Product x proces";
  return {processes, matrix};
}

std::string at(std::string_view address) {
  const std::vector<Table> tables = two_tables();
  const CellLookup found = find_cell(tables, address);
  return found.found() ? found.cell().value() : "";
}

TEST(CellAddress, SheetAndCellAsTheWorkbookLaysThemOut) {
  EXPECT_EQ("Toegang", at("Processen!A5"));
  EXPECT_EQ("Jeugdregio", at("'Product x proces'!$B$6"));
}

TEST(CellAddress, KeyCodeAndColumn) {
  EXPECT_EQ("Wijkteam", at("processen:toegang:uitvoerder-ist"));
  EXPECT_EQ("Wijkteam", at("Processen:toegang:Uitvoerder nu (IST)"));
}

TEST(CellAddress, TheLongestCodeThatFitsCounts) { EXPECT_EQ("Toegang jeugd", at("processen:toegang:jeugd:naam")); }

TEST(CellAddress, WhatIsWrittenIsFoundAgain) {
  const std::vector<Table> tables = two_tables();
  for (const Table& table : tables)
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      for (std::size_t c = 0; c < table.columns.size(); ++c) {
        const CellLookup found = find_cell(tables, cell_address(table, r, c));
        ASSERT_TRUE(found.found());
        EXPECT_EQ(&table.rows[r].cells[c], &found.cell());
      }
}

TEST(CellAddress, WrongPartsGiveTheNearestNames) {
  const std::vector<Table> tables = two_tables();
  EXPECT_THAT(find_cell(tables, "Procesen!A5").nearest, ::testing::ElementsAre("Processen"));
  EXPECT_THAT(find_cell(tables, "processen:toegnag:naam").nearest, ::testing::ElementsAre("toegang"));
  EXPECT_THAT(find_cell(tables, "processen:toegang:uitvoerder-is").nearest, ::testing::ElementsAre("uitvoerder-ist"));
}

TEST(CellAddress, SaysWhichPartIsWrong) {
  const std::vector<Table> tables = two_tables();
  using Problem = CellLookup::Problem;
  EXPECT_EQ(Problem::not_an_address, find_cell(tables, "processen").problem);
  EXPECT_EQ(Problem::not_an_address, find_cell(tables, "Processen!12").problem);
  EXPECT_EQ(Problem::no_table, find_cell(tables, "Projecten!A5").problem);
  EXPECT_EQ(Problem::no_row, find_cell(tables, "Processen!A4").problem);
  EXPECT_EQ(Problem::no_row, find_cell(tables, "Processen!A99").problem);
  EXPECT_EQ(Problem::no_column, find_cell(tables, "Processen!Z5").problem);
}

TEST(CellAddress, LettersGoOnAfterZ) {
  EXPECT_EQ("A", column_letters(0));
  EXPECT_EQ("Z", column_letters(25));
  EXPECT_EQ("AA", column_letters(26));
  EXPECT_EQ("XFD", column_letters(16383));
}

}  // namespace
}  // namespace keuzekaart
