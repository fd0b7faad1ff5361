#include "modeler/proposals/abbreviated_name.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace keuzekaart {
namespace {

constexpr std::array<std::string_view, 9> references{
    "Behandelen aanvraag vergunning of ontheffing",
    "Behandelen aangifte of melding",
    "Behandelen melding",
    "Behandelen aanvraag product",
    "Behandelen verzoek ondersteuningsproduct",
    "Behandelen aanvraag omgevingsvergunning",
    "Vaststellen (omgevings)visie",
    "Vaststellen (omgevings)programma",
    "Ontwikkelen regelingen, verordeningen en beleid",
};

/// "kind confidence name", one line per fit, best first; "-" when nothing fits.
std::string shown(std::string_view name, std::span<const std::string_view> candidates = references) {
  constexpr std::array<std::string_view, 4> kinds{"none", "abbreviated", "normalised", "exact"};
  std::string out;
  for (const NameProposal& fit : fit_reference_name(name, candidates))
    out +=
        fmt::format("{} {} {}\n", kinds.at(static_cast<std::size_t>(fit.fit)), fit.confidence, candidates[fit.index]);
  return out.empty() ? "-" : out;
}

TEST(AbbreviatedName, CutOffWordAndSlashFit) {
  EXPECT_EQ("abbreviated 86 Behandelen aanvraag vergunning of ontheffing\n",
            shown("Behandelen aanvr. vergunning/ontheffing"));
}

TEST(AbbreviatedName, EveryWordMayBeCutOff) {
  EXPECT_EQ("abbreviated 66 Behandelen aanvraag vergunning of ontheffing\n", shown("Beh. aanvr. verg./onth."));
}

TEST(AbbreviatedName, ExactNameIsExactThoughALongerOneExists) {
  EXPECT_EQ("exact 100 Behandelen melding\n", shown("Behandelen melding"));
}

TEST(AbbreviatedName, CaseBlanksAndPunctuationAreNormalised) {
  EXPECT_EQ("normalised 95 Behandelen aangifte of melding\n", shown("behandelen  Aangifte/Melding\n   "));
  EXPECT_EQ("normalised 95 Vaststellen (omgevings)visie\n", shown("Vaststellen omgevingsvisie"));
  EXPECT_EQ("normalised 95 Ontwikkelen regelingen, verordeningen en beleid\n",
            shown("Ontwikkelen regelingen verordeningen & beleid"));
}

TEST(AbbreviatedName, SlashStandsForOfAndForEn) {
  constexpr std::array<std::string_view, 2> both{"Innen en heffen", "Innen of heffen"};
  EXPECT_EQ("normalised 95 Innen en heffen\nnormalised 95 Innen of heffen\n", shown("Innen/heffen", both));
  EXPECT_EQ("normalised 95 Innen en heffen\nnormalised 95 Innen of heffen\n", shown("Innen en/of heffen", both));
}

TEST(AbbreviatedName, OfIsNeverReadAsEn) {
  constexpr std::array<std::string_view, 1> one{"Heffen en innen"};
  EXPECT_EQ("-", shown("Heffen of innen", one));
  EXPECT_EQ("-", shown("Heff. of innen", one));
}

TEST(AbbreviatedName, SmallWordsArePassedOver) {
  EXPECT_EQ("abbreviated 83 Behandelen aanvraag vergunning of ontheffing\n",
            shown("Behandelen van aanvr. vergunning/ontheffing"));
}

TEST(AbbreviatedName, WordWithoutFullStopIsNotCutOff) {
  EXPECT_EQ("-", shown("Behandelen aanvr vergunning/ontheffing"));
  EXPECT_EQ("-", shown("Behandelen meld"));
  EXPECT_EQ("-", shown("Behandelen meldingen"));
}

TEST(AbbreviatedName, CandidateThatGoesOnDoesNotFit) {
  EXPECT_EQ("-", shown("Behandelen aanvr."));
  EXPECT_EQ("-", shown("Behandelen aanvr. vergunning"));
  EXPECT_EQ("-", shown("Behandelen"));
}

TEST(AbbreviatedName, NameThatGoesOnDoesNotFit) {
  EXPECT_EQ("-", shown("Behandelen aanvr. vergunning/ontheffing evenement"));
}

TEST(AbbreviatedName, OrderOfWordsCounts) { EXPECT_EQ("-", shown("Behandelen aanvr. ontheffing/vergunning")); }

TEST(AbbreviatedName, OneLetterSaysTooLittle) { EXPECT_EQ("-", shown("Behandelen m.")); }

TEST(AbbreviatedName, OtherWordDoesNotFit) { EXPECT_EQ("-", shown("Behandelen aanvr. verguning/ontheffing")); }

TEST(AbbreviatedName, AmbiguousFitsAreAllReturnedAndNoneIsProposed) {
  EXPECT_EQ("abbreviated 82 Vaststellen (omgevings)visie\nabbreviated 77 Vaststellen (omgevings)programma\n",
            shown("Vaststellen omgevings."));
  EXPECT_FALSE(only_fit(fit_reference_name("Vaststellen omgevings.", references)).has_value());
}

TEST(AbbreviatedName, BetterKindIsProposedBesideAWorse) {
  constexpr std::array<std::string_view, 2> both{"Behandelen van melding", "Behandelen melding"};
  const auto fits = fit_reference_name("Behandelen melding", both);
  ASSERT_EQ(2U, fits.size());
  EXPECT_EQ(1U, only_fit(fits)->index);
}

TEST(AbbreviatedName, SameNameTwiceIsAmbiguous) {
  constexpr std::array<std::string_view, 2> twice{"Zaak", "Zaak"};
  EXPECT_FALSE(only_fit(fit_reference_name("Zaak", twice)).has_value());
}

TEST(AbbreviatedName, NothingFitsNothing) {
  EXPECT_EQ("-", shown(""));
  EXPECT_EQ("-", shown(" ... "));
  constexpr std::array<std::string_view, 2> odd{"", "..."};
  EXPECT_EQ("-", shown("", odd));
  EXPECT_EQ("-", shown("...", odd));
  EXPECT_EQ("-", shown("de/het", odd));
  EXPECT_FALSE(only_fit({}).has_value());
}

TEST(NormalisedName, KeepsWhatTellsNamesApart) {
  EXPECT_EQ("maatwerkdienstverlening 18+", normalised_name("Maatwerkdienstverlening 18+"));
  EXPECT_EQ("maatwerkdienstverlening 18-", normalised_name("Maatwerkdienstverlening 18-"));
  EXPECT_EQ("taak 3 1", normalised_name("Taak 3.1"));
  EXPECT_EQ("groen en openlucht recreatie", normalised_name("Groen en (openlucht) recreatie"));
}

TEST(NormalisedName, JoinsAndLowersAsDutchIsWritten) {
  EXPECT_EQ("omgevingsvergunningaanvraag", normalised_name("Omgevings-vergunningaanvraag"));
  EXPECT_EQ("één cliënt", normalised_name("ÉÉN\u00A0Cliënt"));
  EXPECT_EQ("fotos", normalised_name("foto’s"));
}

TEST(NormalisedName, BytesThatAreNoUtf8Stay) { EXPECT_EQ("a\xFF\xC3", normalised_name("A\xFF\xC3")); }

}  // namespace
}  // namespace keuzekaart
