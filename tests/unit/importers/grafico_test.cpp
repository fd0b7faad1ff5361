// Small GRAFICO folders: what is kept, what is said, and that the order of reading does not matter.
#include "importers/grafico.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "tests/support/messages.hpp"
#include "tests/support/temporary_folder.hpp"

namespace keuzekaart {
namespace {

using archimate::ArchimateModel;
using archimate::ConceptId;
using archimate::ConceptType;

constexpr std::string_view ns =
    " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
    "xmlns:archimate=\"http://www.archimatetool.com/archimate\"";

std::string root(const std::string& type, const std::string& attributes, const std::string& inside = "") {
  return "<archimate:" + type + std::string(ns) + "\n " + attributes + ">\n" + inside + "</archimate:" + type + ">\n";
}

std::string end(const std::string& which, const std::string& type, const std::string& id) {
  return " <" + which + " xsi:type=\"archimate:" + type + "\" href=\"" + type + "_" + id + ".xml#" + id + "\"/>\n";
}

/// A model of two processes and a relation, to add to.
struct Grafico : ::testing::Test {
  testing::TemporaryFolder folder;
  Sources sources;
  Diagnostics diagnostics;
  ArchimateModel model;

  Grafico() {
    add("folder.xml", root("ArchimateModel", "name=\"Proef\" id=\"m\" version=\"5.0.0\"",
                           " <properties key=\"Release\" value=\"1\"/>\n"
                           " <profiles name=\"Loket\" id=\"p1\" conceptType=\"BusinessProcess\"/>\n"));
    add("business/folder.xml", root("Folder", "name=\"Business\" id=\"f1\" type=\"business\""));
    add("relations/folder.xml", root("Folder", "name=\"Relations\" id=\"f2\" type=\"relations\""));
    add("business/BusinessProcess_a.xml", root("BusinessProcess", "name=\"Intake\" id=\"a\""));
    add("business/BusinessProcess_b.xml", root("BusinessProcess", "name=\"Besluit\" id=\"b\""));
    add("relations/TriggeringRelationship_r.xml",
        root("TriggeringRelationship", "id=\"r\"",
             end("source", "BusinessProcess", "a") + end("target", "BusinessProcess", "b")));
  }

  void add(const std::string& name, const std::string& bytes) const {
    const std::string file = "repo/model/" + name;
    std::filesystem::create_directories(std::filesystem::path(folder.at(file)).parent_path());
    folder.write(file, bytes);
  }

  void read(const std::string& below = "repo") { model = read_grafico(folder.at(below), sources, diagnostics); }

  /// The messages, with paths below the model's folder.
  std::string said() const {
    std::string all = testing::messages(diagnostics, sources);
    const std::string before = folder.at("repo/model/");
    for (std::size_t at = all.find(before); at != std::string::npos; at = all.find(before))
      all.erase(at, before.size());
    return all;
  }

  const archimate::Concept& at(std::string_view id) const { return model.at(model.find(id)); }
};

TEST_F(Grafico, ReadsTheFolderOfTheModelOrTheOneAroundIt) {
  read("repo/model/");
  EXPECT_EQ("", said());
  EXPECT_EQ(2U, model.element_count());
  EXPECT_EQ(folder.at("repo/model/business/BusinessProcess_a.xml"), sources.path(at("a").id.place.file));
  read("repo");
  EXPECT_EQ(2U, model.element_count());
  EXPECT_EQ(model.find("a"), at("r").source);
  EXPECT_EQ(model.find("b"), at("r").target);
}

TEST_F(Grafico, KeepsPropertiesLineBreaksAndProfiles) {
  add("business/BusinessProcess_a.xml",
      root("BusinessProcess", "name=\"A &amp; &quot;B&quot;\" id=\"a\" documentation=\"een&#xD;&#xA;twee&#xA;\"",
           " <properties key=\"Soort\" value=\"nan\"/>\n <properties value=\"los\"/>\n <properties key=\"Soort\"/>\n"
           " <profiles href=\"folder.xml#p1\"/>\n"));
  read();
  EXPECT_EQ("A & \"B\"", at("a").name.value);
  EXPECT_EQ("een\r\ntwee\n", at("a").documentation.value);
  const auto properties = model.properties_of(at("a"));
  ASSERT_EQ(3U, properties.size());
  EXPECT_EQ("nan", properties[0].value.value);
  EXPECT_EQ("", properties[1].key.value);
  EXPECT_EQ("Soort", properties[2].key.value);
  EXPECT_EQ("p1", model.profiles_of(at("a"))[0].value);
  EXPECT_EQ(
      "business/BusinessProcess_a.xml:4:3: opmerking: eigenschappen zonder naam: 1; dit is de eerste [K603 "
      "properties-without-key]\n    <properties value=\"los\"/>\n     ^\n",
      said());
}

TEST_F(Grafico, FillsInWhatTheFormatLeavesOut) {
  add("relations/AccessRelationship_x.xml",
      root("AccessRelationship", "id=\"x\"",
           end("source", "BusinessProcess", "a") + end("target", "BusinessProcess", "b")));
  add("relations/AssociationRelationship_y.xml",
      root("AssociationRelationship", "id=\"y\" directed=\"true\"",
           end("source", "TriggeringRelationship", "r") + end("target", "BusinessProcess", "b")));
  add("other/Junction_j.xml", root("Junction", "id=\"j\""));
  add("other/Junction_k.xml", root("Junction", "id=\"k\" type=\"or\""));
  read();
  EXPECT_EQ(archimate::AccessMode::write, at("x").access);
  EXPECT_FALSE(at("x").directed);
  EXPECT_TRUE(at("y").directed);
  EXPECT_EQ(model.find("r"), at("y").source);
  EXPECT_EQ(archimate::JunctionKind::and_junction, at("j").junction);
  EXPECT_EQ(archimate::JunctionKind::or_junction, at("k").junction);
  EXPECT_EQ("", said());
}

TEST_F(Grafico, KeepsFoldersAndTheirTree) {
  add("business/f9/folder.xml", root("Folder", "name=\"Dienst\" id=\"f9\" documentation=\"uitleg\""));
  add("business/f9/BusinessProcess_c.xml", root("BusinessProcess", "name=\"C\" id=\"c\""));
  add("business/loos/BusinessProcess_d.xml", root("BusinessProcess", "name=\"D\" id=\"d\""));
  read();
  const archimate::Folder& own = model.folders[at("c").folder];
  EXPECT_EQ("Dienst", own.name.value);
  EXPECT_EQ("uitleg", own.documentation.value);
  EXPECT_EQ("business", model.folders[own.parent].type.value);
  EXPECT_EQ("Proef", model.folders[model.folders[own.parent].parent].name.value);
  EXPECT_EQ("loos", model.folders[at("d").folder].name.value);
}

TEST_F(Grafico, KeepsWhatViewsShow) {
  add("diagrams/ArchimateDiagramModel_v.xml",
      root("ArchimateDiagramModel", "name=\"Plaat\" id=\"v\" documentation=\"d\"",
           " <children><children>" + end("archimateElement", "BusinessProcess", "b") +
               "</children><sourceConnections>" + end("archimateRelationship", "TriggeringRelationship", "r") +
               "</sourceConnections>" + end("archimateElement", "BusinessProcess", "a") +
               "</children><properties key=\"k\" value=\"w\"/>"));
  read();
  ASSERT_EQ(1U, model.views.size());
  const archimate::View& view = model.views[0];
  EXPECT_EQ("ArchimateDiagramModel", view.kind.value);
  EXPECT_EQ("d", view.documentation.value);
  EXPECT_EQ(1U, view.properties.count);
  std::string shown;
  for (std::uint32_t i = 0; i < view.shown.count; ++i) shown += model.shown_ids[view.shown.first + i].value;
  EXPECT_EQ("bra", shown);
  EXPECT_EQ("", said());
}

TEST_F(Grafico, KeepsTypesThatArchimateDoesNotHave) {
  add("business/BusinesProcess_c.xml", root("BusinesProcess", "name=\"C\" id=\"c\""));
  add("business/los.xml", "<feed/>\n");
  read();
  EXPECT_EQ(ConceptType::unknown, at("c").type);
  EXPECT_EQ("BusinesProcess", at("c").type_name.value);
  EXPECT_EQ(
      "business/BusinesProcess_c.xml:1:12: waarschuwing: 'BusinesProcess' is geen type van ArchiMate; 'C' is gelezen "
      "als onderdeel van onbekend type [K204 unknown-type]\n",
      said().substr(0, said().find('\n') + 1));
  EXPECT_NE(std::string::npos,
            said().find("business/los.xml:1:2: waarschuwing: <feed> hoort niet bij een ArchiMate-model; het bestand is "
                        "overgeslagen [K204 unknown-type]\n    <feed/>\n     ^\n"));
}

TEST_F(Grafico, ReportsEndsThatPointNowhereAndTypesThatDiffer) {
  add("relations/FlowRelationship_s.xml",
      root("FlowRelationship", "id=\"s\"", end("source", "BusinessProcess", "weg") + end("target", "Contract", "b")));
  add("relations/FlowRelationship_t.xml", root("FlowRelationship", "id=\"t\"", end("target", "BusinessProcess", "b")));
  read();
  EXPECT_EQ(ConceptId::none, at("s").source);
  EXPECT_EQ(
      "relations/FlowRelationship_s.xml:3:77: fout: relatie 's' verwijst naar 'weg', dat niet in het model staat [K203 "
      "unresolved-reference]\n"
      "    …e=\"archimate:BusinessProcess\" href=\"BusinessProcess_weg.xml#weg\"/>\n"
      "                                                                 ^\n"
      "relations/FlowRelationship_s.xml:4:30: waarschuwing: de verwijzing noemt het type Contract, maar 'b' is van het "
      "type BusinessProcess [K205 type-differs]\n"
      "    <target xsi:type=\"archimate:Contract\" href=\"Contract_b.xml#b\"/>\n"
      "                                ^\n"
      "relations/FlowRelationship_t.xml:2:6: fout: relatie 't' heeft geen begin [K203 unresolved-reference]\n"
      "    id=\"t\">\n"
      "        ^\n",
      said());
}

TEST_F(Grafico, KeepsTheFirstOfTwoEqualIds) {
  add("business/z/BusinessProcess_a.xml", root("BusinessProcess", "name=\"Nogmaals\" id=\"a\""));
  read();
  EXPECT_EQ("Intake", at("a").name.value);
  EXPECT_EQ(
      "business/z/BusinessProcess_a.xml:2:22: fout: de id 'a' komt vaker voor; wat hier staat, is overgeslagen [K201 "
      "duplicate-id]\n"
      "    name=\"Nogmaals\" id=\"a\">\n"
      "                        ^\n"
      "    Zie ook business/BusinessProcess_a.xml:2:20.\n",
      said());
}

TEST_F(Grafico, ReportsABrokenFileAndReadsTheRest) {
  add("business/BusinessProcess_c.xml", "<archimate:BusinessProcess name=\"C\"");
  add("business/BusinessProcess_d.xml", root("BusinessProcess", "name=\"zonder id\""));
  read();
  EXPECT_EQ(3U, model.element_count());
  EXPECT_EQ(
      "business/BusinessProcess_c.xml:1:36: fout: het bestand is afgebroken: het element <archimate:BusinessProcess> "
      "van regel 1 wordt niet gesloten [K103 not-well-formed]\n"
      "    <archimate:BusinessProcess name=\"C\"\n"
      "                                       ^\n"
      "business/BusinessProcess_d.xml:1:2: fout: <archimate:BusinessProcess> heeft geen id [K202 missing-id]\n",
      said().substr(0, said().find('\n', said().find("K202")) + 1));
}

TEST_F(Grafico, EveryCutOfAFileIsAMessageAndTheRestIsRead) {
  const std::string whole = root("FlowRelationship", "id=\"c\"", end("source", "BusinessProcess", "a"));
  for (std::size_t size = 0; size + 1 < whole.size(); ++size) {
    add("relations/FlowRelationship_c.xml", whole.substr(0, size));
    sources = {};
    diagnostics = {};
    read();
    EXPECT_EQ(3U, model.concepts.size());
    EXPECT_EQ(1U, diagnostics.count(Severity::error)) << size;
  }
}

TEST_F(Grafico, ReportsAnUnreadableFileAndReadsTheRest) {
  std::filesystem::permissions(folder.at("repo/model/business/BusinessProcess_a.xml"), std::filesystem::perms::none);
  std::filesystem::permissions(folder.path(), static_cast<std::filesystem::perms>(0755));
  const bool as_root = ::geteuid() == 0;  // who may read everything
  if (as_root) {
    ASSERT_EQ(0, ::seteuid(65534));
  }
  read();
  if (as_root) {
    ASSERT_EQ(0, ::seteuid(0));
  }
  EXPECT_EQ(1U, model.element_count());
  EXPECT_EQ(
      "business/BusinessProcess_a.xml: fout: mag niet worden gelezen: u hebt er geen rechten op [K101 cannot-read]\n",
      said().substr(0, said().find('\n') + 1));
}

TEST_F(Grafico, DoesNotFollowLinksOutOfTheSource) {
  folder.write("geheim.xml", root("BusinessProcess", "name=\"G\" id=\"g\""));
  std::filesystem::create_symlink(folder.at("geheim.xml"), folder.at("repo/model/business/x.xml"));
  std::filesystem::create_directory_symlink(folder.path(), folder.at("repo/model/business/lus"));
  std::filesystem::create_symlink("BusinessProcess_a.xml", folder.at("repo/model/business/y.xml"));
  read();
  EXPECT_EQ(2U, model.element_count());
  EXPECT_EQ(
      "business/lus: fout: deze koppeling wijst naar een plaats buiten de bron en wordt niet gevolgd [K112 "
      "outside-source]\n"
      "business/x.xml: fout: deze koppeling wijst naar een plaats buiten de bron en wordt niet gevolgd [K112 "
      "outside-source]\n",
      said());
}

TEST_F(Grafico, SaysThatAFolderIsMissingOrHoldsNothing) {
  read("weg");
  EXPECT_EQ(folder.at("weg") + ": fout: bestaat niet [K101 cannot-read]\n", said());
  std::filesystem::create_directory(folder.at("leeg"));
  diagnostics = {};
  read("leeg");
  EXPECT_EQ(folder.at("leeg") +
                ": fout: hier is niets om te lezen: er staat geen enkel bestand van een bron in deze map [K102 "
                "nothing-found]\n",
            said());
}

TEST_F(Grafico, IsTheSameWhateverTheOrderOfTheFolder) {
  std::vector<std::string> names;
  for (int i = 0; i < 700; ++i) names.push_back("business/BusinessProcess_n" + std::to_string(i) + ".xml");
  const auto listing = [&](const std::vector<std::string>& order, const std::string& where) {
    for (const std::string& name : order) {
      const std::string id = name.substr(name.find("_") + 1, name.rfind('.') - name.find("_") - 1);
      add(name, root("BusinessProcess", "name=\"" + id + "\" id=\"" + id + "\"",
                     "<properties key=\"" + id + "\" value=\"w\"/>"));
    }
    read(where);
    std::string all;
    for (const archimate::Concept& c : model.concepts) {
      all += to_string(sources.locate(c.id.place)) + ' ' + std::string(c.name.value);
      for (const archimate::Property& p : model.properties_of(c)) all.append(" ").append(p.key.value);
      all += '\n';
    }
    std::filesystem::remove_all(folder.at("repo/model/business"));
    sources = {};
    return all;
  };
  const std::string forwards = listing(names, "repo");
  std::reverse(names.begin(), names.end());
  const std::string two_that_were_there = "BusinessProcess_a.xml";
  EXPECT_NE(std::string::npos, forwards.find(two_that_were_there));
  add("business/folder.xml", root("Folder", "name=\"Business\" id=\"f1\" type=\"business\""));
  add("business/BusinessProcess_b.xml", root("BusinessProcess", "name=\"Besluit\" id=\"b\""));
  add("business/BusinessProcess_a.xml", root("BusinessProcess", "name=\"Intake\" id=\"a\""));
  EXPECT_EQ(forwards, listing(names, "repo"));
}

}  // namespace
}  // namespace keuzekaart
