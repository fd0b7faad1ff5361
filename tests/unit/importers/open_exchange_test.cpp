#include "importers/open_exchange.hpp"

#include <gtest/gtest.h>

#include "tests/support/reading.hpp"

namespace keuzekaart {
namespace {

using archimate::ArchimateModel;
using archimate::ConceptType;

constexpr const char* of_3 = "http://www.opengroup.org/xsd/archimate/3.0/";
constexpr const char* of_2 = "http://www.opengroup.org/xsd/archimate";

std::string file(const std::string& inside, const std::string& uri = of_3) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<model xmlns=\"" + uri +
         "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
         "identifier=\"m\">\n" +
         inside + "</model>\n";
}

struct OpenExchange : ::testing::Test {
  testing::Reading reading;
  ArchimateModel model;

  void read(const std::string& bytes) {
    model = read_open_exchange_bytes("m.xml", bytes, reading.sources, reading.diagnostics);
  }
  const archimate::Concept& at(std::string_view id) const { return model.at(model.find(id)); }
  /// The messages without the lines of the file and what to do next.
  std::string said() const {
    std::string out;
    const std::string all = reading.said();
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t end = all.find('\n', at);
      const std::string line = all.substr(at, end - at);
      if (line.starts_with("m.xml")) out += line + '\n';
      at = end + 1;
    }
    return out;
  }
};

TEST_F(OpenExchange, ReadsElementsRelationsFoldersAndViews) {
  read(file(R"(<name xml:lang="nl">Proef</name><documentation>doel</documentation>
<metadata><schema>Dublin Core</schema><schemaversion>1.1</schemaversion><dc:title>Titel</dc:title></metadata>
<elements><element identifier="a" xsi:type="BusinessProcess"><name>
   Intake
  </name><documentation>een
twee</documentation><properties><property propertyDefinitionRef="p1"><value>w</value></property></properties></element>
<element identifier="j" xsi:type="OrJunction"/></elements>
<relationships><relationship identifier="r" source="a" target="j" xsi:type="Access" accessType="Read"/>
<relationship identifier="s" source="r" target="a" xsi:type="Association" isDirected="true"><name>bij</name></relationship>
<relationship identifier="t" source="a" target="j" xsi:type="Influence" modifier="--"/>
<relationship identifier="u" source="a" target="j" xsi:type="Access"/></relationships>
<organizations><item><label>Business</label><item><label xml:lang="en">Service</label><label xml:lang="nl">Dienst</label><item identifierRef="a"/></item></item></organizations>
<propertyDefinitions><propertyDefinition identifier="p1" type="number"><name>k</name></propertyDefinition></propertyDefinitions>
<views><diagrams><view identifier="v" xsi:type="Diagram"><name>Plaat</name><node identifier="n" elementRef="a" xsi:type="Element"><node elementRef="j"/></node>
<connection relationshipRef="r" xsi:type="Relationship"/></view></diagrams></views>
)"));
  EXPECT_EQ(
      "m.xml:13:27: opmerking: relaties die een andere herhalen, met hetzelfde type, begin en einde: 1, in groepen: 1; "
      "dit is de eerste [K602 duplicate-relations]\n"
      "m.xml:14:72: opmerking: namen en teksten in nog een taal: 1; dit is de eerste. Getoond wordt het Nederlands "
      "waar "
      "dat er is, anders de eerste [K632 other-languages]\n",
      said());
  EXPECT_EQ("Proef", model.name.value);
  EXPECT_EQ("doel", model.purpose.value);
  EXPECT_EQ("Intake", at("a").name.value);
  EXPECT_EQ("een\ntwee", at("a").documentation.value);
  EXPECT_EQ("w", model.property(at("a"), "k").value);
  EXPECT_EQ("Dienst", model.folders[at("a").folder].name.value);
  EXPECT_EQ("Business", model.folders[model.folders[at("a").folder].parent].name.value);
  EXPECT_EQ(archimate::JunctionKind::or_junction, at("j").junction);
  EXPECT_EQ(archimate::AccessMode::read, at("r").access);
  EXPECT_EQ(archimate::AccessMode::unspecified, at("u").access);
  EXPECT_EQ(model.find("r"), at("s").source);
  EXPECT_TRUE(at("s").directed);
  EXPECT_EQ("--", at("t").strength.value);
  ASSERT_EQ(1U, model.views.size());
  EXPECT_EQ("Plaat", model.views[0].name.value);
  ASSERT_EQ(3U, model.shown_ids.size());
  EXPECT_EQ("j", model.shown_ids[1].value);
}

TEST_F(OpenExchange, ReadsVersion21) {
  read(file(
      R"(<metadata/><name>Proef</name><elements><element identifier="a" xsi:type="InfrastructureService"><label>Opslag</label>
<properties><property identifierref="p1"><value>w</value></property></properties></element></elements>
<relationships><relationship identifier="r" source="a" target="a" xsi:type="UsedByRelationship"/></relationships>
<organization><item><label>Techniek</label><item identifierref="a"/></item></organization>
<propertydefs><propertydef identifier="p1" name="k" type="string"/></propertydefs>
<views><view identifier="v"><label>Plaat</label><node identifier="n" elementref="a"/><connection relationshipref="r"/></view></views>
)",
      of_2));
  EXPECT_EQ("Opslag", at("a").name.value);
  EXPECT_EQ(ConceptType::technology_service, at("a").type);
  EXPECT_EQ(ConceptType::serving, at("r").type);
  EXPECT_EQ("w", model.property(at("a"), "k").value);
  EXPECT_EQ("Techniek", model.folders[at("a").folder].name.value);
  EXPECT_EQ("Plaat", model.views[0].name.value);
  EXPECT_EQ(2U, model.shown_ids.size());
  EXPECT_EQ(
      "m.xml:3:74: opmerking: namen uit een oudere versie van ArchiMate, gelezen onder hun huidige naam: 2; de eerste "
      "is "
      "InfrastructureService, nu TechnologyService [K631 older-names]\n"
      "m.xml:5:42: opmerking: relaties die bij hetzelfde onderdeel beginnen en eindigen: 1; dit is de eerste [K601 "
      "self-relations]\n",
      said());
}

TEST_F(OpenExchange, TakesTheDutchNameAndKeepsTheOthers) {
  read(file(
      R"(<elements><element identifier="a" xsi:type="Goal"><name xml:lang="en">Case</name><name xml:lang="nl-NL">Zaak</name>
<documentation xml:lang="en">text</documentation><documentation xml:lang="de">Text</documentation>
<properties><property propertyDefinitionRef="p"><value xml:lang="en">yes</value><value xml:lang="nl">ja</value></property></properties></element></elements>
<propertyDefinitions><propertyDefinition identifier="p" type="string"><name>k</name></propertyDefinition></propertyDefinitions>
)"));
  EXPECT_EQ("Zaak", at("a").name.value);
  EXPECT_EQ("text", at("a").documentation.value);
  EXPECT_EQ("ja", model.property(at("a"), "k").value);
  const auto others = model.other_texts_of(at("a").other_texts);
  ASSERT_EQ(2U, others.size());
  EXPECT_EQ("Case", others[0].value.value);
  EXPECT_EQ("en", others[0].language.value);
  EXPECT_EQ("Text", others[1].value.value);
  ASSERT_EQ(2U, model.properties.size());
  EXPECT_EQ("yes", model.properties[1].value.value);
  EXPECT_EQ(
      "m.xml:3:71: opmerking: namen en teksten in nog een taal: 3; dit is de eerste. Getoond wordt het Nederlands waar "
      "dat er is, anders de eerste [K632 other-languages]\n",
      said());
}

TEST_F(OpenExchange, KeepsPropertiesThatAreTypedTwiceNamedEmptyOrUndefined) {
  read(file(
      R"(<elements><element identifier="a" xsi:type="Goal"><properties><property propertyDefinitionRef="p1"><value>een</value></property>
<property propertyDefinitionRef="p2"><value>2</value></property><property propertyDefinitionRef="p3"><value>los</value></property>
<property propertyDefinitionRef="p9"><value>x</value></property><property propertyDefinitionRef="p9"/></properties></element></elements>
<propertyDefinitions><propertyDefinition identifier="p1" type="string"><name>Status</name></propertyDefinition>
<propertyDefinition identifier="p2" type="number"><name>Status</name></propertyDefinition>
<propertyDefinition identifier="p3" type="boolean"><name/></propertyDefinition></propertyDefinitions>
)"));
  std::string all;
  for (const archimate::Property& p : model.properties)
    all.append(p.key.value).append("=").append(p.value.value).append(" ");
  EXPECT_EQ("Status=een Status=2 =los p9=x p9= ", all);
  EXPECT_EQ(
      "m.xml:4:98: opmerking: eigenschappen zonder naam: 1; dit is de eerste [K603 properties-without-key]\n"
      "m.xml:5:34: fout: 'a' heeft een waarde voor de eigenschap 'p9', die niet in het model is omschreven [K203 "
      "unresolved-reference]\n"
      "m.xml:7:57: opmerking: eigenschappen die onder meer dan één kenmerk zijn omschreven: 1; de eerste heet 'Status' "
      "[K633 property-defined-twice]\n",
      said());
}

TEST_F(OpenExchange, ReadsTheSpecialisationThatArchiWritesAsAProperty) {
  read(file(
      R"(<elements><element identifier="a" xsi:type="Goal"><properties><property propertyDefinitionRef="specialization"><value>Wens</value></property></properties></element>
<element identifier="b" xsi:type="Driver"><properties><property propertyDefinitionRef="specialization"><value>Wens</value></property></properties></element></elements>
<propertyDefinitions><propertyDefinition identifier="specialization" type="string"><name>Specialization</name></propertyDefinition></propertyDefinitions>
)"));
  EXPECT_EQ("", said());
  EXPECT_TRUE(model.properties.empty());
  ASSERT_EQ(2U, model.profiles.size());
  EXPECT_EQ("Wens", model.profiles[0].name.value);
  EXPECT_EQ(model.profiles_of(at("a"))[0].value, model.profiles[1].id.value);
  EXPECT_EQ("Goal", model.profiles[1].concept_type.value);
}

TEST_F(OpenExchange, ReadsPartsInAnyOrderAndSaysSo) {
  read(file(
      R"(<views/><relationships><relationship identifier="r" source="a" target="a" xsi:type="Flow"/></relationships>
<elements><element identifier="a" xsi:type="Goal"><documentation>d</documentation><name>G</name></element></elements>
)"));
  EXPECT_EQ("G", at("a").name.value);
  EXPECT_EQ(model.find("a"), at("r").target);
  EXPECT_EQ(
      "m.xml:3:10: opmerking: de onderdelen staan niet in de volgorde die het formaat voorschrijft: <relationships> "
      "komt "
      "na <views>; alles is gelezen [K634 other-order]\n",
      said().substr(0, said().find('\n') + 1));
}

TEST_F(OpenExchange, LooksAtNamespacesAndNotAtPrefixes) {
  read("<x:model xmlns:x=\"" + std::string(of_3) +
       "\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" identifier=\"m\"><x:elements><x:element "
       "identifier=\"a\" "
       "i:type=\"Goal\"><x:name>G</x:name></x:element><element identifier=\"b\"/></x:elements></x:model>");
  EXPECT_EQ("G", at("a").name.value);
  EXPECT_EQ(1U, model.concepts.size());
  EXPECT_EQ(
      "m.xml:1:214: waarschuwing: <element> is hier onbekend en overgeslagen; aantal keren: 1, dit is de eerste [K129 "
      "skipped-part]\n",
      said());
}

TEST_F(OpenExchange, RefusesAnotherNamespaceAndAnotherRoot) {
  read(file("", "http://www.opengroup.org/xsd/archimate/9.0/"));
  EXPECT_EQ(
      "m.xml:2:2: fout: dit is geen ArchiMate Model Exchange File: de naamruimte is "
      "'http://www.opengroup.org/xsd/archimate/9.0/' en hoort 'http://www.opengroup.org/xsd/archimate/3.0/' te zijn "
      "[K128 other-namespace]\n",
      said());
  reading.diagnostics = {};
  read("<feed/>");
  EXPECT_EQ(
      "m.xml:1:2: fout: dit is geen ArchiMate Model Exchange File: het eerste element is <feed>, niet <model> [K128 "
      "other-namespace]\n",
      said());
}

TEST_F(OpenExchange, IsRecognisedByItsNamespace) {
  const auto recognised = [](const std::string& head) { return recognises_open_exchange({"m", false, head}); };
  EXPECT_TRUE(recognised(file("")));
  EXPECT_TRUE(recognised(file("", of_2)));
  EXPECT_TRUE(
      recognised("\xEF\xBB\xBF<?xml version='1.0'?><!-- <x> --><!DOCTYPE a [<!ENTITY b \"c\">]><p:model "
                 "xmlns:q='u' xmlns:p = 'http://www.opengroup.org/xsd/archimate/3.0/'>"));
  EXPECT_FALSE(recognised("<model><x xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\"/></model>"));
  EXPECT_FALSE(recognised("<model xmlns=\"http://www.omg.org/\"/>"));
  EXPECT_FALSE(recognised("<model xmlns=\"http://www.opengroup"));
}

TEST_F(OpenExchange, EveryCutOfAFileIsSaid) {
  const std::string whole =
      file("<elements><element identifier=\"a\" xsi:type=\"Goal\"><name>G</name></element></elements>");
  for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
    reading = {};
    read(whole.substr(0, size));
    EXPECT_EQ(1U, reading.diagnostics.count(Severity::error)) << size;
    EXPECT_EQ(0U, model.concepts.size());
  }
}

}  // namespace
}  // namespace keuzekaart
