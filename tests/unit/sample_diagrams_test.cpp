// The diagrams of the sample, as a person sees them: nothing overlaps, nothing
// is cut, in every paper, state and colour.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "importers/grafico.hpp"
#include "importers/i_navigator.hpp"
#include "importers/map_reader.hpp"
#include "importers/upl.hpp"
#include "modeler/diagrams/diagram_registry.hpp"
#include "modeler/join/join.hpp"
#include "modeler/rules/rule_engine.hpp"
#include "tests/support/places.hpp"
#include "tests/support/rule_scene.hpp"
#include "tests/support/sheet_checks.hpp"

namespace keuzekaart {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class SampleDiagrams : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const std::string folder = checkout("/samples/waterrijk/");
    sources = std::make_unique<Sources>();
    Diagnostics diagnostics;
    JoinInput input;
    input.map = read_map(folder + "kaart.xml", *sources, diagnostics);
    input.sources.push_back({{"gemma", "grafico", "", ""},
                             read_grafico(folder + "bronnen/gemma/model", *sources, diagnostics),
                             std::nullopt});
    input.sources.push_back(
        {{"upl", "upl", "", ""}, read_upl(folder + "bronnen/upl.csv", *sources, diagnostics), std::nullopt});
    input.sources.push_back({{"processen", "i-navigator", "", ""},
                             read_i_navigator(folder + "bronnen/processen-inavigator.xml", *sources, diagnostics),
                             std::nullopt});
    input.catalogue = testing::built_in_catalogue();
    model = std::make_unique<Model>(join(std::move(input), *sources, diagnostics));
    findings = find_all(*model);
  }
  static void TearDownTestSuite() {
    model.reset();
    sources.reset();
  }

  std::vector<Diagram> drawn(std::string_view key, const DiagramOptions& options, Language language = Language::nl) {
    const Labels labels = testing::shipped_labels(language);
    return find_diagram(key)->make({*model, *sources, labels, findings, options});
  }

  static inline std::unique_ptr<Sources> sources;
  static inline std::unique_ptr<Model> model;
  static inline std::vector<Finding> findings;
};

TEST_F(SampleDiagrams, NothingOverlapsOrIsCutOnAnyPaperInAnyState) {
  for (const DiagramRow& row : diagram_registry())
    for (const Paper paper : {Paper::a4, Paper::a3, Paper::a1})
      for (const DrawnState state : {DrawnState::ist, DrawnState::soll, DrawnState::change}) {
        DiagramOptions options;
        options.paper = paper;
        options.state = state;
        if (row.key == "landschap" && state != DrawnState::ist) continue;  // its kinds do not differ by state
        EXPECT_THAT(testing::faults_of(drawn(row.key, options)), IsEmpty()) << row.key;
      }
}

TEST_F(SampleDiagrams, NothingOverlapsOrIsCutInAnyColourOrLanguage) {
  for (const ColorByWord& color : color_by_words) {
    DiagramOptions options;
    options.color_by = color.value;
    options.own_processes = color.value == ColorBy::owner;
    EXPECT_THAT(testing::faults_of(drawn("landschap", options, Language::en)), IsEmpty()) << color.word;
  }
}

TEST_F(SampleDiagrams, EveryTextHasALabelInBothLanguages) {
  for (const Language language : {Language::nl, Language::en}) {
    DiagramOptions options;
    options.state = DrawnState::change;
    for (const std::string_view key : {"keten", "product-proces"})
      EXPECT_THAT(testing::texts_of(drawn(key, options, language)), Not(Contains(HasSubstr("‹")))) << key;
    for (const ColorByWord& color : color_by_words) {
      options.color_by = color.value;
      EXPECT_THAT(testing::texts_of(drawn("landschap", options, language)), Not(Contains(HasSubstr("‹"))))
          << color.word;
    }
  }
}

TEST_F(SampleDiagrams, EveryChainOfTheMapHasItsDrawing) {
  std::size_t own = 0;
  for (const Chain& chain : model->chains) own += chain.own ? 1U : 0U;
  EXPECT_EQ(own, drawn("keten", {}).size());
}

TEST_F(SampleDiagrams, EveryHandoverOfAChainStandsInItsListWithItsAgreement) {
  DiagramOptions options;
  options.chain = "keten-omgevingsvergunning";
  const std::vector<std::string> texts = testing::texts_of(drawn("keten", options));
  EXPECT_THAT(texts, Contains("Omgevingsvergunning: 7 stappen, 5 partijen en 8 "
                              "overdrachten, waarvan 2 zonder geldige afspraak"));
  EXPECT_EQ(2, std::ranges::count(texts, "ontbreekt"));
}

TEST_F(SampleDiagrams, EveryProductOfADomainIsDrawn) {
  for (std::uint32_t d = 0; d < model->domains.size(); ++d) {
    DiagramOptions options;
    options.domain = model->domains[d].code.value;
    const std::vector<std::string> texts = testing::texts_of(drawn("product-proces", options));
    for (const Product& product : model->products)
      if (product.own && product.domain == EntityRef{EntityKind::domain, d}) {
        EXPECT_THAT(texts, Contains(std::string(product.name.value)));
      }
  }
}

TEST_F(SampleDiagrams, ChangeOfExecutorShowsTheOldAndTheNewPlace) {
  DiagramOptions options;
  options.chain = "keten-belastingen";
  options.state = DrawnState::change;
  const std::vector<Diagram> diagrams = drawn("keten", options);
  std::size_t left = 0, changed = 0;
  for (const Box& box : diagrams.at(0).pages.at(0).boxes) {
    left += box.look == Look::step_ended && box.id.starts_with("stap-") ? 1U : 0U;
    changed += box.look == Look::step && box.tone == Tone::changed && box.id.starts_with("stap-") ? 1U : 0U;
  }
  EXPECT_GT(changed, 0U);
  EXPECT_EQ(changed, left);
}

TEST_F(SampleDiagrams, TheDateIsTheMapsOwnAndNeverTheClock) {
  const Diagram diagram = drawn("landschap", {}).at(0);
  EXPECT_EQ(model->map->date.value, diagram.date);
  EXPECT_THAT(testing::texts_of({diagram}), Contains(HasSubstr("2 november 2026")));
}

}  // namespace
}  // namespace keuzekaart
