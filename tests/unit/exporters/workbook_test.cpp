#include "exporters/workbook.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <cstdlib>
#include <limits>
#include <set>

#include "exporters/package_check.hpp"
#include "exporters/workbook_sheet.hpp"
#include "exporters/workbook_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/whole_map.hpp"

namespace keuzekaart {
namespace {

using testing::labels_in;
using testing::TemporaryFolder;

const Trace here{Derivation::read, {}};

std::string write(const std::vector<Table>& tables, Diagnostics& diagnostics, WorkbookProperties properties = {}) {
  static const Labels labels = labels_in(Language::nl);
  return write_workbook(tables, properties, labels, diagnostics);
}

Table one_cell(Cell cell) {
  Table table;
  table.key = "proef";
  table.sheet = "Proef";
  table.columns = {{"naam", "Naam"}};
  table.rows = {{"a", {std::move(cell)}}};
  return table;
}

/// One part of the package, unzipped by the system's own tool.
std::string part_of(const std::string& bytes, const std::string& name) {
  const TemporaryFolder folder;
  folder.write("kaart.xlsx", bytes);
  const std::string command = "unzip -p '" + folder.at("kaart.xlsx") + "' '" + name + "' > '" + folder.at("deel") + "'";
  if (std::system(command.c_str()) != 0) return {};
  return folder.tree()["deel"];
}

bool has_unzip() { return std::system("command -v unzip > /dev/null") == 0; }

TEST(Workbook, TheSampleGivesTheSameBytesTwiceAndInEveryTimeZone) {
  const std::vector<Table> tables = testing::sample_map().tables(labels_in(Language::nl));
  WorkbookProperties properties;
  properties.date = "2026-11-02";
  Diagnostics diagnostics;
  ::setenv("TZ", "Europe/Amsterdam", 1);
  const std::string first = write(tables, diagnostics, properties);
  ::setenv("TZ", "Pacific/Kiritimati", 1);
  const std::string second = write(tables, diagnostics, properties);
  ::unsetenv("TZ");
  EXPECT_EQ("PK", first.substr(0, 2));
  EXPECT_TRUE(first == second);
  EXPECT_TRUE(diagnostics.all().empty());
}

TEST(Workbook, TextThatLooksLikeAFormulaStaysText) {
  if (!has_unzip()) GTEST_SKIP() << "unzip is not there";
  Diagnostics diagnostics;
  const std::string bytes = write({one_cell(Cell::text("=HYPERLINK(\"http://kwaad\")", here))}, diagnostics);
  EXPECT_EQ(std::string::npos, part_of(bytes, "xl/worksheets/sheet1.xml").find("<f>"));
  EXPECT_NE(std::string::npos, part_of(bytes, "xl/sharedStrings.xml").find("=HYPERLINK("));
}

TEST(Workbook, CodesStayText) {
  if (!has_unzip()) GTEST_SKIP() << "unzip is not there";
  Diagnostics diagnostics;
  const std::string bytes = write({one_cell(Cell::text("0.10", here))}, diagnostics);
  EXPECT_NE(std::string::npos, part_of(bytes, "xl/sharedStrings.xml").find("<t>0.10</t>"));
}

TEST(Workbook, TooLongATextIsCutWithAMarkAndSaid) {
  Diagnostics diagnostics;
  write({one_cell(Cell::text(std::string(40000, 'x'), here))}, diagnostics);
  ASSERT_EQ(1U, diagnostics.all().size());
  EXPECT_EQ(Code::K505, diagnostics.all()[0].code);
  EXPECT_EQ((std::vector<std::string>{"Proef!A5", "40000", "32767"}), diagnostics.all()[0].arguments);
}

TEST(Workbook, NumbersThatAreNoneAndBadTextDoNotRuinIt) {
  if (!has_unzip()) GTEST_SKIP() << "unzip is not there";
  Diagnostics diagnostics;
  Table table = one_cell(Cell::number(std::numeric_limits<double>::quiet_NaN(), here));
  table.rows.push_back({"b", {Cell::text("slecht\xFF\x01 teken", here)}});
  table.rows.push_back({"c", {Cell::date("2026-99-99", here)}});
  const std::string bytes = write({table}, diagnostics);
  EXPECT_EQ(std::string::npos, part_of(bytes, "xl/worksheets/sheet1.xml").find("<v>nan"));
  EXPECT_NE(std::string::npos, part_of(bytes, "xl/sharedStrings.xml").find("slecht\xEF\xBF\xBD teken"));
}

TEST(Workbook, ListsWithAccentsGoByRange) {
  if (!has_unzip()) GTEST_SKIP() << "unzip is not there";
  Diagnostics diagnostics;
  Table table = one_cell(Cell::text("één", here));
  for (int i = 0; i < 60; ++i) table.columns[0].allowed.push_back("waarde één " + std::to_string(i));
  const std::string bytes = write({table}, diagnostics);
  EXPECT_NE(std::string::npos,
            part_of(bytes, "xl/worksheets/sheet1.xml").find("<formula1>'Lijsten'!$A$1:$A$60</formula1>"));
}

/// Files may not grow past a limit, as on a full disk; undone at the end.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(rlim_t most) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{most, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;
  ~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int);
};

TEST(Workbook, NoRoomGivesAnErrorAndNeverADamagedWorkbook) {
  Table table = one_cell(Cell::text("begin", here));
  for (int i = 0; i < 2000; ++i)
    table.rows.push_back({std::to_string(i), {Cell::text("rij " + std::to_string(i * 7919), here)}});
  Diagnostics diagnostics;
  const std::string whole = write({table}, diagnostics);
  int refused = 0;
  for (rlim_t most = 1024; most < 400000; most = most * 3 / 2) {
    const FileSizeLimit limit(most);
    try {
      EXPECT_TRUE(write({table}, diagnostics) == whole) << most;
    } catch (const OutputError& error) {
      EXPECT_EQ(Code::K501, error.code());
      ++refused;
    }
  }
  EXPECT_GT(refused, 5);
}

TEST(Workbook, ACutOffPackageIsNotWhole) {
  Diagnostics diagnostics;
  const std::string whole = write({one_cell(Cell::text("begin", here))}, diagnostics);
  EXPECT_TRUE(package_is_whole(whole));
  for (std::size_t size = 0; size < whole.size(); size += 97)
    EXPECT_FALSE(package_is_whole(whole.substr(0, size))) << size;
}

TEST(Workbook, ColumnsInWhichNothingStandsAreHidden) {
  if (!has_unzip()) GTEST_SKIP() << "unzip is not there";
  Diagnostics diagnostics;
  Table table = one_cell(Cell::text("iets", here));
  table.columns.push_back({"leeg", "Leeg"});
  table.rows[0].cells.push_back(Cell::empty(here));
  table.columns.push_back({"in-te-vullen", "In te vullen"});
  table.rows[0].cells.push_back(Cell::empty(here, CellMark::fill_in));
  const std::string sheet = part_of(write({table}, diagnostics), "xl/worksheets/sheet1.xml");
  const std::size_t hidden = sheet.find("hidden=\"1\"");
  EXPECT_EQ("<col min=\"2\" max=\"2\"", sheet.substr(sheet.rfind("<col ", hidden), 20));
  EXPECT_EQ(std::string::npos, sheet.find("hidden=\"1\"", hidden + 1));
}

TEST(WorkbookText, EscapesWhatExcelWouldDecode) {
  EXPECT_EQ("_x005F_x0041_", workbook_text("_x0041_"));
  EXPECT_EQ("_xyz_", workbook_text("_xyz_"));
}

TEST(WorkbookText, WrapsEvenWithoutAnyWidth) {
  EXPECT_EQ(2U, wrapped_lines("een twee", 5));
  EXPECT_LE(3U, wrapped_lines("een", 0));
  EXPECT_LE(3U, wrapped_lines("een", -2));
}

TEST(WorkbookText, CountsAsExcelCounts) {
  EXPECT_EQ(3U, utf16_length("é😀"));
  EXPECT_EQ("é", utf16_prefix("é😀", 2));
}

TEST(SheetName, FollowsTheRulesAndStaysUnique) {
  EXPECT_EQ("Product x proces", sheet_name("Product x proces", {}));
  EXPECT_EQ("a b", sheet_name("a/b", {}));
  EXPECT_EQ("Blad", sheet_name("'':", {}));
  EXPECT_EQ("Keten 2", sheet_name("Keten", {"KETEN"}));
  EXPECT_EQ(31U, sheet_name(std::string(50, 'x'), {}).size());
}

}  // namespace
}  // namespace keuzekaart
