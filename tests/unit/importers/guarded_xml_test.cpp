#include "importers/guarded_xml.hpp"

#include <gtest/gtest.h>

#include "tests/support/messages.hpp"
#include "tests/support/temporary_folder.hpp"

namespace keuzekaart {
namespace {

using namespace std::string_literals;

/// What a Dutch reader sees of a file with these bytes, called a.xml; empty when it may be parsed.
std::string refused(std::string bytes, const XmlLimits& limits = {}) {
  Sources sources;
  Diagnostics diagnostics;
  const std::optional<XmlFault> fault = check_xml(bytes, limits);
  const FileId file = sources.add("a.xml", bytes);
  if (fault)
    report_fault(*fault, file, diagnostics);
  else
    XmlFile().load(file, sources.text(file));
  return testing::messages(diagnostics, sources);
}

/// The first line of it, without the file's name.
std::string reason(std::string bytes, const XmlLimits& limits = {}) {
  const std::string all = refused(std::move(bytes), limits);
  return all.empty() ? all : all.substr(6, all.find('\n') - 6);
}

struct BadXml {
  std::string bytes;
  std::string reason;
};

TEST(GuardedXml, SaysWhereAndWhatIsWrong) {
  EXPECT_EQ(
      "a.xml:2:9: fout: geen geldige XML: </b> staat waar </a> moet staan, dat op regel 1 begint [K103 "
      "not-well-formed]\n"
      "    één </b>\n"
      "        ^\n",
      refused("<a>\n    één </b>\n"));
}

TEST(GuardedXml, RefusesWhatIsNotWellFormed) {
  const BadXml cases[] = {
      {"", "1:1: fout: geen geldige XML: het bestand is leeg"},
      {" \n", "1:1: fout: geen geldige XML: het bestand is leeg"},
      {"naam;code\n", "1:1: fout: geen XML: het bestand begint niet met een element"},
      {"<a>\n <b>\n", "3:1: fout: het bestand is afgebroken: het element <b> van regel 2 wordt niet gesloten"},
      {"<!-- x", "1:7: fout: het bestand is afgebroken voordat er een heel element in staat"},
      {"<?xml encoding=\"UTF-8\"?><a/>",
       "1:7: fout: geen geldige XML: de eerste regel (<?xml … ?>) klopt niet; daar horen version, encoding en "
       "standalone, in die volgorde"},
      {"<?xml version=\"2.0\"?><a/>",
       "1:16: fout: geen geldige XML: de eerste regel (<?xml … ?>) klopt niet; daar horen version, encoding en "
       "standalone, in die volgorde"},
      {" <?xml version=\"1.0\"?><a/>",
       "1:2: fout: geen geldige XML: <?xml … ?> mag alleen helemaal vooraan in het bestand staan"},
      {"<a/>x", "1:5: fout: geen geldige XML: na het einde van het buitenste element staat nog tekst"},
      {"<a>]]></a>", "1:4: fout: geen geldige XML: de tekens ]]> mogen niet in gewone tekst staan"},
      {"<a>b & c</a>", "1:6: fout: geen geldige XML: een los &-teken; schrijf &amp;"},
      {"<a b=\"&nbsp;\"/>",
       "1:7: fout: geen geldige XML: &nbsp; is onbekend; alleen &amp; &lt; &gt; &quot; en &apos; mogen"},
      {"<a>&#;</a>", "1:4: fout: geen geldige XML: achter &# hoort een getal en een puntkomma"},
      {"<a>&#12a;</a>", "1:4: fout: geen geldige XML: achter &# hoort een getal en een puntkomma"},
      {"<a><!-- a -- b --></a>",
       "1:11: fout: geen geldige XML: twee streepjes achter elkaar mogen niet in commentaar staan"},
      {"<a>1 < 2</a>",
       "1:7: fout: geen geldige XML: hier hoort de naam van een element; schrijf &lt; als een kleinerdanteken bedoeld "
       "is"},
      {"<a <b/>", "1:4: fout: geen geldige XML: <a wordt niet met > gesloten"},
      {"</a>", "1:1: fout: geen geldige XML: </a> sluit niets; er staat geen element open"},
      {"<a/><b/>", "1:5: fout: geen geldige XML: <b> is een tweede buitenste element; er mag er maar één zijn"},
      {"<a b=\"1\"c=\"2\"/>", "1:9: fout: geen geldige XML: vóór het attribuut c ontbreekt een spatie"},
      {"<a b/>", "1:5: fout: geen geldige XML: het attribuut b heeft geen waarde"},
      {"<a b=1/>", "1:6: fout: geen geldige XML: de waarde van het attribuut b staat niet tussen aanhalingstekens"},
      {"<a b=\"1>\n<c/></a>",
       "2:1: fout: geen geldige XML: een kleinerdanteken in de waarde van het attribuut b; schrijf &lt;, of zet het "
       "vergeten aanhalingsteken"},
  };
  for (const BadXml& bad : cases) EXPECT_EQ(bad.reason + " [K103 not-well-formed]", reason(bad.bytes)) << bad.bytes;
}

TEST(GuardedXml, RefusesADoctypeWhereItStands) {
  EXPECT_EQ("2:1: fout: een documenttypedefinitie (DOCTYPE) wordt niet gelezen [K105 doctype-refused]",
            reason("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>"));
}

TEST(GuardedXml, RefusesMoreElementsOrAttributesThanTheLimit) {
  XmlLimits small;
  small.elements = 3;
  small.attributes = 2;
  EXPECT_EQ("", reason("<a b='' c=''><d/><e/></a>", small));
  EXPECT_EQ("a.xml: fout: meer dan 3 elementen of attributen en daarom niet gelezen [K109 too-large]\n",
            refused("<a><b/><c/><d/></a>", small));
  EXPECT_EQ("a.xml: fout: meer dan 2 elementen of attributen en daarom niet gelezen [K109 too-large]\n",
            refused("<a b='' c=''><d e=''/></a>", small));
}

TEST(GuardedXml, RefusesAnAttributeTwice) {
  EXPECT_EQ("1:10: fout: het attribuut b staat twee keer in hetzelfde element [K107 duplicate-attribute]",
            reason("<a b='1' b='1'/>"));
}

TEST(GuardedXml, FindsTheFirstRepeatAmongMany) {
  std::string many = "<a";
  for (int i = 0; i < 30; ++i) many += " b" + std::to_string(i) + "=''";
  EXPECT_EQ("", reason(many + "/>"));
  EXPECT_EQ("1:204: fout: het attribuut b7 staat twee keer in hetzelfde element [K107 duplicate-attribute]",
            reason(many + " b7='' b3='' b7=''/>"));
}

TEST(GuardedXml, RefusesWhatIsTooDeep) {
  std::string deep;
  for (int i = 0; i < 257; ++i) deep += "<a>";
  EXPECT_EQ("1:769: fout: elementen zijn dieper dan 256 lagen in elkaar gezet [K106 too-deep]", reason(deep));
  deep.resize(256 * std::string("<a>").size());
  for (int i = 0; i < 256; ++i) deep += "</a>";
  EXPECT_EQ("", reason(deep));
}

TEST(GuardedXml, RefusesForbiddenCharacters) {
  EXPECT_EQ("1:5: fout: het teken U+0000 mag niet in XML staan [K108 forbidden-character]", reason("<a>b\0</a>"s));
  EXPECT_EQ("1:7: fout: het teken U+000C mag niet in XML staan [K108 forbidden-character]", reason("<a b=\"\f\"/>"));
  EXPECT_EQ("1:4: fout: het teken U+FFFE mag niet in XML staan [K108 forbidden-character]",
            reason("<a>\xEF\xBF\xBE</a>"));
  for (const char* reference : {"&#0;", "&#x1F;", "&#xD800;", "&#xFFFF;", "&#x110000;", "&#99999999999999999999;"})
    EXPECT_EQ("1:4: fout: "s + reference + " is een teken dat niet in XML mag staan [K108 forbidden-character]",
              reason("<a>"s + reference + "</a>"));
}

TEST(GuardedXml, RefusesWhatIsTooLarge) {
  EXPECT_EQ("a.xml: fout: groter dan 1 MiB en daarom niet gelezen [K109 too-large]\n",
            refused("<a>" + std::string(std::size_t{1024} * 1024, ' ') + "</a>", {.bytes = std::size_t{1024} * 1024}));
}

TEST(GuardedXml, RefusesEncodingsThatItCannotTell) {
  EXPECT_EQ(
      "a.xml:2:3: fout: verkeerde codering: deze bytes betekenen niets in UTF-8 [K104 wrong-encoding]\n"
      "    b�h</a>\n"
      "     ^\n",
      refused("<a>\n b\xEBh</a>"));
  EXPECT_EQ("1:31: fout: de codering EBCDIC wordt niet gelezen [K104 wrong-encoding]",
            reason("<?xml version=\"1.0\" encoding=\"EBCDIC\"?><a/>"));
  EXPECT_EQ("1:31: fout: het bestand zegt UTF-16 te zijn, maar is dat niet [K104 wrong-encoding]",
            reason("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>"));
  EXPECT_EQ(
      "1:1: fout: het bestand lijkt UTF-16 te zijn, maar begint niet met het verplichte kenmerk (BOM) [K104 "
      "wrong-encoding]",
      reason("<\0a\0/\0>\0"s));
  EXPECT_EQ("1:1: fout: de codering UTF-32 wordt niet gelezen [K104 wrong-encoding]", reason("\xFF\xFE\0\0<\0\0\0"s));
}

TEST(GuardedXml, ReadsEveryEncodingIntoTheSameText) {
  std::string utf16 = "\xFF\xFE";
  for (const char c : "<a b=\""s) (utf16 += c) += '\0';
  utf16 += "\xEB\x00\xAC\x20"s;
  for (const char c : "\"/>"s) (utf16 += c) += '\0';
  const std::string files[] = {"<a b=\"ë€\"/>", "\xEF\xBB\xBF<a b=\"ë€\"/>", utf16,
                               "<?xml version=\"1.0\" encoding=\"windows-1252\"?><a b=\"\xEB\x80\"/>",
                               "<?xml version='1.0' encoding='ISO-8859-1'?><a b=\"\xEB\x80\"/>"};
  const testing::TemporaryFolder folder;
  for (const std::string& bytes : files) {
    folder.write("a.xml", bytes);
    Sources sources;
    Diagnostics diagnostics;
    const std::unique_ptr<XmlFile> xml = read_xml(folder.at("a.xml"), sources, diagnostics);
    ASSERT_EQ("", testing::messages(diagnostics, sources));
    const Text value = xml->text(xml->root(), "b", sources.pool());
    EXPECT_EQ("ë€", value.value);
    EXPECT_EQ("ë€\"/>", sources.text(value.place.file).substr(value.place.offset));
  }
}

TEST(GuardedXml, TakesAllThatIsAllowed) {
  EXPECT_EQ("", reason("<?xml version='1.0' standalone='yes' ?>\r\n<!-- - - --><?xml-stylesheet href='x'?>\n"
                       "<é:a b = '\"' c=\"'&#xA;&amp;]]>\">x > y ] ]] \t&#x10FFFF;<![CDATA[<b>&x; ]] ]]>"
                       "<?p?></é:a \n>\n<!---->\n"));
}

TEST(GuardedXml, EveryCutIsAMessageAndNoCrash) {
  const std::string whole =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- c --><a xmlns:x='u' b=\"é&#xA;&quot;\">t<![CDATA[<d>]]>"
      "<?p q?><x:c/></a>";
  ASSERT_EQ("", refused(whole));
  for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_NE("", refused(whole.substr(0, size))) << size;
}

TEST(GuardedXml, EveryByteChangedIsParsedOrRefused) {
  const std::string whole = "<?xml version='1.0'?><a b=\"é&lt;\">t<!--c--><![CDATA[d]]></a>";
  std::size_t parsed = 0;
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (const char c : "<>&\"'/!?-[]=; \0\x80\xFFx"s) {
      std::string changed = whole;
      changed[at] = c;
      if (refused(changed).empty()) ++parsed;  // `load` throws when the parser refuses what the scan let pass
    }
  EXPECT_LT(0U, parsed);
}

TEST(GuardedXml, ContentJoinsTextAndSectionsAndKnowsItsPlace) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("a.xml", "<a>\r\n\r\n  een<![CDATA[ & ]]>twee<b/> \n</a>");
  const auto xml = parse_guarded(file, sources.text(file), diagnostics);
  const Text content = xml->content(xml->root(), sources.pool());
  EXPECT_EQ("een & twee", content.value);
  EXPECT_EQ("a.xml:3:3", to_string(sources.locate(content.place)));
}

TEST(GuardedXml, NamespacesAreToldByUriNotPrefix) {
  Sources sources;
  Diagnostics diagnostics;
  const FileId file = sources.add("a.xml", "<q:a xmlns:q='u' xmlns='v'><b xmlns='w'/><c/></q:a>");
  const auto xml = parse_guarded(file, sources.text(file), diagnostics);
  EXPECT_EQ("u", namespace_of(xml->root()));
  EXPECT_EQ("w", namespace_of(xml->root().child("b")));
  EXPECT_EQ("v", namespace_of(xml->root().child("c")));
}

}  // namespace
}  // namespace keuzekaart
