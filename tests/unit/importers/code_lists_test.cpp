// The lists in JSON: uniform product names, task fields, the Selectielijst.
#include <gtest/gtest.h>

#include "importers/selection_list.hpp"
#include "importers/task_fields.hpp"
#include "importers/tidy_text.hpp"
#include "importers/upl.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/messages.hpp"

namespace keuzekaart {
namespace {

struct CodeLists : ::testing::Test {
  Sources sources;
  Diagnostics diagnostics;

  std::string said() const { return testing::messages(diagnostics, sources); }
  std::string first_line() const { return said().substr(0, said().find('\n')); }
};

TEST_F(CodeLists, UniformNamesOfASparqlResultAreThoseOfTheTable) {
  const ProductList list = read_upl_json_bytes("upl.json", R"({"head": {"vars": ["UniformeProductnaam", "URI", "Rijk",
      "Provincie", "Waterschap", "Gemeente", "Burger", "Bedrijf", "Dienstenwet", "SDG", "Autonomie", "Medebewind",
      "Aanvraag", "Subsidie", "Melding", "Verplichting", "Grondslag", "Grondslaglabel", "Grondslaglink"]},
    "results": {"bindings": [
      {"UniformeProductnaam": {"type": "literal", "xml:lang": "nl", "value": "zandbak"},
       "URI": {"type": "uri", "value": "http://x.nl/zandbak"}, "Gemeente": {"value": "X"}, "SDG": {"value": "G1"},
       "Grondslag": {"value": "http://x.nl/w1"}, "Grondslaglabel": {"value": "Artikel 1 Wet"}},
      {"UniformeProductnaam": {"value": "zandbak"}, "URI": {"value": "http://x.nl/zandbak"},
       "Gemeente": {"value": "X"}, "SDG": {"value": "G1"}, "Grondslag": {"value": "http://x.nl/w2"}},
      {"UniformeProductnaam": {"value": "wip"}}]}})",
                                               sources, diagnostics);
  ASSERT_EQ(1U, list.products.size());
  EXPECT_FALSE(list.own);
  const CatalogueProduct& p = list.products.front();
  EXPECT_EQ("zandbak", p.name.value);
  EXPECT_EQ("http://x.nl/zandbak", p.key.value);
  EXPECT_TRUE(p.by_municipality && !p.for_residents);
  EXPECT_EQ("G1", p.sdg.value);
  ASSERT_EQ(2U, p.grounds.size());
  EXPECT_EQ("upl.json:10:7: waarschuwing: deze regel heeft geen URI en is overgeslagen [K315 row-without-key]",
            first_line());
}

TEST_F(CodeLists, UniformNamesNeedTheirColumns) {
  read_upl_json_bytes("upl.json", "{\"head\": {\"vars\": []}}", sources, diagnostics);
  EXPECT_EQ(
      "upl.json:1:1: fout: in dit bestand staat niets wat bij het formaat 'upl-json' hoort [K154 "
      "nothing-of-this-format]",
      first_line());
  EXPECT_TRUE(recognises_upl_json({"x", false, R"({"head":{"vars":["UniformeProductnaam","URI"]},"results":{)"}));
  EXPECT_FALSE(recognises_upl_json({"x", false, R"({"head":{"vars":["naam","URI"]}})"}));
  EXPECT_FALSE(recognises_upl({"x", false, R"({"head":{"vars":["UniformeProductnaam","URI"]}})"}));
}

std::string iv3(const std::string& fields) {
  return R"({"metadata": {"overheidslaag": "Gemeente", "boekjaar": "2026"}, "codelijsten": {"taakveld": {"codelijst": [
    {"code": "Tot_TV", "omschrijving": "Totaal", "subcodes": [)" +
         fields + "]}]}}}";
}

TEST_F(CodeLists, TaskFieldsKeepTheirCodesAsText) {
  const TaskFieldList list = read_task_fields_bytes(
      "iv3.json",
      iv3(R"({"code": "0.", "omschrijving": "BESTUUR", "subcodes": [{"code": "0.1", "omschrijving": "Bestuur "},
         {"code": "0.10", "omschrijving": "Reserves"}]})"),
      sources, diagnostics);
  EXPECT_EQ("", said());
  EXPECT_EQ("2026", list.year.value);
  EXPECT_EQ("Gemeente", list.layer.value);
  std::string fields;
  for (const TaskField& field : list.fields)
    fields.append(field.parent.value).append("<").append(field.code.value).append("=").append(field.name.value) += '|';
  EXPECT_EQ("<0.=BESTUUR|0.<0.1=Bestuur|0.<0.10=Reserves|", fields);
}

TEST_F(CodeLists, SaysWhichTaskFieldsCannotBeTrusted) {
  const TaskFieldList list = read_task_fields_bytes("iv3.json", iv3(R"({"code": 0.1, "omschrijving": "a"},
{"omschrijving": "b"},
{"code": "0.1", "omschrijving": "c"})"),
                                                    sources, diagnostics);
  ASSERT_EQ(1U, list.fields.size());
  EXPECT_EQ(
      "iv3.json:2:72: waarschuwing: de code 0.1 staat als getal in het bestand; 0.10 kan zo in 0.1 zijn veranderd "
      "[K661 code-as-number]",
      first_line());
  EXPECT_NE(std::string::npos, said().find("iv3.json:3:1: waarschuwing: een taakveld zonder 'code' is overgeslagen"));
  EXPECT_NE(std::string::npos, said().find("iv3.json:4:11: fout: de id '0.1' komt vaker voor"));
  diagnostics = {};
  read_task_fields_bytes("iv3.json", "{}", sources, diagnostics);
  EXPECT_EQ(1U, diagnostics.count(Severity::error));
}

TEST_F(CodeLists, SayWhichValuesAreOfAnotherKind) {
  read_task_fields_bytes("iv3.json", iv3(R"({"code": "0.", "omschrijving": {"nl": "a"}, "subcodes": "0.1"})"), sources,
                         diagnostics);
  read_selection_list_bytes("p.json", R"([{"url": "a-1", "nummer": 5, "naam": ["Leveren"], "procesobject": "x"}])",
                            sources, diagnostics);
  std::string kinds;
  for (const Diagnostic& d : diagnostics.all())
    kinds += d.label_key() + " " + d.arguments.front() + " " + to_string(sources.locate(d.place)) + "\n";
  EXPECT_EQ("K153.text omschrijving iv3.json:2:94\nK153.list subcodes iv3.json:2:120\nK153.text naam p.json:1:38\n",
            kinds);
}

TEST_F(CodeLists, ProcessTypesAndResultsByTheLastPartOfTheirAddress) {
  const SelectionList types = read_selection_list_bytes(
      "p.json", R"([{"url": "a-1", "nummer": 5, "jaar": 2020, "naam": "Leveren", "procesobject": "x"},
        {"url": "https://s.nl/api/procestypen/a-2/", "nummer": 11, "naam": "Toestaan", "procesobject": ""},
        {"nummer": 12, "naam": "Zonder", "procesobject": ""}])",
      sources, diagnostics);
  ASSERT_EQ(2U, types.types.size());
  EXPECT_EQ("a-1", types.types[0].id.value);
  EXPECT_EQ("a-2", types.types[1].id.value);
  EXPECT_EQ("11", types.types[1].number.value);
  EXPECT_EQ("p.json:3:9: waarschuwing: een procestype zonder 'url' is overgeslagen [K155 entry-without-key]",
            first_line());
  diagnostics = {};
  const SelectionList results = read_selection_list_bytes(
      "r.json", R"({"count": 346, "next": "x", "results": [{"url": "https://s.nl/r/b-1", "volledigNummer": "5.1.1",
        "procesType": "https://s.nl/p/a-1", "naam": "Geleverd", "waardering": "vernietigen", "bewaartermijn": "P7Y"}]})",
      sources, diagnostics);
  ASSERT_EQ(1U, results.results.size());
  EXPECT_EQ("a-1", results.results.front().process_type.value);
  EXPECT_EQ("7 jaar", results.results.front().term.value);
  EXPECT_EQ(
      "r.json:1:11: waarschuwing: dit bestand bevat niet alles: 1 van 346 [K157 "
      "one-page-of-more]",
      first_line());
}

TEST(PeriodInWords, IsDutchForWhatIso8601Means) {
  TextPool pool;
  const auto words = [&](std::string_view period) { return period_in_words({period, {}}, pool).value; };
  EXPECT_EQ("8 weken", words("P8W"));
  EXPECT_EQ("1 week", words("P1W"));
  EXPECT_EQ("56 dagen", words("P56D"));
  EXPECT_EQ("1 jaar en 6 maanden", words("P1Y6M"));
  EXPECT_EQ("1 jaar, 1 maand en 10 dagen", words("P1Y1M10D"));
  EXPECT_EQ("5 dagen", words("P0Y0M005D"));
  for (const std::string_view same : {"", "nihil", "P", "P0D", "P1", "PX", "P1Y1Y", "P1DT2H"})
    EXPECT_EQ(same, words(same));
}

}  // namespace
}  // namespace keuzekaart
