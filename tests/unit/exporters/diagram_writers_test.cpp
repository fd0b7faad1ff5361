#include "exporters/diagram_writers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "exporters/draw_workers.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

Diagram two_boxes() {
  Diagram diagram;
  diagram.key = diagram.name = "proef";
  diagram.title = "Een titel & meer";
  diagram.description = "Twee vakken";
  diagram.language = "nl";
  diagram.date = "2026-11-02";
  Page page;
  Box a;
  a.id = "stap-a";
  a.look = Look::step;
  a.rect = {40, 60, 120, 40};
  a.lines = {{"Aanvragen", 10, false, Ink::normal}};
  a.tooltip = "Aanvragen <vergunning>";
  a.target = "proces-a";
  Box b = a;
  b.id = "stap-b";
  b.rect.x = 300;
  Line line;
  line.id = "stroom-1";
  line.look = LineLook::order;
  line.path = {{160, 80}, {230, 80}, {230, 90}, {300, 90}};
  line.arrow = true;
  line.from = "stap-a";
  line.to = "stap-b";
  page.boxes = {a, b};
  page.lines = {line};
  diagram.pages = {page, page};
  return diagram;
}

DrawnDiagram drawn(const SvgOptions& options = {}) {
  Diagnostics diagnostics;
  const std::vector<Diagram> diagrams{two_boxes()};
  auto all = draw(diagrams, diagnostics, options);
  EXPECT_THAT(diagnostics.all(), IsEmpty());
  return all.at(0);
}

TEST(DiagramWriters, SvgHasTitleSizeIdsAndTooltips) {
  const std::string svg = write_svg(drawn(), 0);
  EXPECT_THAT(svg, StartsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg width=\"420mm\" "
                              "height=\"297mm\" viewBox=\"0 0 1190.55 841.89\""));
  EXPECT_THAT(svg, HasSubstr("<title id=\"titel\">Een titel &amp; meer</title><desc "
                             "id=\"beschrijving\">Twee vakken</desc>"));
  EXPECT_THAT(svg, HasSubstr("<g id=\"stap-a\" class=\"node stap\"><title>Aanvragen "
                             "&lt;vergunning&gt;</title>"));
  EXPECT_THAT(svg, Not(HasSubstr("href=")));
}

TEST(DiagramWriters, LinksOnlyWithASafeBase) {
  EXPECT_THAT(write_svg(drawn({"kaart.html"}), 0), HasSubstr("<a xlink:href=\"kaart.html#proces-a\">"));
  EXPECT_THAT(write_svg(drawn({"javascript:alert(1)"}), 0), Not(HasSubstr("javascript")));
}

TEST(DiagramWriters, BoxesStandWhereTheyWerePlaced) {
  const std::string svg = write_svg(drawn(), 0);
  EXPECT_THAT(svg, HasSubstr("x=\"44\" y=\"-758.89\" font-size=\"10.00\"")) << svg;
}

TEST(DiagramWriters, TheSameBytesEveryTimeInEveryForm) {
  const DrawnDiagram first = drawn(), second = drawn();
  EXPECT_EQ(first.svg, second.svg);
  EXPECT_EQ(write_pdf(first), write_pdf(second));
  EXPECT_EQ(write_png(first, 0, 50), write_png(second, 0, 50));
  EXPECT_EQ(write_dot(two_boxes(), 0), write_dot(two_boxes(), 0));
}

TEST(DiagramWriters, PdfHasThePagesAndTheMapsDate) {
  const std::string pdf = write_pdf(drawn());
  EXPECT_THAT(pdf, StartsWith("%PDF-"));
  EXPECT_THAT(pdf, HasSubstr("/Count 2"));
  EXPECT_THAT(pdf, HasSubstr("/CreationDate (20261102000000Z)"));
  DrawnDiagram undated = drawn();
  undated.date.clear();
  EXPECT_THAT(write_pdf(undated), Not(HasSubstr("/CreationDate (2")));
}

TEST(DiagramWriters, DotIsPinned) {
  const std::string dot = write_dot(two_boxes(), 0);
  EXPECT_THAT(dot, HasSubstr("pos=\"100.00,761.89!\""));
  EXPECT_THAT(dot, HasSubstr("pos=\"e,300.00,751.89"));
}

TEST(DiagramWriters, DotNamesArePlainAndEmptyLabelsAreSaid) {
  const std::string dot = write_dot(two_boxes(), 0);
  EXPECT_THAT(dot, StartsWith("digraph blad {"));
  EXPECT_THAT(dot, HasSubstr("subgraph cluster_blad {"));
  EXPECT_THAT(dot, HasSubstr("label=\"\""));
}

TEST(DiagramWriters, AnotherProcessWithAnotherHeapWritesTheSameBytes) {
  const auto elsewhere = run_in_workers(2, [](std::size_t job) {
    const std::vector<std::string> other_heap(1 + 1000 * job, std::string(37 + 64 * job, 'x'));
    return write_dot(two_boxes(), other_heap.size() == 0 ? 1 : 0);
  });
  const std::string here = write_dot(two_boxes(), 0);
  EXPECT_THAT(elsewhere, ElementsAre(here, here));
}

TEST(DrawWorkers, AJobThatDiesOrThrowsOrNeverEndsHasNoResultAndTheOthersDo) {
  WorkerLimits limits;
  limits.deadline = std::chrono::milliseconds(300);
  const auto results = run_in_workers(
      6,
      [](std::size_t job) -> std::string {
        if (job == 1) ::kill(::getpid(), SIGKILL);
        if (job == 2) throw std::runtime_error("no");
        if (job == 3) std::this_thread::sleep_for(std::chrono::seconds(20));
        return std::string(100'000 * job + 1, 'x');
      },
      limits);
  std::vector<std::size_t> sizes;
  for (const auto& result : results) sizes.push_back(result ? result->size() : 0);
  EXPECT_THAT(sizes, ElementsAre(1, 0, 0, 0, 400'001, 500'001));
}

TEST(DrawWorkers, APageThatCannotBeDrawnIsSaid) {
  WorkerLimits limits;
  limits.deadline = std::chrono::milliseconds(0);
  Diagnostics diagnostics;
  const std::vector<Diagram> diagrams{two_boxes()};
  const auto pages = draw(diagrams, diagnostics, {}, limits);
  EXPECT_THAT(pages.at(0).svg, ElementsAre("", ""));
  std::vector<Code> codes;
  for (const Diagnostic& d : diagnostics.all()) codes.push_back(d.code);
  EXPECT_THAT(codes, ElementsAre(Code::K510, Code::K510, Code::K511, Code::K511));
}

}  // namespace
}  // namespace keuzekaart
