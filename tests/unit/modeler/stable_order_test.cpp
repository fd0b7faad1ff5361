#include "modeler/chains/stable_order.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace keuzekaart {
namespace {

using testing::ElementsAre;

TEST(StableOrder, FollowsTheEdges) { EXPECT_THAT(stable_order(4, {{3, 1}, {1, 0}, {0, 2}}), ElementsAre(3, 1, 0, 2)); }

TEST(StableOrder, TiesGoToTheLowestNumber) { EXPECT_THAT(stable_order(3, {}), ElementsAre(0, 1, 2)); }

TEST(StableOrder, LoopEnds) { EXPECT_THAT(stable_order(3, {{0, 1}, {1, 2}, {2, 0}}), ElementsAre(0, 1, 2)); }

TEST(StableOrder, LoopBehindAStartFollowsTheStart) {
  EXPECT_THAT(stable_order(4, {{3, 2}, {2, 1}, {1, 2}, {1, 0}}), ElementsAre(3, 2, 1, 0));
}

TEST(StableOrder, EdgeToItselfDoesNotWait) { EXPECT_THAT(stable_order(2, {{1, 1}, {1, 0}}), ElementsAre(1, 0)); }

}  // namespace
}  // namespace keuzekaart
