#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/catalogues.hpp"
#include "importers/catalogue_reader.hpp"
#include "modeler/choices/check_choices.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagnostics/diagnostic_printer.hpp"
#include "modeler/findings/finding_text.hpp"
#include "modeler/rules/rule_engine.hpp"
#include "tests/support/rule_scene.hpp"

// Rules of a municipality: switched off, with another severity, or written anew; and what is wrong with them.
namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// A map judged with the program's catalogue and one of the municipality.
struct OwnRules {
  testing::JoinScene scene;
  Model model;
  std::vector<Finding> findings;

  explicit OwnRules(const std::string& rules, const std::string& map = {}) {
    std::vector<CatalogueText> catalogues = built_in_catalogues();
    catalogues.push_back({"eigen.xml", "<catalogus xmlns='urn:keuzekaart:catalogus:1' naam='Eigen'><regels>" + rules +
                                           "</regels></catalogus>"});
    scene.map(map);
    scene.input.catalogue = read_catalogues(catalogues, {}, scene.sources, scene.diagnostics);
    model = scene.join();
    findings = find_all(model);
  }

  std::string said() const { return print_diagnostics(scene.diagnostics, scene.sources, load_labels(Language::nl)); }
  std::vector<std::string> found(std::string_view rule) const {
    std::vector<std::string> keys;
    for (const Finding& f : findings)
      if (f.rule == rule) keys.push_back(f.key);
    return keys;
  }
};

constexpr const char* two_products =
    "<producten><product id='a' naam='A'/><product id='b' naam='B' digitaal='ja'/></producten>";

std::string own_rule(const std::string& per, const std::string& conditions, const std::string& message = "let op") {
  return "<regel code='WR01' ernst='info' toestanden='geen' per='" + per + "'><naam><nl>Eigen</nl></naam><als>" +
         conditions + "</als><geval><melding><nl>" + message + "</nl></melding></geval></regel>";
}

TEST(OwnRules, SwitchARuleOff) {
  const OwnRules own("<regel code='KS01' aan='nee'/>", two_products);
  EXPECT_THAT(own.found("KS01"), IsEmpty());
  EXPECT_THAT(own.said(), HasSubstr("regel KS01 is in een eigen catalogus uitgezet [K758 rule-changed]"));
}

TEST(OwnRules, ChangeItsSeverity) {
  const OwnRules own("<regel code='KS01' ernst='info'/>", two_products);
  ASSERT_THAT(own.found("KS01"), ElementsAre("a", "b"));
  EXPECT_EQ(FindingSeverity::info, own.findings.front().severity);
  EXPECT_THAT(own.said(), HasSubstr("regel KS01 heeft in een eigen catalogus de ernst ‘info’ gekregen"));
}

TEST(OwnRules, AddARule) {
  const OwnRules own(own_rule("product", "<kenmerk naam='digitaal' waarde='ja'/>", "‘{product}’ is digitaal"),
                     two_products);
  EXPECT_EQ("", own.said());
  ASSERT_THAT(own.found("WR01"), ElementsAre("b"));
  EXPECT_EQ(Basis::own, own.findings.back().record->basis);
  EXPECT_EQ("‘B’ is digitaal", finding_message(own.findings.back(), load_labels(Language::nl)));
  EXPECT_EQ("‘B’ is digitaal", finding_message(own.findings.back(), load_labels(Language::en)))
      << "the Dutch stands for it";
}

TEST(OwnRules, ReplaceARule) {
  std::string rule = own_rule("product", "<kenmerk naam='digitaal' waarde='ja'/>");
  rule.replace(rule.find("WR01"), 4, "KS01");
  const OwnRules own(rule, two_products);
  EXPECT_THAT(own.found("KS01"), ElementsAre("b"));
  EXPECT_THAT(own.said(), HasSubstr("regel KS01 is vervangen door een eigen regel"));
}

struct WrongRule {
  std::string rule;
  std::string said;
};
const WrongRule wrong_rules[] = {
    {"<regel code='KK91' aan='nee'/>",
     "regel 'KK91' bestaat niet en kan dus niet worden gewijzigd [K759 nothing-to-change]"},
    {own_rule("proces", "<kruizt/>"), "[K401 unknown-element]"},
    {own_rule("proces", "<kruizt/>"), "Bedoelde u 'kruist'?"},
    {own_rule("proces", "<kruist/>"), "'kruist' kan niet van een proces worden gezegd [K752 cannot-be-said]"},
    {own_rule("proces", "<kenmerk naam='soortt' waarde='primair'/>"), "Bedoelde u 'soort'?"},
    {own_rule("proces", "<kenmerk naam='statusinzicht'/>"),
     "'statusinzicht' is geen kenmerk van een proces; dat heeft: soort,"},
    {own_rule("proces", "<kenmerk naam='soort' waarde='primaire'/>"), "Bedoelde u 'primair'?"},
    {own_rule("proces", "<keuze-geldt dimensie='archetypen' waarde='SD1'/>"), "[K404 not-in-list]"},
    {own_rule("proces", "<keuze-geldt dimensie='archetype' waarde='SD9'/>"),
     "'SD9' bestaat niet; mogelijk zijn: SD1, SD2, SD3, SD4, SD5 [K754"},
    {own_rule("proces", "<vervult functies='F91'/>"), "'F91' bestaat niet"},
    {own_rule("proces", "<vervult functies='*'/>"), "'*' bestaat niet; mogelijk zijn: voor-elk"},
    {own_rule("overdracht", "<er-is wat='proces'/>"), "een overdracht heeft geen 'proces'"},
    {own_rule("proces", "<rol rol='uitvoerder' noem='wie'/>", "door {wei}"),
     "de tekst noemt 'wei', maar de regel vindt alleen: proces, wie [K756 text-names-nothing]"},
    {own_rule("proces", "<niet><rol rol='uitvoerder' noem='wie'/></niet>", "door {wie}"),
     "de tekst noemt 'wie', maar de regel vindt alleen: proces"},
    {"<regel code='WR01' per='proces'><naam><nl>x</nl></naam><geval><melding><nl>x</nl></melding></geval></regel>",
     "regel 'WR01' heeft geen 'ernst' [K757 rule-incomplete]"},
};

class WrongOwnRule : public ::testing::TestWithParam<WrongRule> {};

/// It is said where and why, and the rule finds nothing rather than too much.
TEST_P(WrongOwnRule, IsSaidAndLeftOut) {
  const OwnRules own(GetParam().rule, "<processen><proces id='p' naam='P'/></processen>");
  EXPECT_THAT(own.said(), HasSubstr(GetParam().said));
  EXPECT_THAT(own.said(), HasSubstr("eigen.xml:1:"));
  EXPECT_THAT(own.found("WR01"), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(All, WrongOwnRule, ::testing::ValuesIn(wrong_rules));

TEST(Dispositions, OfARuleThatDoesNotExist) {
  const testing::RuleScene scene(testing::accepting("", "KK31", "sociaal"));
  EXPECT_THAT(scene.codes(), ElementsAre("K750"));
}

TEST(Dispositions, OfWhatNoRuleFindsAnyMore) {
  const testing::RuleScene scene(
      testing::accepting("<producten><product id='paspoort' naam='Paspoort'/></producten>", "KS01", "paspoortt"));
  ASSERT_THAT(scene.codes(), ElementsAre("K751"));
  EXPECT_EQ("paspoort", scene.scene.diagnostics.all().front().nearest);
}

TEST(Choices, TwoAtTheSameTimeAreSaid) {
  const auto codes = [](const std::string& choices) {
    testing::RuleScene scene("<keuzes>" + choices + "</keuzes>");
    check_choices_at_once(scene.model, scene.scene.diagnostics);
    return scene.codes();
  };
  using testing::choice;
  EXPECT_THAT(codes(choice("sociaal", "archetype", "soll", "SD3") + choice("sociaal", "archetype", "soll", "SD5")),
              ElementsAre("K760"));
  EXPECT_THAT(codes(choice("sociaal", "route", "soll", "RT1", "tot='2027-12-31'") +
                    choice("sociaal", "route", "soll", "RT3", "van='2028-01-01'")),
              IsEmpty());
  EXPECT_THAT(codes(choice("sociaal", "werkwijze", "soll", "W1") + choice("sociaal", "werkwijze", "soll", "W2")),
              IsEmpty());
}

}  // namespace
}  // namespace keuzekaart
