#include "importers/zgw.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/messages.hpp"

namespace keuzekaart {
namespace {

const std::string api = "https://z.nl/catalogi/api/v1/";

std::string case_type(const std::string& id, const std::string& identification, const std::string& more = {}) {
  return fmt::format(R"({{"url": "{}zaaktypen/{}", "identificatie": "{}", "omschrijving": "Zaak {}", "versiedatum": )"
                     R"("2026-01-01"{}}})",
                     api, id, identification, identification, more);
}
std::string part(const std::string& kind, const std::string& of, const std::string& more) {
  return fmt::format(R"({{"url": "{}{}/1", "zaaktype": "{}zaaktypen/{}", {}}})", api, kind, api, of, more);
}

struct Zgw : ::testing::Test {
  Sources sources;
  Diagnostics diagnostics;
  ProcessCatalogue catalogue;

  void read(const std::string& text) { catalogue = read_zgw_bytes("z.json", text, sources, diagnostics); }
  std::string said() const { return testing::messages(diagnostics, sources); }
  std::string first_line() const { return said().substr(0, said().find('\n')); }
};

TEST_F(Zgw, StatusTypesAreStepsInTheOrderOfTheirNumbers) {
  read("[" + part("statustypen", "a", R"("omschrijving": "Klaar", "volgnummer": 10)") + "," +
       part("statustypen", "a", R"("omschrijving": "Begonnen", "volgnummer": 2, "doorlooptijd": "P2D")") + "," +
       part("roltypen", "a", R"("omschrijving": "Aanvrager", "omschrijvingGeneriek": "initiator")") + "," +
       part("resultaattypen", "a",
            R"("omschrijving": "Verleend", "archiefnominatie": "vernietigen", "archiefactietermijn": "P5Y",
               "selectielijstklasse": "https://s.nl/resultaten/r-1")") +
       "," + case_type("a", "Z1", R"(, "statustypen": ["x", "y"], "roltypen": ["x"], "resultaattypen": ["x"],
         "doorlooptijd": "P8W", "verantwoordelijke": "Team", "aanleiding": "Een aanvraag", "doel": "Iets",
         "productenOfDiensten": ["http://x.nl/upl/p"], "selectielijstProcestype": "https://s.nl/procestypen/p-1",
         "referentieproces": {"naam": "Behandelen", "link": "https://g.nl/id-1"}, "concept": false,
         "beginGeldigheid": "2026-01-01", "eindeGeldigheid": null, "verantwoordingsrelatie": ["Gemeentewet"])") +
       R"(, {"url": "c", "domein": "W", "rsin": "0", "naam": "Catalogus W"}])");
  EXPECT_EQ("", said());
  EXPECT_TRUE(catalogue.case_types);
  EXPECT_EQ("Catalogus W", catalogue.application.value);
  ASSERT_EQ(1U, catalogue.processes.size());
  const CatalogueProcess& p = catalogue.processes.front();
  EXPECT_EQ("Z1", p.id.value);
  EXPECT_EQ("a", p.uuid.value);
  EXPECT_EQ("Zaak Z1", p.name.value);
  EXPECT_EQ("Iets", p.description.value);
  EXPECT_EQ("8 weken", p.lead_time.value);
  EXPECT_EQ("Team", p.owner.value);
  EXPECT_EQ("p-1", p.process_type.value);
  EXPECT_EQ("Behandelen", p.gemma_name.value);
  EXPECT_EQ("https://g.nl/id-1", p.gemma_link.value);
  EXPECT_EQ("2026-01-01", p.valid_from.value);
  EXPECT_EQ("", p.valid_to.value);
  EXPECT_FALSE(p.draft);
  ASSERT_EQ(1U, p.products.size());
  EXPECT_EQ("http://x.nl/upl/p", p.products.front().value);
  ASSERT_EQ(1U, p.grounds.size());
  EXPECT_EQ("Gemeentewet", p.grounds.front().label.value);
  ASSERT_EQ(2U, p.steps.size());
  EXPECT_EQ("Begonnen", p.steps[0].name.value);
  EXPECT_EQ("2 dagen", p.steps[0].lead_time.value);
  EXPECT_EQ("Klaar", p.steps[1].name.value);
  ASSERT_EQ(1U, p.roles.size());
  EXPECT_EQ("Aanvrager", p.roles.front().name.value);
  ASSERT_EQ(1U, p.results.size());
  EXPECT_EQ("r-1", p.results.front().selection.value);
  EXPECT_EQ("5 jaar", p.results.front().term.value);
}

TEST_F(Zgw, ReadsOneCaseTypeAndAPageOfAList) {
  read(case_type("a", "Z1", R"(, "statustypen": [{"omschrijving": "In", "volgnummer": 1}])"));
  ASSERT_EQ(1U, catalogue.processes.size());
  ASSERT_EQ(1U, catalogue.processes.front().steps.size()) << "parts that stand in the case type itself";
  EXPECT_EQ("", said());
  read(R"({"count": 2, "next": "x", "results": [)" + case_type("a", "Z1") + "]}");
  ASSERT_EQ(1U, catalogue.processes.size());
  EXPECT_EQ(
      "z.json:1:11: waarschuwing: dit bestand bevat niet alles: 1 van 2 [K157 "
      "one-page-of-more]",
      first_line());
}

TEST_F(Zgw, ReadsADumpOfTheDatabase) {
  read(R"([{"model": "catalogi.zaaktype", "pk": 5, "fields": {"uuid": "a", "identificatie": "Z1",
      "zaaktype_omschrijving": "Zaak", "doorlooptijd_behandeling": "P1D", "datum_begin_geldigheid": "2024-04-02",
      "concept": true, "producten_of_diensten": "[\"http://x.nl/p\"]", "referentieproces_naam": "Behandelen",
      "selectielijst_procestype": "https://s.nl/p-1", "deelzaaktypen": [6]}},
    {"model": "catalogi.zaaktype", "pk": 6, "fields": {"uuid": "b", "identificatie": "Z2",
      "zaaktype_omschrijving": "Deel", "producten_of_diensten": "[]"}},
    {"model": "catalogi.statustype", "pk": 1, "fields": {"uuid": "s", "zaaktype": 5, "statustypevolgnummer": 1,
      "statustype_omschrijving": "Ontvangen"}},
    {"model": "catalogi.roltype", "pk": 1, "fields": {"uuid": "r", "zaaktype": 5, "omschrijving": "Aanvrager"}},
    {"model": "catalogi.zaaktypenrelatie", "pk": 1, "fields": {"zaaktype": 6,
      "gerelateerd_zaaktype": "https://z.nl/zaaktypen/a"}},
    {"model": "config.featureflags", "pk": 1, "fields": {}}])");
  EXPECT_EQ(
      "z.json:12:5: opmerking: onderdelen van dit bestand die niet zijn gelezen, want een kaart heeft ze niet nodig: "
      "1, het "
      "eerste met config.featureflags [K345 parts-not-read]",
      first_line());
  ASSERT_EQ(2U, catalogue.processes.size());
  const CatalogueProcess& p = catalogue.processes.front();
  EXPECT_EQ("Zaak", p.name.value);
  EXPECT_EQ("1 dag", p.lead_time.value);
  EXPECT_EQ("2024-04-02", p.valid_from.value);
  EXPECT_TRUE(p.draft);
  ASSERT_EQ(1U, p.products.size());
  EXPECT_EQ("http://x.nl/p", p.products.front().value);
  EXPECT_EQ("Behandelen", p.gemma_name.value);
  EXPECT_EQ("Ontvangen", p.steps.front().name.value);
  EXPECT_EQ("Aanvrager", p.roles.front().name.value);
  ASSERT_EQ(1U, p.parts.size());
  EXPECT_EQ("Z2", p.parts.front().value);
  ASSERT_EQ(1U, catalogue.processes[1].related.size());
  EXPECT_EQ("Z1", catalogue.processes[1].related.front().value);
}

TEST_F(Zgw, SaysWhichPartsAreElsewhere) {
  read("[" + case_type("a", "Z1", R"(, "statustypen": ["x", "y"], "deelzaaktypen": ["z"],
 "gerelateerdeZaaktypen": [{"zaaktype": "https://z.nl/zaaktypen/q", "aardRelatie": "vervolg"}])") +
       ",\n" + part("statustypen", "anders", R"("omschrijving": "In", "volgnummer": 1)") + "]");
  ASSERT_EQ(1U, catalogue.processes.size());
  EXPECT_EQ("q", catalogue.processes.front().related.front().value);
  const std::string all = said();
  EXPECT_NE(std::string::npos, all.find("zaaktype 'Z1' noemt statustypen die niet in deze bron staan: 2 [K648"));
  EXPECT_NE(std::string::npos, all.find("zaaktype 'Z1' noemt deelzaaktypen die niet in deze bron staan: 1 [K648"));
  EXPECT_NE(std::string::npos,
            all.find("z.json:3:1: waarschuwing: statustypen van een zaaktype dat niet in deze bron staat: 1 "
                     "[K648 parts-elsewhere]"));
}

TEST_F(Zgw, ReadsThePartsThatAnAnswerHoldsBesideTheirAddresses) {
  read(case_type("a", "Z1", R"(, "statustypen": ["https://z.nl/statustypen/1"], "_expand": {"statustypen": [
 {"url": "https://z.nl/statustypen/1", "omschrijving": "Klaar", "volgnummer": 1}]})"));
  EXPECT_EQ("", said());
  ASSERT_EQ(1U, catalogue.processes.size());
  ASSERT_EQ(1U, catalogue.processes.front().steps.size());
  EXPECT_EQ("Klaar", catalogue.processes.front().steps.front().name.value);
}

TEST_F(Zgw, OfAnObjectInAListTheAddressCountsAndWithoutOneItIsSaid) {
  read(case_type("a", "Z1", R"(, "productenOfDiensten": [{"url": "http://x.nl/p"},
 {"naam": "p"}])"));
  ASSERT_EQ(1U, catalogue.processes.size());
  ASSERT_EQ(1U, catalogue.processes.front().products.size());
  EXPECT_EQ("http://x.nl/p", catalogue.processes.front().products.front().value);
  EXPECT_EQ(
      "z.json:2:2: waarschuwing: bij 'productenOfDiensten' hoort een tekst; deze waarde is overgeslagen [K153 "
      "other-kind-of-value]",
      first_line());
}

TEST_F(Zgw, ACaseTypeWithoutIdentificationAndWhatIsNoneAreSaid) {
  read(
      R"([{"url": "z", "omschrijving": "Zonder", "statustypen": []}, {"url": "i", "zaaktype": "z", "naam": "kenmerk"},)" +
      case_type("a", "Z1") + "]");
  EXPECT_EQ(1U, catalogue.processes.size());
  EXPECT_EQ(
      R"(z.json:1:2: waarschuwing: een zaaktype zonder 'identificatie' is overgeslagen [K155 entry-without-key]
z.json:1:61: opmerking: onderdelen van dit bestand die niet zijn gelezen, want een kaart heeft ze niet nodig: 1, het eerste met url, zaaktype, naam [K345 parts-not-read]
)",
      testing::first_lines(diagnostics, sources));
}

TEST_F(Zgw, SaysWhatCannotBeRead) {
  read("[" + case_type("a", "") + ",\n" +
       case_type("b", "Z2", R"(, "doel": ["x"], "statustypen": 3, "beginGeldigheid": "1 januari")") + ",\n" +
       part("statustypen", "b", R"("omschrijving": "In", "volgnummer": "een")") + "]");
  ASSERT_EQ(1U, catalogue.processes.size());
  EXPECT_EQ("", catalogue.processes.front().valid_from.value);
  const std::string all = said();
  EXPECT_EQ("z.json:1:2: waarschuwing: een zaaktype zonder 'identificatie' is overgeslagen [K155 entry-without-key]",
            first_line());
  EXPECT_NE(std::string::npos, all.find("bij 'doel' hoort een tekst; deze waarde is overgeslagen [K153"));
  EXPECT_NE(std::string::npos, all.find("bij 'statustypen' hoort een lijst; deze waarde is overgeslagen [K153"));
  EXPECT_NE(std::string::npos, all.find("'1 januari' is geen datum; de geldigheid is hier niet bekend [K653"));
  EXPECT_NE(std::string::npos, all.find("'een' is geen volgnummer [K623"));
}

TEST_F(Zgw, RefusesOtherJson) {
  read("[{\"naam\": \"x\"}]");
  EXPECT_EQ(
      "z.json:1:1: fout: in dit bestand staat niets wat bij het formaat 'zgw' hoort [K154 nothing-of-this-format]",
      first_line());
}

}  // namespace
}  // namespace keuzekaart
