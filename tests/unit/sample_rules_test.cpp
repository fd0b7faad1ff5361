#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "cli/catalogues.hpp"
#include "cli/rule_text.hpp"
#include "importers/map_reader.hpp"
#include "importers/read_file.hpp"
#include "modeler/findings/finding_text.hpp"
#include "modeler/rules/rule_engine.hpp"
#include "tests/support/rule_scene.hpp"

// What the rules find in the sample municipality, without its sources.
namespace keuzekaart {
namespace {

constexpr const char* path = KEUZEKAART_SOURCE_DIR "/samples/waterrijk/kaart.xml";

struct Judged {
  Sources sources;
  Diagnostics diagnostics;
  Model model;
  std::vector<Finding> findings;

  explicit Judged(const pugi::xml_document& map) {
    std::ostringstream text;
    map.save(text);
    JoinInput input;
    input.map = read_map_text("kaart.xml", text.str(), sources, diagnostics);
    input.catalogue = testing::built_in_catalogue();
    model = join(std::move(input), sources, diagnostics);
    findings = find_all(model);
  }

  /// Everything that is said, without places.
  std::vector<std::string> told() const {
    static const Labels labels = load_labels(Language::nl);
    std::vector<std::string> out;
    for (const Finding& f : findings) {
      std::string line = f.rule + " " + f.key + " " + to_string(f.states) + " " + finding_message(f, labels);
      for (const EntityRef element : f.elements) line += " " + std::string(model.entity(element).code.value);
      out.push_back(line + (f.counts() ? "" : " (afgehandeld)"));
    }
    return out;
  }
};

pugi::xml_document sample() {
  pugi::xml_document document;
  document.load_file(path);
  return document;
}

/// Turns the order of everything around, but for what is in order: the links of a chain, the parts of a project and of
/// a plan, and what must stand first.
void turn_around(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (name == "keten" || name == "project" || name == "transitieplan") return;
  std::vector<pugi::xml_node> children;
  for (const pugi::xml_node child : node.children())
    if (child.type() == pugi::node_element) children.push_back(child);
  for (const pugi::xml_node child : children) {
    turn_around(child);
    const std::string_view kind = child.name();
    if (kind != "omschrijving" && kind != "samenwerking" && kind != "motivatie") node.prepend_move(child);
  }
  for (const char* first : {"motivatie", "samenwerking", "omschrijving"})
    if (const pugi::xml_node child = node.child(first)) node.prepend_move(child);
}

TEST(SampleRules, DoNotDependOnTheOrderOfTheFile) {
  pugi::xml_document turned = sample();
  turn_around(turned.document_element());
  const Judged as_it_is(sample()), around(turned);
  EXPECT_EQ(0U, around.diagnostics.count(Severity::error));
  EXPECT_EQ(as_it_is.told(), around.told());
}

TEST(SampleRules, AnAcceptedFindingNeverChangesAnother) {
  const Judged before(sample());
  const std::vector<std::string> told = before.told();
  std::set<std::string> tried;
  for (const Finding& finding : before.findings) {
    if (!finding.counts() || !tried.insert(finding.rule).second) continue;
    pugi::xml_document map = sample();
    pugi::xml_node decision = map.document_element().child("bevindingen").append_child("bevinding");
    decision.append_attribute("regel") = finding.rule.c_str();
    decision.append_attribute("element") = finding.key.c_str();
    if (!finding.states.empty()) decision.append_attribute("toestand") = to_string(finding.states).c_str();
    decision.append_attribute("besluit") = "geaccepteerd";
    decision.append_child("reden").text() = "Proef.";
    std::vector<std::string> expected = told;
    const std::string start = finding.rule + " " + finding.key + " " + to_string(finding.states) + " ";
    for (std::string& line : expected)
      if (line.starts_with(start)) line += " (afgehandeld)";
    EXPECT_EQ(expected, Judged(map).told()) << start;
  }
  EXPECT_LT(12U, tried.size());
}

TEST(SampleRules, FireForTwelveConsequenceRulesOrMore) {
  std::set<std::string> fired;
  for (const Finding& finding : Judged(sample()).findings)
    if (finding.rule.starts_with("KK")) fired.insert(finding.rule);
  EXPECT_LE(12U, fired.size());
}

TEST(RulesDocument, IsUpToDate) {
  Diagnostics ignored;
  const auto written = read_file(KEUZEKAART_SOURCE_DIR "/docs/rules.md", ignored);
  ASSERT_TRUE(written.has_value());
  EXPECT_EQ(rules_document(*testing::built_in_catalogue(), load_labels(Language::nl)), *written)
      << "make it anew: keuzekaart explain --rules > docs/rules.md";
}

TEST(SampleRules, SayEverythingInBothLanguages) {
  const Judged judged(sample());
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
