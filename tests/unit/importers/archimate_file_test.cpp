#include "importers/archimate_file.hpp"

#include <gtest/gtest.h>

#include "tests/support/reading.hpp"
#include "tests/support/zip_text.hpp"

namespace keuzekaart {
namespace {

using archimate::ArchimateModel;
using archimate::ConceptId;
using archimate::ConceptType;
using testing::zip_of;

std::string file(const std::string& inside, const std::string& attributes = "version=\"5.0.0\"") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<archimate:model "
         "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
         "xmlns:archimate=\"http://www.archimatetool.com/archimate\" name=\"Proef\" id=\"m\" " +
         attributes + ">\n" + inside + "</archimate:model>\n";
}

struct ArchimateFile : ::testing::Test {
  testing::Reading reading;
  ArchimateModel model;

  void read(const std::string& bytes) {
    model = read_archimate_bytes("m.archimate", bytes, reading.sources, reading.diagnostics);
  }
  /// Reads a folder of the layer Business with this in it.
  void read_business(const std::string& inside) {
    read(file("<folder name=\"Business\" id=\"f\" type=\"business\">\n" + inside + "</folder>\n"));
  }
  const archimate::Concept& at(std::string_view id) const { return model.at(model.find(id)); }
  /// The messages without what to do next.
  std::string said() const {
    std::string out;
    const std::string all = reading.said();
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t end = all.find('\n', at);
      const std::string line = all.substr(at, end - at);
      if (line.starts_with("m.archimate")) out += line + '\n';
      at = end + 1;
    }
    return out;
  }
};

TEST_F(ArchimateFile, ReadsFoldersElementsRelationsAndViews) {
  read(file(
      R"(<folder name="Business" id="f1" type="business"><folder name="Dienst" id="f2"><documentation>uitleg</documentation>
<element xsi:type="archimate:BusinessProcess" name="Intake" id="a" profiles="p1 p2"><documentation>een&#xD;
twee &amp; <![CDATA[<drie>]]></documentation><property key="k" value="w"/><property key="leeg"/></element>
<element xsi:type="archimate:Junction" id="j" type="or"/></folder></folder>
<folder name="Relations" id="f3" type="relations">
<element xsi:type="archimate:AccessRelationship" id="r" source="a" target="j" accessType="3"/>
<element xsi:type="archimate:AssociationRelationship" id="s" source="r" target="a" directed="true"/>
<element xsi:type="archimate:InfluenceRelationship" id="t" source="a" target="j" strength="++"/></folder>
<folder name="Views" id="f4" type="diagrams">
<element xsi:type="archimate:ArchimateDiagramModel" name="Plaat" id="v"><child xsi:type="archimate:DiagramObject" id="d1" archimateElement="a">
<sourceConnection xsi:type="archimate:Connection" id="c1" archimateRelationship="r"/><child id="d2" archimateElement="j"/></child></element></folder>
<purpose>doel</purpose><profile name="Loket" id="p1" conceptType="BusinessProcess"/><profile name="Balie" id="p2" conceptType="BusinessProcess"/>
)"));
  EXPECT_EQ("", said());
  EXPECT_EQ("doel", model.purpose.value);
  EXPECT_EQ("een\r\ntwee & <drie>", at("a").documentation.value);
  EXPECT_EQ("Dienst", model.folders[at("a").folder].name.value);
  EXPECT_EQ("uitleg", model.folders[at("a").folder].documentation.value);
  EXPECT_EQ("business", model.folders[model.folders[at("a").folder].parent].type.value);
  ASSERT_EQ(2U, model.profiles_of(at("a")).size());
  EXPECT_EQ("p2", model.profiles_of(at("a"))[1].value);
  EXPECT_EQ("w", model.property(at("a"), "k").value);
  EXPECT_EQ(archimate::JunctionKind::or_junction, at("j").junction);
  EXPECT_EQ(archimate::AccessMode::read_write, at("r").access);
  EXPECT_EQ(model.find("r"), at("s").source);
  EXPECT_TRUE(at("s").directed);
  EXPECT_EQ("++", at("t").strength.value);
  ASSERT_EQ(3U, model.shown_ids.size());
  EXPECT_EQ("j", model.shown_ids[2].value);
}

TEST_F(ArchimateFile, EveryValueStandsWhereItsPlaceSays) {
  read_business(
      "<element xsi:type=\"archimate:BusinessProcess\" name=\"Intake\" id=\"a\"><documentation>uitleg"
      "</documentation><property key=\"k\" value=\"w\"/></element>\n");
  const archimate::Concept& a = at("a");
  for (const Text& text : {a.id, a.name, a.documentation, a.type_name, model.property(a, "k")})
    EXPECT_EQ(text.value, reading.sources.text(text.place.file).substr(text.place.offset, text.value.size()));
}

TEST_F(ArchimateFile, ReadsTheNamesOfArchimate2) {
  read(file(R"(<folder name="Technology" id="f" type="technology">
<element xsi:type="archimate:InfrastructureService" name="Opslag" id="a"/><element xsi:type="archimate:OrJunction" id="j"/></folder>
<folder name="Connectors" id="g" type="connectors"><element xsi:type="archimate:UsedByRelationship" id="r" source="a" target="j"/></folder>
<folder name="Views" id="h" type="diagrams"><element xsi:type="archimate:ArchimateDiagramModel" name="P" id="v"><child><sourceConnection relationship="r"/></child></element></folder>
)",
            "version=\"3.1.1\""));
  EXPECT_EQ(ConceptType::technology_service, at("a").type);
  EXPECT_EQ(ConceptType::junction, at("j").type);
  EXPECT_EQ(archimate::JunctionKind::or_junction, at("j").junction);
  EXPECT_EQ(ConceptType::serving, at("r").type);
  EXPECT_EQ("r", model.shown_ids[0].value);
  EXPECT_EQ(
      "m.archimate:4:30: opmerking: namen uit een oudere versie van ArchiMate, gelezen onder hun huidige naam: 2; de "
      "eerste is InfrastructureService, nu TechnologyService [K631 older-names]\n",
      said());
}

TEST_F(ArchimateFile, KeepsTypesAndSaysElementsThatAreUnknown) {
  read_business(
      "<element xsi:type=\"archimate:Bogus1\" name=\"B\" id=\"b\"/>\n<element name=\"C\" id=\"c\"/>\n<extra/>\n"
      "<element xsi:type=\"archimate:BogusRelationship\" id=\"r\" source=\"b\" target=\"c\"><extra/></element>\n");
  EXPECT_EQ(3U, model.concepts.size());
  EXPECT_EQ("Bogus1", at("b").type_name.value);
  EXPECT_EQ(model.find("c"), at("r").target);
  EXPECT_EQ(
      "m.archimate:4:30: waarschuwing: 'Bogus1' is geen type van ArchiMate; 'B' is gelezen als onderdeel van onbekend "
      "type [K204 unknown-type]\n"
      "m.archimate:5:2: waarschuwing: <element> zegt niet van welk type het is; 'C' is gelezen als onderdeel van "
      "onbekend type [K204 unknown-type]\n"
      "m.archimate:6:2: waarschuwing: <extra> is hier onbekend en overgeslagen; aantal keren: 2, dit is de eerste "
      "[K129 "
      "skipped-part]\n"
      "m.archimate:7:30: waarschuwing: 'BogusRelationship' is geen type van ArchiMate; '' is gelezen als onderdeel van "
      "onbekend type [K204 unknown-type]\n",
      said());
}

TEST_F(ArchimateFile, SaysTheSameOfReferencesAsOtherForms) {
  read_business(
      "<element xsi:type=\"archimate:BusinessProcess\" name=\"A\" id=\"a\" profiles=\"weg\"/>\n"
      "<element xsi:type=\"archimate:BusinessProcess\" name=\"A\" id=\"a\"/>\n"
      "<element xsi:type=\"archimate:BusinessProcess\" name=\"A\"/>\n"
      "<element xsi:type=\"archimate:FlowRelationship\" id=\"r\" source=\"a\" target=\"weg\"/>\n"
      "<element xsi:type=\"archimate:FlowRelationship\" id=\"s\" target=\"a\"/>\n");
  EXPECT_EQ(
      "m.archimate:4:73: fout: 'a' heeft de specialisatie 'weg', die niet in het model staat [K203 "
      "unresolved-reference]\n"
      "m.archimate:5:60: fout: de id 'a' komt vaker voor; wat hier staat, is overgeslagen [K201 duplicate-id]\n"
      "m.archimate:6:2: fout: <element> heeft geen id [K202 missing-id]\n"
      "m.archimate:7:74: fout: relatie 'r' verwijst naar 'weg', dat niet in het model staat [K203 "
      "unresolved-reference]\n"
      "m.archimate:8:52: fout: relatie 's' heeft geen begin [K203 unresolved-reference]\n",
      said());
}

TEST_F(ArchimateFile, ReadsANewerVersionAndSaysSo) {
  read(file("<something>x</something>", "version=\"10.0.0\""));
  EXPECT_EQ(
      "m.archimate:2:158: waarschuwing: bewaard in versie 10.0.0; beproefd is tot en met versie 5. Het bestand is toch "
      "gelezen [K130 newer-version]\n"
      "m.archimate:3:2: waarschuwing: <something> is hier onbekend en overgeslagen; aantal keren: 1, dit is de eerste "
      "[K129 skipped-part]\n",
      said());
}

TEST_F(ArchimateFile, RefusesAnotherNamespaceAndAnotherRoot) {
  const std::string other =
      "<archimate:model xmlns:archimate=\"http://www.archimatetool.com/Bogus\" name=\"T\" id=\"x\"/>";
  EXPECT_TRUE(recognises_archimate({"m.archimate", false, other}));
  read(other);
  EXPECT_EQ(
      "m.archimate:1:2: fout: dit is geen Archi-model: de naamruimte is 'http://www.archimatetool.com/Bogus' en hoort "
      "'http://www.archimatetool.com/archimate' te zijn [K128 other-namespace]\n",
      said());
  reading.diagnostics = {};
  read("<feed/>");
  EXPECT_EQ(
      "m.archimate:1:2: fout: dit is geen Archi-model: het eerste element is <feed>, niet <archimate:model> [K128 "
      "other-namespace]\n",
      said());
  EXPECT_FALSE(recognises_archimate({"m.archimate", false, "<feed/>"}));
  EXPECT_FALSE(
      recognises_archimate({"m.archimate", false, "<model xmlns=\"http://www.opengroup.org/xsd/archimate\"/>"}));
}

TEST_F(ArchimateFile, ReadsThePackedForm) {
  const std::string plain = file(
      "<folder name=\"B\" id=\"f\"><element xsi:type=\"archimate:Goal\" name=\"G\" "
      "id=\"g\"/></folder>");
  read(zip_of({{"model.xml", plain, true}, {"images/a.png", "x"}, {"images/b.png", "y"}}));
  EXPECT_EQ(1U, model.element_count());
  EXPECT_EQ("m.archimate/model.xml", reading.sources.path(at("g").id.place.file));
  EXPECT_EQ(
      "m.archimate: opmerking: afbeeldingen in het archief: 2; ze worden niet overgenomen [K635 images-left-out]\n",
      said());
  EXPECT_TRUE(recognises_archimate({"m", false, "PK", {"images/a.png", "model.xml"}}));
  EXPECT_FALSE(recognises_archimate({"m", false, "PK", {"images/a.png"}}));
  EXPECT_FALSE(recognises_archimate({"m", false, "PK", {"model.xml", "xl/workbook.xml"}}));
  reading.diagnostics = {};
  read(zip_of({{"images/a.png", "x"}}));
  EXPECT_EQ("m.archimate: fout: in het archief ontbreekt model.xml [K127 not-in-archive]\n", said());
}

TEST_F(ArchimateFile, EveryCutOfAFileIsSaid) {
  const std::string whole =
      file("<folder name=\"B\" id=\"f\"><element xsi:type=\"archimate:Goal\" id=\"g\"/></folder>");
  for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
    reading = {};
    read(whole.substr(0, size));
    EXPECT_EQ(1U, reading.diagnostics.count(Severity::error)) << size;
    EXPECT_EQ(0U, model.concepts.size());
  }
}

}  // namespace
}  // namespace keuzekaart
