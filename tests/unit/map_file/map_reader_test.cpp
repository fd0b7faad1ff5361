#include "importers/map_reader.hpp"

#include <gtest/gtest.h>

#include "importers/labels_reader.hpp"
#include "importers/read_file.hpp"
#include "modeler/diagnostics/diagnostic_printer.hpp"

namespace keuzekaart {
namespace {

const Labels& dutch() {
  static const Labels labels = [] {
    Diagnostics ignored;
    return read_labels(*read_file(KEUZEKAART_SOURCE_DIR "/catalogues/labels-nl.xml", ignored), Language::nl);
  }();
  return labels;
}

struct Read {
  Sources sources;
  Diagnostics diagnostics;
  std::shared_ptr<const MapDocument> map;

  explicit Read(const std::string& inside) {
    whole("<kaart xmlns='urn:keuzekaart:kaart:1' naam='W'>\n" + inside + "\n</kaart>");
  }
  void whole(std::string text) { map = read_map_text("kaart.xml", std::move(text), sources, diagnostics); }
  std::string_view at(Place place, std::size_t size) const {
    return sources.text(place.file).substr(place.offset, size);
  }
  /// Where, what and the nearest name of every message, without the source lines.
  std::string messages() const {
    std::string out;
    for (const Diagnostic& d : diagnostics.all()) {
      out += to_string(sources.locate(d.place)) + ": " + dutch().fill(d.label_key(), d.arguments);
      if (!d.nearest.empty()) out += " -> " + d.nearest;
      out += '\n';
    }
    return out;
  }
};

TEST(MapReader, TakesARoleWithItsStatesAndPlace) {
  const Read read(
      "<partijen><partij id='gem' naam='Gemeente' soort='gemeente'/></partijen>\n"
      "<processen><proces id='p' naam='P' deel-van='B0023  q'>\n"
      "<rol partij='gem' rol='uitvoerder' toestand='ist plateau3'/></proces></processen>");
  ASSERT_EQ("", read.messages());
  const MapProcess& process = read.map->processes.at(0);
  const MapRole& role = process.roles.at(0);
  EXPECT_EQ("gem", role.party.value);
  EXPECT_EQ(Role::executor, role.role.value);
  EXPECT_EQ("ist plateau3", to_string(role.states.value));
  EXPECT_EQ("gem' rol=", read.at(role.party.place, 9));
  EXPECT_EQ("q", process.part_of.at(1).value);
  EXPECT_EQ("q'>", read.at(process.part_of.at(1).place, 3));
}

TEST(MapReader, ARoleHoldsInIstAndSollUnlessItSaysOtherwise) {
  const Read read(
      "<partijen><partij id='gem' naam='Gemeente' soort='gemeente'/></partijen>"
      "<processen><proces id='p' naam='P'><rol partij='gem' rol='uitvoerder'/></proces></processen>");
  const MapProcess& process = read.map->processes.at(0);
  EXPECT_EQ(States::ist_and_soll(), process.roles.at(0).states.value);
  EXPECT_FALSE(process.roles.at(0).states.place.known());
  EXPECT_EQ(States::every(), process.states.value);
}

TEST(MapReader, UnknownElementNamesTheNearest) {
  EXPECT_EQ("kaart.xml:2:2: element 'partijn' is niet bekend in 'kaart' -> partijen\n", Read("<partijn/>").messages());
}

TEST(MapReader, ElementOfAnotherNamespaceIsUnknown) {
  EXPECT_EQ(
      "kaart.xml:2:2: element 'x:partijen' in 'kaart' staat niet in de naamruimte van het kaartbestand -> partijen\n",
      Read("<x:partijen xmlns:x='urn:iets-anders'/>").messages());
}

TEST(MapReader, PrefixesDoNotMatter) {
  Sources sources;
  Diagnostics diagnostics;
  const auto map = read_map_text(
      "k.xml",
      "<k:kaart xmlns:k='urn:keuzekaart:kaart:1' naam='W'><k:partijen><k:partij id='a' naam='A' soort='rijk'/>"
      "</k:partijen></k:kaart>",
      sources, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
  EXPECT_EQ(1U, map->parties.size());
}

TEST(MapReader, UnknownAttributePointsAtItsName) {
  EXPECT_EQ(
      "kaart.xml:2:26: attribuut 'nam' is niet bekend bij 'partij' -> naam\n"
      "kaart.xml:2:12: attribuut 'naam' ontbreekt bij 'partij'\n",
      Read("<partijen><partij id='a' nam='A' soort='rijk'/></partijen>").messages());
}

TEST(MapReader, ValueOutsideItsListNamesTheListAndTheNearest) {
  EXPECT_EQ(
      "kaart.xml:2:47: 'provinsie' kan niet bij 'soort'; mogelijk is: gemeente, organisatieonderdeel, "
      "andere-gemeente, samenwerkingsverband, rijk, provincie, waterschap, zorgaanbieder, zorgverzekeraar, "
      "woningcorporatie, leverancier, maatschappelijke-organisatie, inwoner, ondernemer -> provincie\n",
      Read("<partijen><partij id='a' naam='Alfa' soort='  provinsie'/></partijen>").messages());
}

TEST(MapReader, DateThatIsNotOnTheCalendar) {
  EXPECT_EQ("kaart.xml:2:45: '2026-02-30' bij 'start' is geen bestaande datum\n",
            Read("<projecten><project id='p' titel='T' start='2026-02-30'/></projecten>").messages());
}

}  // namespace
}  // namespace keuzekaart
