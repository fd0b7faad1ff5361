#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "exporters/csv_table.hpp"
#include "modeler/analyses/analyses.hpp"
#include "modeler/analyses/analysis_registry.hpp"
#include "tests/support/table_shape.hpp"
#include "tests/support/whole_map.hpp"

// Every analysis on the sample municipality, in every way that it can be asked.
namespace keuzekaart {
namespace {

using ::testing::HasSubstr;
using testing::labels_in;
using ::testing::Not;
using testing::sample_map;

/// Every way to ask: each analysis for both states and for one, everywhere and in one domain, in both languages.
std::vector<Table> all_answers(const Labels& labels) {
  const testing::WholeMap& whole = sample_map();
  const TableContext tables{whole.model, whole.sources, labels, whole.findings};
  std::vector<Table> answers;
  for (const AnalysisRow& row : analysis_registry())
    for (const std::optional<State> state : {std::optional<State>(), {State::ist}, {State::soll}})
      for (const bool one_domain : {false, true}) {
        if ((state && !row.by_state) || (one_domain && !row.by_scope)) continue;
        AnalysisContext context{tables, state, {}, {}, nullptr};
        if (one_domain) context.scope = whole.model.find(EntityKind::product_group, "jeugd");
        if (row.need == AnalysisNeed::element) context.element = whole.model.find("jeugdregio");
        if (row.need == AnalysisNeed::earlier_map) context.earlier = &whole.model;
        answers.push_back(row.make(context));
      }
  return answers;
}

TEST(SampleAnalyses, EveryCellHasAPlaceThatExists) {
  for (const Table& answer : all_answers(labels_in(Language::nl))) testing::check_shape({answer}, sample_map().sources);
}

TEST(SampleAnalyses, NoLabelIsMissing) {
  for (const Language language : {Language::nl, Language::en})
    for (const Table& answer : all_answers(labels_in(language))) {
      std::string all = csv_table(answer) + answer.title + answer.explanation + answer.sheet;
      for (const Column& column : answer.columns) all += column.heading;
      EXPECT_THAT(all, Not(HasSubstr("‹"))) << answer.key;
      EXPECT_THAT(answer.title, Not(HasSubstr("{"))) << answer.key;
    }
}

/// A process catalogue names partners without a state; the map gives them roles in some.
TEST(SampleAnalyses, APartyIsTouchedInTheStatesOfAllItsRolesInAProcess) {
  const testing::WholeMap& whole = sample_map();
  const Labels labels = labels_in(Language::nl);
  AnalysisContext context{{whole.model, whole.sources, labels, whole.findings}, {}, {}, {}, nullptr};
  context.element = whole.model.find(EntityKind::process, "toegang-jeugd");
  std::map<std::string, std::string> states;
  const Table table = impact_analysis(context);
  for (const Row& row : table.rows) states[row.code] = row.cells[table.find_column("toestand").value()].value();
  EXPECT_EQ("nu en straks", states["partij:ggd"]);
  EXPECT_EQ("straks (SOLL)", states["partij:jeugdregio"]);
  EXPECT_EQ("nu (IST)", states["partij:team-jeugd"]);
  EXPECT_EQ("", states["partij:huisartsen"]) << "only the catalogue names them";
}

}  // namespace
}  // namespace keuzekaart
