#include "importers/decision_sheet.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/catalogues.hpp"
#include "tests/support/messages.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/workbook_text.hpp"

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::rows_of;
using testing::WorkbookText;

struct Filled {
  Sources sources;
  Diagnostics diagnostics;
  std::optional<std::vector<DecisionRow>> rows;

  explicit Filled(const std::string& bytes) {
    const testing::TemporaryFolder folder;
    folder.write("w.xlsx", bytes);
    const Labels dutch = load_labels(Language::nl);
    const Labels english = load_labels(Language::en);
    const Labels* languages[] = {&dutch, &english};
    rows = read_decisions(folder.at("w.xlsx"), languages, sources, diagnostics);
    folder_ = folder.path() + "/";
  }
  explicit Filled(const WorkbookText& workbook) : Filled(workbook.bytes()) {}

  std::string said() const {
    std::string out = testing::messages(diagnostics, sources);
    for (std::size_t at = 0; (at = out.find(folder_, at)) != std::string::npos;) out.erase(at, folder_.size());
    return out;
  }
  /// What was decided, with the cell.
  std::vector<std::string> decided() const {
    std::vector<std::string> out;
    for (const DecisionRow& row : rows.value()) {
      const std::string cell = to_string(sources.locate(row.said.place));
      out.push_back(fmt::format("{} > {} {} {}", row.from.value, row.to.value, word_of(row.status),
                                cell.substr(cell.rfind('/') + 1)));
    }
    return out;
  }

 private:
  std::string folder_;
};

TEST(DecisionSheet, IsKnownByItsHeadingsWhateverElseThereIs) {
  const Filled filled(WorkbookText{{{"Blad1", rows_of("Status|Code\nja|x\n")},
                                    {"Besluiten mei", rows_of("8 koppelingen\n\n\nCode voorstel|Wie|status |Code van\n"
                                                              "r1|Jan|bevestigd|p\n\nr2||Afgewezen|q\n|let op\n"
                                                              "r3||voorgesteld|s\nr4|||t\n")}}});
  EXPECT_EQ("", filled.said());
  EXPECT_THAT(filled.decided(),
              ElementsAre("p > r1 bevestigd w.xlsx:'Besluiten mei'!C5", "q > r2 afgewezen w.xlsx:'Besluiten mei'!C7",
                          "s > r3 voorgesteld w.xlsx:'Besluiten mei'!C9"));
}

TEST(DecisionSheet, HasTheWordsOfItsOwnLanguage) {
  const Filled filled(
      WorkbookText{{{"Proposals", rows_of("Kind|Code from|Code proposal|Status\nprocess|p|r|confirmed\n")}}});
  EXPECT_EQ("", filled.said());
  EXPECT_THAT(filled.decided(), ElementsAre("p > r bevestigd w.xlsx:Proposals!D2"));
  EXPECT_EQ(EntityKind::process, filled.rows->front().from_kind);

  EXPECT_EQ(
      "w.xlsx:Voorstellen!C2: fout: 'confirmed' is geen status; mogelijk is: bevestigd, voorgesteld, afgewezen "
      "[K337 decision-not-in-list]\n    p | r | confirmed\n            ^\n",
      Filled(WorkbookText{{{"Voorstellen", rows_of("Code van|Code voorstel|Status\np|r|confirmed\n")}}}).said());
}

TEST(DecisionSheet, ARowWithoutItsCodeIsAnErrorAtItsCell) {
  const Filled filled(
      WorkbookText{{{"Voorstellen", rows_of("Code van|Code voorstel|Status\n|r|bevestigd\np||voorgesteld\n")}}});
  EXPECT_EQ(
      "w.xlsx:Voorstellen!A2: fout: deze rij heeft geen 'Code van' [K335 unknown-in-decision]\n"
      "     | r | bevestigd\n    ^\n"
      "w.xlsx:Voorstellen!B3: fout: deze rij heeft geen 'Code voorstel' [K335 unknown-in-decision]\n"
      "    p |  | voorgesteld\n        ^\n",
      filled.said());
  EXPECT_THAT(filled.decided(), IsEmpty());
}

TEST(DecisionSheet, AStatusThatWasNotCalculatedIsNoDecision) {
  WorkbookText workbook{{{"V", rows_of("Code van|Code voorstel|Status\np|r|x\n")}}};
  std::string& content = workbook.sheets.front().content;
  const std::string cell = R"(<c r="C2" t="inlineStr"><is><t>x</t></is></c>)";
  content.replace(content.find(cell), cell.size(), R"(<c r="C2"><f>A1</f></c>)");
  EXPECT_EQ(
      "w.xlsx:V!C2: fout: de waarde van deze cel is niet te lezen; mogelijk is: bevestigd, voorgesteld, afgewezen "
      "[K337 decision-not-in-list]\n    p | r | \n            ^\n",
      Filled(workbook).said());
}

TEST(DecisionSheet, SaysWhatIsMissing) {
  const auto said = [](const WorkbookText& workbook) { return Filled(workbook).said(); };
  EXPECT_EQ(
      "w.xlsx: fout: in deze werkmap staat geen blad met de kolommen Code van, Code voorstel, Status "
      "[K338 no-decisions]\n",
      said({{{"Blad1", rows_of("Naam|Status\na|b\n")}}}));
  EXPECT_EQ("w.xlsx: fout: op het blad Voorstellen ontbreekt: Code voorstel [K338 no-decisions]\n",
            said({{{"Blad1", rows_of("Status\n")}, {"Voorstellen", rows_of("Code van|Status\np|bevestigd\n")}}}));
  const std::string sheet = rows_of("Code van|Code voorstel|Status\np|r|bevestigd\n");
  EXPECT_EQ(
      "w.xlsx: fout: deze bladen hebben elk de kolommen van de voorstellen: V, V (2); het is niet duidelijk welk "
      "blad telt [K338 no-decisions]\n",
      said({{{"V", sheet}, {"V (2)", sheet}}}));
  EXPECT_EQ(
      "w.xlsx:V!D1: fout: twee kolommen heten 'Status' [K338 no-decisions]\n"
      "    Code van | Code voorstel | Status | Status\n                                        ^\n"
      "    Zie ook w.xlsx:V!C1.\n",
      said({{{"V", rows_of("Code van|Code voorstel|Status|Status\np|r|bevestigd|goed\n")}}}));
}

TEST(DecisionSheet, OtherFilesAreNoWorkbook) {
  const std::string no_workbook = "w.xlsx: fout: w.xlsx is geen werkmap in de vorm xlsx [K338 no-decisions]\n";
  EXPECT_EQ(no_workbook, Filled(std::string("Code van;Code voorstel;Status\n")).said());
  EXPECT_EQ(no_workbook,
            Filled(testing::zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}})).said());
}

}  // namespace
}  // namespace keuzekaart
