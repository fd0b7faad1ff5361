#include <gtest/gtest.h>

#include "tests/support/join_scene.hpp"
#include "tests/support/listed.hpp"
#include "tests/support/messages.hpp"

namespace keuzekaart {
namespace {

using testing::codes_and_names;
using testing::JoinScene;
using testing::links_of;
using Strings = std::vector<std::string>;

/// A scene with one source of own lists.
struct Scene : JoinScene {
  /// Each list as its kind and its table, whose headings are the names of the fields.
  void lists(const std::vector<std::pair<std::string, std::string>>& tables, const std::string& id = "lijsten") {
    std::string description = "<lijsten xmlns=\"urn:keuzekaart:lijsten:1\">";
    std::map<std::string, std::string> files;
    for (const auto& [kind, table] : tables) {
      const std::string name = id + std::to_string(files.size()) + ".csv";
      files[name] = table;
      description += "<" + kind + " bestand=\"" + name + "\">";
      for (std::size_t at = 0; at < table.find('\n');) {
        const std::size_t end = std::min(table.find(';', at), table.find('\n'));
        const std::string field = table.substr(at, end - at);
        description += "<" + field + " kolom=\"" + field + "\"" + "/>";
        at = end + 1;
      }
      description += "</" + kind + ">";
    }
    const auto open = [&](const std::string& path, Diagnostics&) { return std::optional(files.at(path)); };
    source(id, read_own_lists_text(id + ".xml", description + "</lijsten>", open, sources, diagnostics));
  }
  std::string said() const { return testing::messages(diagnostics, sources); }
};

/// Who does what, as "proces: rol partij (toestand)".
Strings roles_of(const Model& model) {
  Strings out;
  for (const RoleAssignment& r : model.roles)
    out.push_back(std::string(model.process(r.process).code.value) + ": " + std::string(word_of(r.role)) + " " +
                  std::string(model.party(r.party).code.value) + " (" + to_string(r.states) + ")");
  return out;
}

TEST(JoinOwnLists, ListsFindEachOtherByCodeAndByName) {
  Scene scene;
  scene.lists({{"product-proces", "product;proces\npaspoort;P1\n"},
               {"producten", "id;naam\nA7;Paspoort\n"},
               {"processen", "id;naam;uitvoerder\nP1;Uitgeven reisdocument;Team Balie\n"},
               {"applicaties", "naam;processen\nAkta;uitgeven REISDOCUMENT\n"},
               {"partijen", "id;naam;deel-van\nT1;Team Balie;G\nG;Gemeente;\n"}});
  const Model model = scene.join();
  EXPECT_EQ("", scene.said());
  EXPECT_EQ(Strings{"A7 -> P1"}, links_of(model, LinkKind::product_process));
  const Link& tie = model.links.from(LinkKind::product_process, model.find(EntityKind::product, "A7")).front();
  EXPECT_EQ(Derivation::same_name, tie.trace.rule);
  EXPECT_EQ("lijsten0.csv:2:1", to_string(scene.sources.locate(tie.trace.places.front())));
  EXPECT_EQ(Strings{"P1 -> Akta"}, links_of(model, LinkKind::process_application));
  EXPECT_EQ(Strings{"P1: uitvoerder T1 (ist)"}, roles_of(model));
  EXPECT_EQ(model.find(EntityKind::party, "G"), model.party(model.find(EntityKind::party, "T1")).parent);
}

TEST(JoinOwnLists, WhatIsNotThereIsSaidWithTheNearestName) {
  Scene scene;
  scene.lists({{"producten", "naam;processen\nPaspoort;Uitgeven reisdokument\n"},
               {"processen", "naam\nUitgeven reisdocument\n"}});
  scene.join();
  EXPECT_EQ(R"(lijsten0.csv:2:10: waarschuwing: 'Uitgeven reisdokument' is geen bekend proces [K331 unknown-in-list]
    Paspoort;Uitgeven reisdokument
             ^
    Bedoelde u 'Uitgeven reisdocument'?
)",
            scene.said());
}

TEST(JoinOwnLists, ANameThatTwoThingsHaveIsNotClear) {
  Scene scene;
  scene.lists(
      {{"producten", "naam;processen\nPaspoort;Uitgeven\n"}, {"processen", "id;naam\nP1;Uitgeven\nP2;uitgeven\n"}});
  scene.join();
  EXPECT_EQ(
      R"(lijsten0.csv:2:10: waarschuwing: 'Uitgeven' is niet duidelijk: er is er meer dan één met die naam [K331 unknown-in-list]
    Paspoort;Uitgeven
             ^
)",
      scene.said());
}

TEST(JoinOwnLists, WithoutAnySourceOfItsKindThatIsSaidOnce) {
  Scene scene;
  scene.lists({{"applicaties", "naam;processen\nZaken;Melden\nPost;Klagen\n"}});
  scene.join();
  EXPECT_EQ(
      "lijsten0.csv:2:7: opmerking: deze bron noemt processen, maar die staan in geen enkele bron; niet gekoppeld: 2 "
      "[K662 nothing-to-tie-to]\n"
      "    Zaken;Melden\n"
      "          ^\n",
      scene.said());
}

TEST(JoinOwnLists, PartiesThatNobodyListsAreWhoeverIsNamed) {
  Scene scene;
  scene.lists({{"rollen", "proces;partij;rol\nMelden;Team A;verantwoordelijk\n"}, {"processen", "naam\nMelden\n"}});
  const Model model = scene.join();
  EXPECT_EQ("", scene.said());
  EXPECT_EQ(Strings{"Melden: verantwoordelijk Team A (ist)"}, roles_of(model));
}

TEST(JoinOwnLists, TheMapTakesThingsOfAListOverAndGoesFirst) {
  Scene scene;
  scene.map(R"(<partijen><partij id="balie" naam="Team Balie" soort="organisatieonderdeel"/>
      <partij id="bank" naam="Bank" soort="leverancier"/></partijen>
    <applicaties><applicatie id="akta" naam="Akta" leverancier="Akta BV"/></applicaties>
    <processen><proces id="P1" naam="Verstrekken"><rol partij="balie" rol="uitvoerder" toestand="ist"/>
      <applicatie ref="akta" kwaliteit="goed"/></proces></processen>
    <producten><product id="A7" naam="Paspoort nieuw" digitaal="nee"><proces ref="P1" status="afgewezen"/></product>
    </producten>)");
  scene.lists({{"applicaties", "id;naam;leverancier;levenscyclus;processen\nX1;akta;Anders;in-productie;P1\n"},
               {"processen", "id;naam;uitvoerder;regisseur;aanleiding\nP1;Uitgeven;Bank;Bank;aanvraag\n"},
               {"producten", "id;naam;digitaal;volume;processen\nA7;Paspoort;ja;12;Uitgeven\n"}});
  const Model model = scene.join();
  EXPECT_EQ((Strings{"P1: uitvoerder balie (ist)", "P1: regisseur bank (ist)"}), roles_of(model));
  EXPECT_EQ(
      R"(lijsten1.csv:2:13: waarschuwing: uitvoerder van 'P1' is in de ene bron 'Team Balie' en in de andere 'Bank'; de eerste geldt [K206 contradiction]
    P1;Uitgeven;Bank;Bank;aanvraag
                ^
)",
      scene.said());
  EXPECT_EQ(Strings{"A7 -> P1 (afgewezen)"}, links_of(model, LinkKind::product_process));
  EXPECT_EQ(Strings{"A7=Paspoort nieuw"}, codes_and_names(model, EntityKind::product));
  EXPECT_EQ(YesNo::no, model.products.front().digital);
  EXPECT_EQ("12", model.products.front().volume.value);
  EXPECT_EQ(Strings{"P1=Verstrekken"}, codes_and_names(model, EntityKind::process));
  EXPECT_EQ("aanvraag", model.processes.front().trigger.value);
  EXPECT_EQ(Strings{"akta=Akta"}, codes_and_names(model, EntityKind::application));
  const Application& akta = model.applications.front();
  EXPECT_EQ("Akta BV", akta.vendor.value);
  EXPECT_EQ(Lifecycle::in_production, akta.lifecycle);
  ASSERT_EQ(2U, akta.origins.size());
  EXPECT_EQ(Derivation::same_name, akta.origins[1].joined_by);
  EXPECT_EQ(1U, model.links.from(LinkKind::process_application, model.find(EntityKind::process, "P1")).size());
}

TEST(JoinOwnLists, ARoleThatTheMapHasForOneStateIsAddedForTheOther) {
  Scene scene;
  scene.map(
      R"(<partijen><partij id="a" naam="A" soort="leverancier"/><partij id="b" naam="B" soort="leverancier"/></partijen>
    <processen><proces id="P1" naam="Melden"><rol partij="a" rol="uitvoerder" toestand="ist"/>
      <rol partij="b" rol="uitvoerder" toestand="ist"/></proces></processen>)");
  scene.lists({{"rollen", "proces;partij;rol;toestand\nP1;A;uitvoerder;ist soll\n"}});
  const Model model = scene.join();
  EXPECT_EQ("", scene.said());
  EXPECT_EQ((Strings{"P1: uitvoerder a (ist)", "P1: uitvoerder a (soll)", "P1: uitvoerder b (ist)"}), roles_of(model));
}

TEST(JoinOwnLists, CirclesOfPartiesAreLeftOpen) {
  Scene scene;
  scene.lists({{"partijen", "naam;deel-van\na;b\nb;c\nc;a\n"}});
  const Model model = scene.join();
  std::size_t inside = 0;
  for (const Party& party : model.parties) inside += party.parent.known();
  EXPECT_EQ(2U, inside);
}

TEST(JoinOwnLists, WithoutCodesTheMapsThingsAreThoseOfTheSameName) {
  Scene scene;
  scene.map(R"(<processen><proces id="p1" naam="Melden"/></processen>
    <producten><product id="a1" naam="Melding"/></producten>)");
  scene.lists({{"processen", "naam;aanleiding\nmelden;klacht\n"}, {"producten", "naam;volume\nMELDING;5\n"}});
  const Model model = scene.join();
  EXPECT_EQ("", scene.said());
  EXPECT_EQ(Strings{"p1=Melden"}, codes_and_names(model, EntityKind::process));
  EXPECT_EQ("klacht", model.processes.front().trigger.value);
  EXPECT_EQ(Derivation::same_name, model.processes.front().origins[1].joined_by);
  EXPECT_EQ(Strings{"a1=Melding"}, codes_and_names(model, EntityKind::product));
  EXPECT_EQ("5", model.products.front().volume.value);
}

TEST(JoinOwnLists, ListsDescribedTogetherMeanEachOtherFirst) {
  Scene scene;
  scene.map(R"(<producten><product id="paspoort" naam="Paspoort"/></producten>)");
  scene.lists({{"producten", "id;naam\n7;Paspoort\n"}, {"processen", "naam;producten\nUitgeven;Paspoort\n"}});
  const Model model = scene.join();
  EXPECT_EQ("", scene.said());
  EXPECT_EQ(Strings{"7 -> Uitgeven"}, links_of(model, LinkKind::product_process));
}

TEST(JoinOwnLists, TheEarlierOfTwoListsDecides) {
  Scene scene;
  scene.lists({{"processen", "id;naam;verantwoordelijk;resultaat\nP1;Melden;Team A;\n"}}, "een");
  scene.lists({{"processen", "id;naam;verantwoordelijk;resultaat\nP1;Meldingen;Team B;hersteld\n"}}, "twee");
  const Model model = scene.join();
  EXPECT_EQ(
      R"(twee0.csv:2:14: waarschuwing: verantwoordelijk van 'P1' is in de ene bron 'Team A' en in de andere 'Team B'; de eerste geldt [K206 contradiction]
    P1;Meldingen;Team B;hersteld
                 ^
)",
      scene.said());
  EXPECT_EQ("hersteld", model.processes.front().result.value);
  EXPECT_EQ(2U, model.processes.front().origins.size());
}

TEST(JoinOwnLists, ReachTheReferenceModelAndTheUniformNames) {
  using archimate::ConceptType;
  Scene scene;
  testing::SmallArchimate gemma(scene.sources);
  gemma.element(ConceptType::business_process, "g-1", "Behandelen melding", "Bedrijfsproces")
      .element(ConceptType::application_component, "c-1", "Meldingencomponent", "Referentiecomponent");
  scene.source("gemma", gemma.linked(scene.diagnostics));
  scene.upl({{"melding", "melding openbare ruimte"}});
  scene.lists({{"processen", "naam;gemma\nMelden;g-1\nKlagen;Behandelen Melding\n"},
               {"applicaties", "naam;referentiecomponent\nMeldpunt;meldingencomponent\n"},
               {"producten", "naam;upl\nMelding;melding openbare ruimte\n"},
               {"product-proces", "product;proces\nMelding;Behandelen melding\n"}});
  const Model model = scene.join();
  EXPECT_EQ("", scene.said());
  EXPECT_EQ((Strings{"Klagen -> g-1 (voorgesteld)", "Melden -> g-1"}), links_of(model, LinkKind::reference));
  EXPECT_EQ(Strings{"Meldpunt -> c-1"}, links_of(model, LinkKind::application_reference));
  EXPECT_EQ(Strings{"Melding -> melding"}, links_of(model, LinkKind::product_uniform));
  EXPECT_EQ(Strings{"Melding -> g-1"}, links_of(model, LinkKind::product_process));
}

TEST(JoinOwnLists, DomainsAreThoseOfTheMap) {
  Scene scene;
  scene.map(
      R"(<domeinen><domein id="d1" naam="Fysiek domein"><productgroep id="g1" naam="Buiten"/></domein></domeinen>)");
  scene.lists({{"processen", "naam;domein;productgroep\na;fysiek domein;\nb;;Buiten\nc;Fysiek;\n"}});
  const Model model = scene.join();
  EXPECT_EQ(R"(lijsten0.csv:4:3: waarschuwing: 'Fysiek' is geen bekend domein [K331 unknown-in-list]
    c;Fysiek;
      ^
)",
            scene.said());
  for (const Process& p : model.processes) EXPECT_EQ(p.code.value != "c", p.domain.known()) << p.code.value;
}

}  // namespace
}  // namespace keuzekaart
