#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "importers/format_registry.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/places.hpp"

namespace keuzekaart {
namespace {

/// The format's id, or the codes of what was said.
std::string recognised(const std::string& path) {
  Diagnostics diagnostics;
  if (const Format* format = recognise(path, diagnostics)) return std::string(format->id);
  std::string codes;
  for (const Diagnostic& d : diagnostics.all()) codes += row_of(d.code).key;
  return codes;
}

/// Everything in a folder that a person could name as a source: its files, and folders that are a source themselves
/// (whose files are then no sources of their own).
std::vector<std::string> sources_in(const std::string& folder) {
  std::vector<std::string> found;
  for (auto at = std::filesystem::recursive_directory_iterator(folder); at != std::filesystem::end(at); ++at) {
    const std::string path = at->path().string();
    if (!at->is_directory())
      found.push_back(path);
    else if (recognised(path) == "grafico" && at->path().filename() == "model") {
      found.push_back(path);
      at.disable_recursion_pending();
    }
  }
  return found;
}

/// What was expected of a source, by the end of its path; nothing when it is read by none.
constexpr std::pair<std::string_view, std::string_view> real_sources[] = {
    {"/upl/UPL-actueel-2021-12.csv", "upl"},
    {"/upl/UPL-actueel-2025-04.csv", "upl"},
    {"/i-navigator/budget-3-processen.xml", "i-navigator"},
    {"/i-navigator/vergunningen-20-processen.xml", "i-navigator"},
    {"/i-navigator/minimal.xml", "i-navigator"},
    {"/i-navigator/invalid-version.xml", "i-navigator"},
    {"/gemma/model", "grafico"},
    {"/gemma/gemma.archimate", "archimate"},
    {"/gemma/gemma-open-exchange.xml", "open-exchange"},
    {"/nora/grafico-model", "grafico"},
    {"/nora/NORA-Werkgroep-APs.archimate", "archimate"},
    {"/nora/NORA-Werkgroep-APs.xml", "open-exchange"},
    {"/over-gemma/grafico-model", "grafico"},
    {"/over-gemma/Over-GEMMA_2025-01-29.xml", "open-exchange"},
    {"/ameff/OpenDay-ameff-2.1.xml", "open-exchange"},
    {"/ameff/archisurance_OpenGroupXMLExchange.xml", "open-exchange"},
    {"/archimate/Archisurance_archi_tests.archimate", "archimate"},
    {"/archimate/archi_compatibility_test1.archimate", "archimate"},
    {"/archimate/archi_compatibility_test2.archimate", "archimate"},
    {"/archimate/model_zipped.archimate", "archimate"},
    {"/bpmn/denhaag_generiekprocesv2.bpmn", "bpmn"},
    {"/bpmn/denhaag_klantcontact.bpmn", "bpmn"},
    {"/bpmn/utrecht_BInG3-v6.bpmn", "bpmn"},
};

TEST(RecognisedCatalogues, EveryRealFileByExactlyItsOwnReader) {
  const std::string shared = shared_data();
  if (!std::filesystem::exists(shared)) GTEST_SKIP() << "shared data is not there";
  for (const auto& [path, format] : real_sources) EXPECT_EQ(format, recognised(shared + std::string(path))) << path;
}

TEST(RecognisedCatalogues, NoRealFileByTwoReadersAndTheOthersWithAReason) {
  const std::string shared = shared_data();
  if (!std::filesystem::exists(shared)) GTEST_SKIP() << "shared data is not there";
  for (const std::string& path : sources_in(shared)) {
    Diagnostics said;
    if (recognise(path, said) != nullptr) {
      EXPECT_TRUE(said.all().empty()) << path;
      continue;
    }
    ASSERT_EQ(1U, said.all().size()) << path;
    if (said.all().front().code == Code::K321) continue;  // a list of one's own, whose description is asked for
    EXPECT_EQ(Code::K110, said.all().front().code) << path;
    EXPECT_NE("", said.all().front().variant) << path << ": what it looks like is not said";
  }
}

}  // namespace
}  // namespace keuzekaart
