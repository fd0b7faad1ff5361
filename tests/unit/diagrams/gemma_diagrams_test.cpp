// The diagrams of the real GEMMA.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <optional>

#include "importers/grafico.hpp"
#include "modeler/diagrams/diagram_registry.hpp"
#include "modeler/diagrams/text_measure.hpp"
#include "modeler/join/join.hpp"
#include "tests/support/places.hpp"
#include "tests/support/sheet_checks.hpp"

namespace keuzekaart {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string gemma_path = shared_data("/gemma/model");

class GemmaDiagrams : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!std::filesystem::exists(gemma_path)) return;
    Diagnostics diagnostics;
    JoinInput input;
    input.sources.push_back({{"gemma", "grafico", gemma_path, "GEMMA", "2026-06-30"},
                             read_grafico(gemma_path, sources.emplace(), diagnostics),
                             std::nullopt});
    model = join(std::move(input), *sources, diagnostics);
  }
  static void TearDownTestSuite() {
    model.reset();
    sources.reset();
  }
  void SetUp() override {
    if (!model) GTEST_SKIP() << "shared data is not there";
  }

  std::vector<Diagram> drawn(std::string_view key, const DiagramOptions& options = {}) {
    return find_diagram(key)->make({*model, *sources, labels, {}, options});
  }

  static inline std::optional<Sources> sources;
  static inline std::optional<Model> model;
  Labels labels = testing::shipped_labels(Language::nl);
};

TEST_F(GemmaDiagrams, EveryLandscapeProcessStandsOnOnePageOnce) {
  for (const ColorBy color : {ColorBy::kind, ColorBy::function_coverage}) {
    DiagramOptions options;
    options.color_by = color;
    const auto diagrams = drawn("landschap", options);
    ASSERT_THAT(diagrams.at(0).pages, SizeIs(1));
    std::map<std::string, int> times;
    for (const Box& box : diagrams[0].pages[0].boxes) ++times[box.id];
    int landscape = 0;
    for (const Process& p : model->processes)
      if (p.landscape) {
        ++landscape;
        EXPECT_EQ(1, times[id_of("proces-", p.code.value)]) << p.name.value;
      }
    EXPECT_EQ(79, landscape);
    EXPECT_THAT(testing::faults_of(diagrams), IsEmpty());
  }
}

TEST_F(GemmaDiagrams, TheLandscapeSaysHowManyReachNoFunction) {
  DiagramOptions options;
  options.color_by = ColorBy::function_coverage;
  EXPECT_EQ("67 van de 79 processen en clusters in het landschap bereiken geen bedrijfsfunctie",
            drawn("landschap", options).at(0).title);
}

TEST_F(GemmaDiagrams, TheFootNamesTheRelease) {
  const auto diagrams = drawn("landschap");
  std::vector<std::string> lines;
  for (const Box& box : diagrams.at(0).pages.at(0).boxes)
    for (const TextLine& line : box.lines) lines.push_back(line.text);
  EXPECT_THAT(lines, Contains("GEMMA, release 2026-06-30"));
}

TEST_F(GemmaDiagrams, TheColumnsShowEveryGap) {
  const auto diagrams = drawn("product-proces");
  EXPECT_THAT(testing::faults_of(diagrams), IsEmpty());
  const auto texts = testing::texts_of(diagrams);
  EXPECT_EQ(67, std::ranges::count(texts, "geen bedrijfsfunctie"));
}

TEST_F(GemmaDiagrams, EveryChainIsDrawnAndItsLoopsEnd) {
  const auto diagrams = drawn("keten");
  EXPECT_EQ(model->chains.size(), diagrams.size());
  EXPECT_THAT(testing::faults_of(diagrams), IsEmpty());
}

TEST_F(GemmaDiagrams, TheExampleHasTwelveStepsAndAWaterBoardOutside) {
  DiagramOptions options;
  options.chain = "dd1f2845-4815-42a1-8fa0-c4de2af9a53c";
  const auto diagrams = drawn("keten", options);
  ASSERT_THAT(diagrams, SizeIs(1));
  EXPECT_EQ("Bedrijfsproces Vaststellen omgevingsplan: 12 stappen, 6 partijen", diagrams[0].title);
  EXPECT_THAT(testing::texts_of(diagrams), ::testing::Contains("adviseur ingevuld door Waterschap Rivier & "
                                                               "Delta buiten de gemeente"));
}

}  // namespace
}  // namespace keuzekaart
