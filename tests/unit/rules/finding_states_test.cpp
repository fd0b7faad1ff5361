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
      "(IST); ‘Hulp’ is digitaal aan te vragen, maar na het eerste proces (Aanvragen) gaat het werk per e-mail verder: "
      "Toelichting (IST); ‘Hulp’ is digitaal aan te vragen, maar de aanvrager kan de stand van zaken niet volgen (IST, "
      "SOLL)",
      finding_text(testing::labels_in(Language::nl), *finding));
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
