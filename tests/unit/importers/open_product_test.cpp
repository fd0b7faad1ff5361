#include "importers/open_product.hpp"

#include <gtest/gtest.h>

#include "tests/support/messages.hpp"

namespace keuzekaart {
namespace {

struct OpenProduct : ::testing::Test {
  Sources sources;
  Diagnostics diagnostics;
  ProductList list;

  void read(const std::string& text) { list = read_open_product_bytes("op.json", text, sources, diagnostics); }
  std::string said() const { return testing::messages(diagnostics, sources); }
  std::string first_line() const { return said().substr(0, said().find('\n')); }
};

TEST_F(OpenProduct, ReadsAnAnswerOfTheApi) {
  read(R"({"count": 1, "results": [{"uuid": "u-1", "code": "PARK", "naam": "Parkeren", "samenvatting": "Bij\nhuis",
    "uniforme_product_naam": "parkeervergunning", "doelgroep": "burgers_en_bedrijven",
    "themas": [{"naam": "Verkeer"}], "organisaties": [{"naam": "Waterrijk"}, {"naam": "Anders"}],
    "zaaktypen": [{"urn": "urn:nld:w:openzaak:ztc:zaaktype:uuid:z-1", "url": "https://z.nl/zaaktypen/z-1"}],
    "verzoektypen": [], "processen": [{"urn": null, "url": "https://b.nl/processen/b-1"}]}]})");
  EXPECT_EQ("", said());
  EXPECT_TRUE(list.own);
  ASSERT_EQ(1U, list.products.size());
  const CatalogueProduct& p = list.products.front();
  EXPECT_EQ("u-1", p.key.value);
  EXPECT_EQ("PARK", p.code.value);
  EXPECT_EQ("Parkeren", p.name.value);
  EXPECT_EQ("Bij huis", p.description.value);
  EXPECT_TRUE(p.for_residents && p.for_companies);
  ASSERT_EQ(1U, p.uniform_names.size());
  EXPECT_EQ("parkeervergunning", p.uniform_names.front().name.value);
  EXPECT_EQ("", p.upl_uri.value);
  EXPECT_EQ("Verkeer", p.themes.front().value);
  EXPECT_EQ("Waterrijk", p.provider.value);
  ASSERT_EQ(2U, p.processes.size());
  EXPECT_EQ("urn:nld:w:openzaak:ztc:zaaktype:uuid:z-1", p.processes[0].value);
  EXPECT_EQ("https://b.nl/processen/b-1", p.processes[1].value);
}

TEST_F(OpenProduct, ReadsAPageWithDutchFields) {
  read(R"({"aantal": 3, "volgende": "https://o.nl/?page=2", "vorige": null, "resultaten": [
    {"uuid": "u-1", "naam": "Parkeren", "uniforme_product_naam": "UPL-naam nog niet beschikbaar"}]})");
  ASSERT_EQ(1U, list.products.size());
  EXPECT_EQ(0U, list.products.front().uniform_names.size()) << "the placeholder names no product";
  EXPECT_EQ("op.json:1:12: waarschuwing: dit bestand bevat niet alles: 1 van 3 [K157 one-page-of-more]", first_line());
}

TEST_F(OpenProduct, SaysWhichEntriesItPassesOver) {
  read(R"([{"naam": "Zonder sleutel", "uniforme_product_naam": "x"},
 {"uuid": "u-1", "code": "P", "uniforme_product_naam": "x", "zaaktypen": [{}]},
 {"id": 1, "vraag": "Wat?"}])");
  EXPECT_EQ(1U, list.products.size());
  EXPECT_EQ(
      R"(op.json:1:2: waarschuwing: een producttype zonder 'code' is overgeslagen [K155 entry-without-key]
op.json:2:75: waarschuwing: bij 'zaaktypen' hoort een object; deze waarde is overgeslagen [K153 other-kind-of-value]
op.json:3:2: opmerking: onderdelen van dit bestand die niet zijn gelezen, want een kaart heeft ze niet nodig: 1, het eerste met id, vraag [K345 parts-not-read]
)",
      testing::first_lines(diagnostics, sources));
}

TEST_F(OpenProduct, PutsTheTablesOfADumpTogether) {
  read(R"([
    {"model": "producttypen.producttype", "pk": 7, "fields": {"uuid": "u-1", "code": "PARK", "themas": [2],
     "organisaties": [3], "uniforme_product_naam": ["parkeervergunning"]}},
    {"model": "producttypen.uniformeproductnaam", "fields": {"naam": "parkeervergunning", "uri": "http://x.nl/p"}},
    {"model": "producttypen.producttypetranslation", "pk": 1, "fields": {"master": 7, "language_code": "en",
     "naam": "Parking"}},
    {"model": "producttypen.producttypetranslation", "pk": 2, "fields": {"master": 7, "language_code": "nl",
     "naam": "Parkeren"}},
    {"model": "producttypen.thema", "pk": 2, "fields": {"naam": "Verkeer"}},
    {"model": "locaties.organisatie", "pk": 3, "fields": {"naam": "Waterrijk"}},
    {"model": "producttypen.zaaktype", "pk": 1, "fields": {"producttype": 7, "urn": "", "url": "https://z.nl/z-1"}},
    {"model": "producttypen.proces", "pk": 1, "fields": {"producttype": 7, "uuid": "b-1"}},
    {"model": "producten.product", "pk": 1, "fields": {"producttype": 7, "naam": "Auto van een inwoner"}}])");
  EXPECT_EQ(
      "op.json:13:5: opmerking: onderdelen van dit bestand die niet zijn gelezen, want een kaart heeft ze niet nodig: "
      "1, het "
      "eerste met producten.product [K345 parts-not-read]",
      first_line());
  ASSERT_EQ(1U, list.products.size());
  const CatalogueProduct& p = list.products.front();
  EXPECT_EQ("Parkeren", p.name.value);
  EXPECT_EQ("http://x.nl/p", p.upl_uri.value);
  EXPECT_EQ("Verkeer", p.themes.front().value);
  EXPECT_EQ("Waterrijk", p.provider.value);
  ASSERT_EQ(2U, p.processes.size());
  EXPECT_EQ("https://z.nl/z-1", p.processes[0].value);
}

TEST_F(OpenProduct, SaysWhatCannotBeRead) {
  read(R"([{"uuid": "", "code": "", "naam": "a", "uniforme_product_naam": "x"},
{"uuid": "u", "code": "c", "naam": {"nl": "b"}, "uniforme_product_naam": "x", "themas": 3},
{"uuid": "u", "code": "d", "naam": "e", "uniforme_product_naam": "x"}])");
  ASSERT_EQ(1U, list.products.size());
  EXPECT_EQ("c", list.products.front().name.value);
  EXPECT_EQ("op.json:1:2: waarschuwing: een producttype zonder 'code' is overgeslagen [K155 entry-without-key]",
            first_line());
  EXPECT_NE(std::string::npos, said().find("op.json:2:36: waarschuwing: bij 'naam' hoort een tekst; deze waarde is "
                                           "overgeslagen [K153 other-kind-of-value]"));
  EXPECT_NE(std::string::npos, said().find("op.json:2:89: waarschuwing: bij 'themas' hoort een lijst"));
  EXPECT_NE(std::string::npos, said().find("op.json:3:11: fout: de id 'u' komt vaker voor"));
}

TEST_F(OpenProduct, RefusesOtherJson) {
  read("[{\"naam\": \"x\"}]");
  EXPECT_EQ(
      "op.json:1:1: fout: in dit bestand staat niets wat bij het formaat 'open-product' hoort [K154 "
      "nothing-of-this-format]",
      first_line());
}

}  // namespace
}  // namespace keuzekaart
