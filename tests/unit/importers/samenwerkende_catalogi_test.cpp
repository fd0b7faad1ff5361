#include "importers/samenwerkende_catalogi.hpp"

#include <gtest/gtest.h>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/messages.hpp"

namespace keuzekaart {
namespace {

/// A product of the feed; what stands in each of the three parts can be given.
std::string product(const std::string& core, const std::string& mantle = {}, const std::string& meta = {}) {
  return "<op:scproduct><op:meta><op:owmskern>" + core + "</op:owmskern><op:owmsmantel>" + mantle +
         "</op:owmsmantel><op:scmeta>" + meta + "</op:scmeta></op:meta></op:scproduct>";
}

std::string feed(const std::string& products) {
  return "<op:scproducten xmlns:op=\"http://standaarden.overheid.nl/product/terms/\" "
         "xmlns:dc=\"http://purl.org/dc/terms/\" xmlns:ov=\"http://standaarden.overheid.nl/owms/terms/\">\n" +
         products + "</op:scproducten>";
}

const std::string authority = "<ov:authority scheme=\"overheid:Gemeente\">Waterrijk</ov:authority>";

struct Sc : ::testing::Test {
  Sources sources;
  Diagnostics diagnostics;
  ProductList list;

  void read(const std::string& text) { list = read_samenwerkende_catalogi_text("sc.xml", text, sources, diagnostics); }
  std::string said() const { return testing::messages(diagnostics, sources); }
  std::string first_line() const { return said().substr(0, said().find('\n')); }
};

TEST_F(Sc, AProductIsItsIdWithWhoProvidesIt) {
  read(feed(product(
      "<dc:identifier>https://w.example/a</dc:identifier><dc:title><![CDATA[Feest &\n  markt]]></dc:title>" + authority,
      "<dc:audience>particulier</dc:audience><dc:audience>ondernemer</dc:audience>"
      "<dc:subject>Cultuur</dc:subject><dc:abstract>Meld <![CDATA[het]]> op tijd.</dc:abstract>",
      "<op:productID>17</op:productID><op:onlineAanvragen>digid</op:onlineAanvragen>"
      "<op:uniformeProductnaam resourceIdentifier=\"http://x.nl/feest\">feest</op:uniformeProductnaam>"
      "<op:uniformeProductnaam resourceIdentifier=\"http://x.nl/markt\">markt</op:uniformeProductnaam>")));
  EXPECT_EQ("", said());
  EXPECT_TRUE(list.own);
  ASSERT_EQ(1U, list.products.size());
  const CatalogueProduct& p = list.products.front();
  EXPECT_EQ("17@Waterrijk", p.key.value);
  EXPECT_EQ("17", p.code.value);
  EXPECT_EQ("Feest & markt", p.name.value);
  EXPECT_EQ("Meld het op tijd.", p.description.value);
  EXPECT_TRUE(p.for_residents && p.for_companies && p.by_municipality);
  EXPECT_EQ(YesNo::yes, p.digital);
  EXPECT_EQ("Waterrijk", p.provider.value);
  EXPECT_EQ(PartyKind::municipality, p.provider_kind);
  ASSERT_EQ(1U, p.themes.size());
  EXPECT_EQ("Cultuur", p.themes.front().value);
  ASSERT_EQ(2U, p.uniform_names.size());
  EXPECT_EQ("http://x.nl/feest", p.upl_uri.value);
  EXPECT_EQ("markt", p.uniform_names[1].name.value);
  EXPECT_EQ(3U, sources.locate(p.uniform_names.front().uri.place).line);
}

TEST_F(Sc, WithoutAnIdTheAddressOfThePageCountsElseTheTitle) {
  read(feed(product("<dc:identifier>https://w.example/a</dc:identifier><dc:title>Feest</dc:title>" + authority) + "\n" +
            product("<dc:title>Markt</dc:title>")));
  ASSERT_EQ(2U, list.products.size());
  EXPECT_EQ("https://w.example/a@Waterrijk", list.products[0].key.value);
  EXPECT_EQ("Markt", list.products[1].key.value);
  const std::string all = said();
  EXPECT_NE(std::string::npos,
            all.find("product 'Feest' heeft geen productID; het wordt herkend aan 'https://w.example/a' [K640 "
                     "product-without-key]"));
  EXPECT_NE(std::string::npos, all.find("product 'Markt' zegt niet van welke gemeente het is [K640"));
}

TEST_F(Sc, LeavesOutWhatHasNoTitleAndWhatStandsTwice) {
  read(feed(product("<dc:title> </dc:title>" + authority, "", "<op:productID>1</op:productID>") + "\n" +
            product("<dc:title>a</dc:title>" + authority, "", "<op:productID>2</op:productID>") + "\n" +
            product("<dc:title>b</dc:title>" + authority, "", "<op:productID>2</op:productID>")));
  ASSERT_EQ(1U, list.products.size());
  EXPECT_EQ("a", list.products.front().name.value);
  EXPECT_EQ("sc.xml:2:2: waarschuwing: een product zonder 'title' is overgeslagen [K155 entry-without-key]",
            first_line());
  EXPECT_NE(std::string::npos, said().find("de id '2@Waterrijk' komt vaker voor; wat hier staat, is overgeslagen"));
}

/// An answer of the search service in either version, with one record of the three that were found.
std::string answer(const std::string& name_space, const std::string& more = {}) {
  return "<zs:searchRetrieveResponse xmlns:zs=\"" + name_space +
         "\" xmlns:op=\"http://standaarden.overheid.nl/product/terms/\" xmlns:dc=\"http://purl.org/dc/terms/\" "
         "xmlns:ov=\"http://standaarden.overheid.nl/owms/terms/\">\n<zs:numberOfRecords>3</zs:numberOfRecords>" +
         more +
         "<zs:records><zs:record><zs:recordData><gzd xmlns=\"http://standaarden.overheid.nl/sru\"><originalData>" +
         product("<dc:title>Feest</dc:title>" + authority, "",
                 "<op:productID>17</op:productID><op:uniformeProductnaam>feest</op:uniformeProductnaam>") +
         "</originalData><enrichedData><uniformeProductnaamUri>http://x.nl/feest</uniformeProductnaamUri>"
         "</enrichedData></gzd></zs:recordData></zs:record></zs:records></zs:searchRetrieveResponse>";
}

TEST_F(Sc, ReadsAnswersOfTheSearchServiceOfBothVersions) {
  for (const char* version : {"http://www.loc.gov/zing/srw/", "http://docs.oasis-open.org/ns/search-ws/sruResponse"}) {
    diagnostics = {};
    read(answer(version));
    ASSERT_EQ(1U, list.products.size()) << version;
    EXPECT_EQ("http://x.nl/feest", list.products.front().upl_uri.value) << "added by the service";
    EXPECT_EQ(
        "sc.xml:2:21: waarschuwing: dit bestand bevat niet alles: 1 van 3 [K157 "
        "one-page-of-more]",
        first_line());
  }
}

TEST_F(Sc, SaysWhatTheSearchServiceReports) {
  read(answer("http://www.loc.gov/zing/srw/",
              "<zs:diagnostics><diagnostic><message>te veel gevraagd</message></diagnostic></zs:diagnostics>"));
  EXPECT_NE(std::string::npos,
            said().find("fout: de zoekdienst meldt een fout: te veel gevraagd [K158 search-service-error]"));
}

TEST_F(Sc, SaysThatNothingWasFound) {
  const std::string nothing =
      "<searchRetrieveResponse xmlns=\"http://www.loc.gov/zing/srw/\"><numberOfRecords>0</numberOfRecords>"
      "</searchRetrieveResponse>";
  EXPECT_TRUE(recognises_samenwerkende_catalogi({"x", false, nothing}));
  read(nothing);
  EXPECT_EQ("sc.xml:1:2: fout: de zoekdienst heeft niets gevonden [K154 nothing-of-this-format]", first_line());
  diagnostics = {};
  read(feed(""));
  EXPECT_EQ("sc.xml:1:2: fout: in dit bestand staat geen enkel product [K154 nothing-of-this-format]", first_line());
}

TEST_F(Sc, RefusesWhatIsSomethingElse) {
  read("<html/>");
  EXPECT_EQ(
      "sc.xml:1:2: fout: dit is geen bestand van Samenwerkende Catalogi: het eerste element is <html> [K156 "
      "not-samenwerkende-catalogi]",
      first_line());
  diagnostics = {};
  read("<scproducten/>");  // without its namespace
  EXPECT_EQ(1U, diagnostics.count(Severity::error));
}

TEST(ScRecognised, ByRootAndNamespace) {
  const auto knows = [](const std::string& head) { return recognises_samenwerkende_catalogi({"x", false, head}); };
  EXPECT_TRUE(knows(feed("")));
  EXPECT_TRUE(knows(answer("http://www.loc.gov/zing/srw/")));
  EXPECT_FALSE(knows("<searchRetrieveResponse xmlns=\"http://www.loc.gov/zing/srw/\"/>")) << "of another collection";
  EXPECT_FALSE(knows("<a xmlns:op=\"http://standaarden.overheid.nl/product/terms/\"/>"));
  EXPECT_FALSE(recognises_samenwerkende_catalogi({"x", true, {}}));
}

}  // namespace
}  // namespace keuzekaart
