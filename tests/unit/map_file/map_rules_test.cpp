#include <gtest/gtest.h>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/map_text.hpp"

/// Every rule of the map file once, with the whole message.
namespace keuzekaart {
namespace {

std::string messages(const std::string& inside) { return MapText::holding(inside).messages(); }

const std::string parties =
    "<partijen><partij id='gem' naam='G' soort='gemeente'/><partij id='regio' naam='R' soort='rijk'/></partijen>\n";

TEST(MapRules, UnknownElementNamesTheNearest) {
  EXPECT_EQ("kaart.xml:2:2: element 'partijn' is niet bekend in 'kaart' [K401] -> partijen\n", messages("<partijn/>"));
}

TEST(MapRules, ElementOfAnotherNamespaceIsUnknown) {
  EXPECT_EQ(
      "kaart.xml:2:2: element 'x:partijen' in 'kaart' staat niet in de naamruimte van dit bestand [K401] -> "
      "partijen\n",
      messages("<x:partijen xmlns:x='urn:iets-anders'/>"));
}

TEST(MapRules, WhatStandsInAnUnknownElementIsNotJudged) {
  EXPECT_EQ("kaart.xml:2:2: element 'partijn' is niet bekend in 'kaart' [K401] -> partijen\n",
            messages("<partijn><partij/></partijn>"));
}

TEST(MapRules, UnknownAttributePointsAtItsName) {
  EXPECT_EQ(
      "kaart.xml:2:26: attribuut 'nam' is niet bekend bij 'partij' [K402] -> naam\n"
      "kaart.xml:2:12: attribuut 'naam' ontbreekt bij 'partij' [K403]\n",
      messages("<partijen><partij id='a' nam='A' soort='rijk'/></partijen>"));
}

TEST(MapRules, ValueOutsideItsListNamesTheListAndTheNearest) {
  EXPECT_EQ("kaart.xml:2:44: 'drovend' kan niet bij 'soort'; mogelijk is: sturend, primair, ondersteunend [K404]\n",
            messages("<processen><proces id='p' naam='P' soort=' drovend'/></processen>"));
  EXPECT_EQ(
      "kaart.xml:2:43: 'primar' kan niet bij 'soort'; mogelijk is: sturend, primair, ondersteunend [K404] -> primair\n",
      messages("<processen><proces id='p' naam='P' soort='primar'/></processen>"));
}

TEST(MapRules, StateThatDoesNotExist) {
  EXPECT_EQ(
      "kaart.xml:2:50: 'plateau15' kan niet bij 'toestand'; mogelijk is: ist, plateau1, ..., plateau14, soll [K404] -> "
      "plateau1\n",
      messages("<processen><proces id='p' naam='P' toestand='ist plateau15'/></processen>"));
}

TEST(MapRules, DateThatIsNotOnTheCalendar) {
  EXPECT_EQ("kaart.xml:2:45: '2026-02-30' bij 'start' is geen bestaande datum [K405]\n",
            messages("<projecten><project id='p' titel='T' start='2026-02-30'/></projecten>"));
}

TEST(MapRules, NumberWithAPoint) {
  EXPECT_EQ("kaart.xml:2:45: '1.200' bij 'volume' is geen heel getal van 0 tot 999999999 [K406]\n",
            messages("<producten><product id='p' naam='P' volume='1.200'/></producten>"));
}

TEST(MapRules, AnotherXmlFileIsNoMap) {
  const MapText read = MapText::whole("<catalogus xmlns='urn:x'/>");
  EXPECT_EQ(nullptr, read.map);
  EXPECT_EQ(
      "kaart.xml:1:2: dit is geen kaartbestand: het hoofdelement is 'catalogus' in de naamruimte 'urn:x' [K407]\n",
      read.messages());
}

TEST(MapRules, MapOfAnotherVersionIsNoMap) {
  const MapText read = MapText::whole("<kaart xmlns='urn:keuzekaart:kaart:2' naam='W'/>");
  EXPECT_EQ(
      "kaart.xml:1:2: dit is geen kaartbestand: het hoofdelement is 'kaart' in de naamruimte 'urn:keuzekaart:kaart:2' "
      "[K407]\n",
      read.messages());
}

TEST(MapRules, MisplacedElementSaysWhereItBelongs) {
  EXPECT_EQ("kaart.xml:2:38: element 'rol' hoort niet in 'product', wel in: proces [K408]\n",
            messages("<producten><product id='p' naam='P'><rol/></product></producten>"));
}

TEST(MapRules, DescriptionComesFirst) {
  EXPECT_EQ("kaart.xml:2:58: element 'omschrijving' hoort vóór 'grondslag' in 'proces' [K409]\n",
            messages("<processen><proces id='p' naam='P'><grondslag "
                     "naam='W'/><omschrijving>x</omschrijving></proces></processen>"));
}

TEST(MapRules, SectionTwiceIsSaidOnceAndReadWhole) {
  const MapText read =
      MapText::holding("<ketens/>\n<ketens><keten id='k' naam='K'><schakel proces='p'/></keten></ketens>");
  EXPECT_EQ("kaart.xml:3:2: element 'ketens' staat meer dan eens in 'kaart' [K410]\n", read.messages());
  EXPECT_EQ(1U, read.map->chains.size());
}

TEST(MapRules, IdWithABlank) {
  EXPECT_EQ("kaart.xml:2:24: 'toegang jeugd' bij 'id' heeft niet de goede vorm [K411]\n",
            messages("<processen><proces id='toegang jeugd' naam='P'/></processen>"));
}

TEST(MapRules, EmptyName) {
  EXPECT_EQ("kaart.xml:2:33: attribuut 'naam' van 'proces' is leeg [K412]\n",
            messages("<processen><proces id='p' naam=''/></processen>"));
}

TEST(MapRules, DoubleIdNamesTheFirstWhateverItIsOf) {
  const MapText read = MapText::holding(parties + "<processen><proces id='gem' naam='P'/></processen>");
  ASSERT_EQ(1U, read.diagnostics.all().size());
  const Diagnostic& d = read.diagnostics.all()[0];
  EXPECT_EQ(Code::K201, d.code);
  EXPECT_EQ("gem' naam='P'", read.at(d.place, 13));
  EXPECT_EQ("gem' naam='G'", read.at(d.related, 13));
}

TEST(MapRules, ReferenceToNothingNamesTheNearestOfItsKind) {
  EXPECT_EQ(
      "kaart.xml:3:52: 'partij' verwijst naar 'regia', dat niet in de kaart staat [K203] -> regio\n",
      messages(parties +
               "<processen><proces id='regi' naam='P'><rol partij='regia' rol='adviseur'/></proces></processen>"));
}

TEST(MapRules, ReferenceInAListPointsAtTheItem) {
  const MapText read =
      MapText::holding(parties + "<afspraken><afspraak id='a' soort='dvo' partijen='gem  regia'/></afspraken>");
  ASSERT_EQ(1U, read.diagnostics.all().size());
  EXPECT_EQ("regia'", read.at(read.diagnostics.all()[0].place, 6));
}

TEST(MapRules, ReferenceToAnotherKindOfThing) {
  EXPECT_EQ(
      "kaart.xml:3:46: 'ketenmanager' verwijst naar 'k', maar dat is een 'keten' en geen 'partij' [K413] "
      "(kaart.xml:3:20)\n",
      messages(parties + "<ketens><keten id='k' naam='K' ketenmanager='k'><schakel proces='p'/></keten></ketens>"));
}

TEST(MapRules, ScopeIsConcernDomainOrGroup) {
  const auto scope = [](const std::string& word) {
    return messages(
        "<domeinen><domein id='d' naam='D'><productgroep id='g' naam='G'/></domein></domeinen>\n<keuzes><keuze "
        "bereik='" +
        word + "' dimensie='route' toestand='ist' waarde='1'/></keuzes>");
  };
  EXPECT_EQ("", scope("concern") + scope("d") + scope("g"));
  EXPECT_EQ("kaart.xml:3:24: 'bereik' verwijst naar 'consern', dat niet in de kaart staat [K203] -> concern\n",
            scope("consern"));
}

TEST(MapRules, ProcessesMayStandInASource) {
  EXPECT_EQ("", messages("<ketens><keten id='k' naam='K'><schakel proces='B0023'/></keten></ketens>"));
}

TEST(MapRules, ConcernIsNoIdOfADomain) {
  EXPECT_EQ("kaart.xml:2:23: 'concern' kan niet de id van een domein of productgroep zijn [K414]\n",
            messages("<domeinen><domein id='concern' naam='C'/></domeinen>"));
}

TEST(MapRules, PartOfItselfIsSaidOnce) {
  EXPECT_EQ("kaart.xml:2:45: dit is een deel van zichzelf: a > b > a [K415]\n",
            messages("<domeinen><domein id='a' naam='A' deel-van='b'/><domein id='b' naam='B' deel-van='a'/>"
                     "<domein id='c' naam='C' deel-van='a'/></domeinen>"));
}

TEST(MapRules, GroupOfAnotherDomain) {
  const std::string domains =
      "<domeinen><domein id='d' naam='D'/><domein id='e' naam='E' deel-van='d'><productgroep id='g' naam='G'/></domein>"
      "<domein id='f' naam='F'/></domeinen>\n";
  EXPECT_EQ("", messages(domains + "<processen><proces id='p' naam='P' domein='d' productgroep='g'/></processen>"));
  const MapText read =
      MapText::holding(domains + "<processen><proces id='p' naam='P' domein='f' productgroep='g'/></processen>");
  EXPECT_EQ("kaart.xml:3:61: productgroep 'g' hoort niet bij domein 'f' maar bij 'e' [K416] (kaart.xml:2:91)\n",
            read.messages());
}

TEST(MapRules, ChainWithoutLinks) {
  EXPECT_EQ("kaart.xml:2:10: element 'schakel' ontbreekt in 'keten' [K417]\n",
            messages("<ketens><keten id='k' naam='K'/></ketens>"));
}

TEST(MapRules, LooseText) {
  EXPECT_EQ("kaart.xml:2:10: losse tekst 'alles' in 'ketens' [K418]\n", messages("<ketens> alles </ketens>"));
}

TEST(MapRules, EndBeforeStart) {
  EXPECT_EQ("kaart.xml:2:64: 'einde' (2026-12-31) ligt vóór 'start' (2027-01-01) [K419]\n",
            messages("<projecten><project id='p' titel='T' start='2027-01-01' einde='2026-12-31'/></projecten>"));
}

TEST(MapRules, SettledFindingNeedsAReason) {
  EXPECT_EQ("kaart.xml:2:59: een bevinding met besluit 'opgelost' heeft een reden nodig [K420]\n",
            messages("<bevindingen><bevinding regel='KS02' element='p' besluit='opgelost'><reden> </reden></bevinding>"
                     "<bevinding regel='KS02' element='p' besluit='open'/></bevindingen>"));
}

}  // namespace
}  // namespace keuzekaart
