#include "modeler/diagnostics/nearest.hpp"

#include <gtest/gtest.h>

namespace keuzekaart {
namespace {

constexpr std::string_view commands[] = {"check", "export", "explain", "één-proces"};

TEST(Nearest, CountsASwapOfNeighboursAsOneEdit) { EXPECT_EQ("check", nearest_name("chekc", commands)); }
TEST(Nearest, LeavesCaseAside) { EXPECT_EQ("export", nearest_name("EXPORT", commands)); }
TEST(Nearest, CountsCharactersNotBytes) { EXPECT_EQ("één-proces", nearest_name("een-proces", commands)); }
TEST(Nearest, GivesNothingWhenMoreThanAThirdDiffers) { EXPECT_EQ("", nearest_name("zoek", commands)); }
TEST(Nearest, ShortWordsNeedToBeEqual) {
  constexpr std::string_view codes[] = {"nl", "en"};
  EXPECT_EQ("", nearest_name("an", codes));
  EXPECT_EQ("nl", nearest_name("NL", codes));
}
TEST(Nearest, SurvivesBytesThatAreNoText) { EXPECT_EQ("check", nearest_name("che\xFFk", commands)); }
TEST(Nearest, ListsNearestFirstAndEachOnce) {
  constexpr std::string_view known[] = {"rollen", "rolle", "rollen", "rol"};
  EXPECT_EQ((std::vector<std::string>{"rollen", "rolle"}), nearest_names("rollen", known, 5));
}

}  // namespace
}  // namespace keuzekaart
