#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <pugixml.hpp>
#include <set>
#include <sstream>

#include "cli/catalogues.hpp"
#include "modeler/findings/finding_text.hpp"
#include "tests/support/judged_map.hpp"
#include "tests/support/places.hpp"
#include "tests/support/rule_scene.hpp"

// Maps that were written from the texts of the rules alone, without looking at how the rules are made. Each starts with
// a comment that says what is to be found in it by the rule of its name, a line each:
//   KK03 soll loopt-af            a state and what it is about; * where the state is not said
//   KK02 ist p "Afstemming"       with words that the Dutch text has
// In the maps, what nearly holds and must not be found has a name that starts with "n-".
namespace keuzekaart {
namespace {

using testing::JudgedMap;

const std::filesystem::path folder = checkout("/tests/rule_texts");

struct Expected {
  std::string line, state;
  std::vector<std::string> elements, words;
};

struct RuleText {
  std::string name;  ///< KK03, KK02-een-ontbreekt
  std::string rule() const { return name.substr(0, name.find('-')); }
};
std::ostream& operator<<(std::ostream& out, const RuleText& text) { return out << text.name; }

pugi::xml_document read(const std::string& name) {
  pugi::xml_document map;
  const auto result = map.load_file((folder / (name + ".xml")).c_str(), pugi::parse_default | pugi::parse_comments);
  EXPECT_TRUE(result) << result.description();
  return map;
}

std::vector<Expected> expected_in(const pugi::xml_document& map, const std::string& rule) {
  std::vector<Expected> out;
  std::istringstream lines(map.first_child().value());
  std::string line, word;
  while (std::getline(lines, line)) {
    if (!line.starts_with(rule + " ")) continue;
    Expected one;
    one.line = line;
    std::istringstream words(line);
    words >> word >> one.state;
    for (std::string part; words >> std::ws && !words.eof();) {
      if (words.peek() == '"') {
        words.get();
        std::getline(words, part, '"');
        one.words.push_back(part);
      } else {
        words >> part;
        if (part != "*") one.elements.push_back(part);
      }
    }
    out.push_back(one);
  }
  return out;
}

/// Whether a finding is about all that is expected. What it is about are its key and the things that it names.
bool fits(const Expected& expected, const Finding& finding, const JudgedMap& map) {
  static const Labels labels = load_labels(Language::nl);
  const std::string text = finding_message(finding, labels);
  return std::ranges::all_of(expected.words,
                             [&](const std::string& word) { return text.find(word) != std::string::npos; }) &&
         std::ranges::all_of(expected.elements, [&](const std::string& code) {
           // A choice without a code of its own is known by what it holds for: a:archetype:SD1:soll.
           const auto is_it = [&](std::string_view other) { return other == code || other.starts_with(code + ":"); };
           return is_it(finding.key) || std::ranges::any_of(finding.elements, [&](const EntityRef element) {
                    return is_it(map.model.entity(element).code.value);
                  });
         });
}

/// The states of a finding that a line speaks of: its own, or all.
std::vector<std::string> states_of(const Finding& finding) {
  std::vector<std::string> out;
  std::istringstream words(to_string(finding.states));
  for (std::string word; words >> word;) out.push_back(word);
  if (out.empty()) out.emplace_back("*");
  return out;
}

class RuleTexts : public ::testing::TestWithParam<RuleText> {};

TEST_P(RuleTexts, AgreeWithWhatIsFound) {
  const pugi::xml_document document = read(GetParam().name);
  const JudgedMap map(document);
  if (GetParam().rule() != "KS05") {
    EXPECT_EQ(0U, map.diagnostics.count(Severity::error));
  }
  std::vector<std::string> expected, found;
  std::vector<Expected> lines = expected_in(document, GetParam().rule());
  for (const Expected& one : lines) expected.push_back(one.line);
  for (const Finding& finding : map.findings) {
    if (finding.rule != GetParam().rule()) continue;
    // Each state in which it holds takes one line that fits; a line without a state takes the finding whole.
    for (const std::string& state : states_of(finding)) {
      const auto line = std::ranges::find_if(lines, [&](const Expected& one) {
        return (one.state == state || one.state == "*") && fits(one, finding, map);
      });
      if (line == lines.end()) {
        found.push_back(state + " " + map.told(finding));
        continue;
      }
      found.push_back(line->line);
      const bool whole = line->state == "*";
      lines.erase(line);
      if (whole) break;
    }
  }
  std::ranges::sort(expected);
  std::ranges::sort(found);
  EXPECT_EQ(expected, found);
}

TEST_P(RuleTexts, DoNotDependOnTheOrderOfTheFile) {
  pugi::xml_document map = read(GetParam().name);
  const std::vector<std::string> told = JudgedMap(map).told();
  testing::turn_around(map.document_element());
  EXPECT_EQ(told, JudgedMap(map).told());
}

TEST_P(RuleTexts, AcceptingChangesNoOther) { testing::expect_accepting_changes_no_other(read(GetParam().name)); }

std::vector<RuleText> all_texts() {
  std::vector<RuleText> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().extension() == ".xml") out.push_back({entry.path().stem().string()});
  std::ranges::sort(out, {}, &RuleText::name);
  return out;
}

INSTANTIATE_TEST_SUITE_P(All, RuleTexts, ::testing::ValuesIn(all_texts()),
                         [](const ::testing::TestParamInfo<RuleText>& one) {
                           std::string name = one.param.name;
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(RuleTexts, EveryRuleHasOne) {
  // KS08 looks at two versions of a source (cases/check/source-element-disappeared), KS12 at two sources
  // (unit/join/contradictions_test.cpp).
  std::set<std::string> rules = {"KS08", "KS12"};
  for (const RuleText& text : all_texts()) rules.insert(text.rule());
  for (const Rule& rule : testing::built_in_catalogue()->rules)
    EXPECT_TRUE(rules.contains(std::string(rule.code.value))) << rule.code.value;
}

}  // namespace
}  // namespace keuzekaart
