// Damaged copies of the sample's catalogues and lists: never a crash, and never silence about what was lost.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "importers/format_registry.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/messages.hpp"
#include "tests/support/places.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/zip_text.hpp"

namespace keuzekaart {
namespace {

using namespace std::string_literals;

struct Hostile : ::testing::TestWithParam<std::pair<const char*, const char*>> {
  testing::TemporaryFolder folder;
  Sources sources;
  Diagnostics diagnostics;

  static std::string sample() {
    std::ifstream in(checkout("/samples/waterrijk/bronnen/") + GetParam().second, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  }
  void read(const std::string& bytes) {
    folder.write("bron", bytes);
    diagnostics = {};
    find_format(GetParam().first)->read(folder.at("bron"), sources, diagnostics);
  }
  std::string codes() const {
    std::string all;
    for (const Diagnostic& d : diagnostics.all())
      if (d.severity() == Severity::error) all += std::string(row_of(d.code).key) + " ";
    return all;
  }
};

TEST_P(Hostile, WholeItIsReadWithoutErrors) {
  ASSERT_FALSE(sample().empty());
  read(sample());
  EXPECT_EQ("", codes()) << testing::messages(diagnostics, sources);
  const Format* format = recognise(folder.at("bron"), diagnostics);
  ASSERT_NE(nullptr, format);
  EXPECT_EQ(GetParam().first, format->id);
}

TEST_P(Hostile, CutOffAnywhereItIsRefused) {
  std::string whole = sample();
  whole.erase(whole.find_last_not_of(" \n") + 1);
  for (std::size_t percent = 0; percent < 100; ++percent) {
    read(whole.substr(0, whole.size() * percent / 100));
    EXPECT_NE("", codes()) << percent;
  }
}

TEST_P(Hostile, ANullByteInItIsRefused) {
  std::string bytes = sample();
  bytes[bytes.size() / 2] = '\0';
  read(bytes);
  EXPECT_NE("", codes());
}

TEST_P(Hostile, OtherEncodingsAreReadOrRefused) {
  std::string wide = "\xFF\xFE"s;
  for (const char c : sample()) wide += {static_cast<unsigned char>(c) < 0x80 ? c : '?', '\0'};
  read(wide);
  EXPECT_EQ("", codes()) << "with its mark";
  read(wide.substr(2));
  EXPECT_EQ("K104 ", codes()) << "without a mark";
  read(sample() + "\xE9");
  EXPECT_NE("", codes()) << "windows-1252 that does not say so";
}

TEST_P(Hostile, NestedWithoutEndItIsRefused) {
  const bool xml = sample().starts_with('<');
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += xml ? "<a>" : "[";
  read(deep);
  EXPECT_EQ("K106 ", codes());
}

/// The files of the sample's catalogue of case types, as Open Zaak packs them.
std::vector<testing::ZipPart> export_files() {
  std::vector<testing::ZipPart> parts;
  for (const char* name :
       {"ZaakType.json", "StatusType.json", "RolType.json", "ResultaatType.json", "Catalogus.json"}) {
    std::ifstream in(checkout("/samples/waterrijk/bronnen/zaaktypen/") + name);
    parts.push_back({name, {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()}, true});
  }
  return parts;
}

TEST(CaseTypesExport, ZipAndFolderHoldTheSame) {
  const testing::TemporaryFolder folder;
  folder.write("catalogus.zip", testing::zip_of(export_files()));
  const std::string unpacked = checkout("/samples/waterrijk/bronnen/zaaktypen");
  std::vector<ProcessCatalogue> catalogues;
  Sources sources;
  Diagnostics diagnostics;
  for (const std::string& path : {folder.at("catalogus.zip"), unpacked}) {
    const Format* format = recognise(path, diagnostics);
    ASSERT_NE(nullptr, format) << testing::messages(diagnostics, sources);
    ASSERT_EQ("zgw", format->id);
    catalogues.push_back(std::get<ProcessCatalogue>(format->read(path, sources, diagnostics)));
  }
  EXPECT_EQ("", testing::messages(diagnostics, sources));
  ASSERT_EQ(6U, catalogues[0].processes.size());
  ASSERT_EQ(catalogues[0].processes.size(), catalogues[1].processes.size());
  for (std::size_t i = 0; i < catalogues[0].processes.size(); ++i) {
    const CatalogueProcess& packed = catalogues[0].processes[i];
    const CatalogueProcess& plain = catalogues[1].processes[i];
    EXPECT_EQ(packed.uuid.value, plain.uuid.value);
    EXPECT_EQ(packed.steps.size(), plain.steps.size());
    EXPECT_EQ(packed.roles.size(), plain.roles.size());
    EXPECT_EQ(packed.results.size(), plain.results.size());
  }
  EXPECT_EQ("Zaaktypen van Waterrijk", catalogues[0].application.value);
  EXPECT_EQ(folder.at("catalogus.zip") + "/ZaakType.json", sources.path(catalogues[0].processes.front().id.place.file));
}

TEST(CaseTypesExport, AFolderWithoutCaseTypesIsSaidToBe) {
  const testing::TemporaryFolder folder;
  folder.write("a.json", "[]");
  folder.write("b.json", "{}");
  Sources sources;
  Diagnostics diagnostics;
  find_format("zgw")->read(folder.path(), sources, diagnostics);
  EXPECT_EQ(
      folder.path() +
          ": fout: in deze map staat geen bestand dat bij het formaat 'zgw' hoort [K154 nothing-of-this-format]\n",
      testing::messages(diagnostics, sources));
}

INSTANTIATE_TEST_SUITE_P(Sample, Hostile,
                         ::testing::Values(std::pair("bpmn", "leerlingenvervoer.bpmn"),
                                           std::pair("samenwerkende-catalogi", "samenwerkende-catalogi.xml"),
                                           std::pair("upl-json", "upl.json"),
                                           std::pair("zgw", "zaaktypen/ZaakType.json"),
                                           std::pair("zgw", "zaaktypen/StatusType.json"),
                                           std::pair("open-product", "open-product.json"), std::pair("iv3", "iv3.json"),
                                           std::pair("selectielijst", "selectielijst-procestypen.json"),
                                           std::pair("selectielijst", "selectielijst-resultaten.json")),
                         [](const auto& sample_file) {
                           std::string name = sample_file.param.second;
                           for (char& c : name)
                             if (c == '.' || c == '-' || c == '/') c = '_';
                           return name;
                         });

}  // namespace
}  // namespace keuzekaart
