#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>
#include <stdexcept>

#include "exporters/csv_table.hpp"
#include "exporters/json_table.hpp"
#include "exporters/text_table.hpp"
#include "tests/support/places.hpp"
#include "tests/support/table_shape.hpp"
#include "tests/support/whole_map.hpp"

namespace keuzekaart {
namespace {

using testing::check_shape;
using testing::labels_in;
using testing::sample_map;
using testing::WholeMap;

const std::vector<Table>& sample_tables() {
  static const std::vector<Table> tables = sample_map().tables(labels_in(Language::nl));
  return tables;
}

const Table& sample_table(std::string_view key) {
  for (const Table& table : sample_tables())
    if (table.key == key) return table;
  throw std::runtime_error("no such table");
}

TEST(Tables, EveryCellOfTheSampleHasAPlaceThatExists) { check_shape(sample_tables(), sample_map().sources); }

TEST(Tables, NoLabelIsMissing) {
  for (const Language language : {Language::nl, Language::en}) {
    const std::vector<Table> tables = sample_map().tables(labels_in(language));
    for (const Table& table : tables) EXPECT_EQ(std::string::npos, csv_table(table).find("‹")) << table.key;
  }
}

TEST(Tables, KeysAreTheSameInEveryLanguage) {
  const std::vector<Table> english = sample_map().tables(labels_in(Language::en));
  ASSERT_EQ(sample_tables().size(), english.size());
  for (std::size_t t = 0; t < english.size(); ++t) {
    const Table& dutch = sample_tables()[t];
    EXPECT_EQ(dutch.key, english[t].key);
    ASSERT_EQ(dutch.columns.size(), english[t].columns.size());
    for (std::size_t c = 0; c < dutch.columns.size(); ++c) EXPECT_EQ(dutch.columns[c].key, english[t].columns[c].key);
    ASSERT_EQ(dutch.rows.size(), english[t].rows.size()) << dutch.key;
    for (std::size_t r = 0; r < dutch.rows.size(); ++r) EXPECT_EQ(dutch.rows[r].code, english[t].rows[r].code);
  }
}

TEST(Tables, ValuesOfAColumnWithAListStandInIt) {
  for (const Table& table : sample_tables())
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const std::vector<std::string>& allowed = table.columns[c].allowed;
      if (allowed.empty()) continue;
      for (const Row& row : table.rows) {
        const std::string& value = row.cells[c].value();
        if (!value.empty() && row.cells[c].mark() != CellMark::gap) {
          EXPECT_EQ(1, std::ranges::count(allowed, value)) << table.key << ":" << row.code << " " << value;
        }
      }
    }
}

TEST(Tables, TheTitleOfRolesCountsItsOwnRows) {
  const Table& roles = sample_table("rollen");
  const std::size_t now = roles.find_column("uitvoerder-ist").value();
  std::size_t changed = 0;
  for (const Row& row : roles.rows) {
    const Cell& later = row.cells[now + 1];
    const bool is_new = row.cells[now].mark() == CellMark::added;
    const bool stops = later.mark() == CellMark::ended && later.value() == "bestaat niet meer";
    const bool is_known = later.value() != "niet bekend";
    if (!is_new && !stops && is_known && row.cells[now].value() != later.value()) ++changed;
  }
  EXPECT_EQ(
      std::to_string(changed) + " van de " + std::to_string(roles.rows.size()) + " processen wisselen van uitvoerder",
      roles.title);
}

TEST(Tables, NoEnglishWordsInTheDutchWords) {
  const Labels labels = labels_in(Language::nl);
  const std::set<std::string> english = {"the",  "of the", "process", "status of", "kind",  "owner", "executor",
                                         "with", "party",  "chain",   "missing",   "valid", "which", "from"};
  for (const auto& [key, text] : labels.all()) {
    if (!key.starts_with("tabel.") && !key.starts_with("kolom.") && !key.starts_with("werkmap.")) continue;
    std::string padded = " ";
    for (const char c : text) padded += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : std::isalpha(c) ? c : ' ';
    padded += ' ';
    for (const std::string& word : english) EXPECT_EQ(std::string::npos, padded.find(" " + word + " ")) << key;
  }
}

TEST(Tables, GemmaAloneGivesSheetsWithoutNonsense) {
  const std::string path = shared_data("/gemma/model");
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "shared data is not there";
  const auto whole = testing::sources_alone({path});
  const std::vector<Table> tables = whole->tables(labels_in(Language::nl));
  check_shape(tables, whole->sources);
  for (const Table& table : tables)
    if (table.key == "functies") {
      EXPECT_EQ("153 van de 304 functies worden bediend door een applicatieservice", table.title);
    }
}

Table awkward_table() {
  const Trace here{Derivation::read, {}};
  Table table;
  table.key = "proef";
  table.title = "Proef";
  table.columns = {{"naam", "Naam"}, {"aantal", "Aantal"}};
  table.rows = {{"a", {Cell::text("=1+1", here), Cell::number(-2.5, here)}},
                {"b", {Cell::text("zegt \"ja\", dan\nnee", here), Cell::empty(here)}},
                {"c", {Cell::text("één", here, CellMark::changed), Cell::number(3, here)}}};
  return table;
}

TEST(CsvTable, QuotesAndKeepsFormulasAsText) {
  EXPECT_EQ("\xEF\xBB\xBFrij,naam,aantal\r\na,'=1+1,-2.5\r\nb,\"zegt \"\"ja\"\", dan\nnee\",\r\nc,één,3\r\n",
            csv_table(awkward_table()));
}

TEST(TextTable, AlignsByWhatIsSeen) {
  EXPECT_EQ(
      "Proef\n\nNaam            Aantal\n--------------  ------\n=1+1            -2.5\nzegt \"ja\", dan\nnee\n≠ één     "
      "      3\n",
      text_table(awkward_table(), {22, {}}));
}

TEST(TextTable, StandsInBlocksWhereColumnsWouldBreakWords) {
  const Trace here{Derivation::read, {}};
  Table table = awkward_table();
  table.columns = {{"proces", "Proces"}, {"reden", "Reden"}, {"leeg", "Leeg"}};
  table.rows = {{"a", {Cell::text("Behandelen", here), Cell::text("op verzoek van de raad", here), Cell::empty(here)}},
                {"b", {Cell::text("Toekennen maatwerk", here), Cell::text("wettelijk", here), Cell::empty(here)}}};
  EXPECT_EQ(
      "Proef\n\nBehandelen\n  Reden  op\n         verzoek\n         van de\n         raad\n\n"
      "Toekennen maatwerk\n  Reden  wettelijk\n",
      text_table(table, {18, {}}));
}

TEST(JsonTable, HoldsValueMarkRuleAndPlaces) {
  Sources sources;
  sources.add("kaart.xml", "<kaart/>");
  Table table = awkward_table();
  table.rows = {{"c",
                 {Cell::text("één\n\"", Trace::read_at({FileId{0}, 1}), CellMark::changed),
                  Cell::number(3, Trace{Derivation::counted, {}})}}};
  EXPECT_NE(std::string::npos,
            json_tables(std::vector<Table>{table}, sources)
                .find("{\"rij\": \"c\", \"cellen\": {\"naam\": {\"waarde\": \"één\\n\\\"\", \"teken\": \"anders\", "
                      "\"regel\": \"A00\", \"plaatsen\": [\"kaart.xml:1:2\"]}, \"aantal\": {\"waarde\": 3, "
                      "\"regel\": \"A21\", \"plaatsen\": []}}}"));
}

}  // namespace
}  // namespace keuzekaart
