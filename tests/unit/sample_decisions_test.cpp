#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "cli/workspace.hpp"
#include "exporters/workbook.hpp"
#include "importers/decision_sheet.hpp"
#include "importers/map_file/map_editor.hpp"
#include "importers/read_file.hpp"
#include "modeler/proposals/proposal.hpp"
#include "tests/support/messages.hpp"
#include "tests/support/places.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/whole_map.hpp"

// Deciding in the sample's own workbook: written, filled in, read back, brought into the map, and looked at again.
namespace keuzekaart {
namespace {

std::unique_ptr<Workspace> sample(const std::string* map_bytes = nullptr) {
  WorkspaceRequest request;
  request.items.push_back({checkout("/samples/waterrijk/kaart.xml"), nullptr});
  request.map_bytes = map_bytes;
  request.quiet = true;
  Progress progress(stderr, true);
  return load_workspace(request, progress, testing::labels_in(Language::nl));
}

/// Fills in a word as the status of every proposal; `word(row)` may be one of the list.
std::string filled_in(const Workspace& workspace, const Labels& labels, const auto& word) {
  std::vector<Table> tables = make_tables({workspace.model, workspace.sources, labels, workspace.findings});
  for (Table& table : tables) {
    if (table.key != "voorstellen") continue;
    const std::size_t status = table.find_column("koppelstatus").value();
    for (std::size_t r = 0; r < table.rows.size(); ++r)
      table.rows[r].cells[status] =
          Cell::text(labels.get("koppelstatus." + std::string(word_of(word(r)))), table.rows[r].cells[status].trace());
    std::ranges::reverse(table.rows);  // as a person sorts them
  }
  Diagnostics diagnostics;
  return write_workbook(tables, {"Waterrijk", "", "2026-11-02", "", {}, {}}, labels, diagnostics);
}

std::multiset<std::string> lines_of(std::string_view text) {
  std::multiset<std::string> lines;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);) lines.insert(line);
  return lines;
}

std::size_t lines_without(const std::multiset<std::string>& lines, const std::multiset<std::string>& others) {
  std::vector<std::string> left;
  std::ranges::set_difference(lines, others, std::back_inserter(left));
  return left.size();
}

using Codes = std::set<std::pair<std::string, std::string>>;
Codes proposed(const Model& model) {
  Codes codes;
  for (const Proposal& p : propose(model, ProposedFor::own_products))
    codes.emplace(model.entity(p.from).code.value, model.entity(p.to).code.value);
  return codes;
}

void decide_in_workbook(Language language, const auto& word) {
  static const std::unique_ptr<Workspace> before = sample();
  const Labels labels = testing::labels_in(language);
  const testing::TemporaryFolder folder;
  folder.write("werkmap.xlsx", filled_in(*before, labels, word));
  const Labels dutch = testing::labels_in(Language::nl);
  const Labels english = testing::labels_in(Language::en);
  const Labels* languages[] = {&dutch, &english};
  Diagnostics diagnostics;
  const auto rows = read_decisions(folder.at("werkmap.xlsx"), languages, before->sources, diagnostics);
  ASSERT_TRUE(rows) << testing::messages(diagnostics, before->sources);
  const Codes all = proposed(before->model);
  ASSERT_EQ(all.size(), rows->size());
  const Decisions decisions = decide(before->model, *rows, diagnostics);
  EXPECT_EQ("", testing::messages(diagnostics, before->sources));

  const std::string_view text = before->sources.text(before->model.map->place.file);
  const EditedMap edited = edit_map(text, decisions.edits);
  const auto came = static_cast<std::size_t>(std::ranges::count(edited.made, true, &MapEditMade::added));
  EXPECT_EQ(edited.made.size(), lines_without(lines_of(edited.text), lines_of(text)));
  EXPECT_EQ(edited.made.size() - came, lines_without(lines_of(text), lines_of(edited.text)));

  const std::unique_ptr<Workspace> after = sample(&edited.text);
  EXPECT_EQ(ExitCode::good, after->exit_code());
  EXPECT_TRUE(check_decisions(before->model, after->model, decisions).holds());
  // What was refused may give way to another proposal; what was decided on does not come back.
  const Codes left = proposed(after->model);
  for (const Decision& d : decisions.all) {
    EXPECT_EQ(DecisionOutcome::changes, d.outcome);
    EXPECT_FALSE(left.contains(
        {std::string(before->model.entity(d.from).code.value), std::string(before->model.entity(d.to).code.value)}));
  }
  EXPECT_EQ(all.size(), decisions.all.size() + decisions.undecided);

  // The same workbook once more: all of it is so.
  const auto again = read_decisions(folder.at("werkmap.xlsx"), languages, after->sources, diagnostics);
  ASSERT_TRUE(again);
  const Decisions nothing = decide(after->model, *again, diagnostics);
  EXPECT_TRUE(nothing.edits.empty());
  EXPECT_EQ("", testing::messages(diagnostics, after->sources));
}

TEST(SampleDecisions, EveryProposalAccepted) {
  decide_in_workbook(Language::nl, [](std::size_t) { return MappingStatus::confirmed; });
}

TEST(SampleDecisions, EveryProposalRefused) {
  decide_in_workbook(Language::en, [](std::size_t) { return MappingStatus::rejected; });
}

TEST(SampleDecisions, SomeAcceptedSomeRefusedSomeLeft) {
  decide_in_workbook(Language::nl, [](std::size_t row) {
    constexpr MappingStatus statuses[] = {MappingStatus::proposed, MappingStatus::confirmed, MappingStatus::rejected};
    return statuses[row % 3];
  });
}

}  // namespace
}  // namespace keuzekaart
