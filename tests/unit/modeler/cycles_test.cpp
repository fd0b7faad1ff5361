#include "modeler/chains/cycles.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Cycles, ThereAreNoneWhereEverythingGoesForward) {
  EXPECT_THAT(cycles(4, {{0, 1}, {1, 2}, {0, 2}, {3, 2}}), IsEmpty());
}

TEST(Cycles, ANodeThatWaitsForItself) { EXPECT_THAT(cycles(2, {{1, 1}}), ElementsAre(ElementsAre(1))); }

TEST(Cycles, GoesRoundFromTheLowestNode) {
  EXPECT_THAT(cycles(4, {{3, 1}, {1, 2}, {2, 3}, {0, 1}}), ElementsAre(ElementsAre(1, 2, 3)));
}

TEST(Cycles, TellsTheShortestLoopOfThoseThatShareNodes) {
  EXPECT_THAT(cycles(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {1, 0}}), ElementsAre(ElementsAre(0, 1)));
}

TEST(Cycles, TellsEachLoopApart) {
  EXPECT_THAT(cycles(5, {{3, 4}, {4, 3}, {0, 1}, {1, 0}, {1, 3}}), ElementsAre(ElementsAre(0, 1), ElementsAre(3, 4)));
}

TEST(Cycles, DoesNotDependOnTheOrderOfTheEdges) {
  EXPECT_EQ(cycles(4, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}), cycles(4, {{2, 3}, {2, 0}, {1, 2}, {0, 1}, {0, 1}}));
}

}  // namespace
}  // namespace keuzekaart
