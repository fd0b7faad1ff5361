#include "modeler/diagrams/text_measure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace keuzekaart {
namespace {

using testing::ElementsAre;

TEST(TextMeasure, WidthIsThatOfArial) {
  EXPECT_DOUBLE_EQ(10 * (667 + 222 + 556) / 1000.0, text_width("Ali", 10) + 10 * (556 - 222) / 1000.0);
  EXPECT_LT(text_width("ééé", 10), text_width("ééé", 10, true) + 0.001);
}

TEST(TextMeasure, BreaksAtBlanksAndNeverAtNoBreakSpaces) {
  EXPECT_THAT(wrap("Behandelen aanvraag product", 60, 9), ElementsAre("Behandelen", "aanvraag", "product"));
  EXPECT_THAT(wrap("College B\u00A0en\u00A0W", 45, 9), ElementsAre("College", "B\u00A0en\u00A0W"));
}

TEST(TextMeasure, HyphenatesOnlyAWordThatCannotFit) {
  EXPECT_THAT(wrap("Beheren informatiseringsbehoefte", 80, 9), ElementsAre("Beheren", "informatiserings-", "behoefte"));
  EXPECT_THAT(wrap("Beheren informatiseringsbehoefte", 120, 9), ElementsAre("Beheren", "informatiseringsbehoefte"));
}

TEST(TextMeasure, EveryLineFitsWhateverTheWidth) {
  const std::string text =
      "Zaaktype \"Behandelen aanvraag omgevingsvergunning\" & "
      "co-/mede-overheden €\u202F5 xxxxxxxxxxxxxxxxxxxxxxx";
  for (double width = 12; width < 300; width += 7)
    for (const std::string& line : wrap(text, width, 9)) EXPECT_LE(text_width(line, 9), width) << line;
}

TEST(TextMeasure, DrawableTextHoldsNoControlCharactersAndNoBrokenUtf8) {
  EXPECT_EQ(
      "a b \xEF\xBF\xBD"
      "c",
      drawable("a\r\n\tb\x01\xFF"
               "c "));
}

TEST(TextMeasure, CodesThatDifferGiveIdsThatDiffer) {
  EXPECT_EQ("proces-b0015", id_of("proces-", "b0015"));
  EXPECT_NE(id_of("proces-", "a b"), id_of("proces-", "a.b"));
}

}  // namespace
}  // namespace keuzekaart
