#include "importers/archi_csv.hpp"

#include <gtest/gtest.h>

#include "tests/support/messages.hpp"
#include "tests/support/temporary_folder.hpp"

namespace keuzekaart {
namespace {

using archimate::ArchimateModel;
using archimate::ConceptType;

constexpr const char* elements =
    "\"ID\",\"Type\",\"Name\",\"Documentation\",\"Specialization\"\r\n\"m\",\"ArchimateModel\",\"Proef\",\"doel\"\r\n"
    "\"a\",\"BusinessProcess\",\"Intake, en \"\"meer\"\"\",\"een\r\ntwee\",\"Loket\"\r\n"
    "\"b\",\"ApplicationComponent\",\"=\"\"007\"\"\",\" =SOM\",\"\"\r\n\"j\",\"Junction\",\"\",\"\",\"\"\r\n";
constexpr const char* relations =
    "\"ID\",\"Type\",\"Name\",\"Documentation\",\"Source\",\"Target\",\"Specialization\"\r\n"
    "\"r\",\"AccessRelationship\",\"\",\"\",\"a\",\"b\",\"\"\r\n\"s\",\"AssociationRelationship\",\"\",\"\",\"r\","
    "\"a\",\"\"\r\n"
    "\"t\",\"InfluenceRelationship\",\"\",\"\",\"a\",\"b\",\"\"\r\n";
constexpr const char* properties =
    "\"ID\",\"Key\",\"Value\"\r\n\"a\",\"GEMMA type\",\"Bedrijfsproces\"\r\n\"m\",\"Release\",\"1\"\r\n"
    "\"r\",\"Access_Type\",\"ReadWrite\"\r\n\"s\",\"Directed\",\"true\"\r\n\"t\",\"Influence_Strength\",\"++\"\r\n"
    "\"j\",\"Junction_Type\",\"Or\"\r\n\"a\",\"Directed\",\"true\"\r\n\"weg\",\"k\",\"w\"\r\n";

struct ArchiCsv : ::testing::Test {
  testing::TemporaryFolder folder;
  Sources sources;
  Diagnostics diagnostics;
  ArchimateModel model;

  void write(const std::string& prefix) const {
    folder.write(prefix + "elements.csv", elements);
    folder.write(prefix + "relations.csv", relations);
    folder.write(prefix + "properties.csv", properties);
  }
  void read(const std::string& path) { model = read_archi_csv(path, sources, diagnostics); }
  /// The first lines of the messages, with paths below the folder.
  std::string said() const {
    std::string out;
    const std::string all = testing::messages(diagnostics, sources);
    for (std::size_t at = 0; at < all.size();) {
      const std::size_t end = all.find('\n', at);
      std::string line = all.substr(at, end - at);
      if (line.starts_with(folder.path()))
        out += line.substr(folder.path().size() + (line[folder.path().size()] == '/')) + '\n';
      at = end + 1;
    }
    return out;
  }
  const archimate::Concept& at(std::string_view id) const { return model.at(model.find(id)); }
  std::string recognised() const {
    Diagnostics found;
    const Format* format = recognise(folder.path(), found);
    return format == nullptr ? "" : std::string(format->id);
  }
};

TEST_F(ArchiCsv, ReadsTheThreeFilesOfAFolderAsOneModel) {
  write("");
  EXPECT_EQ("archi-csv", recognised());
  read(folder.path());
  EXPECT_EQ("Proef", model.name.value);
  EXPECT_EQ("doel", model.purpose.value);
  EXPECT_EQ(3U, model.element_count());
  EXPECT_EQ(3U, model.relation_count());
  EXPECT_EQ("Intake, en \"meer\"", at("a").name.value);
  EXPECT_EQ("een\r\ntwee", at("a").documentation.value);
  EXPECT_EQ("Loket", model.profiles[0].name.value);
  EXPECT_EQ("007", at("b").name.value);
  EXPECT_EQ("=SOM", at("b").documentation.value);
  EXPECT_EQ("Bedrijfsproces", model.property(at("a"), "GEMMA type").value);
  EXPECT_EQ("true", model.property(at("a"), "Directed").value);
  EXPECT_EQ(1U, model.model_properties.count);
  EXPECT_EQ(archimate::AccessMode::read_write, at("r").access);
  EXPECT_EQ(model.find("r"), at("s").source);
  EXPECT_TRUE(at("s").directed);
  EXPECT_EQ("++", at("t").strength.value);
  EXPECT_EQ(archimate::JunctionKind::or_junction, at("j").junction);
  EXPECT_EQ(3U, model.properties.size());
  EXPECT_EQ(
      "properties.csv:9:2: fout: de eigenschap 'k' hoort bij 'weg', dat niet in het model staat [K203 "
      "unresolved-reference]\n",
      said());
}

TEST_F(ArchiCsv, FindsTheOthersFromAnyOfTheThreeByTheirNames) {
  write("nieuw-");
  write("oud-");
  for (const char* name : {"nieuw-elements.csv", "nieuw-relations.csv", "nieuw-properties.csv"}) {
    diagnostics = {};
    read(folder.at(name));
    EXPECT_EQ(folder.at("nieuw-elements.csv"), sources.path(at("a").id.place.file));
    EXPECT_EQ(folder.at("nieuw-relations.csv"), sources.path(at("r").id.place.file));
    EXPECT_EQ(1U, diagnostics.count(Severity::error));
  }
}

TEST_F(ArchiCsv, RefusesAFolderWithSeveralModels) {
  write("nieuw-");
  write("oud-");
  read(folder.path());
  EXPECT_TRUE(model.concepts.empty());
  EXPECT_EQ(
      ": fout: in deze map staan meer geëxporteerde modellen naast elkaar: nieuw-elements.csv, oud-elements.csv [K132 "
      "several-sources]\n",
      said());
}

TEST_F(ArchiCsv, SaysWhichFileIsMissing) {
  folder.write("elements.csv", elements);
  read(folder.path());
  EXPECT_EQ(3U, model.element_count());
  EXPECT_EQ(
      "elements.csv: fout: bij elements.csv hoort properties.csv, maar dat staat niet in dezelfde map [K131 "
      "missing-part]\n"
      "elements.csv: fout: bij elements.csv hoort relations.csv, maar dat staat niet in dezelfde map [K131 "
      "missing-part]\n",
      said());
}

TEST_F(ArchiCsv, SaysUnknownTypesAndMissingIds) {
  folder.write("elements.csv", "ID;Type;Name;Documentation\na;Bogus;A;\n;Goal;B;\nc;UsedBy;C;\n");
  folder.write("relations.csv", "ID;Type;Name;Documentation;Source;Target\nr;UsedByRelationship;;;a;weg\n");
  folder.write("properties.csv", "ID;Key;Value\n");
  read(folder.path());
  EXPECT_EQ(ConceptType::serving, at("r").type);
  EXPECT_EQ(
      "elements.csv:2:3: waarschuwing: 'Bogus' is geen type van ArchiMate; 'A' is gelezen als onderdeel van onbekend "
      "type [K204 unknown-type]\n"
      "elements.csv:3:1: fout: <Goal> heeft geen id [K202 missing-id]\n"
      "elements.csv:4:3: waarschuwing: 'UsedBy' is geen type van ArchiMate; 'C' is gelezen als onderdeel van onbekend "
      "type [K204 unknown-type]\n"
      "relations.csv:2:3: opmerking: namen uit een oudere versie van ArchiMate, gelezen onder hun huidige naam: 1; de "
      "eerste is UsedByRelationship, nu Serving [K631 older-names]\n"
      "relations.csv:2:26: fout: relatie 'r' verwijst naar 'weg', dat niet in het model staat [K203 "
      "unresolved-reference]\n",
      said());
}

TEST_F(ArchiCsv, IsRecognisedByItsHeadings) {
  const auto recognised = [](const std::string& head) { return recognises_archi_csv({"x", false, head}); };
  EXPECT_TRUE(recognised(elements));
  EXPECT_TRUE(recognised(relations));
  EXPECT_TRUE(recognised(properties));
  EXPECT_TRUE(recognised("ID\tType\tName\tDocumentation\n"));
  EXPECT_FALSE(recognised("ID;Name;Documentation\n"));
  EXPECT_FALSE(recognised("ID;Key;Value;Unit\n"));
  EXPECT_FALSE(recognised("<a/>"));
}

}  // namespace
}  // namespace keuzekaart
