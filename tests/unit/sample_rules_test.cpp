#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <set>

#include "cli/catalogues.hpp"
#include "cli/rule_text.hpp"
#include "importers/read_file.hpp"
#include "modeler/findings/finding_text.hpp"
#include "tests/support/judged_map.hpp"
#include "tests/support/places.hpp"
#include "tests/support/rule_scene.hpp"

// What the rules find in the sample municipality, without its sources.
namespace keuzekaart {
namespace {

using testing::JudgedMap;

const std::string path = checkout("/samples/waterrijk/kaart.xml");

pugi::xml_document sample() {
  pugi::xml_document document;
  document.load_file(path.c_str());
  return document;
}

TEST(SampleRules, DoNotDependOnTheOrderOfTheFile) {
  pugi::xml_document turned = sample();
  testing::turn_around(turned.document_element());
  const JudgedMap as_it_is(sample()), around(turned);
  EXPECT_EQ(0U, around.diagnostics.count(Severity::error));
  EXPECT_EQ(as_it_is.told(), around.told());
}

TEST(SampleRules, AnAcceptedFindingNeverChangesAnother) { testing::expect_accepting_changes_no_other(sample(), 1); }

TEST(SampleRules, FireForTwelveConsequenceRulesOrMore) {
  std::set<std::string> fired;
  for (const Finding& finding : JudgedMap(sample()).findings)
    if (finding.rule.starts_with("KK")) fired.insert(finding.rule);
  EXPECT_LE(12U, fired.size());
}

TEST(RulesDocument, IsUpToDate) {
  Diagnostics ignored;
  const auto written = read_file(checkout("/docs/rules.md"), ignored);
  ASSERT_TRUE(written.has_value());
  EXPECT_EQ(rules_document(*testing::built_in_catalogue(), load_labels(Language::nl)), *written)
      << "make it anew: keuzekaart explain --rules > docs/rules.md";
}

TEST(SampleRules, SayEverythingInBothLanguages) {
  const JudgedMap judged(sample());
  for (const Language language : {Language::nl, Language::en}) {
    const Labels labels = load_labels(language);
    for (const Finding& finding : judged.findings) {
      const std::string text = finding_message(finding, labels) + finding_advice(finding, labels);
      for (const char* open : {"{", "…", "‘’", "«"})
        EXPECT_EQ(std::string::npos, text.find(open)) << finding.rule << text;
    }
  }
}

}  // namespace
}  // namespace keuzekaart
