#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "modeler/analyses/analysis_registry.hpp"
#include "tests/support/join_scene.hpp"
#include "tests/support/whole_map.hpp"

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;

/// The codes of what an element of a small map touches.
std::vector<std::string> touched(const std::string& code, const std::string& content) {
  testing::JoinScene scene;
  scene.map(content);
  const Model model = scene.join();
  const Labels labels = testing::labels_in(Language::nl);
  const TableContext tables{model, scene.sources, labels, {}};
  AnalysisContext context{tables, {}, {}, {}, nullptr};
  context.element = model.find(code);
  std::vector<std::string> codes;
  for (const AnalysisRow& row : analysis_registry())
    if (row.name == "impact")
      for (const Row& found : row.make(context).rows) codes.push_back(found.code);
  return codes;
}

// Whoever is at the other end of a handover is touched; what he does for others is not.
TEST(Impact, AHandoverLeadsToItsOtherEndAndNoFurther) {
  const std::string content =
      "<partijen><partij id='hulp-bv' naam='Hulp BV' soort='zorgaanbieder'/></partijen>"
      "<processen><proces id='toekennen' naam='Toekennen'/>"
      "<proces id='leveren' naam='Leveren'><rol partij='hulp-bv' rol='uitvoerder'/></proces></processen>"
      "<producten><product id='hulp' naam='Hulp'><proces ref='toekennen' status='bevestigd'/>"
      "<proces ref='leveren' status='bevestigd'/></product>"
      "<product id='rolstoel' naam='Rolstoel'><proces ref='toekennen' status='bevestigd'/></product></producten>"
      "<overdrachten><overdracht id='o' van='toekennen' naar='leveren' informeert-klant='hulp-bv'/></overdrachten>";
  EXPECT_THAT(touched("hulp-bv", content),
              ElementsAre("product:hulp", "proces:leveren", "proces:toekennen", "overdracht:o"));
}

}  // namespace
}  // namespace keuzekaart
