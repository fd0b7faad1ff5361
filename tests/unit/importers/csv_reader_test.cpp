#include "importers/csv_reader.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/reading.hpp"
#include "tests/support/temporary_folder.hpp"

namespace keuzekaart {
namespace {

using namespace std::string_literals;

struct Csv : ::testing::Test {
  testing::Reading reading;
  std::optional<CsvTable> table;

  /// Cells with their line and column, one row a line: "1:1 naam | 1:6 code"; header first.
  std::string read(std::string text, const CsvLimits& limits = {}) {
    const FileId file = reading.sources.add("t.csv", std::move(text));
    table = parse_csv(file, reading.sources, reading.diagnostics, limits);
    return shown();
  }

  std::string shown() {
    if (!table) return "no table";
    std::string out = line(table->header());
    for (std::size_t i = 0; i < table->row_count(); ++i) out += line(table->row(i));
    return out;
  }

  std::string line(std::span<const Text> cells) {
    std::string out;
    for (const Text& cell : cells) {
      const Location at = reading.sources.locate(cell.place);
      out += fmt::format("{}{}:{} {}", out.empty() ? "" : " | ", at.line, at.column, cell.value);
    }
    return out + "\n";
  }
};

TEST_F(Csv, CellsKnowTheirPlaces) {
  EXPECT_EQ(
      "1:1 naam | 1:6 code\n"
      "2:1 één | 2:5 1\n",
      read("naam,code\néén,1\n"));
  EXPECT_EQ("", reading.said());
}

TEST_F(Csv, DelimiterIsWhatTheHeaderUsesMost) {
  read("a;b,c;d\n1;2,5;3\n");
  EXPECT_EQ(';', table->delimiter());
  read("a\tb\n1\t2\n");
  EXPECT_EQ('\t', table->delimiter());
  read("naam\nx\n");
  EXPECT_EQ(',', table->delimiter());
}

TEST_F(Csv, LineThatNamesTheDelimiterIsNoHeader) {
  EXPECT_EQ("2:1 a | 2:3 b,c,d\n3:1 1 | 3:3 2\n", read("sep=;\r\na;b,c,d\r\n1;2\r\n"));
}

TEST_F(Csv, QuotedCellMayHoldDelimiterQuotesAndLineEnds) {
  EXPECT_EQ("1:1 a | 1:3 b\n2:2 x, y | 2:9 zei \"ja\"\nen nee\n",
            read("a,b\r\n\"x, y\",\"zei \"\"ja\"\"\nen nee\"\r\n"));
  EXPECT_EQ("", reading.said());
}

TEST_F(Csv, EveryLineEndIsRead) { EXPECT_EQ("1:1 a\n2:1 1\n3:1 2\n3:3 3\n", read("a\n1\r\n2\r3")); }

TEST_F(Csv, BlankRowsArePassedOver) { EXPECT_EQ("3:1 a | 3:3 b\n6:1 1 | 6:3 2\n", read("\n\r\na,b\n\n,\n1,2\n\n")); }

TEST_F(Csv, HeadingIsFoundWithoutCase) {
  read(" Naam , CODE \nx,y\n");
  EXPECT_EQ(0U, table->column("naam"));
  EXPECT_EQ(1U, table->column("Code"));
  EXPECT_EQ(std::nullopt, table->column("cod"));
}

TEST_F(Csv, FileWithoutHeaderIsNoTable) {
  EXPECT_EQ("no table", read("\n\n"));
  EXPECT_EQ(
      "t.csv: fout: in dit bestand staat geen tabel [K301 no-table]\n"
      "    Controleer of het juiste bestand is opgegeven en of het geheel is gedownload.\n",
      reading.said());
}

TEST_F(Csv, RowWithTooFewCellsIsFilledUpAndSaid) {
  EXPECT_EQ("1:1 a | 1:3 b | 1:5 c\n2:1 1 | 2:3 2 | 2:4 \n3:1 4 | 3:3 5 | 3:5 6\n", read("a,b,c\n1,2\n4,5,6\n"));
  EXPECT_EQ(
      "t.csv:2:1: waarschuwing: deze regel heeft 2 cellen, de kop heeft er 3 [K305 too-few-cells]\n"
      "    1,2\n"
      "    ^\n"
      "    De ontbrekende cellen zijn als leeg gelezen. Vul de regel aan of verwijder hem.\n",
      reading.said());
}

TEST_F(Csv, RowWithTooManyCellsIsReadToTheHeadersWidthAndSaid) {
  EXPECT_EQ("1:1 a | 1:3 b\n2:1 1 | 2:3 2\n", read("a,b\n1,2,drie,vier\n"));
  EXPECT_EQ(
      "t.csv:2:5: waarschuwing: deze regel heeft 4 cellen, de kop heeft er 2 [K306 too-many-cells]\n"
      "    1,2,drie,vier\n"
      "        ^\n"
      "    De cellen achter de laatste kolom zijn niet gelezen. Zet een waarde met een scheidingsteken erin tussen "
      "aanhalingstekens.\n",
      reading.said());
}

TEST_F(Csv, EmptyCellsBehindTheLastHeadingSayNothing) {
  EXPECT_EQ("1:1 a | 1:3 b\n2:1 1 | 2:3 2\n", read("a,b,,\n1,2,,,,\n"));
  EXPECT_EQ("", reading.said());
}

TEST_F(Csv, QuoteThatIsNotClosedEndsWithItsLine) {
  EXPECT_EQ("1:1 a | 1:3 b\n2:1 1 | 2:3 \"twee\n3:1 3 | 3:3 4\n", read("a,b\n1,\"twee\n3,4\n"));
  EXPECT_EQ(
      "t.csv:2:3: waarschuwing: dit aanhalingsteken wordt niet gesloten [K307 unclosed-quote]\n"
      "    1,\"twee\n"
      "      ^\n"
      "    Sluit het aanhalingsteken. De cel is gelezen alsof het een gewoon teken is; de regel eindigt aan het eind "
      "van "
      "de regel in het bestand.\n",
      reading.said());
}

TEST_F(Csv, QuoteThatIsNotClosedDoesNotSwallowTheNextQuotedCell) {
  EXPECT_EQ("1:1 a | 1:3 b\n2:1 1 | 2:3 \"twee\n3:2 drie, x | 3:11 4\n", read("a,b\n1,\"twee\n\"drie, x\",4\n"));
}

TEST_F(Csv, QuoteThatIsNotDoubledStaysInTheCell) {
  EXPECT_EQ("1:1 a | 1:3 b\n2:1 \"de \"grote\" weg\" | 2:18 2\n", read("a,b\n\"de \"grote\" weg\",2\n"));
  EXPECT_EQ(
      "t.csv:2:5: waarschuwing: na dit aanhalingsteken hoort een scheidingsteken te staan [K308 stray-quote]\n"
      "    \"de \"grote\" weg\",2\n"
      "        ^\n"
      "    Verdubbel een aanhalingsteken dat bij de waarde hoort. De cel is met al zijn aanhalingstekens gelezen.\n",
      reading.said());
}

TEST_F(Csv, ControlCharacterIsLeftOutAndSaid) {
  EXPECT_EQ("1:1 a | 1:3 b\n2:1 een | 2:6 2\n", read("a,b\ne\0en,2\n"s));
  EXPECT_EQ("t.csv:2:2: waarschuwing: hier staat een stuurteken (U+0000) [K309 control-character]\n",
            reading.said().substr(0, reading.said().find('\n') + 1));
}

TEST_F(Csv, EndlessRowIsSkippedAndTheNextIsRead) {
  CsvLimits limits;
  limits.scan = {100, 1000};
  EXPECT_EQ("1:1 a | 1:3 b\n3:1 1 | 3:3 2\n", read("a,b\n" + std::string(200, 'x') + ",2\n1,2\n", limits));
  EXPECT_EQ(
      "t.csv:2:1: fout: deze regel of een cel erin is langer dan 1000 bytes en is niet gelezen [K310 endless-row]",
      reading.said().substr(0, reading.said().find('\n')));
}

TEST_F(Csv, EndlessHeaderIsNoTable) {
  CsvLimits limits;
  limits.scan = {100, 1000};
  EXPECT_EQ("no table", read(std::string(5000, ','), limits));
  EXPECT_EQ(2U, reading.diagnostics.count(Severity::error));
}

TEST_F(Csv, QuotedCellPastTheLimitEndsWithItsLine) {
  CsvLimits limits;
  limits.scan = {10, 1000};
  EXPECT_EQ("1:1 a | 1:3 b\n2:1 \"een | 2:6 2\n3:1 3 | 3:3 4\n4:1 5\" | 4:4 6\n",
            read("a,b\n\"een,2\n3,4\n5\",6\n", limits));
}

TEST_F(Csv, MoreCellsThanTheLimitAreNotRead) {
  CsvLimits limits;
  limits.cells = 4;
  EXPECT_EQ("1:1 a | 1:3 b\n2:1 1 | 2:3 2\n3:1 3 | 3:3 4\n", read("a,b\n1,2\n3,4\n5,6\n7,8\n", limits));
  EXPECT_EQ("t.csv:4:1: fout: meer dan 4 cellen; vanaf hier is niets meer gelezen [K109 too-large]",
            reading.said().substr(0, reading.said().find('\n')));
}

TEST_F(Csv, TableThatWasSavedTwiceIsRepairedWithItsPlaces) {
  EXPECT_EQ(
      "1:1 naam | 1:6 sdg | 1:10 wet\n"
      "2:1 een | 2:5 A1;B2 | 2:11 x\n"
      "3:2 twee | 3:7 B4;C4;C1 | 3:18 Artikel 1, \"lid 2\"\n"
      "4:1 drie | 4:6  | 4:7 y\n",
      read("naam,sdg,wet;;\n"
           "een,A1;B2,x;\n"
           "\"twee,B4;C4;C1,\"\"Artikel 1, \"\"\"\"lid 2\"\"\"\"\"\"\"\n"
           "drie,,y;;\n"));
  EXPECT_EQ(
      "t.csv:1:1: waarschuwing: deze tabel is twee keer opgeslagen: met ',' en daarna met ';'; de 4 regels zijn "
      "hersteld "
      "[K312 written-twice]\n"
      "    naam,sdg,wet;;\n"
      "    ^\n"
      "    U hoeft niets te doen. Download de lijst opnieuw als u zeker wilt zijn.\n"
      "t.csv:3:1: waarschuwing: deze regel staat in zijn geheel tussen aanhalingstekens; hij is als regel met cellen "
      "gelezen [K313 row-quoted-whole]\n"
      "    \"twee,B4;C4;C1,\"\"Artikel 1, \"\"\"\"lid 2\"\"\"\"\"\"\"\n"
      "    ^\n"
      "    U hoeft niets te doen. Download de lijst opnieuw als u zeker wilt zijn.\n",
      reading.said());
}

TEST_F(Csv, TailsBehindRowsThatWereNotQuotedAgainAreRepairedToo) {
  EXPECT_EQ("1:1 naam | 1:6 wet\n2:2 een, twee | 2:13 Artikel 1\n3:1 drie | 3:7 lid 1; lid 2\n",
            read("naam,wet;;\n\"een, twee\",Artikel 1;;\ndrie,\"lid 1; lid 2\";\n"));
}

TEST_F(Csv, RowsQuotedWholeAreRepairedAndSaid) {
  EXPECT_EQ("1:1 a | 1:3 b | 1:5 c\n2:1 1 | 2:3 2 | 2:5 3\n3:2 4 | 3:6 5, \"vijf\" | 3:24 6\n4:2 7 | 4:4 8 | 4:6 9\n",
            read("a,b,c\n1,2,3\n\"4,\"\"5, \"\"\"\"vijf\"\"\"\"\"\",6\"\n\"7,8,9\"\n"));
  EXPECT_EQ(
      "t.csv:3:1: waarschuwing: deze regel staat in zijn geheel tussen aanhalingstekens; hij is als regel met cellen "
      "gelezen [K313 row-quoted-whole]\n"
      "    \"4,\"\"5, \"\"\"\"vijf\"\"\"\"\"\",6\"\n"
      "    ^\n"
      "    U hoeft niets te doen. Download de lijst opnieuw als u zeker wilt zijn.\n"
      "t.csv:4:1: waarschuwing: deze regel staat in zijn geheel tussen aanhalingstekens; hij is als regel met cellen "
      "gelezen [K313 row-quoted-whole]\n"
      "    \"7,8,9\"\n"
      "    ^\n",
      reading.said());
}

TEST_F(Csv, HeaderQuotedWholeIsRepaired) { EXPECT_EQ("1:2 a | 1:4 b\n2:2 1 | 2:4 2\n", read("\"a,b\"\n\"1,2\"\n")); }

TEST_F(Csv, HeadingThatStandsTwiceIsSaid) {
  read("a,b,A\n1,2,3\n");
  EXPECT_EQ(0U, table->column("a"));
  EXPECT_EQ(
      "t.csv:1:5: waarschuwing: kolom 'A' staat twee keer in de kop; de eerste is gelezen [K314 duplicate-column]\n"
      "    a,b,A\n"
      "        ^\n"
      "    Zie ook t.csv:1:1.\n"
      "    Verwijder een van de twee of geef haar een andere kop.\n",
      reading.said());
}

struct CsvFile : Csv {
  testing::TemporaryFolder folder;
  std::string read_bytes(const std::string& bytes) {
    folder.write("t.csv", bytes);
    table = read_csv(folder.at("t.csv"), reading.sources, reading.diagnostics);
    return shown();
  }
  std::string first_message() {
    const std::string all = reading.said();
    const std::size_t at = all.find("t.csv");
    return at == std::string::npos ? all : all.substr(at, all.find('\n') - at);
  }
};

TEST_F(CsvFile, ByteOrderMarkIsNoPartOfTheFirstHeading) {
  EXPECT_EQ("1:1 naam\n2:1 beëindiging\n", read_bytes("\xEF\xBB\xBFnaam\nbeëindiging\n"));
  EXPECT_EQ("", reading.said());
}

TEST_F(CsvFile, Windows1252IsReadAndSaid) {
  EXPECT_EQ("1:1 naam\n2:1 beëindiging – cliënt\n", read_bytes("naam\nbe\xEBindiging \x96 cli\xEBnt\n"));
  EXPECT_EQ("t.csv:2:3: opmerking: het bestand is geen UTF-8; het is gelezen als windows-1252 [K303 encoding-assumed]",
            first_message());
}

TEST_F(CsvFile, SlipInUtf8DoesNotSpoilTheRest) {
  EXPECT_EQ("1:1 naam\n2:1 beëindiging\n3:1 cli\uFFFDnt\n4:1 één\n", read_bytes("naam\nbeëindiging\ncli\xEBnt\néén\n"));
  EXPECT_EQ(
      "t.csv:3:4: waarschuwing: hier staan bytes die in de codering van het bestand niets betekenen "
      "[K304 bytes-without-meaning]",
      first_message());
}

TEST_F(CsvFile, Utf16IsReadWithAndWithoutMark) {
  EXPECT_EQ("1:1 a | 1:3 b\n2:1 1 | 2:3 2\n", read_bytes("\xFF\xFE"
                                                         "a\0,\0b\0\n\0"
                                                         "1\0,\0"
                                                         "2\0\n\0"s));
  EXPECT_EQ("", reading.said());
  EXPECT_EQ("1:1 a | 1:3 b\n2:1 1 | 2:3 2\n", read_bytes("a\0,\0b\0\n\0"
                                                         "1\0,\0"
                                                         "2\0\n\0"s));
  EXPECT_EQ("t.csv:1:1: opmerking: het bestand is geen UTF-8; het is gelezen als UTF-16 [K303 encoding-assumed]",
            first_message());
}

TEST_F(CsvFile, FileThatIsNotThereIsSaid) {
  table = read_csv(folder.at("weg.csv"), reading.sources, reading.diagnostics);
  EXPECT_FALSE(table.has_value());
  ASSERT_EQ(1U, reading.diagnostics.all().size());
  EXPECT_EQ(Code::K101, reading.diagnostics.all()[0].code);
}

}  // namespace
}  // namespace keuzekaart
