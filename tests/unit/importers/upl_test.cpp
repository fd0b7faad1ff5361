#include "importers/upl.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/places.hpp"
#include "tests/support/reading.hpp"
#include "tests/support/temporary_folder.hpp"

namespace keuzekaart {
namespace {

constexpr std::string_view header =
    "UniformeProductnaam,URI,Rijk,Provincie,Waterschap,Gemeente,Burger,Bedrijf,Dienstenwet,SDG,Autonomie,Medebewind,"
    "Aanvraag,Subsidie,Melding,Verplichting,Grondslag,Grondslaglabel,Grondslaglink\n";

struct Upl : ::testing::Test {
  testing::TemporaryFolder folder;
  testing::Reading reading;
  ProductList list;

  void read(const std::string& text) {
    folder.write("upl.csv", text);
    list = std::get<ProductList>(read_upl(folder.at("upl.csv"), reading.sources, reading.diagnostics));
  }
  /// Every message, with the path as it would be beside the file.
  std::string said() const {
    std::string all = reading.said();
    const std::string path = folder.at("upl.csv");
    for (std::size_t at = all.find(path); at != std::string::npos; at = all.find(path))
      all.replace(at, path.size(), "upl.csv");
    return all;
  }
  std::string first_line() const { return said().substr(0, said().find('\n')); }
  std::string where(const Text& text) const {
    const Location at = reading.sources.locate(text.place);
    return fmt::format("{}:{}", at.line, at.column);
  }
};

TEST_F(Upl, OneRowPerGroundIsOneProduct) {
  read(std::string(header) +
       "hondenpoepzakje,http://x.nl/a,,,,X,X,,,G1;G2,X,,X,,,,http://x.nl/w1,Artikel 1 Wet,https://w.nl/1\n"
       "hondenpoepzakje,http://x.nl/a,,,,X,X,,,G1;G2,X,,X,,,,http://x.nl/w2,\"Artikel 2, lid 1 Wet \",https://w.nl/2\n"
       "zandbak,http://x.nl/b,X,X,X,,,X,X,,,X,,X,X,X,,,\n");
  EXPECT_EQ("", said());
  ASSERT_EQ(2U, list.products.size());
  const CatalogueProduct& first = list.products[0];
  EXPECT_EQ("hondenpoepzakje", first.name.value);
  EXPECT_EQ("http://x.nl/a", first.key.value);
  EXPECT_EQ("http://x.nl/a", first.upl_uri.value);
  EXPECT_EQ("G1;G2", first.sdg.value);
  EXPECT_TRUE(first.by_municipality && first.for_residents && first.autonomous && first.application);
  EXPECT_FALSE(first.by_state || first.by_province || first.by_water_board || first.for_companies ||
               first.services_directive || first.co_governed || first.subsidy || first.notification ||
               first.obligation || first.placeholder);
  ASSERT_EQ(2U, first.grounds.size());
  EXPECT_EQ("http://x.nl/w2", first.grounds[1].uri.value);
  EXPECT_EQ("Artikel 2, lid 1 Wet", first.grounds[1].label.value);
  EXPECT_EQ("https://w.nl/2", first.grounds[1].link.value);
  EXPECT_EQ("3:70", where(first.grounds[1].label));
  const CatalogueProduct& second = list.products[1];
  EXPECT_TRUE(second.by_state && second.by_province && second.by_water_board && second.for_companies &&
              second.services_directive && second.co_governed && second.subsidy && second.notification &&
              second.obligation);
  EXPECT_FALSE(second.by_municipality || second.for_residents || second.autonomous || second.application);
  EXPECT_TRUE(second.grounds.empty());
}

TEST_F(Upl, ColumnsAreBoundByHeadingInAnyOrder) {
  read(
      "Gemeente;DigiDMacht;URI;Grondslaglabel;UniformeProductnaam;Rijk;Provincie;Waterschap;Burger;Bedrijf;Dienstenwet;"
      "SDG;Autonomie;Medebewind;Aanvraag;Subsidie;Melding;Verplichting;Grondslag;Grondslaglink\n"
      "X;X;http://x.nl/a;Artikel 1;zandbak;;;;;;;;;;;;;;;\n");
  EXPECT_EQ("", said());
  ASSERT_EQ(1U, list.products.size());
  EXPECT_EQ("zandbak", list.products[0].name.value);
  EXPECT_TRUE(list.products[0].by_municipality);
  EXPECT_EQ("Artikel 1", list.products[0].grounds.at(0).label.value);
}

TEST_F(Upl, MissingRequiredColumnNamesTheNearestHeading) {
  read("UniformProductnaam,Url,Gemeente\nzandbak,http://x.nl/a,X\n");
  EXPECT_TRUE(list.products.empty());
  EXPECT_EQ(
      "upl.csv:1:1: fout: kolom 'URI' ontbreekt [K302 missing-column]\n"
      "    UniformProductnaam,Url,Gemeente\n"
      "    ^\n"
      "    Bedoelde u 'Url'?\n"
      "    Zonder deze kolom kan de lijst niet worden gelezen. Download de lijst opnieuw of herstel de kop in de "
      "eerste "
      "regel.\n"
      "upl.csv:1:1: fout: kolom 'UniformeProductnaam' ontbreekt [K302 missing-column]\n"
      "    UniformProductnaam,Url,Gemeente\n"
      "    ^\n"
      "    Bedoelde u 'UniformProductnaam'?\n",
      said());
}

TEST_F(Upl, MissingFlagColumnsAreOneWarningAndTheListIsRead) {
  read(
      "UniformeProductnaam,URI,Rijk,Provincie,Waterschap,Gemeente,Burger,Bedrijf,Dienstenwet,SDG,Autonomie,Medebewind,"
      "Aanvraag,Subsidie,Verplichting,Grondslag,Grondslaglabel\nzandbak,http://x.nl/a,,,,X,,,,,,,,,,,\n");
  EXPECT_EQ(1U, list.products.size());
  EXPECT_EQ(
      "upl.csv:1:1: waarschuwing: kolommen die ontbreken: Melding, Grondslaglink; wat zij zeggen, is onbekend "
      "[K311 missing-flag-columns]",
      first_line());
}

TEST_F(Upl, PlaceholderIsKeptAndMarked) {
  read(std::string(header) + "UPL-naam nog niet beschikbaar,http://x.nl/geen,X,X,X,X,,,,,,,,,,,,,\n");
  ASSERT_EQ(1U, list.products.size());
  EXPECT_TRUE(list.products[0].placeholder);
}

TEST_F(Upl, RowsOfOneUriThatDisagreeAreSaidAndTheFirstCounts) {
  read(std::string(header) +
       "zandbak,http://x.nl/a,,,,X,,,,,,,,,,,,,\n"
       "zandbakje,http://x.nl/a,,,,,,,,G1,,,,,,,,,\n");
  ASSERT_EQ(1U, list.products.size());
  EXPECT_EQ("zandbak", list.products[0].name.value);
  EXPECT_TRUE(list.products[0].by_municipality);
  EXPECT_EQ("", list.products[0].sdg.value);
  EXPECT_EQ(
      "upl.csv:3:1: waarschuwing: de regels van 'http://x.nl/a' spreken elkaar tegen in kolom UniformeProductnaam: "
      "eerst "
      "'zandbak', hier 'zandbakje' [K316 rows-differ]\n"
      "    zandbakje,http://x.nl/a,,,,,,,,G1,,,,,,,,,\n"
      "    ^\n"
      "    Zie ook upl.csv:2:1.\n"
      "    De eerste regel telt. Verbeter de lijst of meld het de uitgever.\n"
      "upl.csv:3:28: waarschuwing: de regels van 'http://x.nl/a' spreken elkaar tegen in kolom Gemeente: eerst 'X', "
      "hier "
      "'' [K316 rows-differ]\n"
      "    zandbakje,http://x.nl/a,,,,,,,,G1,,,,,,,,,\n"
      "                               ^\n"
      "    Zie ook upl.csv:2:1.\n"
      "upl.csv:3:32: waarschuwing: de regels van 'http://x.nl/a' spreken elkaar tegen in kolom SDG: eerst '', hier "
      "'G1' "
      "[K316 rows-differ]\n"
      "    zandbakje,http://x.nl/a,,,,,,,,G1,,,,,,,,,\n"
      "                                   ^\n"
      "    Zie ook upl.csv:2:31.\n",
      said());
}

TEST_F(Upl, NameWithTwoUrisIsSaidAndBothAreKept) {
  read(std::string(header) + "zandbak,http://x.nl/a,,,,,,,,,,,,,,,,,\nzandbak,http://x.nl/b,,,,,,,,,,,,,,,,,\n");
  EXPECT_EQ(2U, list.products.size());
  EXPECT_EQ("upl.csv:3:9: waarschuwing: de naam 'zandbak' hoort ook bij 'http://x.nl/a' [K316 rows-differ]",
            first_line());
}

TEST_F(Upl, EveryRowWithoutKeyOrNameIsSaidAndTheOthersAreRead) {
  read(std::string(header) +
       "zandbak,,,,,,,,,,,,,,,,,,\n"
       ",http://x.nl/b,,,,,,,,,,,,,,,,,\n"
       "de wip, rode,http://x.nl/c,,,,,,,,,,,,,,,,\n"
       "glijbaan,http://x.nl/d,,,,,,,,,,,,,,,,,\n");
  ASSERT_EQ(1U, list.products.size());
  EXPECT_EQ("glijbaan", list.products[0].name.value);
  EXPECT_EQ(
      "upl.csv:2:9: waarschuwing: deze regel heeft geen URI en is overgeslagen [K315 row-without-key]\n"
      "    zandbak,,,,,,,,,,,,,,,,,,\n"
      "            ^\n"
      "    Vul de regel aan. Alle andere regels zijn gelezen.\n"
      "upl.csv:3:1: waarschuwing: deze regel heeft geen productnaam en is overgeslagen [K315 row-without-key]\n"
      "    ,http://x.nl/b,,,,,,,,,,,,,,,,,\n"
      "    ^\n"
      "upl.csv:4:9: waarschuwing: 'rode' is geen URI; de regel is overgeslagen [K315 row-without-key]\n"
      "    de wip, rode,http://x.nl/c,,,,,,,,,,,,,,,,\n"
      "            ^\n",
      said());
}

TEST_F(Upl, FlagThatIsNoXIsSaid) {
  read(std::string(header) + "zandbak,http://x.nl/a,,,,misschien,x,,,,,,,,,,,,\n");
  EXPECT_FALSE(list.products.at(0).by_municipality);
  EXPECT_TRUE(list.products.at(0).for_residents);
  EXPECT_EQ(
      "upl.csv:2:26: waarschuwing: 'misschien' in kolom Gemeente is geen X; het is gelezen als leeg [K317 "
      "unknown-flag]",
      first_line());
}

TEST_F(Upl, ListThatWasSavedTwiceLosesNothing) {
  const std::string clean =
      std::string(header) +
      "zandbak,http://x.nl/a,,,,X,,,,A1;B2,,,,,,,http://x.nl/w,\"Artikel 1, lid 2 Wet\",http://w.nl/?a&b\n"
      "wip,http://x.nl/b,,,,,X,,,,,,,,,,,,\n";
  read(clean);
  const ProductList wanted = list;
  std::string damaged = std::string(header.substr(0, header.size() - 1)) +
                        ";;\n"
                        "\"zandbak,http://x.nl/a,,,,X,,,,A1\";\"B2,,,,,,,http://x.nl/w,\"\"Artikel 1, lid 2 Wet\"\","
                        "http://w.nl/?a&b\";\n"
                        "wip,http://x.nl/b,,,,,X,,,,,,,,,,,,;;\n";
  read(damaged);
  ASSERT_EQ(wanted.products.size(), list.products.size());
  for (std::size_t i = 0; i < wanted.products.size(); ++i) {
    EXPECT_EQ(wanted.products[i].name.value, list.products[i].name.value);
    EXPECT_EQ(wanted.products[i].sdg.value, list.products[i].sdg.value);
    EXPECT_EQ(wanted.products[i].by_municipality, list.products[i].by_municipality);
    ASSERT_EQ(wanted.products[i].grounds.size(), list.products[i].grounds.size());
    for (std::size_t g = 0; g < wanted.products[i].grounds.size(); ++g) {
      EXPECT_EQ(wanted.products[i].grounds[g].label.value, list.products[i].grounds[g].label.value);
      EXPECT_EQ(wanted.products[i].grounds[g].link.value, list.products[i].grounds[g].link.value);
    }
  }
  EXPECT_EQ(
      "upl.csv:1:1: waarschuwing: deze tabel is twee keer opgeslagen: met ',' en daarna met ';'; de 3 regels zijn "
      "hersteld [K312 written-twice]",
      first_line());
}

TEST(UplRecogniser, KnowsTheHeadingsWhateverTheirOrderAndForm) {
  const auto recognised = [](std::string_view head, bool is_folder = false) {
    return recognises_upl({"naamloos", is_folder, head});
  };
  EXPECT_TRUE(recognised(header));
  EXPECT_TRUE(recognised("URI;Gemeente;UniformeProductnaam\r\n"));
  EXPECT_TRUE(recognised(std::string(header.substr(0, header.size() - 1)) + ";;\n"));
  EXPECT_TRUE(recognised("UniformeProductnaam,Url,Gemeente,Burger,Bedrijf\n"));
  EXPECT_TRUE(recognised("Productnaam,URI,Gemeente,Burger,Bedrijf,Melding,Subsidie,Aanvraag\n"));
  EXPECT_FALSE(recognised("naam,URI,Gemeente\n"));
  EXPECT_FALSE(recognised("<dsp/>"));
  EXPECT_FALSE(recognised(R"({"head":{"vars":["UniformeProductnaam","URI","Gemeente"]},"results":{"bindings":[]}})"))
      << "the list as JSON on one line";
  EXPECT_FALSE(recognised(""));
  EXPECT_FALSE(recognised(header, true));
}

/// Whether the value stands in its file where its place says.
bool stands_there(const Sources& sources, const Text& text) {
  return text.empty() || sources.text(text.place.file).substr(text.place.offset).starts_with(text.value);
}

struct Counts {
  std::size_t entries = 0, placeholders = 0, municipal = 0, municipal_with_ground = 0, rows_said = 0;
  friend bool operator==(const Counts&, const Counts&) = default;
};

void PrintTo(const Counts& c, std::ostream* out) {
  *out << fmt::format("{} entries, {} placeholders, {} municipal, {} with ground, {} messages", c.entries,
                      c.placeholders, c.municipal, c.municipal_with_ground, c.rows_said);
}

Counts counts_of(const std::string& name) {
  testing::Reading reading;
  const SourceContent content = read_upl(shared_data("/upl/") + name, reading.sources, reading.diagnostics);
  const auto& products = std::get<ProductList>(content).products;
  for (const CatalogueProduct& product : products)
    for (const Text& text : {product.key, product.name, product.sdg})
      EXPECT_TRUE(stands_there(reading.sources, text)) << text.value;
  const auto count = [&](auto wanted) {
    return static_cast<std::size_t>(std::count_if(products.begin(), products.end(), wanted));
  };
  return {products.size(), count([](const CatalogueProduct& p) { return p.placeholder; }),
          count([](const CatalogueProduct& p) { return p.by_municipality; }),
          count([](const CatalogueProduct& p) { return p.by_municipality && !p.grounds.empty(); }),
          reading.diagnostics.all().size()};
}

// The counts that are published (1,214 and 512; 1,017 and 450) are those of all URIs, and take the placeholder in: it
// has an X for every layer of government, and no ground. Without it they are one less: 1,213 and 511; 1,016 and 449.
TEST(UplOnRealFiles, CountsComeOut) {
  if (!std::filesystem::exists(shared_data("/upl"))) GTEST_SKIP() << "shared data is not there";
  EXPECT_EQ((Counts{1214, 1, 512, 453, 0}), counts_of("UPL-actueel-2025-04.csv"));
  EXPECT_EQ((Counts{1017, 1, 450, 386, 0}), counts_of("UPL-actueel-2021-12.csv"));
}

}  // namespace
}  // namespace keuzekaart
