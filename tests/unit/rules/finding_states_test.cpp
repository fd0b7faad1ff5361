#include <gtest/gtest.h>

#include "modeler/findings/finding_text.hpp"
#include "tests/support/rule_scene.hpp"
#include "tests/support/whole_map.hpp"

// A finding that holds in both states says which of what it names holds in one of them only.
namespace keuzekaart {
namespace {

using testing::RuleScene;

const std::string outside =
    "<processen>"
    "<proces id='p' naam='Toegang'><rol partij='gem' rol='verantwoordelijk'/><rol partij='regio' rol='uitvoerder'/>"
    "</proces>"
    "<proces id='q' naam='Besluiten'><rol partij='gem' rol='verantwoordelijk'/>"
    "<rol partij='team' rol='uitvoerder' toestand='ist'/><rol partij='regio' rol='uitvoerder' "
    "toestand='soll'/></proces>"
    "<proces id='d1' naam='Organisatiekeuze'/><proces id='d2' naam='Opdrachtverstrekking'/>"
    "<proces id='d3' naam='Opdrachtbewaking'/>";

std::vector<std::string> codes(const RuleScene& scene, const Finding& finding) {
  std::vector<std::string> found;
  for (const EntityRef element : finding.elements) found.emplace_back(scene.model.entity(element).code.value);
  return found;
}

TEST(FindingStates, ANameThatHoldsInOneStateSaysWhich) {
  const RuleScene scene(outside + "</processen>");
  const Finding* finding = scene.finding("KK02", "Afstemming");
  ASSERT_NE(nullptr, finding);
  EXPECT_EQ(
      "‘Afstemming’ is in geen enkel proces belegd, terwijl anderen uitvoeren waarvoor de gemeente verantwoordelijk "
      "is: "
      "Besluiten (SOLL) en Toegang (IST, SOLL)",
      finding_text(testing::labels_in(Language::nl), *finding));
}

TEST(FindingStates, AStepIsNotNamedBesideItsProcess) {
  const RuleScene scene(
      outside +
      "<proces id='s1' naam='Bespreken' niveau='processtap' deel-van='p'/>"
      "<proces id='s2' naam='Vastleggen' niveau='handeling' deel-van='s1'/>"
      "<proces id='own' naam='Zelf' niveau='bedrijfsproces'><rol partij='gem' rol='verantwoordelijk'/>"
      "<rol partij='team' rol='uitvoerder'/></proces>"
      "<proces id='s3' naam='Laten wegen' niveau='processtap' deel-van='own'>"
      "<rol partij='bieder' rol='uitvoerder'/></proces></processen>");
  const Finding* finding = scene.finding("KK02", "Afstemming");
  ASSERT_NE(nullptr, finding);
  EXPECT_EQ((std::vector<std::string>{"p", "q", "s3"}), codes(scene, *finding));
}

TEST(FindingStates, AStepMayDirect) {
  const RuleScene scene(outside + "<proces id='s' naam='Afstemming' niveau='processtap' deel-van='p'/></processen>");
  EXPECT_EQ(std::vector<std::string>(), scene.found("KK02"));
}

TEST(FindingStates, EachReasonSaysInWhichStateItHolds) {
  const RuleScene scene(
      "<processen><proces id='p' naam='Aanvragen'/><proces id='q' naam='Beoordelen'/></processen><overdrachten>"
      "<overdracht id='o1' inhoud='Dossier' van='p' naar='q' vorm='papier' toestand='ist'/>"
      "<overdracht id='o2' inhoud='Bericht' van='p' naar='q' vorm='bericht' toestand='soll'/>"
      "<overdracht id='o3' inhoud='Toelichting' van='p' naar='q' vorm='e-mail' toestand='ist'/></overdrachten>"
      "<producten><product id='x' naam='Hulp' digitaal='ja' statusinzicht='nee'><proces "
      "ref='p'/></product></producten>");
  const Finding* finding = scene.finding("KK07", "x");
  ASSERT_NE(nullptr, finding);
  EXPECT_EQ(
      "‘Hulp’ is digitaal aan te vragen, maar na het eerste proces (Aanvragen) gaat het werk op papier verder: Dossier "
      "(IST); maar na het eerste proces (Aanvragen) gaat het werk per e-mail verder: "
      "Toelichting (IST); maar de aanvrager kan de stand van zaken niet volgen (IST, "
      "SOLL)",
      finding_text(testing::labels_in(Language::nl), *finding));
}

/// What KK03 says of a handover from team to region under an agreement.
std::string said_of(const std::string& agreement) {
  const RuleScene scene(
      "<processen><proces id='p' naam='Aanvragen'><rol partij='team' rol='uitvoerder'/></proces>"
      "<proces id='q' naam='Beoordelen'><rol partij='regio' rol='uitvoerder'/></proces></processen>"
      "<overdrachten><overdracht id='o' inhoud='Dossier' van='p' naar='q' toestand='ist' afspraak='a'/></overdrachten>"
      "<afspraken><afspraak id='a' naam='Regeling' soort='dvo' " +
      agreement + "/></afspraken>");
  const Finding* finding = scene.finding("KK03", "o");
  return finding == nullptr ? "" : scene.text(*finding, Language::nl);
}

TEST(FindingReasons, SayWhyAnAgreementIsNotValid) {
  const std::string start =
      "de overdracht ‘Dossier’ gaat van ‘Aanvragen’ naar ‘Beoordelen’, bij een andere organisatie, en ";
  EXPECT_EQ(start + "‘Regeling’ is dan verlopen of beëindigd",
            said_of("partijen='gem regio' status='geldig' tot='2026-10-31'"));
  EXPECT_EQ(start + "‘Regeling’ is dan verlopen of beëindigd", said_of("partijen='gem regio' status='beeindigd'"));
  EXPECT_EQ(start + "‘Regeling’ gaat pas later in", said_of("partijen='gem regio' status='geldig' van='2027-01-01'"));
  EXPECT_EQ(start + "‘Regeling’ is nog niet vastgesteld", said_of("partijen='gem regio' status='concept'"));
  EXPECT_EQ(start + "van ‘Regeling’ is de status niet ingevuld", said_of("partijen='gem regio'"));
  EXPECT_EQ(start + "‘Regeling’ is niet tussen deze partijen gesloten",
            said_of("partijen='gem bieder' status='geldig'"));
  EXPECT_EQ("", said_of("partijen='gem regio' status='geldig'"));
}

/// An expired agreement about one of the processes may be there: then it is not true that there is none.
TEST(FindingReasons, WithoutANamedAgreementNoneIsValid) {
  const RuleScene scene(
      "<processen><proces id='p' naam='Aanvragen'><rol partij='team' rol='uitvoerder'/></proces>"
      "<proces id='q' naam='Beoordelen'><rol partij='regio' rol='uitvoerder'/></proces></processen>"
      "<overdrachten><overdracht id='o' inhoud='Dossier' van='p' naar='q' toestand='ist'/></overdrachten>"
      "<afspraken><afspraak id='a' naam='Regeling' soort='dvo' partijen='gem regio' processen='q' "
      "status='verlopen'/></afspraken>");
  const Finding* finding = scene.finding("KK03", "o");
  ASSERT_NE(nullptr, finding);
  EXPECT_EQ(
      "de overdracht ‘Dossier’ gaat van ‘Aanvragen’ naar ‘Beoordelen’, bij een andere organisatie, en daar is geen "
      "geldige afspraak over",
      scene.text(*finding, Language::nl));
}

/// What KK19 says of a product for which working together was chosen or not.
std::string said_of_cooperation(const std::string& inside) {
  const RuleScene scene("<producten><product id='x' naam='Hulp' domein='sociaal'>" + inside +
                        "</product></producten><keuzes>" +
                        testing::choice("sociaal", "samenwerkingsmodel", "soll", "C3") + "</keuzes>");
  const Finding* finding = scene.finding("KK19", "x");
  return finding == nullptr ? "" : scene.text(*finding, Language::nl);
}

TEST(FindingReasons, SayWhatIsMissingOfACooperationChoice) {
  const std::string start = "voor ‘Hulp’ geldt de keuze ‘Netwerk-, alliantie- of federatiegemeente’, ";
  EXPECT_EQ(start + "maar op de kaart staat nog niet of de gemeente dit product samen met anderen levert, en waarom",
            said_of_cooperation(""));
  EXPECT_EQ(
      start +
          "en de gemeente kiest ervoor dit product samen met anderen te leveren, maar de reden daarvoor staat niet "
          "op de kaart",
      said_of_cooperation("<samenwerking keuze='wel'/>"));
  EXPECT_EQ(
      start +
          "en de gemeente kiest ervoor dit product niet samen met anderen te leveren, maar de reden daarvoor staat "
          "niet op de kaart",
      said_of_cooperation("<samenwerking keuze='niet'/>"));
  EXPECT_EQ("", said_of_cooperation("<samenwerking keuze='niet'><motivatie>Dichtbij.</motivatie></samenwerking>"));
}

}  // namespace
}  // namespace keuzekaart
