// Lists in the sheets of a workbook.
#include <gtest/gtest.h>

#include "importers/xlsx/cell_values.hpp"
#include "tests/support/listed.hpp"
#include "tests/support/workbook_text.hpp"

namespace keuzekaart {
namespace {

using testing::joined;
using testing::Listed;
using testing::rows_of;
using testing::WorkbookText;

constexpr const char* names_only = "<applicaties bestand=\"l.xlsx\"><naam kolom=\"Naam\"/></applicaties>";

std::string names(const Listed& listed) {
  std::vector<Text> all;
  for (const ListedApplication& a : listed.lists.applications) all.push_back(a.application.name);
  return joined(all);
}

/// Reads the names of a workbook's only sheet.
Listed& read(Listed& listed, const WorkbookText& workbook, const std::string& description = names_only) {
  listed.files["l.xlsx"] = workbook.bytes();
  listed.read(description);
  return listed;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

TEST(WorkbookLists, AValueKnowsItsSheetAndCell) {
  Listed listed;
  read(listed, {{{"Apps 2026", rows_of("Applicatielijst\n\n|Naam|Status\n|Zaken|actief\n")}}},
       R"(<applicaties bestand="l.xlsx"><naam kolom="Naam"/><levenscyclus kolom="Status"/></applicaties>)");
  ASSERT_EQ("Zaken", names(listed));
  EXPECT_EQ("l.xlsx:'Apps 2026'!B4", listed.at(listed.lists.applications.front().application.name.place));
  EXPECT_EQ(
      R"(l.xlsx:'Apps 2026'!C4: waarschuwing: 'actief' kan niet bij levenscyclus; mogelijk is: gepland, in-productie, uit-te-faseren, uitgefaseerd [K326 value-not-understood]
    Zaken | actief
            ^
)",
      listed.said());
}

TEST(WorkbookLists, ReadsEveryKindOfCell) {
  WorkbookText workbook{{{"Blad1", R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c></row>
    <row r="2"><c r="A2" t="s"><v>0</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c></row>
    <row r="4"><c r="A4"><v>10</v></c></row><row r="5"><c r="A5" t="n"><v>6.7100000000000009</v></c></row>
    <row r="6"><c r="A6" s="1"><v>46328</v></c></row><row r="7"><c r="A7" s="2"><v>7</v></c></row>
    <row r="8"><c r="A8" t="str"><f>A1&amp;"x"</f><v>Naamx</v></c></row><row r="9"><c r="A9" t="b"><v>1</v></c></row>
    <row r="10"><c r="A10" s="3"><v>46328.604166666664</v></c></row><row r="11"><c r="A11" t="s"><v>2</v></c></row>
    <row r="12"><c t="d"><v>2026-11-03T00:00:00</v></c></row></sheetData>)"}}};
  workbook.strings = R"(<si><t>010</t></si><si><r><rPr><b/></rPr><t>De</t></r><r><t xml:space="preserve"> </t></r><r>
    <t>Bilt</t></r><rPh sb="0" eb="1"><t>uit</t></rPh></si><si><t>een_x000D_
twee_x005F_x</t></si>)";
  workbook.styles = R"(<numFmts><numFmt numFmtId="164" formatCode="000"/>
    <numFmt numFmtId="165" formatCode="[$-413]dd\-mm\-yyyy\ hh:mm;@"/></numFmts>
    <cellStyleXfs><xf numFmtId="0"/></cellStyleXfs>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>)";
  Listed listed;
  read(listed, workbook);
  EXPECT_EQ("", listed.said());
  EXPECT_EQ("010|De Bilt|10|6.71|2026-11-02|007|Naamx|ja|2026-11-02 14:30|een twee_x|2026-11-03", names(listed));
}

TEST(WorkbookLists, NumbersAreAsAPersonTypesThem) {
  using xlsx::number_text;
  const auto in = [](const char* code, const char* raw) { return number_text(raw, xlsx::form_of(code), false); };
  EXPECT_EQ("0.1", in("General", "0.1"));
  EXPECT_EQ("0.3", in("General", "0.30000000000000004"));
  EXPECT_EQ("-12", in("0", "-12"));
  EXPECT_EQ("1e+20", in("General", "100000000000000000000"));
  EXPECT_EQ("0012", in("0000", "12"));
  EXPECT_EQ("12", in("#,##0", "12"));
  EXPECT_EQ("1234.5", in("\"m\" #,##0.00", "1234.5"));
  EXPECT_EQ("2026-11-02", in("d mmmm yyyy", "46328"));
  EXPECT_EQ("14:30", in("[h]:mm", "0.60416666666666663"));
  EXPECT_EQ("46328", in("[Red]0", "46328"));
  EXPECT_EQ("nan", in("General", "nan"));
  EXPECT_EQ("1e999", in("General", "1e999"));
  EXPECT_EQ("-5", in("yyyy", "-5"));
  EXPECT_EQ("1900-01-01", in("yyyy-mm-dd", "1"));
  EXPECT_EQ("1900-03-01", in("yyyy-mm-dd", "61"));
  EXPECT_EQ("2026-11-03", in("yyyy-mm-dd", "46328.9999999"));
  EXPECT_EQ("2026-11-02", number_text("44866", xlsx::form_of(14U), true));
}

TEST(WorkbookLists, CountsDaysFrom1904WhenTheWorkbookDoes) {
  WorkbookText workbook{{{"Blad1", R"(<sheetData><row><c t="inlineStr"><is><t>Naam</t></is></c></row>
    <row><c s="0"><v>44866</v></c></row></sheetData>)"}}};
  workbook.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>";
  workbook.properties = "date1904=\"1\"";
  Listed listed;
  EXPECT_EQ("2026-11-02", names(read(listed, workbook)));
}

TEST(WorkbookLists, SaysTheErrorsInCellsThatAreUsed) {
  WorkbookText workbook{{{"Blad1", R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c>
    <c r="B1" t="inlineStr"><is><t>Lev</t></is></c><c r="C1" t="inlineStr"><is><t>Ander</t></is></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>
    <c r="C2" t="e"><v>#N/A</v></c></row>
    <row r="3"><c r="A3" t="inlineStr"><is><t>b</t></is></c><c r="B3"><f>A1</f></c></row>
    <row r="4"><c r="A4" t="inlineStr"><is><t>c</t></is></c><c r="B4" t="s"><v>7</v></c></row></sheetData>)"}}};
  Listed listed;
  read(listed, workbook,
       R"(<applicaties bestand="l.xlsx"><naam kolom="Naam"/><leverancier kolom="Lev" standaard="x"/></applicaties>)");
  EXPECT_EQ(R"(l.xlsx:Blad1!B2: waarschuwing: in deze cel staat een fout: #DIV/0! [K327 error-in-cell]
    a | #DIV/0! | #N/A
        ^
l.xlsx:Blad1!B3: waarschuwing: deze formule is nog niet uitgerekend [K328 formula-not-calculated]
    b |  |·
        ^
l.xlsx:Blad1!B4: fout: deze cel verwijst naar tekst 7, maar de werkmap heeft er maar 0 [K329 damaged-workbook]
    c | 7 |·
        ^
)",
            [&] {
              std::string said = listed.said();
              for (std::size_t at = said.find("| \n"); at != std::string::npos; at = said.find("| \n", at))
                said.replace(at + 1, 1, "·");
              return said;
            }());
  EXPECT_EQ("a|b|c", names(listed));
  EXPECT_EQ("", listed.lists.applications.front().application.vendor.value);
}

TEST(WorkbookLists, ACellOverSeveralRowsCountsInEach) {
  const std::string cells = rows_of("Domein|Naam\nSociaal|Wmo\n|Jeugd\n\nFysiek|Vergunning\n");
  Listed listed;
  read(listed, {{{"Blad1", cells + R"(<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="A5:B5"/></mergeCells>)"}}},
       R"(<processen bestand="l.xlsx"><naam kolom="Naam"/><domein kolom="Domein"/></processen>)");
  EXPECT_EQ("", listed.said());
  ASSERT_EQ(3U, listed.lists.processes.size());
  EXPECT_EQ("Sociaal", listed.lists.processes[1].process.domain.value);
  EXPECT_EQ("Fysiek", listed.lists.processes[2].process.domain.value);
}

TEST(WorkbookLists, TheSheetIsTheOneThatIsNamedOrTheOnlyOneToBeSeen) {
  const WorkbookText workbook{{{"Oud", rows_of("Naam\noud\n"), "hidden"}, {"Nu", rows_of("Naam\nnu\n")}}};
  Listed only;
  EXPECT_EQ("nu", names(read(only, workbook)));
  Listed hidden;
  EXPECT_EQ("oud", names(read(hidden, workbook,
                              R"(<applicaties bestand="l.xlsx" blad="oud"><naam kolom="Naam"/></applicaties>)")));
  Listed wrong;
  read(wrong, workbook, R"(<applicaties bestand="l.xlsx" blad="Nou"><naam kolom="Naam"/></applicaties>)");
  EXPECT_EQ(R"(lijsten.xml:2:37: fout: blad 'Nou' staat niet in l.xlsx; er zijn: Oud, Nu [K323 sheet-not-found]
    <applicaties bestand="l.xlsx" blad="Nou"><naam kolom="Naam"/></applicaties>
                                        ^
    Bedoelde u 'Nu'?
)",
            wrong.said());
  Listed several;
  read(several, {{{"Een", rows_of("Naam\n")}, {"Twee", rows_of("Naam\n")}}});
  EXPECT_EQ("lijsten.xml:2:23: fout: l.xlsx heeft meer dan één blad: Een, Twee [K323 sheet-not-found]",
            first_line(several.said()));
}

TEST(WorkbookLists, EmptySheetsAndRowsOfHeadingsThatAreEmptyAreSaid) {
  Listed empty;
  read(empty, {{{"Blad1", "<sheetData/>"}}});
  EXPECT_EQ("lijsten.xml:2:23: fout: in l.xlsx staan geen koppen [K325 no-headings]", first_line(empty.said()));
  Listed row;
  read(row, {{{"Blad1", rows_of("Naam\nx\n")}}},
       R"(<applicaties bestand="l.xlsx" kopregel="3"><naam kolom="Naam"/></applicaties>)");
  EXPECT_EQ("lijsten.xml:2:23: fout: rij 3 van l.xlsx is leeg; daar horen de koppen te staan [K325 no-headings]",
            first_line(row.said()));
}

TEST(WorkbookLists, OtherArchivesAreRefused) {
  const auto said_of = [](const std::vector<testing::ZipPart>& parts) {
    Listed listed;
    listed.files["l.xlsx"] = testing::zip_of(parts);
    listed.read(names_only);
    return first_line(listed.said());
  };
  EXPECT_EQ(
      "lijsten.xml:2:23: fout: l.xlsx heeft de vorm OpenDocument; een lijst is een CSV-bestand of een werkmap "
      "(.xlsx) [K333 not-a-list]",
      said_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "<x/>"}}));
  EXPECT_EQ(
      "lijsten.xml:2:23: fout: l.xlsx heeft de vorm ZIP; een lijst is een CSV-bestand of een werkmap (.xlsx) "
      "[K333 not-a-list]",
      said_of({{"a.txt", "x"}}));
  EXPECT_EQ("lijsten.xml:2:23: fout: de werkmap is beschadigd: xl/workbook.xml ontbreekt [K329 damaged-workbook]",
            said_of({{"[Content_Types].xml", "<Types/>"}}));
  EXPECT_EQ("lijsten.xml:2:23: fout: in deze werkmap staat geen enkel blad met cellen [K329 damaged-workbook]",
            said_of(WorkbookText{}.parts()));
}

TEST(WorkbookLists, APartThatIsNotThereIsSaid) {
  auto parts = WorkbookText{{{"Blad1", rows_of("Naam\n")}}}.parts();
  std::erase_if(parts, [](const testing::ZipPart& part) { return part.name.find("sheet1") != std::string::npos; });
  Listed listed;
  listed.files["l.xlsx"] = testing::zip_of(parts);
  listed.read(names_only);
  EXPECT_EQ(
      "lijsten.xml:2:23: fout: de werkmap is beschadigd: xl/worksheets/sheet1.xml ontbreekt [K329 "
      "damaged-workbook]",
      first_line(listed.said()));
}

TEST(WorkbookLists, OurOwnWorkbookIsNoList) {
  auto parts = WorkbookText{{{"Blad1", rows_of("Naam\n")}}}.parts();
  parts.push_back({"docProps/core.xml", R"(<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:description>keuzekaart</dc:description></cp:coreProperties>)"});
  Listed listed;
  listed.files["l.xlsx"] = testing::zip_of(parts);
  listed.read(names_only);
  EXPECT_EQ(
      "lijsten.xml:2:23: fout: deze werkmap heeft keuzekaart zelf gemaakt; als lijst wordt zij niet gelezen [K322 "
      "own-workbook]",
      first_line(listed.said()));
}

TEST(WorkbookLists, CellsFarAwayCostNothing) {
  Listed listed;
  read(listed, {{{"Blad1", R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c></row>
    <row r="2"><c r="A2" t="inlineStr"><is><t>Zaken</t></is></c><c r="XFD2"><v>1</v></c></row>
    <row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>)"}}});
  EXPECT_EQ("", listed.said());
  EXPECT_EQ("Zaken", names(listed));
}

TEST(WorkbookLists, CellsThatAreNoneAreSaidAndLeftOut) {
  Listed listed;
  read(listed, {{{"Blad1", R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c></row>
    <row r="2"><c r="A3"><v>1</v></c><c r="XFE2"><v>1</v></c><c r="A2"><v>5</v></c></row>
    <row r="9999999"><c r="A1"><v>1</v></c></row></sheetData>)"}}});
  std::string said;
  for (const Diagnostic& d : listed.diagnostics.all()) said += d.label_key() + " " + d.arguments.front() + "\n";
  EXPECT_EQ("K329.cell A3\nK329.cell XFE2\nK329.cell 9999999\n", said);
  EXPECT_EQ("5", names(listed));
}

TEST(WorkbookLists, AWideSheetIsCutWhereItPassesTheLimit) {
  std::string rows = R"(<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Naam</t></is></c>
    <c r="XFD1" t="inlineStr"><is><t>Laatste</t></is></c></row>)";
  for (int i = 2; i < 200; ++i)
    rows += "<row r=\"" + std::to_string(i) + "\"><c r=\"A" + std::to_string(i) + "\"><v>" + std::to_string(i) +
            "</v></c></row>";
  Listed listed;
  read(listed, {{{"Blad1", rows + "</sheetData>"}}});
  EXPECT_EQ(
      "l.xlsx:Blad1!A62: fout: deze lijst heeft meer dan 1000000 cellen; wat hier begint, is niet gelezen [K330 "
      "list-too-large]",
      first_line(listed.said()));
  EXPECT_EQ(60U, listed.lists.applications.size());
}

TEST(WorkbookLists, ABombOfReferencesToOneTextIsCut) {
  WorkbookText workbook{{{"Blad1", {}}}};
  workbook.strings = "<si><t>Naam</t></si><si><t>" + std::string(100'000, 'a') + "</t></si><si><t>" +
                     std::string(100'001, 'b') + "</t></si>";
  std::string rows = R"(<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row><row><c t="s"><v>2</v></c></row>)";
  for (int i = 3; i < 1000; ++i) rows += "<row><c t=\"s\"><v>1</v></c></row>";
  workbook.sheets.front().content = rows + "</sheetData>";
  Listed listed;
  read(listed, workbook);
  std::string said;
  for (const Diagnostic& d : listed.diagnostics.all()) said += d.label_key() + " " + listed.at(d.place) + "\n";
  EXPECT_EQ("K330.text l.xlsx:Blad1!A674\nK330.cell l.xlsx:Blad1!A2\nK315.field l.xlsx:Blad1!A2\n", said);
}

TEST(WorkbookLists, CutOffAnywhereItIsRefused) {
  const std::string whole = WorkbookText{{{"Blad1", rows_of("Naam\nZaken\n")}}}.bytes();
  for (std::size_t percent = 1; percent < 100; ++percent) {
    Listed listed;
    listed.files["l.xlsx"] = whole.substr(0, whole.size() * percent / 100);
    listed.read(names_only);
    EXPECT_TRUE(listed.diagnostics.has_errors()) << percent;
    EXPECT_TRUE(listed.lists.applications.empty()) << percent;
  }
}

}  // namespace
}  // namespace keuzekaart
