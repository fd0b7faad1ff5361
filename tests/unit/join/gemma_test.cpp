// What joining makes of the real GEMMA: figures that were measured from the files by other means (formats.md).
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "importers/grafico.hpp"
#include "modeler/findings/coverage.hpp"
#include "modeler/join/join.hpp"
#include "modeler/rules/rule_engine.hpp"
#include "tests/support/places.hpp"
#include "tests/support/rule_scene.hpp"

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::string gemma_path = shared_data("/gemma/model");

class Gemma : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!std::filesystem::exists(gemma_path)) return;
    sources.emplace();
    diagnostics.emplace();
    JoinInput input;
    input.sources.push_back(
        {{"gemma", "grafico", gemma_path, "GEMMA"}, read_grafico(gemma_path, *sources, *diagnostics), std::nullopt});
    input.catalogue = testing::built_in_catalogue();
    model = join(std::move(input), *sources, *diagnostics);
  }
  static void TearDownTestSuite() {
    model.reset();
    diagnostics.reset();
    sources.reset();
  }
  void SetUp() override {
    if (!model) GTEST_SKIP() << "shared data is not there";
  }

  static std::string name(EntityRef ref) { return std::string(model->entity(ref).name.value); }

  static inline std::optional<Sources> sources;
  static inline std::optional<Diagnostics> diagnostics;
  static inline std::optional<Model> model;
};

TEST_F(Gemma, LandscapeHas79ProcessesUnderThreeRoots) {
  std::size_t landscape = 0;
  std::size_t without_kind = 0;
  for (const Process& p : model->processes) {
    landscape += p.landscape ? 1 : 0;
    without_kind += p.landscape && p.kind == ProcessKind::unset ? 1 : 0;
  }
  EXPECT_EQ(79U, landscape);
  EXPECT_EQ(0U, without_kind);
}

TEST_F(Gemma, GapReport) {
  std::vector<std::string> hops;
  for (const CoverageHop& hop : coverage(*model))
    hops.push_back(fmt::format("{} {}/{}", hop.key, hop.covered, hop.total));
  EXPECT_THAT(hops, ElementsAre("dekking.landschap-functie 12/79", "dekking.functie-applicatieservice 153/304",
                                "dekking.functie-component 141/304", "dekking.functie-standaard 134/304"));
}

TEST_F(Gemma, ReferenceModelAloneGivesNoFindings) { EXPECT_THAT(find_all(*model), IsEmpty()); }

TEST_F(Gemma, VaststellenOmgevingsplanIsAChainOfTwelveStepsInOrder) {
  const auto chain = std::ranges::find_if(
      model->chains, [](const Chain& c) { return c.name.value == "Bedrijfsproces Vaststellen omgevingsplan"; });
  ASSERT_NE(model->chains.end(), chain);
  std::vector<std::string> steps;
  for (const EntityRef p : chain->processes) steps.push_back(name(p));
  EXPECT_THAT(steps, ElementsAre("Deelproces Intake", "Deelproces Vaststellen opdracht",
                                 "Deelproces Uitvoeren participatie", "Deelproces Vaststellen nota van uitgangspunten",
                                 "Deelproces Vaststellen voorontwerp", "Deelproces Uitvoeren inspraakprocedure",
                                 "Deelproces Vaststellen ontwerp", "Deelproces uitvoeren UVP",
                                 "Deelproces Opstellen voorstel omgevingsplan", "Deelproces Vaststellen omgevingsplan",
                                 "Deelproces Publiceren omgevingsplan", "Deelproces Informeren belanghebbenden"));
}

TEST_F(Gemma, WaterschapFillsTheRoleOfAdviser) {
  std::vector<std::string> filled;
  for (const Link& link : model->links.all())
    if (link.kind == LinkKind::role_filled_by && name(link.from) == "Bedrijfsrol adviseur")
      filled.push_back(name(link.to));
  EXPECT_THAT(filled, ElementsAre("Waterschap Rivier & Delta"));
  const auto party =
      std::ranges::find(model->parties, "Waterschap Rivier & Delta", [](const Party& p) { return p.name.value; });
  EXPECT_EQ(PartyKind::water_board, party->kind);
}

TEST_F(Gemma, ChainWithALoopHoldsEachProcessOnce) {
  for (const Chain& chain : model->chains) {
    std::vector<EntityRef> sorted = chain.processes;
    std::ranges::sort(sorted);
    EXPECT_EQ(sorted.end(), std::ranges::adjacent_find(sorted)) << chain.name.value;
  }
}

}  // namespace
}  // namespace keuzekaart
