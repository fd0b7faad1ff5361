#include "importers/own_lists/named_tables.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"

namespace keuzekaart::own_lists {
namespace {

using testing::TemporaryFolder;

constexpr const char* description = R"(<lijsten xmlns="urn:keuzekaart:lijsten:1">
  <producten bestand="producten.csv"><id kolom="Nr"/><naam kolom="Product"/><upl kolom="UPL"/></producten>
  <processen bestand="sub/processen.csv"><id kolom="Nr"/><naam kolom="Proces"/></processen>
  <product-proces bestand="producten.csv"><product kolom="Product"/><proces kolom="Proces"/></product-proces>
  <partijen bestand="../partijen.csv"><naam kolom="Partij"/></partijen>
</lijsten>)";

/// Which of the files a new list with these headings is like, by its name as the description has it.
std::string like(const std::string& name, const std::string& headings) {
  const TemporaryFolder folder;
  folder.write("a.lijst.xml", description);
  folder.write(name, headings + "\n1;2;3;4\n");
  const auto tables = named_tables(folder.at("a.lijst.xml"));
  const int found = table_like(folder.at("a.lijst.xml"), tables, folder.at(name));
  return found < 0 ? "?" : tables[static_cast<std::size_t>(found)].file;
}

TEST(NamedTables, AreEachOnceWithEveryHeadingThatIsWantedOfThem) {
  const TemporaryFolder folder;
  folder.write("a.lijst.xml", description);
  std::string said;
  for (const NamedTable& table : named_tables(folder.at("a.lijst.xml"))) {
    said += table.file + (table.beside ? "" : " (elsewhere)") + ":";
    for (const std::string& heading : table.headings) said += " " + heading;
    said += "; ";
  }
  EXPECT_EQ(
      "producten.csv: Nr Product UPL Product Proces; sub/processen.csv: Nr Proces; "
      "../partijen.csv (elsewhere): Partij; ",
      said);
}

TEST(NamedTables, AListIsKnownByItsNameWhateverItsHeadings) {
  EXPECT_EQ("sub/processen.csv", like("Processen.CSV", "Code;Omschrijving"));
}

TEST(NamedTables, AListIsElseKnownByItsHeadings) {
  EXPECT_EQ("producten.csv", like("export.csv", "Nr;Product;UPL;Bijzonderheden"));
  EXPECT_EQ("sub/processen.csv", like("export.csv", "Nr;Proces"));
}

TEST(NamedTables, LessThanHalfOfTheHeadingsIsNotEnough) { EXPECT_EQ("?", like("export.csv", "UPL;Opmerking")); }

TEST(NamedTables, TwoListsThatFitAsWellAreNotChosenBetween) {
  EXPECT_EQ("?", like("export.csv", "Nr;Product;UPL;Proces;Partij"));
}

TEST(NamedTables, WhatIsNoDescriptionNamesNone) {
  const TemporaryFolder folder;
  folder.write("a.lijst.xml", "geen xml");
  EXPECT_TRUE(named_tables(folder.at("a.lijst.xml")).empty());
}

}  // namespace
}  // namespace keuzekaart::own_lists
