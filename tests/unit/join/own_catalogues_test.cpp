// Products of a municipality, case types with versions, and code lists: how they are joined.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/join_scene.hpp"
#include "tests/support/messages.hpp"

namespace keuzekaart {
namespace {

using testing::codes_and_names;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::JoinScene;
using testing::links_of;
using Lines = std::vector<std::string>;

constexpr const char* terms = "http://standaarden.overheid.nl/owms/terms/";

struct OwnCatalogues : ::testing::Test {
  JoinScene scene;
  ProductList own;
  ProcessCatalogue case_types;

  CatalogueProduct& product(const std::string& key, const std::string& name) {
    own.own = true;
    CatalogueProduct p;
    p.key = scene.text(key + "@Waterrijk");
    p.code = scene.text(key);
    p.name = scene.text(name);
    return own.products.emplace_back(std::move(p));
  }
  void belongs_to(CatalogueProduct& p, const std::string& term, const std::string& name) {
    p.uniform_names.push_back({scene.text(terms + term), scene.text(name)});
    p.upl_uri = p.uniform_names.front().uri;
  }
  CatalogueProcess& version(const std::string& id, const std::string& from, const std::string& to = {}) {
    case_types.case_types = true;
    CatalogueProcess p;
    p.id = scene.text(id);
    p.name = scene.text(id + " van " + from);
    p.uuid = scene.text("uuid-" + from);
    p.valid_from = scene.text(from);
    if (!to.empty()) p.valid_to = scene.text(to);
    return case_types.processes.emplace_back(std::move(p));
  }
  void upl_with_law() {
    ProductList list;
    CatalogueProduct p;
    p.key = p.upl_uri = scene.text(std::string(terms) + "bijzBijstUitk");
    p.name = scene.text("bijzonderebijstandsuitkering");
    p.by_municipality = true;
    p.grounds.push_back({scene.text("http://x.nl/Pw_art_35"), scene.text("Artikel 35 Participatiewet"), {}});
    list.products.push_back(std::move(p));
    scene.source("upl", std::move(list));
  }
  std::string said() const { return testing::messages(scene.diagnostics, scene.sources); }
};

TEST_F(OwnCatalogues, TakeTheLawOfTheirUniformName) {
  CatalogueProduct& p = product("17", "Geld voor meubels");
  belongs_to(p, "bijzBijstUitk", "bijzondere bijstand");
  scene.source("sc", own);
  upl_with_law();
  const Model model = scene.join();
  EXPECT_EQ("", said());
  ASSERT_EQ((Lines{"17=Geld voor meubels", "bijzBijstUitk=bijzonderebijstandsuitkering"}),
            codes_and_names(model, EntityKind::product));
  EXPECT_THAT(links_of(model, LinkKind::product_uniform), ElementsAre("17 -> bijzBijstUitk"));
  EXPECT_THAT(links_of(model, LinkKind::product_law), ElementsAre("17 -> Pw_art_35", "bijzBijstUitk -> Pw_art_35"));
  EXPECT_TRUE(model.products.front().own);
  EXPECT_FALSE(model.products.back().own);
  EXPECT_EQ("Artikel 35 Participatiewet", model.products.front().grounds.front().label.value);
  EXPECT_EQ(Derivation::same_upl_uri, model.links.from(LinkKind::product_law, {EntityKind::product, 0})[0].trace.rule);
}

TEST_F(OwnCatalogues, FindTheUniformNameByItsNameWhenTheAddressIsAnother) {
  CatalogueProduct& p = product("17", "Geld voor meubels");
  belongs_to(p, "bijzondere_bijstandsuitkering", "Bijzondere bijstandsuitkering");
  upl_with_law();
  scene.source("sc", own);
  const Model model = scene.join();
  EXPECT_THAT(links_of(model, LinkKind::product_law), ElementsAre("17 -> Pw_art_35", "bijzBijstUitk -> Pw_art_35"));
  EXPECT_NE(std::string::npos,
            said().find("waarschuwing: 'http://standaarden.overheid.nl/owms/terms/bijzondere_bijstandsuitkering' staat "
                        "niet in de uniforme productnamenlijst; het product is aan de naam "
                        "'bijzonderebijstandsuitkering' gekoppeld"));
}

TEST_F(OwnCatalogues, SayAUniformNameThatIsInNoList) {
  CatalogueProduct& p = product("17", "Zandbak");
  belongs_to(p, "zandbak", "zandbak");
  scene.source("sc", own);
  upl_with_law();
  const Model model = scene.join();
  EXPECT_THAT(links_of(model, LinkKind::product_uniform), IsEmpty());
  EXPECT_NE(std::string::npos, said().find("[K643 unknown-uniform-name]"));
}

TEST_F(OwnCatalogues, SayNothingOfUniformNamesWithoutAList) {
  belongs_to(product("17", "Zandbak"), "zandbak", "zandbak");
  scene.source("sc", own);
  scene.join();
  EXPECT_EQ("", said());
}

TEST_F(OwnCatalogues, TwoWithOneUniformNameStayTwoAndAreProvidedByTheirMunicipality) {
  for (const char* key : {"17", "18"}) {
    CatalogueProduct& p = product(key, "Product " + std::string(key));
    belongs_to(p, "bijzBijstUitk", "bijzonderebijstandsuitkering");
    p.provider = scene.text("Gemeente Proef");
    p.provider_kind = PartyKind::municipality;
  }
  scene.map("<partijen><partij id=\"gemeente\" naam=\"Gemeente Proef\" soort=\"gemeente\"/></partijen>");
  scene.source("sc", own);
  upl_with_law();
  const Model model = scene.join();
  EXPECT_THAT(links_of(model, LinkKind::product_uniform), ElementsAre("17 -> bijzBijstUitk", "18 -> bijzBijstUitk"));
  EXPECT_THAT(links_of(model, LinkKind::product_provider), ElementsAre("17 -> gemeente", "18 -> gemeente"));
}

TEST_F(OwnCatalogues, AProductOfTheMapIsTheOneWithItsId) {
  belongs_to(product("17", "Uit de catalogus"), "bijzBijstUitk", "x");
  scene.source("sc", own);
  scene.map("<producten><product id=\"17\" naam=\"Uit de kaart\"/></producten>");
  const Model model = scene.join();
  EXPECT_EQ((Lines{"17=Uit de kaart"}), codes_and_names(model, EntityKind::product));
  ASSERT_EQ(2U, model.products.front().origins.size());
  EXPECT_EQ(Derivation::same_product_key, model.products.front().origins.back().joined_by);
}

TEST_F(OwnCatalogues, TheVersionThatHoldsOnTheMapsDateCounts) {
  version("Z1", "2024-01-01", "2025-12-31");
  version("Z1", "2026-01-01");
  version("Z1", "2027-01-01").draft = true;
  scene.source("zgw", case_types);
  scene.map("", "datum=\"2025-06-01\"");
  const Model model = scene.join();
  EXPECT_EQ((Lines{"Z1=Z1 van 2024-01-01"}), codes_and_names(model, EntityKind::process));
  EXPECT_NE(std::string::npos, said().find("opmerking: zaaktype 'Z1' heeft 3 versies; op 2025-06-01 geldt de versie "
                                           "van 2024-01-01 [K645 several-versions]"));
}

TEST_F(OwnCatalogues, WithoutADateTheLatestPublishedVersionCounts) {
  version("Z1", "2026-01-01");
  version("Z1", "2024-01-01", "2025-12-31");
  version("Z1", "2027-01-01").draft = true;
  scene.source("zgw", case_types);
  const Model model = scene.join();
  EXPECT_EQ((Lines{"Z1=Z1 van 2026-01-01"}), codes_and_names(model, EntityKind::process));
  EXPECT_NE(std::string::npos, said().find("zaaktype 'Z1' heeft 3 versies; de kaart heeft geen datum, dus de laatste, "
                                           "van 2026-01-01, geldt [K645"));
}

TEST_F(OwnCatalogues, SayWhenNoVersionHoldsOrTwoDo) {
  version("Z1", "2024-01-01", "2024-12-31");
  version("Z2", "2024-01-01");
  version("Z2", "2025-01-01");
  version("Z3", "2026-01-01").draft = true;
  scene.source("zgw", case_types);
  scene.map("", "datum=\"2026-06-01\"");
  const Model model = scene.join();
  EXPECT_EQ((Lines{"Z1=Z1 van 2024-01-01", "Z2=Z2 van 2025-01-01", "Z3=Z3 van 2026-01-01"}),
            codes_and_names(model, EntityKind::process));
  const std::string all = said();
  EXPECT_NE(std::string::npos,
            all.find("zaaktype 'Z1' geldt niet op 2026-06-01; de versie van 2024-01-01 is genomen [K647"));
  EXPECT_NE(std::string::npos, all.find("zaaktype 'Z2' heeft op 2026-06-01 meer dan één geldige versie; die van "
                                        "2025-01-01 is genomen [K654"));
  EXPECT_NE(std::string::npos, all.find("zaaktype 'Z3' is nog een concept; een vastgestelde versie is er niet [K646"));
}

TEST_F(OwnCatalogues, AVersionThatEndsOnTheDayTheNextBeginsIsNoOverlap) {
  version("Z1", "2024-01-01", "2025-01-01");
  version("Z1", "2025-01-01");
  scene.source("zgw", case_types);
  scene.map("", "datum=\"2025-01-01\"");
  EXPECT_EQ((Lines{"Z1=Z1 van 2025-01-01"}), codes_and_names(scene.join(), EntityKind::process));
  EXPECT_EQ(std::string::npos, said().find("K654"));
}

TEST_F(OwnCatalogues, ProductsAndCaseTypesFindEachOther) {
  CatalogueProduct& park = product("17", "Parkeren");
  belongs_to(park, "parkeervergunning", "parkeervergunning");
  product("18", "Feest").processes = {scene.text("urn:nld:w:openzaak:ztc:zaaktype:uuid:uuid-2023-01-01"),
                                      scene.text("urn:nld:w:bpm:proces:uuid:weg")};
  scene.upl({{"parkeervergunning", "parkeervergunning"}});
  scene.source("op", own);
  version("Z1", "2024-01-01").products = {scene.text(std::string(terms) + "parkeervergunning"),
                                          scene.text("https://example.com/product/1")};
  version("Z2", "2023-01-01", "2023-12-31");
  version("Z2", "2024-01-01");
  scene.source("zgw", case_types);
  const Model model = scene.join();
  EXPECT_THAT(links_of(model, LinkKind::product_process), ElementsAre("17 -> Z1", "18 -> Z2"))
      << "also by way of a version that no longer holds";
  const std::string all = said();
  EXPECT_NE(std::string::npos, all.find("opmerking: product '18' noemt urn:nld:w:bpm:proces:uuid:weg, dat in geen van "
                                        "de bronnen staat [K660 unknown-case-type]"));
  EXPECT_NE(std::string::npos, all.find("opmerking: zaaktype 'Z1' noemt product https://example.com/product/1, dat in "
                                        "geen van de bronnen staat [K660"));
}

TEST_F(OwnCatalogues, WhatTheMapSaysOfAProductAndAProcessGoesFirst) {
  product("17", "Parkeren").processes = {scene.text("Z1")};
  scene.source("op", own);
  version("Z1", "2024-01-01");
  scene.source("zgw", case_types);
  scene.map("<producten><product id=\"17\"><proces ref=\"Z1\" status=\"afgewezen\"/></product></producten>");
  EXPECT_THAT(links_of(scene.join(), LinkKind::product_process), ElementsAre("17 -> Z1 (afgewezen)"));
}

TEST_F(OwnCatalogues, PartsOfACaseTypeAreSubProcesses) {
  version("Z1", "2024-01-01").parts = {scene.text("Z2")};
  version("Z2", "2024-01-01");
  scene.source("zgw", case_types);
  const Model model = scene.join();
  EXPECT_THAT(links_of(model, LinkKind::part), ElementsAre("Z1 -> Z2"));
  EXPECT_EQ(ProcessLevel::sub_process, model.processes[1].level);
}

TEST_F(OwnCatalogues, TaskFieldsGetTheirNamesAndSuggestADomain) {
  version("Z1", "2024-01-01").iv3 = scene.text("6.3 Inkomen");
  version("Z2", "2024-01-01").iv3 = scene.text("0.10");
  version("Z3", "2024-01-01").iv3 = scene.text("6.71 Maatwerk");
  scene.source("zgw", case_types);
  TaskFieldList list;
  const auto field = [&](const char* code, const char* name, const char* parent) {
    list.fields.push_back({scene.text(code), scene.text(name), scene.text(parent)});
  };
  field("0.", "BESTUUR", "");
  field("0.1", "Bestuur", "0.");
  field("0.10", "Mutaties reserves", "0.");
  field("6.", "SOCIAAL DOMEIN", "");
  field("6.3", "Inkomensregelingen", "6.");
  scene.source("iv3", list);
  scene.map("<domeinen><domein id=\"sociaal\" naam=\"Sociaal domein\"/></domeinen>");
  const Model model = scene.join();
  EXPECT_EQ("6. SOCIAAL DOMEIN, 6.3 Inkomensregelingen", model.processes[0].listed_task_field.value);
  EXPECT_EQ("0. BESTUUR, 0.10 Mutaties reserves", model.processes[1].listed_task_field.value);
  ASSERT_TRUE(model.processes[0].suggested_domain.known());
  EXPECT_EQ("sociaal", model.entity(model.processes[0].suggested_domain).code.value);
  EXPECT_FALSE(model.processes[1].suggested_domain.known());
  EXPECT_NE(std::string::npos,
            said().find("waarschuwing: taakveld '6.71 Maatwerk' staat niet in de Iv3-lijst [K650 unknown-task-field]"));
}

TEST_F(OwnCatalogues, ProcessTypesAndResultsGetTheirNames) {
  CatalogueProcess& z1 = version("Z1", "2024-01-01");
  z1.process_type = scene.text("p-5");
  z1.results.push_back({scene.text("Verleend"), scene.text("vernietigen"), scene.text("1 jaar"), scene.text("r-1")});
  z1.results.push_back({scene.text("Geweigerd"), {}, {}, scene.text("r-2")});
  version("Z2", "2024-01-01").process_type = scene.text("p-2017");
  scene.source("zgw", case_types);
  SelectionList list;
  list.types.push_back({scene.text("p-5"), scene.text("5"), {}, scene.text("Leveren"), {}, {}});
  list.results.push_back({scene.text("r-1"), {}, scene.text("5.1"), {}, scene.text("vernietigen"), {}});
  list.results.push_back({scene.text("r-2"), {}, scene.text("5.2"), {}, scene.text("blijvend_bewaren"), {}});
  scene.source("selectielijst", list);
  const Model model = scene.join();
  EXPECT_EQ("5 Leveren", model.processes[0].process_type.value);
  EXPECT_EQ(Derivation::named_by_list, model.processes[0].process_type_trace.rule);
  EXPECT_EQ("vernietigen, 1 jaar (5.1)", model.processes[0].results[0].keeping.value);
  EXPECT_EQ("blijvend bewaren (5.2)", model.processes[0].results[1].keeping.value);
  EXPECT_NE(std::string::npos, said().find("waarschuwing: procestype 'p-2017' van zaaktype 'Z2' staat niet in de "
                                           "selectielijst [K649 unknown-process-type]"));
}

TEST_F(OwnCatalogues, TheAddressOfAReferenceProcessTiesToIt) {
  testing::SmallArchimate gemma(scene.sources);
  gemma.element(archimate::ConceptType::business_process, "id-85fd", "Behandelen aanvraag", "Bedrijfsproces");
  scene.source("gemma", gemma.linked(scene.diagnostics));
  version("Z1", "2024-01-01").gemma_link = scene.text("https://www.gemmaonline.nl/wiki/GEMMA/id-85fd");
  scene.source("zgw", case_types);
  EXPECT_THAT(links_of(scene.join(), LinkKind::reference), ElementsAre("Z1 -> id-85fd"));
}

}  // namespace
}  // namespace keuzekaart
