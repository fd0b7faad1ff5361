// What a large sheet holds.
#include <gtest/gtest.h>

#include "modeler/diagrams/diagram_registry.hpp"
#include "tests/support/sheet_checks.hpp"

namespace keuzekaart {
namespace {

/// Draws as many pages as a paper of its size needs for text that fills one A3.
std::vector<Diagram> draws(const DiagramContext& context, std::size_t pages_on_a3) {
  Diagram diagram;
  diagram.name = "proef";
  diagram.paper = context.options.paper;
  diagram.pages.resize(context.options.paper == Paper::a3 ? pages_on_a3 : 1);
  return {diagram};
}
constexpr DiagramRow fits_on_a3{"proef", [](const DiagramContext& c) { return draws(c, 1); }};
constexpr DiagramRow needs_more{"proef", [](const DiagramContext& c) { return draws(c, 3); }};

Diagram made(const DiagramRow& row, Paper paper) {
  const Model model;
  const Sources sources;
  const Labels labels = testing::shipped_labels(Language::nl);
  DiagramOptions options;
  options.paper = paper;
  return make_on_paper(row, {model, sources, labels, {}, options}).at(0);
}

TEST(LargePaper, EnlargesWhatFitsOnASmallerSheet) {
  const Diagram diagram = made(fits_on_a3, Paper::a0);
  EXPECT_EQ(diagram.paper, Paper::a3);
  EXPECT_EQ(diagram.sheet(), Paper::a0);
}

TEST(LargePaper, UsesTheSmallestSheetThatHoldsItAll) {
  const Diagram diagram = made(needs_more, Paper::a0);
  EXPECT_EQ(diagram.paper, Paper::a1);
  EXPECT_EQ(diagram.sheet(), Paper::a0);
}

TEST(LargePaper, LaysOutForThePaperAskedForWhenNothingSmallerHoldsIt) {
  EXPECT_EQ(made(needs_more, Paper::a1).paper, Paper::a1);
  EXPECT_EQ(made(needs_more, Paper::a3).pages.size(), 3U);
}

}  // namespace
}  // namespace keuzekaart
