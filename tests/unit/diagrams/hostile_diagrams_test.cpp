// Small maps written here: loops, many processes, and names that try to break
// out of their place.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "exporters/diagram_writers.hpp"
#include "modeler/diagrams/diagram_registry.hpp"
#include "tests/support/join_scene.hpp"
#include "tests/support/sheet_checks.hpp"

namespace keuzekaart {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string process(std::string_view id, std::string_view name, std::string_view more = {}) {
  return fmt::format(R"(<proces id="{}" naam="{}" domein="d">{}</proces>)", id, name, more);
}

class HostileDiagrams : public ::testing::Test {
 protected:
  std::vector<Diagram> drawn(std::string_view key, const std::string& map, const DiagramOptions& options = {}) {
    scene.map(map);
    model = scene.join();
    return find_diagram(key)->make({model, scene.sources, labels, {}, options});
  }

  testing::JoinScene scene;
  Model model;
  Labels labels = testing::shipped_labels(Language::nl);
};

constexpr std::string_view head =
    R"(<partijen><partij id="g" naam="Gemeente" soort="gemeente"/></partijen><domeinen><domein id="d" naam="Domein"/></domeinen>)";

TEST_F(HostileDiagrams, NamesNeverBecomeMarkupOrGraphvizEscapes) {
  const auto diagrams =
      drawn("landschap", std::string(head) + "<processen>" +
                             process("p1",
                                     "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; "
                                     "&quot;q&quot; 'a'") +
                             process("p2", R"(C:\Nieuw\Lijst \G \\ ]]&gt; &lt;/TABLE&gt;)") + "</processen>");
  EXPECT_THAT(testing::faults_of(diagrams), IsEmpty());
  Diagnostics diagnostics;
  const auto pages = draw(diagrams, diagnostics);
  ASSERT_THAT(diagnostics.all(), IsEmpty());
  const std::string svg = write_svg(pages.at(0), 0);
  EXPECT_THAT(svg, Not(HasSubstr("<script")));
  EXPECT_THAT(svg, HasSubstr("&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp;"));
  EXPECT_THAT(svg, HasSubstr(R"(C:\Nieuw\Lijst \G \\ ]]&gt;)"));
}

TEST_F(HostileDiagrams, AChainThatRunsInARingEndsWithAReturn) {
  const auto diagrams = drawn(
      "keten",
      std::string(head) + "<processen>" + process("a", "Eerste") + process("b", "Tweede") + process("c", "...") +
          R"(</processen><ketens><keten id="k" naam="Ring" soort="estafette"><schakel proces="a"/><schakel proces="b"/><schakel proces="c"/></keten></ketens>)"
          R"(<overdrachten><overdracht id="o1" van="a" naar="b"/><overdracht id="o2" van="b" naar="c"/><overdracht id="o3" van="c" naar="a"/></overdrachten>)");
  ASSERT_THAT(diagrams, SizeIs(1));
  EXPECT_THAT(testing::faults_of(diagrams), IsEmpty());
  EXPECT_THAT(testing::texts_of(diagrams), Contains(HasSubstr("...")));
  const auto& lines = diagrams[0].pages[0].lines;
  EXPECT_EQ(3, std::ranges::count_if(lines, [](const Line& l) { return l.id.starts_with("stroom-"); }));
  const auto back = std::ranges::find_if(
      lines, [](const Line& l) { return l.id.starts_with("stroom-") && l.path.front().x > l.path.back().x; });
  ASSERT_NE(lines.end(), back);
  EXPECT_EQ("stap-c", back->from);
  EXPECT_EQ("stap-a", back->to);
}

TEST_F(HostileDiagrams, AThousandProcessesAreSpreadOverPages) {
  std::string map = std::string(head) + "<processen>";
  std::string links, products;
  for (int i = 0; i < 1000; ++i) {
    map += process(fmt::format("p{:04}", i), fmt::format("Behandelen aanvraag nummer {}", i));
    if (i < 200) links += fmt::format(R"(<schakel proces="p{:04}"/>)", i);
  }
  map +=
      "</processen>" + fmt::format(R"(<ketens><keten id="k" naam="Lang" soort="estafette">{}</keten></ketens>)", links);
  const auto landscape = drawn("landschap", map);
  EXPECT_THAT(testing::faults_of(landscape), IsEmpty());
  std::size_t boxes = 0;
  for (const Page& page : landscape.at(0).pages)
    boxes += static_cast<std::size_t>(std::ranges::count(page.boxes, Look::process, &Box::look));
  std::size_t legend = 0;
  for (const Page& page : landscape.at(0).pages)
    legend += static_cast<std::size_t>(std::ranges::count_if(
        page.boxes, [](const Box& b) { return b.look == Look::process && b.id.starts_with("legenda-"); }));
  EXPECT_EQ(1000U, boxes - legend);
  for (const std::string_view key : {"keten", "product-proces"}) {
    const auto diagrams = find_diagram(key)->make({model, scene.sources, labels, {}, {}});
    EXPECT_THAT(testing::faults_of(diagrams), IsEmpty()) << key;
    EXPECT_GT(diagrams.at(0).pages.size(), 1U) << key;
  }
}

TEST_F(HostileDiagrams, NothingToDrawIsSaidOnThePage) {
  for (const DiagramRow& row : diagram_registry()) {
    const auto diagrams = drawn(row.key, std::string(head));
    EXPECT_THAT(testing::faults_of(diagrams), IsEmpty()) << row.key;
  }
}

}  // namespace
}  // namespace keuzekaart
