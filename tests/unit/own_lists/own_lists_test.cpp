#include "importers/own_lists.hpp"

#include <gtest/gtest.h>

#include "importers/own_lists/suggestion.hpp"
#include "tests/support/listed.hpp"

namespace keuzekaart {
namespace {

using testing::joined;
using testing::Listed;

constexpr const char* names_only = "<applicaties bestand=\"a.csv\"><naam kolom=\"Naam\"/></applicaties>";

std::string names(const OwnLists& lists) {
  std::vector<Text> all;
  for (const ListedApplication& a : lists.applications) all.push_back(a.application.name);
  return joined(all);
}

TEST(OwnLists, ReadsApplicationsByTheHeadingsThatAreNamed) {
  Listed listed;
  listed.files["a.csv"] =
      "Nr;Naam pakket;Leverancier;Status;Proces;Kwaliteit;Component;Sinds\r\n"
      "A1;Zaken;Dossio;In productie;Melden; goed ;c-1;ist\r\n";
  listed.read(
      R"(<applicaties bestand="a.csv"><id kolom="nr"/><naam kolom="NAAM-PAKKET"/><leverancier kolom="Leverancier"/>
    <levenscyclus kolom="Status"/><processen kolom="Proces"/><kwaliteit kolom="Kwaliteit"/>
    <referentiecomponent kolom="Component"/><toestand kolom="Sinds"/></applicaties>)");
  EXPECT_EQ("", listed.said());
  ASSERT_EQ(1U, listed.lists.applications.size());
  const ListedApplication& a = listed.lists.applications.front();
  EXPECT_EQ("A1", a.application.id.value);
  EXPECT_EQ("Zaken", a.application.name.value);
  EXPECT_EQ("a.csv:2:4", listed.at(a.application.name.place));
  EXPECT_EQ("Dossio", a.application.vendor.value);
  EXPECT_EQ(Lifecycle::in_production, a.application.lifecycle.value);
  EXPECT_EQ("Melden", joined(a.processes));
  EXPECT_EQ(SupportQuality::good, a.quality.value);
  EXPECT_EQ("c-1", joined(a.reference_components));
  EXPECT_EQ("ist", to_string(a.application.states.value));
}

TEST(OwnLists, ACellMayHoldAListAsProgramsWriteIt) {
  Listed listed;
  listed.files["a.csv"] = "naam,component\nZaken,\"[\"\"c-1\"\",\"\"c; 2\"\"]\"\nPost,[intern]\n";
  listed.read(
      R"(<applicaties bestand="a.csv"><naam kolom="naam"/><referentiecomponent kolom="component"/></applicaties>)");
  EXPECT_EQ("", listed.said());
  ASSERT_EQ(2U, listed.lists.applications.size());
  EXPECT_EQ("c-1|c; 2", joined(listed.lists.applications[0].reference_components));
  EXPECT_EQ("[intern]", joined(listed.lists.applications[1].reference_components));
}

TEST(OwnLists, ReadsProcessesWithEveryField) {
  Listed listed;
  listed.files["p.csv"] =
      "code,naam,wat,soort,niveau,domein,groep,deel,gemma,tv,start,eind,duur,pg,in,pr,ap,kp,wet,eig,uit\n"
      "P1,Melden,tekst,primair,deelproces,Fysiek,Buiten,P0,g-1,5.7,een melding,hersteld,5 dagen,x,IST en SOLL,"
      "Melding;Klacht,Zaken,GGD,Wegenwet,Team A,Team B;Team C\n";
  listed.read(R"(<processen bestand="p.csv"><id kolom="code"/><naam kolom="naam"/><omschrijving kolom="wat"/>
    <soort kolom="soort"/><niveau kolom="niveau"/><domein kolom="domein"/><productgroep kolom="groep"/>
    <deel-van kolom="deel"/><gemma kolom="gemma"/><iv3 kolom="tv"/><aanleiding kolom="start"/><resultaat kolom="eind"/>
    <doorlooptijd kolom="duur"/><persoonsgegevens kolom="pg"/><toestand kolom="in"/><producten kolom="pr"/>
    <applicaties kolom="ap"/><ketenpartners kolom="kp"/><grondslagen kolom="wet"/><verantwoordelijk kolom="eig"/>
    <uitvoerder kolom="uit"/></processen>)");
  EXPECT_EQ("", listed.said());
  ASSERT_EQ(1U, listed.lists.processes.size());
  const ListedProcess& read = listed.lists.processes.front();
  const MapProcess& p = read.process;
  EXPECT_EQ("P1|Melden|tekst|Fysiek|Buiten|g-1|een melding|hersteld|5 dagen",
            joined({p.id, p.name, p.description, p.domain, p.group, p.gemma, p.trigger, p.result, p.lead_time}));
  EXPECT_EQ(ProcessKind::primary, p.kind.value);
  EXPECT_EQ(ProcessLevel::sub_process, p.level.value);
  EXPECT_EQ("P0", joined(p.part_of));
  EXPECT_EQ("5.7", read.iv3.value);
  EXPECT_EQ(YesNo::yes, p.personal_data.value);
  EXPECT_EQ("ist soll", to_string(p.states.value));
  EXPECT_EQ("Melding|Klacht", joined(read.products));
  EXPECT_EQ("p.csv:2:112", listed.at(read.products[1].place));
  EXPECT_EQ("Zaken", p.applications.front().application.value);
  EXPECT_EQ("GGD", joined(read.partners));
  EXPECT_EQ("Wegenwet", p.grounds.front().label.value);
  ASSERT_EQ(3U, p.roles.size());
  EXPECT_EQ(Role::responsible, p.roles[0].role.value);
  EXPECT_EQ("Team A", p.roles[0].party.value);
  EXPECT_EQ(Role::executor, p.roles[2].role.value);
  EXPECT_EQ("Team C", p.roles[2].party.value);
  EXPECT_EQ("ist soll", to_string(p.roles[2].states.value));
}

TEST(OwnLists, ReadsProductsPartiesRolesAndTies) {
  Listed listed;
  listed.files["p.csv"] =
      "naam\twat\tdomein\tgroep\tupl\tvoor\tkanaal\tdig\tstatus\tpg\tsam\taantal\tproces\twet\n"
      "Paspoort\ttekst\tPubliek\tBurger\tpaspoort\tinwoner\tbalie;web\tja\tnee\tJ\tn\t1200\tUitgeven\tPaspoortwet\n";
  listed.files["o.csv"] = "code;naam;soort;boven;eig;kant\nT1;Team A;organisatieonderdeel;Gemeente;lijn;backoffice\n";
  listed.files["r.csv"] =
      "proces;wie;rol;wanneer;pt;gr;rv\nUitgeven;Team A;uitvoerder;soll;verwerker;regisseren;uitbesteding\n";
  listed.files["k.csv"] = "product;proces;zeker\nPaspoort, Rijbewijs;Uitgeven;voorgesteld\n";
  listed.read(R"(<producten bestand="p.csv"><naam kolom="naam"/><omschrijving kolom="wat"/><domein kolom="domein"/>
      <productgroep kolom="groep"/><upl kolom="upl"/><doelgroep kolom="voor"/><kanalen kolom="kanaal"/>
      <digitaal kolom="dig"/><statusinzicht kolom="status"/><persoonsgegevens kolom="pg"/><samengesteld kolom="sam"/>
      <volume kolom="aantal"/><processen kolom="proces"/><grondslagen kolom="wet"/></producten>
    <partijen bestand="o.csv"><id kolom="code"/><naam kolom="naam"/><soort kolom="soort"/><deel-van kolom="boven"/>
      <eigenaarsoort kolom="eig"/><kantoor kolom="kant"/></partijen>
    <rollen bestand="r.csv"><proces kolom="proces"/><partij kolom="wie"/><rol kolom="rol"/><toestand kolom="wanneer"/>
      <partnertype kolom="pt"/><gemeenterol kolom="gr"/><regievorm kolom="rv"/></rollen>
    <product-proces bestand="k.csv"><product kolom="product" scheiding=","/><proces kolom="proces"/>
      <status kolom="zeker"/></product-proces>)");
  EXPECT_EQ("", listed.said());
  ASSERT_EQ(1U, listed.lists.products.size());
  const MapProduct& p = listed.lists.products.front();
  EXPECT_EQ("Paspoort|Paspoort|tekst|Publiek|Burger|paspoort|1200",
            joined({p.id, p.name, p.description, p.domain, p.group, p.upl, p.volume}));
  EXPECT_EQ(ClientGroup::residents, p.client_group.value);
  ASSERT_EQ(2U, p.channels.size());
  EXPECT_EQ(Channel::web, p.channels[1].value);
  EXPECT_EQ(YesNo::yes, p.digital.value);
  EXPECT_EQ(YesNo::no, p.insight_in_status.value);
  EXPECT_EQ(YesNo::yes, p.personal_data.value);
  EXPECT_EQ(YesNo::no, p.compound.value);
  EXPECT_EQ("Uitgeven", p.processes.front().process.value);
  EXPECT_EQ("Paspoortwet", p.grounds.front().label.value);
  ASSERT_EQ(1U, listed.lists.parties.size());
  const MapParty& party = listed.lists.parties.front();
  EXPECT_EQ("T1|Team A|Gemeente", joined({party.id, party.name, party.part_of}));
  EXPECT_EQ(PartyKind::department, party.kind.value);
  EXPECT_EQ(OwnerKind::line, party.owner_kind.value);
  EXPECT_EQ(Office::back, party.office.value);
  ASSERT_EQ(1U, listed.lists.roles.size());
  const ListedRole& role = listed.lists.roles.front();
  EXPECT_EQ("Uitgeven|Team A", joined({role.process, role.role.party}));
  EXPECT_EQ(Role::executor, role.role.role.value);
  EXPECT_EQ("soll", to_string(role.role.states.value));
  EXPECT_EQ(PartnerType::processor, role.role.partner_type.value);
  EXPECT_EQ(MunicipalRole::direct, role.role.municipal_role.value);
  EXPECT_EQ(RegieForm::outsourcing, role.role.regie_form.value);
  ASSERT_EQ(2U, listed.lists.ties.size());
  EXPECT_EQ("Rijbewijs|Uitgeven", joined({listed.lists.ties[1].product, listed.lists.ties[1].process}));
  EXPECT_EQ(MappingStatus::proposed, listed.lists.ties[1].status.value);
}

TEST(OwnLists, FindsTheHeadingsBelowTitles) {
  Listed listed;
  listed.files["a.csv"] = "Lijst van applicaties;;\nNaam van de eigenaar;;\n;;\nNr;Naam;Leverancier\n1;Zaken;Dossio\n";
  listed.read(R"(<applicaties bestand="a.csv"><naam kolom="Naam"/><leverancier kolom="Leverancier"/></applicaties>)");
  EXPECT_EQ("", listed.said());
  EXPECT_EQ("Zaken", names(listed.lists));
}

TEST(OwnLists, TakesTheHeadingsFromTheRowThatIsNamed) {
  Listed listed;
  listed.files["a.csv"] = "Naam\nZaken\nNaam\nPost\n";
  listed.read("<applicaties bestand=\"a.csv\" kopregel=\"3\"><naam kolom=\"Naam\"/></applicaties>");
  EXPECT_EQ("", listed.said());
  EXPECT_EQ("Post", names(listed.lists));
}

TEST(OwnLists, SaysThatTheRowOfHeadingsIsNotThere) {
  Listed listed;
  listed.files["a.csv"] = "Naam\nZaken\n";
  listed.read("<applicaties bestand=\"a.csv\" kopregel=\"9\"><naam kolom=\"Naam\"/></applicaties>");
  EXPECT_EQ(R"(lijsten.xml:2:23: fout: rij 9 van a.csv is leeg; daar horen de koppen te staan [K325 no-headings]
    <applicaties bestand="a.csv" kopregel="9"><naam kolom="Naam"/></applicaties>
                          ^
)",
            listed.said());
}

TEST(OwnLists, ReadsOtherEncodings) {
  Listed seen;
  seen.files["a.csv"] = "Naam;X\nCaf\xE9;1\n";
  seen.read(names_only);
  EXPECT_EQ("Café", names(seen.lists));
  EXPECT_EQ(1U, seen.diagnostics.count(Severity::note));
  Listed said;
  said.files["a.csv"] = "Naam;X\nCaf\xE9;1\n";
  said.read(R"(<applicaties bestand="a.csv" tekenset="windows-1252"><naam kolom="Naam"/></applicaties>)");
  EXPECT_EQ("", said.said());
  EXPECT_EQ("Café", names(said.lists));
  Listed marked;
  marked.files["a.csv"] = "\xEF\xBB\xBFNaam;X\nCaf\xC3\xA9;1\n";
  marked.read(names_only);
  EXPECT_EQ("", marked.said());
  EXPECT_EQ("Café", names(marked.lists));
}

TEST(OwnLists, TranslatesWordsAndFillsEmptyCells) {
  Listed listed;
  listed.files["a.csv"] = "Naam,Status\na,ACTIEF\nb,\nc,n.v.t.\n";
  listed.read(R"(<applicaties bestand="a.csv"><naam kolom="Naam"/><leverancier standaard="Dossio"/>
    <levenscyclus kolom="Status" standaard="gepland"><waarde lees="actief" als="in productie"/><waarde lees="n.v.t."/>
    </levenscyclus></applicaties>)");
  EXPECT_EQ("", listed.said());
  ASSERT_EQ(3U, listed.lists.applications.size());
  const auto lifecycle = [&](std::size_t i) { return listed.lists.applications[i].application.lifecycle.value; };
  EXPECT_EQ(Lifecycle::in_production, lifecycle(0));
  EXPECT_EQ(Lifecycle::planned, lifecycle(1));
  EXPECT_EQ(Lifecycle::unset, lifecycle(2));
  EXPECT_EQ("Dossio", listed.lists.applications[2].application.vendor.value);
  EXPECT_EQ("lijsten.xml:2:74", listed.at(listed.lists.applications[2].application.vendor.place));
}

TEST(OwnLists, RowsOfOneThingBecomeOne) {
  Listed listed;
  listed.files["a.csv"] = "Naam;Lev;Proces\nZaken;Dossio;Melden\nzaken;;Klagen\nZaken;Akta;Melden\n";
  listed.read(R"(<applicaties bestand="a.csv"><naam kolom="Naam"/><leverancier kolom="Lev"/><processen kolom="Proces"/>
    </applicaties>)");
  EXPECT_EQ(
      R"(a.csv:3:1: waarschuwing: de regels van 'Zaken' spreken elkaar tegen in kolom naam: eerst 'Zaken', hier 'zaken' [K316 rows-differ]
    zaken;;Klagen
    ^
    Zie ook a.csv:2:1.
a.csv:4:7: waarschuwing: de regels van 'Zaken' spreken elkaar tegen in kolom leverancier: eerst 'Dossio', hier 'Akta' [K316 rows-differ]
    Zaken;Akta;Melden
          ^
    Zie ook a.csv:2:7.
)",
      listed.said());
  ASSERT_EQ(1U, listed.lists.applications.size());
  EXPECT_EQ("Melden|Klagen", joined(listed.lists.applications.front().processes));
}

TEST(OwnLists, SaysWhichCellIsWrong) {
  Listed listed;
  listed.files["p.csv"] = "Naam;Voor;Aantal\nPaspoort;inwoners;ca. 100\n;inwoner;5\n";
  listed.read(
      R"(<producten bestand="p.csv"><naam kolom="Naam"/><doelgroep kolom="Voor"/><volume kolom="Aantal"/></producten>)");
  EXPECT_EQ(
      R"(p.csv:2:10: waarschuwing: 'inwoners' kan niet bij doelgroep; mogelijk is: inwoner, ondernemer, beide [K326 value-not-understood]
    Paspoort;inwoners;ca. 100
             ^
    Bedoelde u 'inwoner'?
p.csv:2:19: waarschuwing: 'ca. 100' bij volume is geen heel getal van 0 tot 999999999 [K326 value-not-understood]
    Paspoort;inwoners;ca. 100
                      ^
p.csv:3:1: waarschuwing: deze rij heeft geen naam en is overgeslagen [K315 row-without-key]
    ;inwoner;5
    ^
)",
      listed.said());
  EXPECT_EQ(1U, listed.lists.products.size());
}

TEST(OwnLists, SaysWhatIsWrongWithTheDescription) {
  Listed listed;
  listed.files["a.csv"] = "Naam;Status\nZaken;actief\n";
  listed.read(R"(<applicaties bestand="a.csv" blad="Blad1"><naam kolom="Naem"/><levenscyclus standaard="actief"/>
<leverancier/><levencyclus kolom="Status"/></applicaties>)");
  EXPECT_EQ(
      R"(lijsten.xml:2:36: waarschuwing: a.csv is een CSV-bestand en heeft geen bladen; blad="Blad1" doet niets [K334 sheet-of-a-text-file]
    <applicaties bestand="a.csv" blad="Blad1"><naam kolom="Naem"/><levenscyclus standaard="actief"/>
                                       ^
lijsten.xml:2:56: fout: kolom 'Naem' staat niet in a.csv; de koppen zijn: Naam, Status [K324 heading-not-found]
    <applicaties bestand="a.csv" blad="Blad1"><naam kolom="Naem"/><levenscyclus standaard="actief"/>
                                                           ^
    Zie ook a.csv:1:1.
    Bedoelde u 'Naam'?
lijsten.xml:2:88: fout: 'actief' kan niet bij 'standaard'; mogelijk is: gepland, in-productie, uit-te-faseren, uitgefaseerd [K404 not-in-list]
    …" blad="Blad1"><naam kolom="Naem"/><levenscyclus standaard="actief"/>
                                                                 ^
lijsten.xml:3:2: fout: 'leverancier' heeft geen kolom en geen standaard [K332 column-or-value]
    <leverancier/><levencyclus kolom="Status"/></applicaties>
     ^
lijsten.xml:3:16: fout: element 'levencyclus' is niet bekend in 'applicaties' [K401 unknown-element]
    <leverancier/><levencyclus kolom="Status"/></applicaties>
                   ^
    Bedoelde u 'levenscyclus'?
)",
      listed.said());
}

TEST(OwnLists, AFieldNeedsAColumnOrAValue) {
  Listed listed;
  listed.files["r.csv"] = "Proces;Wie\nMelden;Team A\n";
  listed.read(R"(<rollen bestand="r.csv"><proces kolom="Proces"/><partij kolom="Wie"/><rol/></rollen>)");
  EXPECT_EQ(R"(lijsten.xml:2:71: fout: 'rol' heeft geen kolom en geen standaard [K332 column-or-value]
    …stand="r.csv"><proces kolom="Proces"/><partij kolom="Wie"/><rol/></rollen>
                                                                 ^
)",
            listed.said());
  EXPECT_TRUE(listed.lists.roles.empty());
}

TEST(OwnLists, AListThatIsNoTableIsRefused) {
  const auto said_of = [](const std::string& bytes) {
    Listed listed;
    listed.files["a.csv"] = bytes;
    listed.read(names_only);
    return listed.said().substr(0, listed.said().find('\n'));
  };
  EXPECT_EQ(
      "lijsten.xml:2:23: fout: a.csv heeft de vorm PDF; een lijst is een CSV-bestand of een werkmap (.xlsx) "
      "[K333 not-a-list]",
      said_of("%PDF-1.7 ..."));
  EXPECT_EQ(
      "lijsten.xml:2:23: fout: a.csv is een werkmap in de oude vorm (.xls) of met een wachtwoord; die wordt niet "
      "gelezen [K333 not-a-list]",
      said_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
  EXPECT_EQ("a.csv: fout: in dit bestand staat geen tabel [K301 no-table]", said_of("\n\n"));
}

TEST(OwnLists, AFileThatIsNotThereIsSaidWithThePlaceThatNamesIt) {
  Listed listed;
  listed.read(names_only);
  EXPECT_EQ(R"(a.csv: fout: bestaat niet [K101 cannot-read]
    Zie ook lijsten.xml:2:23.
)",
            listed.said());
}

TEST(OwnLists, AFileWithTwoListsIsReadOnce) {
  Listed listed;
  listed.files["a.csv"] = "Naam;Team\nCaf\xE9;A\n";
  listed.read(std::string(names_only) + "<partijen bestand=\"a.csv\"><naam kolom=\"Team\"/></partijen>");
  EXPECT_EQ(1U, listed.diagnostics.all().size()) << listed.said();
  EXPECT_EQ(1U, listed.lists.parties.size());
}

TEST(OwnLists, AnotherRootElementIsSaid) {
  Sources sources;
  Diagnostics diagnostics;
  read_own_lists_text("l.xml", "<lijsten/>", {}, sources, diagnostics);
  ASSERT_EQ(1U, diagnostics.all().size());
  EXPECT_EQ("K320", diagnostics.all().front().label_key());
}

TEST(OwnLists, ACellWithTooManyValuesIsCutAndSaid) {
  std::string many = "a";
  for (int i = 0; i < 1000; ++i) many += ",a" + std::to_string(i);
  Listed listed;
  listed.files["a.csv"] = "Naam;Proces\nZaken;" + many + "\n";
  listed.read(
      R"(<applicaties bestand="a.csv"><naam kolom="Naam"/><processen kolom="Proces" scheiding=","/></applicaties>)");
  ASSERT_EQ(1U, listed.diagnostics.all().size());
  EXPECT_EQ("K330.values", listed.diagnostics.all().front().label_key());
  EXPECT_EQ(1000U, listed.lists.applications.front().processes.size());
}

TEST(OwnLists, ADescriptionCutOffAnywhereIsRefused) {
  const std::string whole = "<lijsten xmlns=\"urn:keuzekaart:lijsten:1\">" + std::string(names_only) + "</lijsten>";
  const auto open = [](const std::string&, Diagnostics&) { return std::string("Naam\nZaken\n"); };
  for (std::size_t percent = 0; percent < 100; ++percent) {
    Sources sources;
    Diagnostics diagnostics;
    const OwnLists lists =
        read_own_lists_text("l.xml", whole.substr(0, whole.size() * percent / 100), open, sources, diagnostics);
    EXPECT_TRUE(diagnostics.has_errors()) << percent;
    EXPECT_TRUE(lists.applications.empty()) << percent;
  }
}

TEST(OwnLists, MoreRowsThanTheLimitAreNotRead) {
  std::string rows = "Naam\n";
  for (int i = 0; i < 100'001; ++i) rows += std::to_string(i) + "\n";
  Listed listed;
  listed.files["a.csv"] = rows;
  listed.read(names_only);
  ASSERT_EQ(1U, listed.diagnostics.all().size());
  EXPECT_EQ("K330.rows", listed.diagnostics.all().front().label_key());
  EXPECT_EQ("a.csv:100002:1", listed.at(listed.diagnostics.all().front().place));
  EXPECT_EQ(100'000U, listed.lists.applications.size());
}

TEST(OwnLists, ThousandsMayBeApart) {
  const auto volume = [](const std::string& written) {
    Listed listed;
    listed.files["p.csv"] = "Naam;Aantal\na;" + written + "\n";
    listed.read(R"(<producten bestand="p.csv"><naam kolom="Naam"/><volume kolom="Aantal"/></producten>)");
    return std::string(listed.lists.products.front().volume.value);
  };
  EXPECT_EQ("1200", volume("1.200"));
  EXPECT_EQ("1234567", volume("1 234 567"));
  EXPECT_EQ("", volume("1.20"));
  EXPECT_EQ("", volume("12,5"));
}

TEST(OwnLists, AnEndlessLineIsRefused) {
  Listed listed;
  listed.files["a.csv"] = "Naam;" + std::string(3'000'000, 'a');
  listed.read(names_only);
  EXPECT_EQ("K310", listed.diagnostics.all().front().label_key());
}

TEST(OwnListsSuggestion, BindsTheHeadingsThatItKnows) {
  using own_lists::Headings;
  const auto suggested = [](std::vector<std::string> headings) {
    std::string out;
    for (const std::string& line :
         own_lists::suggested_description("map/lijst.csv", {Headings{{}, std::move(headings)}}))
      out += line + '\n';
    return out;
  };
  EXPECT_EQ(R"(<lijsten xmlns="urn:keuzekaart:lijsten:1">
  <product-proces bestand="lijst.csv">
    <product kolom="Product"/>
    <proces kolom="Werkproces"/>
  </product-proces>
</lijsten>
)",
            suggested({"Product", "Werkproces"}));
  EXPECT_EQ(R"(<lijsten xmlns="urn:keuzekaart:lijsten:1">
  <processen bestand="lijst.csv">
    <id kolom="Code"/>
    <naam kolom="Procesnaam"/>
    <doorlooptijd kolom="Door- looptijd"/>
    <verantwoordelijk kolom="Proceseigenaar"/>
    <!-- "A&amp;B", "- -" -->
  </processen>
</lijsten>
)",
            suggested({"Code", "Procesnaam", "Proceseigenaar", "Door-\nlooptijd", "A&B", "--"}));
  EXPECT_EQ(R"(<lijsten xmlns="urn:keuzekaart:lijsten:1">
  <applicaties bestand="lijst.csv">
    <naam kolom="naam"/>
    <leverancier kolom="_aanbieder"/>
    <referentiecomponent kolom="referentieComponenten"/>
    <!-- "aanbieder" -->
  </applicaties>
</lijsten>
)",
            suggested({"naam", "aanbieder", "referentieComponenten", "_aanbieder"}))
      << "names rather than keys";
  EXPECT_EQ("", suggested({"WOZ-object", "Straat", "Bedrag"})) << "nothing fits";
}

TEST(OwnListsSuggestion, TakesTextForNoTable) {
  EXPECT_TRUE(own_lists::likely_headings("Beste collega, hierbij de lijst.\nMet groet, Jan\n").empty());
  EXPECT_TRUE(own_lists::likely_headings("een woord\nnog een\n").empty());
  EXPECT_EQ(2U, own_lists::likely_headings("Titel\n\na;b\n1;2\n").size());
}

}  // namespace
}  // namespace keuzekaart
