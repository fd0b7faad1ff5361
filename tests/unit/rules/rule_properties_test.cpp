#include <gtest/gtest.h>

#include <set>

#include "cli/catalogues.hpp"
#include "modeler/findings/finding_text.hpp"
#include "modeler/rules/rule_engine.hpp"
#include "modeler/what_if/what_if_table.hpp"
#include "tests/support/join_scene.hpp"
#include "tests/support/random_map.hpp"
#include "tests/support/rule_scene.hpp"

// What holds of the findings in any map, and of what if.
namespace keuzekaart {
namespace {

using testing::JoinScene;
using testing::random_map;

constexpr std::uint64_t seeds = 30;

const Labels& dutch() {
  static const Labels labels = load_labels(Language::nl);
  return labels;
}

struct Judged {
  JoinScene scene;
  Model model;
  std::vector<Finding> findings;

  explicit Judged(const std::string& content) {
    scene.map(content, "datum='2026-06-01' soll-datum='2028-01-01'");
    scene.input.catalogue = testing::built_in_catalogue();
    model = scene.join();
    findings = find_all(model);
  }

  /// Everything that a finding says but for its places.
  std::vector<std::string> told() const {
    std::vector<std::string> lines;
    for (const Finding& f : findings) {
      std::string line = f.rule + " " + f.key + " " + to_string(f.states) + " " + finding_message(f, dutch());
      for (const EntityRef element : f.elements) line += " " + std::string(model.entity(element).code.value);
      lines.push_back(line + (f.counts() ? "" : " (afgehandeld)"));
    }
    return lines;
  }
};

TEST(RuleProperties, FindingsDoNotDependOnTheOrderOfTheFile) {
  std::set<std::string> met;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Judged as_it_is(random_map(seed, {.choices = true}));
    EXPECT_EQ(0U, as_it_is.scene.diagnostics.count(Severity::error)) << seed;
    for (const Finding& finding : as_it_is.findings) met.insert(finding.rule);
    for (const std::uint64_t order : {1U, 2U})
      EXPECT_EQ(as_it_is.told(), Judged(random_map(seed, {.choices = true, .order = order})).told()) << seed;
  }
  EXPECT_LE(20U, met.size()) << "the maps are too alike";
}

TEST(RuleProperties, AnAcceptedFindingNeverChangesAnother) {
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    const std::string map = random_map(seed, {.choices = true});
    const Judged before(map);
    for (std::size_t i = 0; i < before.findings.size(); ++i) {
      const Finding& finding = before.findings[i];
      std::string decision = "<bevindingen><bevinding regel='" + finding.rule + "' element='" + finding.key + "'";
      if (!finding.states.empty()) decision += " toestand='" + to_string(finding.states) + "'";
      decision += " besluit='geaccepteerd'><reden>Proef.</reden></bevinding></bevindingen>";
      std::vector<std::string> expected = before.told();
      expected[i] += " (afgehandeld)";
      EXPECT_EQ(expected, Judged(map + decision).told()) << seed << " " << finding.rule;
    }
  }
}

TEST(RuleProperties, WhatIfWithThePresentChoiceChangesNothing) {
  std::size_t asked = 0;
  for (std::uint64_t seed = 0; seed < seeds; ++seed) {
    const Judged made(random_map(seed, {.choices = true}));
    for (const std::string_view code : {"d0", "d1", "g0", "g1", "g2"}) {
      const EntityRef scope = made.model.find(code);
      const Archetype* present = chosen_archetype(made.model, scope);
      if (present == nullptr) continue;
      ++asked;
      const Table table = what_if_table(made.scene.sources, dutch(), scope, as_it_stands(made.model, scope),
                                        suppose(made.model, scope, *present, dutch()));
      EXPECT_TRUE(table.rows.empty()) << seed << " " << code << " " << table.title;
    }
  }
  EXPECT_LT(seeds, asked);
}

}  // namespace
}  // namespace keuzekaart
