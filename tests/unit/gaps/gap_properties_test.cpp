#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "modeler/gaps/derive_gaps.hpp"
#include "modeler/gaps/plan.hpp"
#include "tests/support/apply_gaps.hpp"
#include "tests/support/join_scene.hpp"
#include "tests/support/random_map.hpp"

// What holds of the gaps and the plan of any map.
namespace keuzekaart {
namespace {

using testing::apply;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::JoinScene;
using testing::random_map;
using testing::RandomMap;
using testing::snapshot_of;

constexpr std::uint64_t seeds = 150;
constexpr const char* dates = "datum='2026-06-01' soll-datum='2028-01-01'";

struct Scene {
  JoinScene scene;
  Model model;
  Scene(std::uint64_t seed, const RandomMap& options) {
    scene.map(random_map(seed, options), dates);
    model = scene.join();
  }
};

std::string codes(const Model& model, const std::vector<EntityRef>& refs) {
  std::set<std::string> sorted;
  for (const EntityRef ref : refs) sorted.emplace(model.entity(ref).code.value);
  std::string out;
  for (const std::string& code : sorted) out += " " + code;
  return out;
}

/// Everything that a gap says but for its places.
std::vector<std::string> told(const Model& model) {
  std::vector<std::string> lines;
  for (const Gap& gap : derive_gaps(model, {}))
    lines.push_back(code_of(model, gap) + " |" + codes(model, gap.before) + " >" + codes(model, gap.after) + " |" +
                    codes(model, gap.processes) + " |" + codes(model, gap.parties) + " |" +
                    codes(model, gap.handovers) + " |" + codes(model, gap.projects) + " | " + to_string(gap.addressed));
  return lines;
}

TEST(GapProperties, AMapWhoseSollEqualsItsIstAndWhoseAgreementsAreInOrderHasNone) {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Scene made(seed, {.changes = false, .agreements_in_order = true});
    EXPECT_THAT(compare_states(made.model, {}, State::ist, State::soll), IsEmpty()) << seed;
  }
}

/// What IST lacks too is still missing from what SOLL asks.
TEST(GapProperties, AMapWhoseSollEqualsItsIstOnlyLacksAgreements) {
  std::size_t lacking = 0;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Scene made(seed, {.changes = false});
    for (const Gap& gap : compare_states(made.model, {}, State::ist, State::soll)) {
      EXPECT_TRUE(gap.kind == GapKind::agreement_new || gap.kind == GapKind::agreement_renew) << seed;
      ++lacking;
    }
  }
  EXPECT_GT(lacking, seeds);
}

TEST(GapProperties, ClosingAllGapsOfIstGivesSoll) {
  std::set<GapKind> met;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Scene made(seed, {});
    const std::vector<Gap> gaps = compare_states(made.model, {}, State::ist, State::soll);
    for (const Gap& gap : gaps) met.insert(gap.kind);
    EXPECT_EQ(to_string(snapshot_of(made.model, State::soll)),
              to_string(apply(made.model, gaps, snapshot_of(made.model, State::ist))))
        << seed;
  }
  EXPECT_EQ(std::size(Vocabulary<GapKind>::words), met.size()) << "some kinds of gap do not come up";
}

TEST(GapProperties, DoNotDependOnTheOrderOfTheFile) {
  for (std::uint64_t seed = 0; seed < seeds; ++seed)
    for (const std::uint64_t order : {1U, 2U})
      EXPECT_EQ(told(Scene(seed, {}).model), told(Scene(seed, {.order = order}).model)) << seed;
}

TEST(GapProperties, EachGapHasACodeOfItsOwn) {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Scene made(seed, {});
    std::set<std::string> codes;
    for (const Gap& gap : derive_gaps(made.model, {}))
      EXPECT_TRUE(codes.insert(code_of(made.model, gap)).second) << seed;
  }
}

TEST(PlanProperties, EveryGapIsInAProjectOfTheMapOrInOneProposal) {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Scene made(seed, {});
    const Plan plan = make_plan(made.model, {});
    std::vector<std::size_t> own(plan.gaps.size()), proposed(plan.gaps.size());
    for (const PlannedProject& project : plan.projects)
      for (const std::size_t gap : project.gaps) ++(project.own.known() ? own : proposed)[gap];
    for (std::size_t i = 0; i < plan.gaps.size(); ++i) {
      EXPECT_EQ(plan.gaps[i].projects.size(), own[i]) << seed;
      EXPECT_EQ(plan.gaps[i].projects.empty() ? 1U : 0U, proposed[i]) << seed;
    }
  }
}

TEST(PlanProperties, EveryProjectComesAfterWhatItWaitsFor) {
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Plan plan = make_plan(Scene(seed, {}).model, {});
    for (std::size_t p = 0; p < plan.projects.size(); ++p)
      for (const Dependency& dependency : plan.projects[p].after) EXPECT_LT(dependency.on, p) << seed;
  }
}

}  // namespace
}  // namespace keuzekaart
