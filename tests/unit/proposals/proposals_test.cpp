#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/map_reader.hpp"
#include "modeler/proposals/map_lines.hpp"
#include "modeler/proposals/name_words.hpp"
#include "modeler/proposals/proposal.hpp"
#include "tests/support/join_scene.hpp"
#include "tests/support/map_text.hpp"
#include "tests/support/whole_map.hpp"

namespace keuzekaart {
namespace {

using archimate::ConceptType;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::JoinScene;
using testing::SmallArchimate;

archimate::ArchimateModel reference_model(JoinScene& scene) {
  SmallArchimate model(scene.sources);
  for (const auto& [id, name] :
       {std::pair("vergunning", "Behandelen aanvraag vergunning of ontheffing"),
        std::pair("product", "Behandelen aanvraag product"),
        std::pair("steun", "Behandelen verzoek ondersteuningsproduct"), std::pair("subsidie", "Verstrekken subsidie"),
        std::pair("melding", "Behandelen aangifte of melding"), std::pair("heffen", "Heffen en innen"),
        std::pair("afval", "Inzamelen afval")})
    model.element(ConceptType::business_process, id, name, "Bedrijfsproces");
  for (const auto& [id, name] :
       {std::pair("vth", "Vergunning- Toezicht- Handhavingcomponent"), std::pair("wmo", "Wmo-component"),
        std::pair("subs", "Subsidiecomponent"), std::pair("parkeren", "Parkeerbeheercomponent")})
    model.element(ConceptType::application_component, id, name, "Referentiecomponent");
  return model.linked(scene.diagnostics);
}

/// A product list of one product that municipalities deliver.
CatalogueProduct listed(JoinScene& scene, const std::string& name) {
  CatalogueProduct p;
  p.key = p.upl_uri = scene.text("http://standaarden.overheid.nl/owms/terms/" + name);
  p.name = scene.text(name);
  p.by_municipality = true;
  return p;
}

std::vector<std::string> shown(const Model& model, ProposedFor products = ProposedFor::own_products,
                               Language language = Language::nl) {
  const Labels labels = testing::labels_in(language);
  std::vector<std::string> lines;
  for (const Proposal& p : propose(model, products))
    lines.push_back(fmt::format("{} > {} [{}] {}", model.entity(p.from).name.value, model.entity(p.to).code.value,
                                word_of(p.confidence), reason_of(p, labels)));
  return lines;
}

/// What is proposed for one listed product, without a map.
std::vector<std::string> for_product(const std::string& name, const std::function<void(CatalogueProduct&)>& say = {},
                                     const std::string& law = {}) {
  JoinScene scene;
  scene.source("gemma", reference_model(scene));
  ProductList list;
  list.products.push_back(listed(scene, name));
  if (say) say(list.products.back());
  if (!law.empty()) list.products.back().grounds.push_back({{}, scene.text(law), {}});
  scene.source("upl", list);
  return shown(scene.join());
}

const auto asked_for = [](CatalogueProduct& p) { p.application = true; };

TEST(Proposals, TwoSignsThatAgreeAreStrong) {
  EXPECT_THAT(
      for_product("parkeervergunning", asked_for),
      ElementsAre("parkeervergunning > vergunning [sterk] in de naam staat ‘vergunning’; de productenlijst noemt "
                  "het een aanvraag"));
}

TEST(Proposals, OneTellingWordIsFair) {
  EXPECT_THAT(for_product("afvalinzameling glas"),
              ElementsAre("afvalinzameling glas > afval [redelijk] in de naam staat ‘afvalinzameling’"));
}

TEST(Proposals, SignsThatDisagreeAreWeakAndBothAreSaid) {
  EXPECT_THAT(
      for_product(
          "loonkostensubsidie", [](CatalogueProduct& p) { p.subsidy = true; }, "Artikel 10d Participatiewet"),
      ElementsAre("loonkostensubsidie > subsidie [zwak] in de naam staat ‘subsidie’; de productenlijst noemt het "
                  "een subsidie; maar de grondslag is de wet ‘Participatiewet’"));
}

TEST(Proposals, LawAndKindTogetherAreFair) {
  EXPECT_THAT(for_product("tillift", asked_for, "Artikel 2.3.1 Wet maatschappelijke ondersteuning 2015"),
              ElementsAre("tillift > steun [redelijk] de grondslag is de wet ‘Wet maatschappelijke ondersteuning’; de "
                          "productenlijst noemt het een aanvraag"));
}

TEST(Proposals, RequestAloneIsWeak) {
  EXPECT_THAT(
      for_product("urgentiebewijs", asked_for),
      ElementsAre("urgentiebewijs > product [zwak] de productenlijst noemt het een aanvraag, en niets wijst op een "
                  "ander proces"));
}

TEST(Proposals, WordThatOnlyLooksLikeATellingOneSaysNothing) {
  EXPECT_THAT(for_product("aanmelding"), IsEmpty());
  EXPECT_THAT(for_product("eherkenning"), IsEmpty());
}

TEST(Proposals, ReasonsAreInEnglishToo) {
  JoinScene scene;
  scene.source("gemma", reference_model(scene));
  scene.upl({{"hondenbelasting", "hondenbelasting"}});
  EXPECT_THAT(shown(scene.join(), ProposedFor::listed_products, Language::en),
              ElementsAre("hondenbelasting > heffen [redelijk] the name holds ‘belasting’"));
}

TEST(Proposals, PlaceholderGetsNone) {
  JoinScene scene;
  scene.source("gemma", reference_model(scene));
  ProductList list;
  list.products.push_back(listed(scene, "vergunning"));
  list.products.back().placeholder = true;
  scene.source("upl", list);
  EXPECT_THAT(shown(scene.join(), ProposedFor::listed_products), IsEmpty());
}

TEST(Proposals, ListedProductsCountOnlyWhenAskedForBesideAMap) {
  JoinScene scene;
  scene.source("gemma", reference_model(scene));
  scene.upl({{"hondenbelasting", "hondenbelasting"}});
  scene.map("");
  const Model model = scene.join();
  EXPECT_THAT(shown(model), IsEmpty());
  EXPECT_EQ(1U, shown(model, ProposedFor::listed_products).size());
}

TEST(Proposals, ProductWithItsNameInAProcessGoesThere) {
  JoinScene scene;
  scene.source("gemma", reference_model(scene));
  scene.map(
      "<processen><proces id='rijbewijzen' naam='Verstrekken rijbewijzen'/>"
      "<proces id='parkeren' naam='Behandelen aanvraag parkeervergunning' gemma='vergunning'/></processen>"
      "<producten><product id='rijbewijs' naam='Rijbewijs'/>"
      "<product id='parkeervergunning' naam='Parkeervergunning'/></producten>");
  EXPECT_THAT(
      shown(scene.join()),
      ElementsAre("Parkeervergunning > parkeren [sterk] de naam van het product staat in die van het proces; in de "
                  "naam staat ‘vergunning’",
                  "Rijbewijs > rijbewijzen [redelijk] de naam van het product staat in die van het proces",
                  "Verstrekken rijbewijzen > product [redelijk] in de naam staat ‘rijbewijzen’"));
}

TEST(Proposals, OnlyProcessThatBelongsToTheReferenceProcessIsProposed) {
  JoinScene scene;
  scene.source("gemma", reference_model(scene));
  scene.map(
      "<processen><proces id='bijzonder' naam='Bijzondere wetten' gemma='vergunning'/></processen>"
      "<producten><product id='kamp' naam='Kampeerontheffing'/></producten>");
  EXPECT_THAT(
      shown(scene.join()),
      ElementsAre("Kampeerontheffing > bijzonder [redelijk] in de naam staat ‘ontheffing’; het is uw enige proces "
                  "dat bij ‘Behandelen aanvraag vergunning of ontheffing’ hoort"));
}

TEST(Proposals, WhatTheMapTiesOrRefusesIsNotProposed) {
  JoinScene scene;
  scene.source("gemma", reference_model(scene));
  scene.map(
      "<applicaties><applicatie id='s' naam='Subsidie' referentiecomponent='subs' referentie-status='afgewezen'/>"
      "</applicaties><processen><proces id='p' naam='Heffen en innen' gemma='heffen' gemma-status='afgewezen'/>"
      "</processen><producten><product id='kamp' naam='Kampeerontheffing'>"
      "<proces ref='vergunning' status='afgewezen'/></product></producten>");
  const Model model = scene.join();
  EXPECT_THAT(shown(model), IsEmpty());
  EXPECT_THAT(testing::links_of(model, LinkKind::product_process), ElementsAre("kamp -> vergunning (afgewezen)"));
}

TEST(Proposals, ProcessGoesToTheReferenceProcessOfItsName) {
  JoinScene scene;
  scene.source("gemma", reference_model(scene));
  scene.map(
      "<processen><proces id='a' naam='heffen &amp; innen'/><proces id='b' naam='Behandelen aanvr. product'/>"
      "<proces id='c' naam='Afval inzamelen bij huis'/><proces id='d' naam='Schrijven van brieven'/></processen>");
  EXPECT_THAT(
      shown(scene.join()),
      ElementsAre("heffen & innen > heffen [sterk] de namen zijn gelijk, op schrijfwijze na",
                  "Behandelen aanvr. product > product [redelijk] de naam is die van het referentieproces, afgekort",
                  "Afval inzamelen bij huis > afval [zwak] de namen hebben hun kenmerkende woorden grotendeels "
                  "gemeen"));
}

TEST(Proposals, ApplicationGoesToTheComponentThatItsNameHolds) {
  JoinScene scene;
  scene.source("gemma", reference_model(scene));
  scene.map(
      "<applicaties><applicatie id='a' naam='Dossio Subsidies'/><applicatie id='b' naam='Terrein VTH'/>"
      "<applicatie id='c' naam='Buitenmelder'/></applicaties>");
  EXPECT_THAT(
      shown(scene.join()),
      ElementsAre("Dossio Subsidies > subs [redelijk] de naam van de referentiecomponent staat in die van de "
                  "applicatie",
                  "Terrein VTH > vth [redelijk] de beginletters van de referentiecomponent staan in de naam van "
                  "de applicatie"));
}

TEST(Proposals, LinesToAcceptMakeAMapInWhichNothingIsLeftToPropose) {
  JoinScene scene;
  scene.source("gemma", reference_model(scene));
  scene.upl({{"onroerendezaakbelasting_(ozb)", "onroerendezaakbelasting (ozb) & meer"}});
  scene.catalogue("B 0023", "Verstrekken \"subsidie\"", "");
  const Model model = scene.join();
  const std::vector<Proposal> proposals = propose(model, ProposedFor::listed_products);
  ASSERT_EQ(2U, proposals.size());
  const std::string lines = map_lines(model, proposals, scene.sources, testing::labels_in(Language::nl));
  EXPECT_THAT(lines, ::testing::HasSubstr("<proces ref=\"heffen\" status=\"bevestigd\"/> <!-- Heffen en innen -->"));

  const MapText accepted = MapText::whole(lines);
  ASSERT_EQ("", accepted.messages());
  JoinScene after;
  after.source("gemma", reference_model(after));
  after.upl({{"onroerendezaakbelasting_(ozb)", "onroerendezaakbelasting (ozb) & meer"}});
  after.catalogue("B 0023", "Verstrekken \"subsidie\"", "");
  after.input.map = accepted.map;
  const Model tied = after.join();
  EXPECT_THAT(shown(tied), IsEmpty());
  EXPECT_THAT(testing::links_of(tied, LinkKind::product_process), ElementsAre("onroerendezaakbelasting_ozb -> heffen"));
  EXPECT_THAT(testing::links_of(tied, LinkKind::reference), ElementsAre("B-0023 -> subsidie"));
}

TEST(NameWords, PluralsAndSpellingsOfOneWordHaveOneStem) {
  for (const auto& [one, other] :
       {std::pair("aanvraag", "aanvragen"), std::pair("rijbewijs", "rijbewijzen"), std::pair("subsidie", "subsidies"),
        std::pair("vergunning", "vergunningen"), std::pair("aangifte", "aangiften"), std::pair("pakket", "pakketten")})
    EXPECT_EQ(stem_of(one), stem_of(other));
  EXPECT_NE(stem_of("belasting"), stem_of("besluit"));
}

TEST(NameWords, WordThatEveryNameHoldsWeighsLittle) {
  const NameIndex index({telling_stems("Behandelen aanvraag product"), telling_stems("Behandelen aanvraag paspoort"),
                         telling_stems("Behandelen aanvraag vergunning")});
  const std::vector<NameIndex::Match> matches = index.find(telling_stems("Behandelen aanvraag paspoort"));
  ASSERT_EQ(3U, matches.size());
  EXPECT_EQ(1, matches[1].asked);
  EXPECT_LT(matches[0].asked, 0.5);
}

}  // namespace
}  // namespace keuzekaart
