// What `keuzekaart check` prints about the real files, as a person sees it. Skipped where the files are not there.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>

#include "cli/program.hpp"
#include "tests/support/places.hpp"

namespace keuzekaart {
namespace {

using Counts = std::map<std::string, std::string>;

std::string output_of(const std::vector<std::string>& arguments) {
  std::FILE* out = std::tmpfile();
  std::FILE* err = std::tmpfile();
  run_program(arguments, out, err);
  std::string text(static_cast<std::size_t>(std::ftell(out)), '\0');
  std::rewind(out);
  text.resize(std::fread(text.data(), 1, text.size(), out));
  std::fclose(out);
  std::fclose(err);
  return text;
}

/// The lines of `check` that count something, by what is counted: "elementen" to "3006", or to "12 van 79".
Counts counts_of(const std::string& path) {
  Counts counts;
  std::istringstream lines(output_of({"check", path, "--quiet"}));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t number = line.find_first_not_of(' ');
    const std::size_t what = line.rfind("  ");
    if (number == 0 || number == std::string::npos || what == std::string::npos || what < number) continue;
    std::string count = line.substr(number, what - number);
    for (std::size_t blanks; (blanks = count.find("  ")) != std::string::npos;) count.erase(blanks, 1);
    counts[line.substr(what + 2)] = count;
  }
  return counts;
}

/// Those of the counts that are expected, so that a difference shows both.
Counts among(const Counts& counts, const Counts& expected) {
  Counts out;
  for (const auto& [what, number] : expected)
    if (const auto found = counts.find(what); found != counts.end()) out.insert(*found);
  return out;
}

struct RealFile : testing::Test {
  static void expect(const std::string& path, const Counts& expected) {
    const std::string full = shared_data("/") + path;
    if (!std::filesystem::exists(full)) GTEST_SKIP() << "shared data is not there";
    EXPECT_EQ(expected, among(counts_of(full), expected));
  }
};

TEST_F(RealFile, GemmaIsCountedWhole) {
  expect("gemma/model", {{"elementen", "3006"},
                         {"relaties", "6257"},
                         {"weergaven (views)", "358"},
                         {"uiteinden van relaties die zelf een relatie zijn", "4"},
                         {"uiteinden die naar niets verwijzen", "0"},
                         {"profielen", "1"},
                         {"processen en clusters in het proceslandschap", "79"}});
}

TEST_F(RealFile, GemmaHasTheKnownGaps) {
  expect("gemma/model", {{"Landschapsprocessen met een bedrijfsfunctie", "12 van 79"},  // 67 reach none
                         {"Bedrijfsfuncties met een applicatieservice", "153 van 304"},
                         {"Bedrijfsfuncties met een component", "141 van 304"},
                         {"Bedrijfsfuncties met een standaard", "134 van 304"}});
}

TEST_F(RealFile, NoraIsCountedWhole) {
  expect("nora/grafico-model", {{"elementen", "190"}, {"relaties", "481"}, {"weergaven (views)", "52"}});
}

TEST_F(RealFile, OverGemmaIsCountedWhole) {
  expect("over-gemma/grafico-model",
         {{"elementen", "483"}, {"relaties", "808"}, {"uiteinden van relaties die zelf een relatie zijn", "4"}});
}

TEST_F(RealFile, UplOfApril2025) {
  expect("upl/UPL-actueel-2025-04.csv", {{"producten", "1214"},
                                         {"producten voor gemeenten", "512"},
                                         {"producten voor gemeenten met een wettelijke grondslag", "453"}});
}

TEST_F(RealFile, UplOfDecember2021) {
  expect("upl/UPL-actueel-2021-12.csv", {{"producten", "1017"},
                                         {"producten voor gemeenten", "450"},
                                         {"producten voor gemeenten met een wettelijke grondslag", "386"}});
}

TEST_F(RealFile, INavigatorOfThreeProcesses) {
  expect("i-navigator/budget-3-processen.xml", {{"processen", "3"}, {"stappen", "21"}, {"rollen", "13"}});
}

TEST_F(RealFile, INavigatorOfTwentyProcesses) {
  expect("i-navigator/vergunningen-20-processen.xml", {{"processen", "20"}, {"stappen", "147"}, {"rollen", "67"}});
}

}  // namespace
}  // namespace keuzekaart
