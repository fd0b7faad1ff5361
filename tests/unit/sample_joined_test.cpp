#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "importers/grafico.hpp"
#include "importers/i_navigator.hpp"
#include "importers/map_reader.hpp"
#include "importers/upl.hpp"
#include "modeler/findings/coverage.hpp"
#include "modeler/join/join.hpp"
#include "modeler/rules/rule_engine.hpp"
#include "tests/support/places.hpp"
#include "tests/support/rule_scene.hpp"

// The sample with its own small sources, as a person without a network uses it.
namespace keuzekaart {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

class SampleJoined : public ::testing::Test {
 protected:
  static inline const std::string folder = checkout("/samples/waterrijk/");
  Sources sources;
  Diagnostics diagnostics;
  Model model = joined();

  /// Codes of what a rule found, in its order.
  std::vector<std::string> found(std::string_view rule) const {
    std::vector<std::string> codes;
    for (const Finding& finding : find_all(model))
      if (finding.rule == rule && !finding.elements.empty())
        codes.emplace_back(model.entity(finding.elements.front()).code.value);
    return codes;
  }

 private:
  Model joined() {
    JoinInput input;
    input.map = read_map(folder + "kaart.xml", sources, diagnostics);
    input.sources.push_back({{"gemma", "grafico", "", ""},
                             read_grafico(folder + "bronnen/gemma/model", sources, diagnostics),
                             read_grafico(folder + "bronnen/gemma-vorige/model", sources, diagnostics)});
    input.sources.push_back(
        {{"upl", "upl", "", ""}, read_upl(folder + "bronnen/upl.csv", sources, diagnostics), std::nullopt});
    input.sources.push_back({{"processen", "i-navigator", "", ""},
                             read_i_navigator(folder + "bronnen/processen-inavigator.xml", sources, diagnostics),
                             std::nullopt});
    input.catalogue = testing::built_in_catalogue();
    return join(std::move(input), sources, diagnostics);
  }
};

TEST_F(SampleJoined, ReadsAndJoinsWithoutErrors) { EXPECT_EQ(0U, diagnostics.count(Severity::error)); }

TEST_F(SampleJoined, FindsEveryReferenceInItsSources) { EXPECT_TRUE(model.unresolved.empty()); }

TEST_F(SampleJoined, HasAMunicipalUniformNameForEveryProduct) {
  for (const Product& product : model.products) {
    if (!product.own) continue;
    EXPECT_TRUE(product.by_municipality && !product.upl_name.empty()) << product.code.value;
  }
}

TEST_F(SampleJoined, ProductsWithoutAProcess) {
  EXPECT_THAT(found("KS01"), ElementsAre("kringloopwinkel", "maaltijdservice"));
}

TEST_F(SampleJoined, ProcessesWithoutAProduct) {
  EXPECT_THAT(found("KS02"),
              UnorderedElementsAre("casusregie", "toezicht-buitenruimte", "toezicht-omgeving", "vroegsignalering"));
}

TEST_F(SampleJoined, ProcessWithoutAnOwner) { EXPECT_THAT(found("KS03"), ElementsAre("vroegsignalering")); }

TEST_F(SampleJoined, ProcessWithoutAnExecutorInTheWantedState) {
  EXPECT_THAT(found("KS04"), Contains("nazorg-schulden"));
}

TEST_F(SampleJoined, ProposalMadeOfAnAbbreviatedName) { EXPECT_THAT(found("KS06"), Contains("bijzondere-wetten")); }

TEST_F(SampleJoined, UniformNameUsedTwice) { EXPECT_EQ(1U, found("KS07").size()); }

TEST_F(SampleJoined, ReferenceProcessThatDisappeared) {
  ASSERT_EQ(1U, model.disappeared.size());
  EXPECT_EQ("Afhandelen schade", model.disappeared.front().name);
}

TEST_F(SampleJoined, ReachesFromProductsToStandards) {
  for (const CoverageHop& hop : coverage(model)) EXPECT_GT(hop.covered, 0U) << hop.key;
}

}  // namespace
}  // namespace keuzekaart
