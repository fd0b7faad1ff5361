#include "modeler/diagnostics/diagnostic_printer.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

#include <gtest/gtest.h>

namespace keuzekaart {
namespace {

Labels test_labels() {
  Labels labels(Language::nl);
  labels.set("melding.error", "fout");
  labels.set("melding.warning", "waarschuwing");
  labels.set("melding.note", "opmerking");
  labels.set("melding.bedoelde-u", "Bedoelde u '{0}'?");
  labels.set("melding.nog", "nog {0} keer [{1} {2}]; --all laat ze alle zien");
  labels.set("melding.zie-ook", "Zie ook {0}.");
  labels.set("K201", "'{0}' komt twee keer voor");
  labels.set("K203.einde", "geen einde");
  labels.set("K203", "'{0}' verwijst naar niets");
  labels.set("K203.next", "Verbeter de verwijzing.");
  labels.set("K101", "kan niet worden gelezen: {0}");
  return labels;
}

Place find(const Sources& sources, FileId file, std::string_view what) {
  return {file, static_cast<std::uint32_t>(sources.text(file).find(what))};
}

struct Printed : testing::Test {
  Sources sources;
  Diagnostics diagnostics;
  Labels labels = test_labels();
  std::string print(PrintLimits limits = {}) const { return print_diagnostics(diagnostics, sources, labels, limits); }
};

TEST_F(Printed, SaysPlaceTextLineCaretNearestAndNextStep) {
  const FileId file = sources.add("kaart.xml", "<keten>\n\t<schakel naam=\"één\" proces=\"toegangg\"/>\n</keten>\n");
  diagnostics.report(Code::K203, find(sources, file, "toegangg"), {"toegangg"}).nearest = "toegang";
  EXPECT_EQ(
      "kaart.xml:2:30: fout: 'toegangg' verwijst naar niets [K203 unresolved-reference]\n"
      "    <schakel naam=\"één\" proces=\"toegangg\"/>\n"
      "                                ^\n"
      "    Bedoelde u 'toegang'?\n"
      "    Verbeter de verwijzing.\n",
      print());
}

TEST_F(Printed, SaysTheWordingOfTheVariantAndTheNextStepOfTheCode) {
  diagnostics.report_file(Code::K203, sources.add("a.xml", "x")).variant = "einde";
  EXPECT_EQ(
      "a.xml: fout: geen einde [K203 unresolved-reference]\n"
      "    Verbeter de verwijzing.\n",
      print());
}

TEST_F(Printed, NamesTheSecondPlace) {
  const FileId first = sources.add("a.xml", "x\n y");
  diagnostics.report_file(Code::K201, sources.add("b.xml", "x"), {"x"}).related = {first, 3};
  EXPECT_EQ(
      "b.xml: fout: 'x' komt twee keer voor [K201 duplicate-id]\n"
      "    Zie ook a.xml:2:2.\n",
      print());
}

TEST_F(Printed, ShowsALongLineAroundItsColumn) {
  const FileId file = sources.add("a.xml", std::string(200, 'a') + "X" + std::string(200, 'b'));
  EXPECT_EQ("    …" + std::string(60, 'a') + "X" + std::string(39, 'b') + "…\n" + std::string(65, ' ') + "^\n",
            excerpt_at(find(sources, file, "X"), sources));
}

TEST_F(Printed, PutsTheCaretPastTheEndOfTheLine) {
  const FileId file = sources.add("a.xml", "ab");
  EXPECT_EQ("    ab\n      ^\n", excerpt_at({file, 2}, sources));
}

TEST_F(Printed, CountsColumnsOfWideAndCombiningCharacters) {
  const FileId file = sources.add("a.xml", "東e\xCC\x81X");
  EXPECT_EQ("    東e\xCC\x81X\n       ^\n", excerpt_at(find(sources, file, "X"), sources));
}

TEST_F(Printed, NothingReadSteersTheTerminal) {
  const FileId file = sources.add("a.xml", "\x1b[2JX\xFF");
  diagnostics.report(Code::K203, find(sources, file, "X"), {"\x1b]0;x\a"});
  EXPECT_EQ(
      "a.xml:1:5: fout: '\xEF\xBF\xBD]0;x\xEF\xBF\xBD' verwijst naar niets [K203 unresolved-reference]\n"
      "    \xEF\xBF\xBD[2JX\xEF\xBF\xBD\n"
      "        ^\n"
      "    Verbeter de verwijzing.\n",
      print());
}

TEST_F(Printed, SortsByPathWhateverTheOrderOfReading) {
  const FileId second = sources.add("b.xml", "x");
  const FileId first = sources.add("a.xml", "xy");
  diagnostics.report(Code::K203, {second, 0}, {"3"});
  diagnostics.report(Code::K203, {first, 1}, {"2"});
  diagnostics.report(Code::K203, {first, 0}, {"1"});
  EXPECT_EQ(
      "a.xml:1:1: fout: '1' verwijst naar niets [K203 unresolved-reference]\n"
      "    xy\n"
      "    ^\n"
      "    Verbeter de verwijzing.\n"
      "a.xml:1:2: fout: '2' verwijst naar niets [K203 unresolved-reference]\n"
      "    xy\n"
      "     ^\n"
      "b.xml:1:1: fout: '3' verwijst naar niets [K203 unresolved-reference]\n"
      "    x\n"
      "    ^\n",
      print());
}

TEST_F(Printed, SumsUpTheRestOfOneCode) {
  const FileId file = sources.add("a.xml", "x");
  for (int i = 0; i < 3; ++i) diagnostics.report_file(Code::K101, file, {"reden"});
  EXPECT_EQ(
      "a.xml: fout: kan niet worden gelezen: reden [K101 cannot-read]\n"
      "nog 2 keer [K101 cannot-read]; --all laat ze alle zien\n",
      print({1}));
}

TEST_F(Printed, AFileThatCouldNotBeReadHasItsPath) {
  diagnostics.report_path(Code::K101, "weg.xml", {"bestaat niet"});
  EXPECT_EQ("weg.xml: fout: kan niet worden gelezen: bestaat niet [K101 cannot-read]\n", print());
}

TEST_F(Printed, JsonHoldsEveryMessageEscaped) {
  const FileId file = sources.add("a\"b.xml", "x\n");
  diagnostics.report(Code::K203, {file, 0}, {"\n\xFF"}).nearest = "één";
  diagnostics.report_path(Code::K101, "weg.xml", {"reden"});
  EXPECT_EQ(
      "[\n"
      R"(  {"code": "K203", "name": "unresolved-reference", "severity": "error", "path": "a\"b.xml", "line": 1, )"
      R"("column": 1, "text": "'\u000a\ufffd' verwijst naar niets", "next": "Verbeter de verwijzing.", )"
      R"("nearest": "één"},)"
      "\n"
      R"(  {"code": "K101", "name": "cannot-read", "severity": "error", "path": "weg.xml", "text": )"
      R"("kan niet worden gelezen: reden"})"
      "\n]\n",
      diagnostics_as_json(diagnostics, sources, labels));
}

TEST_F(Printed, JsonOfNoMessagesIsAnEmptyList) { EXPECT_EQ("[]\n", diagnostics_as_json(diagnostics, sources, labels)); }

}  // namespace
}  // namespace keuzekaart
