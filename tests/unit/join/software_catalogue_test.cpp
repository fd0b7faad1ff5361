// The municipality's own applications as the Softwarecatalogus models them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "cli/catalogues.hpp"
#include "importers/open_exchange.hpp"
#include "modeler/tables/table_registry.hpp"
#include "tests/support/archimate_forms.hpp"
#include "tests/support/join_scene.hpp"
#include "tests/support/messages.hpp"

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using testing::FormsModel;

FormsModel municipality() {
  FormsModel m;
  const auto element = [&](const std::string& id, const std::string& type, const std::string& name,
                           FormsModel::Properties properties) {
    properties.emplace_back("Object ID", "oid-" + id);
    m.elements.push_back({id, type, name, "", std::move(properties), "", ""});
  };
  const auto relation = [&](const std::string& type, const std::string& from, const std::string& to,
                            const std::string& name = {}, FormsModel::Properties properties = {}) {
    m.relations.push_back(
        {"r" + std::to_string(m.relations.size()), type, from, to, name, std::move(properties), "", false});
  };
  element("ref", "ApplicationComponent", "Zaakregistratiecomponent", {{"GEMMA type", "Referentiecomponent"}});
  element("lev", "BusinessActor", "Softwarehuis De Sluis", {{"GEMMA type", "Leverancier"}});
  element("pak", "ApplicationComponent", "Zaakwijs", {{"SWC type", "Pakket"}});
  element("ver", "ApplicationComponent", "Zaakwijs 3",
          {{"GEMMA type", "Pakketversie"}, {"Gebruik status", "Uit te faseren"}});
  element("bel", "ApplicationComponent", "Belastingwijs",
          {{"GEMMA type", "Pakketversie"}, {"Gebruik status", "in onderzoek"}});
  element("bus", "ApplicationComponent", "Berichtenwijs",
          {{"GEMMA type", "Pakketversie"}, {"Gebruik status", "Gepland"}});
  element("mo", "ApplicationComponent", "Berichtenbox", {{"GEMMA type", "Buitengemeentelijke voorziening"}});
  element("std", "Constraint", "StUF-ZKN 3.10", {{"GEMMA type", "Standaardversie"}});
  element("nieuw", "ApplicationComponent", "Zaakwolk", {{"Bron", "Softwarecatalogus"}});
  relation("Association", "lev", "pak", "levert");
  relation("Composition", "pak", "ver");
  relation("Specialization", "ver", "ref", "is geschikt voor");
  relation("Realization", "ver", "std", "ondersteunt");
  relation("Specialization", "nieuw", "ref");
  relation("Flow", "ver", "bel", "binnengemeentelijke koppeling");  // r5
  relation("Association", "r5", "bus");
  relation("Association", "std", "r5");
  relation(
      "Flow", "bel", "mo", "buitengemeentelijke koppeling",
      {{"Standaardversie", "Digikoppeling 3"}, {"Intermediair", "Berichtenmakelaar"}, {"Transportprotocol", "ebMS"}});
  return m;
}

struct SoftwareCatalogueTest : ::testing::Test {
  testing::JoinScene scene;
  Model model = joined();

  const Application& application(std::string_view name) const {
    for (const Application& a : model.applications)
      if (a.name.value == name) return a;
    throw std::runtime_error("no such application");
  }

 private:
  Model joined() {
    scene.source("swc", read_open_exchange_bytes("swc.xml", testing::as_open_exchange(municipality()), scene.sources,
                                                 scene.diagnostics));
    return scene.join();
  }
};

TEST_F(SoftwareCatalogueTest, PackagesAreTheMunicipalitysOwnApplications) {
  std::vector<std::string> own;
  for (const Application& a : model.applications)
    if (a.own) own.emplace_back(a.name.value);
  EXPECT_THAT(own,
              ::testing::UnorderedElementsAre("Zaakwijs", "Zaakwijs 3", "Zaakwolk", "Belastingwijs", "Berichtenwijs"));
}

TEST_F(SoftwareCatalogueTest, TheSupplierOfThePackageIsThatOfItsVersions) {
  EXPECT_EQ("Softwarehuis De Sluis", application("Zaakwijs").vendor.value);
  EXPECT_EQ("Softwarehuis De Sluis", application("Zaakwijs 3").vendor.value);
  EXPECT_EQ("", application("Belastingwijs").vendor.value);
  EXPECT_EQ(PartyKind::supplier, model.parties[0].kind);
}

TEST_F(SoftwareCatalogueTest, TheUseStatusIsTheLifecycle) {
  EXPECT_EQ(Lifecycle::to_phase_out, application("Zaakwijs 3").lifecycle);
  EXPECT_EQ(Lifecycle::planned, application("Berichtenwijs").lifecycle);
  EXPECT_EQ(Lifecycle::unset, application("Belastingwijs").lifecycle);
  const std::string said = testing::messages(scene.diagnostics, scene.sources);
  EXPECT_NE(
      std::string::npos,
      said.find("waarschuwing: 'in onderzoek' is geen bekende gebruiksstatus; bekend zijn: gepland, in productie, "
                "in gebruik, uit te faseren, uitgefaseerd [K636 unknown-use-status]"))
      << said;
}

TEST_F(SoftwareCatalogueTest, AVersionIsTiedToItsReferenceComponentAndStandards) {
  EXPECT_THAT(testing::links_of(model, LinkKind::application_reference),
              ElementsAre("oid-nieuw -> oid-ref", "oid-ver -> oid-ref"));
  EXPECT_THAT(testing::links_of(model, LinkKind::application_standard), ElementsAre("oid-ver -> oid-std"));
}

TEST_F(SoftwareCatalogueTest, CouplingsNameWhatTheyRunThroughAndTheirStandard) {
  static const Labels labels = load_labels(Language::nl);
  std::vector<std::string> shown;
  for (const Table& table : make_tables({model, scene.sources, labels, {}})) {
    if (table.key != "applicaties") continue;
    const std::size_t name = *table.find_column("naam");
    const std::size_t couplings = *table.find_column("koppelingen");
    for (const Row& row : table.rows)
      if (!row.cells[couplings].value().empty())
        shown.push_back(row.cells[name].value() + ": " + row.cells[couplings].value());
  }
  EXPECT_THAT(shown, ElementsAre("Belastingwijs: naar Berichtenbox (via Berichtenmakelaar, Digikoppeling 3, ebMS); van "
                                 "Zaakwijs 3 (via Berichtenwijs, StUF-ZKN 3.10)",
                                 "Zaakwijs 3: naar Belastingwijs (via Berichtenwijs, StUF-ZKN 3.10)",
                                 "Berichtenbox: van Belastingwijs (via Berichtenmakelaar, Digikoppeling 3, ebMS)"));
}

}  // namespace
}  // namespace keuzekaart
