#include "importers/map_reader.hpp"

#include <gtest/gtest.h>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/map_text.hpp"

namespace keuzekaart {
namespace {

TEST(MapReader, TakesARoleWithItsStatesAndPlaces) {
  const MapText read = MapText::holding(
      "<partijen><partij id='gem' naam='Gemeente' soort='gemeente'/></partijen>\n"
      "<processen><proces id='p' naam='P' deel-van='B0023  q'>\n"
      "<rol partij=' gem' rol='uitvoerder' toestand='ist plateau3'/></proces></processen>");
  ASSERT_EQ("", read.messages());
  const MapProcess& process = read.map->processes.at(0);
  const MapRole& role = process.roles.at(0);
  EXPECT_EQ("gem", role.party.value);
  EXPECT_EQ(Role::executor, role.role.value);
  EXPECT_EQ("ist plateau3", to_string(role.states.value));
  EXPECT_EQ("gem' rol=", read.at(role.party.place, 9));
  EXPECT_EQ("uitvoerder", read.at(role.role.place, 10));
  EXPECT_EQ("q", process.part_of.at(1).value);
  EXPECT_EQ("q'>", read.at(process.part_of.at(1).place, 3));
}

TEST(MapReader, ARoleHoldsInIstAndSollUnlessItSaysOtherwise) {
  const MapText read = MapText::holding(
      "<partijen><partij id='gem' naam='Gemeente' soort='gemeente'/></partijen>"
      "<processen><proces id='p' naam='P'><rol partij='gem' rol='uitvoerder'/></proces></processen>");
  const MapProcess& process = read.map->processes.at(0);
  EXPECT_EQ(States::ist_and_soll(), process.roles.at(0).states.value);
  EXPECT_FALSE(process.roles.at(0).states.place.known());
  EXPECT_EQ(States::every(), process.states.value);
}

TEST(MapReader, ItemsAfterAnEntityKeepAPlaceInTheFile) {
  const MapText read = MapText::holding("<transitieplan werkwijzen='A&amp;B C'/>");
  EXPECT_EQ("C", read.map->plan->working_methods.at(1).value);
  EXPECT_EQ("A&amp;B", read.at(read.map->plan->working_methods.at(1).place, 7));
}

TEST(MapReader, PrefixesDoNotMatter) {
  const MapText read = MapText::whole(
      "<k:kaart xmlns:k='urn:keuzekaart:kaart:1' naam='W'><k:partijen><k:partij id='a' naam='A' soort='rijk'/>"
      "</k:partijen></k:kaart>");
  EXPECT_EQ("", read.messages());
  EXPECT_EQ(1U, read.map->parties.size());
}

TEST(MapReader, MayNameItsSchema) {
  const MapText read = MapText::whole(
      "<kaart xmlns='urn:keuzekaart:kaart:1' xmlns:s='http://www.w3.org/2001/XMLSchema-instance' "
      "s:schemaLocation='urn:keuzekaart:kaart:1 kaart.xsd' naam='W'/>");
  EXPECT_EQ("", read.messages());
}

TEST(MapReader, ReadsOnAfterAnError) {
  const MapText read = MapText::holding(
      "<partijen><partij id='a' naam='A' soort='rijks'/><partij id='b' naam='B' soort='rijk'/></partijen>"
      "<onzin/><ketens><keten id='k' naam='K'><schakel proces='p'/></keten></ketens>");
  EXPECT_EQ(2U, read.diagnostics.count(Severity::error));
  EXPECT_EQ(2U, read.map->parties.size());
  EXPECT_EQ("k", read.map->chains.at(0).id.value);
}

TEST(MapReader, TakesTheTextsOfAnAgreement) {
  const MapText read = MapText::holding(
      "<partijen><partij id='a' naam='A' soort='rijk'/></partijen><afspraken>"
      "<afspraak id='x' soort='glo' partijen='a'><glo><momenten> elke <![CDATA[dag & nacht]]> </momenten></glo>"
      "<taken>T</taken></afspraak></afspraken>");
  ASSERT_EQ("", read.messages());
  const MapAgreement& agreement = read.map->agreements.at(0);
  EXPECT_TRUE(agreement.has_glo);
  EXPECT_EQ("elke dag & nacht", agreement.glo[static_cast<std::size_t>(GloPart::moments)].value);
  EXPECT_EQ("T", agreement.tasks_responsibilities_powers.value);
  EXPECT_TRUE(agreement.escalation.empty());
}

TEST(MapReader, TakesEachChannelOnce) {
  const MapText read = MapText::holding("<producten><product id='p' naam='P' kanalen='web balie web'/></producten>");
  const auto& channels = read.map->products.at(0).channels;
  ASSERT_EQ(2U, channels.size());
  EXPECT_EQ(Channel::web, channels[0].value);
  EXPECT_EQ(Channel::counter, channels[1].value);
}

TEST(MapReader, FileThatCannotBeRead) {
  Sources sources;
  Diagnostics diagnostics;
  EXPECT_EQ(nullptr, read_map("/bestaat-niet/kaart.xml", sources, diagnostics));
  ASSERT_EQ(1U, diagnostics.all().size());
  EXPECT_EQ(Code::K101, diagnostics.all()[0].code);
}

}  // namespace
}  // namespace keuzekaart
