#include "modeler/findings/coverage.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/join_scene.hpp"

namespace keuzekaart {
namespace {

using archimate::ConceptType;
using ::testing::ElementsAre;
using testing::JoinScene;
using testing::SmallArchimate;

/// Every hop as "dekking.functie-component 1/2: f2".
std::vector<std::string> hops(const Model& model) {
  std::vector<std::string> found;
  for (const CoverageHop& hop : coverage(model)) {
    std::string line = fmt::format("{} {}/{}", hop.key, hop.covered, hop.total);
    for (const EntityRef e : hop.missing) line += fmt::format(" {}", model.entity(e).code.value);
    found.push_back(std::move(line));
  }
  return found;
}

TEST(Coverage, CountsEveryHopOfTheReferenceModel) {
  JoinScene scene;
  scene.source("gemma", SmallArchimate(scene.sources)
                            .element(ConceptType::business_process, "p1", "P1", "Bedrijfsproces")
                            .element(ConceptType::business_process, "p2", "P2", "Bedrijfsproces")
                            .element(ConceptType::business_function, "f1", "F1")
                            .element(ConceptType::business_function, "f2", "F2")
                            .element(ConceptType::business_function, "f3", "F3")
                            .element(ConceptType::application_service, "s1", "S1")
                            .element(ConceptType::application_service, "s2", "S2")
                            .element(ConceptType::application_component, "c1", "C1")
                            .element(ConceptType::constraint, "st", "Standaard", "Standaard")
                            .relation(ConceptType::serving, "f1", "p1")
                            .relation(ConceptType::serving, "s1", "f1")
                            .relation(ConceptType::serving, "s2", "f2")
                            .relation(ConceptType::realization, "c1", "s1")
                            .relation(ConceptType::realization, "c1", "st")
                            .linked(scene.diagnostics));
  EXPECT_THAT(hops(scene.join()),
              ElementsAre("dekking.landschap-functie 1/2 p2", "dekking.functie-applicatieservice 2/3 f3",
                          "dekking.functie-component 1/3 f2 f3", "dekking.functie-standaard 1/3 f2 f3"));
}

TEST(Coverage, OwnProcessReachesAFunctionByWayOfItsReferenceProcess) {
  JoinScene scene;
  scene.source("gemma", SmallArchimate(scene.sources)
                            .element(ConceptType::business_process, "ref", "Ref", "Bedrijfsproces")
                            .element(ConceptType::business_function, "f", "F")
                            .relation(ConceptType::serving, "f", "ref")
                            .linked(scene.diagnostics));
  scene.map(
      "<processen><proces id='a' naam='A' gemma='ref'/><proces id='b' naam='B' gemma='ref' gemma-status='voorgesteld'/>"
      "</processen>");
  EXPECT_THAT(hops(scene.join()),
              ::testing::IsSupersetOf({"dekking.proces-gemma 1/2 b", "dekking.proces-functie 1/2 b"}));
}

}  // namespace
}  // namespace keuzekaart
