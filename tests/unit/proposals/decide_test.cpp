#include "modeler/proposals/decide.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "importers/map_file/map_editor.hpp"
#include "importers/map_reader.hpp"
#include "tests/support/join_scene.hpp"
#include "tests/support/messages.hpp"

namespace keuzekaart {
namespace {

using archimate::ConceptType;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::JoinScene;
using testing::links_of;
using testing::SmallArchimate;

constexpr auto confirmed = MappingStatus::confirmed;
constexpr auto rejected = MappingStatus::rejected;

/// A map and a reference model with two processes, two components and a function, and a catalogue process G1.
struct Scene : JoinScene {
  std::string text;
  Model model;
  Decisions decisions;

  explicit Scene(const std::string& content, const std::function<void(JoinScene&)>& more = {},
                 std::string (*layout)(const std::string&) = nullptr)
      : text("<kaart xmlns=\"urn:keuzekaart:kaart:1\" naam=\"Proef\">\n" + content + "</kaart>\n") {
    if (layout != nullptr) text = layout(text);
    if (more) more(*this);
    model = with(*this, text);
  }

  /// The same sources with this map.
  static Model with(JoinScene& scene, const std::string& map_text) {
    SmallArchimate reference(scene.sources);
    reference.element(ConceptType::business_process, "r1", "Verstrekken subsidie", "Bedrijfsproces")
        .element(ConceptType::business_process, "r2", "Inzamelen afval", "Bedrijfsproces")
        .element(ConceptType::application_component, "c1", "Subsidiecomponent", "Referentiecomponent")
        .element(ConceptType::application_component, "c2", "Zaakcomponent", "Referentiecomponent")
        .element(ConceptType::business_function, "f1", "Subsidiebeheer", "Bedrijfsfunctie");
    scene.source("gemma", reference.linked(scene.diagnostics));
    scene.catalogue("G 1", "Afvalroute", "Inzamelen afval");
    scene.input.map = read_map_text("kaart.xml", map_text, scene.sources, scene.diagnostics);
    return scene.join();
  }

  DecisionRow row(const std::string& from, const std::string& to, MappingStatus status) {
    return {text_of(from), text_of(to), {}, text_of(std::string(word_of(status))), status};
  }
  Text text_of(const std::string& value) { return JoinScene::text(value); }

  Scene& decide(const std::vector<DecisionRow>& rows) {
    decisions = keuzekaart::decide(model, rows, diagnostics);
    return *this;
  }
  std::string edited() const { return edit_map(text, decisions.edits).text; }
  /// Whether the changed map is as decided.
  DecisionsCheck check(const std::string& changed) const {
    JoinScene after;
    const Model joined = with(after, changed);
    EXPECT_EQ("", testing::messages(after.diagnostics, after.sources));
    return check_decisions(model, joined, decisions);
  }
  std::string said() const { return testing::messages(diagnostics, sources); }
  std::vector<std::string> outcomes() const {
    constexpr const char* names[] = {"changes", "already", "otherwise", "elsewhere"};
    std::vector<std::string> out;
    for (const Decision& d : decisions.all) out.emplace_back(names[static_cast<int>(d.outcome)]);
    return out;
  }
};

TEST(Decide, EveryKindOfTieOfTheMapChangesItsStatus) {
  Scene scene(
      R"( <applicaties><applicatie id="a" naam="A" referentiecomponent="c1" referentie-status="voorgesteld"/></applicaties>
 <processen><proces id="p" naam="P" gemma="r1" gemma-status="voorgesteld">
  <functie ref="f1" status="voorgesteld"/></proces></processen>
 <producten><product id="q" naam="Q"><proces ref="p" status="voorgesteld"/></product></producten>
)");
  scene.decide({scene.row("a", "c1", rejected), scene.row("p", "r1", confirmed), scene.row("p", "f1", rejected),
                scene.row("q", "p", confirmed)});
  EXPECT_EQ("", scene.said());
  EXPECT_EQ(R"(<kaart xmlns="urn:keuzekaart:kaart:1" naam="Proef">
 <applicaties><applicatie id="a" naam="A" referentiecomponent="c1" referentie-status="afgewezen"/></applicaties>
 <processen><proces id="p" naam="P" gemma="r1" gemma-status="bevestigd">
  <functie ref="f1" status="afgewezen"/></proces></processen>
 <producten><product id="q" naam="Q"><proces ref="p" status="bevestigd"/></product></producten>
</kaart>
)",
            scene.edited());
  EXPECT_TRUE(scene.check(scene.edited()).holds());
}

TEST(Decide, WhatTheMapDoesNotTieYetComes) {
  Scene scene(R"( <applicaties>
  <applicatie id="a" naam="Subsidie-app"/>
 </applicaties>
 <processen>
  <proces id="p" naam="Verstrekken subsidie"/>
 </processen>
 <producten>
  <product id="q" naam="Subsidie">
   <omschrijving>Geld</omschrijving>
  </product>
 </producten>
)");
  scene.decide({scene.row("a", "c1", confirmed), scene.row("p", "r1", confirmed), scene.row("q", "p", rejected)});
  EXPECT_EQ("", scene.said());
  EXPECT_EQ(R"(<kaart xmlns="urn:keuzekaart:kaart:1" naam="Proef">
 <applicaties>
  <applicatie id="a" naam="Subsidie-app" referentiecomponent="c1" referentie-status="bevestigd"/>
 </applicaties>
 <processen>
  <proces id="p" naam="Verstrekken subsidie" gemma="r1" gemma-status="bevestigd"/>
 </processen>
 <producten>
  <product id="q" naam="Subsidie">
   <omschrijving>Geld</omschrijving>
   <proces ref="p" status="afgewezen"/>
  </product>
 </producten>
</kaart>
)",
            scene.edited());
  EXPECT_TRUE(scene.check(scene.edited()).holds());
}

TEST(Decide, WhatOnlyACatalogueHasComesOnTheMap) {
  // The id is free, and joining still knows the process by its code; the product is tied to it by that.
  Scene scene(
      " <domeinen><domein id=\"G-1\" naam=\"D\"/></domeinen>\n <producten>\n  <product id=\"q\" naam=\"Q\"/>\n "
      "</producten>\n");
  const std::vector<DecisionRow> rows = {scene.row("G 1", "r2", confirmed), scene.row("q", "G 1", confirmed),
                                         scene.row("q", "r1", rejected)};
  scene.decide(rows);
  EXPECT_EQ("", scene.said());
  EXPECT_EQ(R"(<kaart xmlns="urn:keuzekaart:kaart:1" naam="Proef">
 <domeinen><domein id="G-1" naam="D"/></domeinen>
 <processen>
  <proces id="G-1-2" naam="Afvalroute" code="G 1" gemma="r2" gemma-status="bevestigd"/>
 </processen>
 <producten>
  <product id="q" naam="Q">
   <proces ref="G 1" status="bevestigd"/>
   <proces ref="r1" status="afgewezen"/>
  </product>
 </producten>
</kaart>
)",
            scene.edited());
  EXPECT_TRUE(scene.check(scene.edited()).holds());
  // The same rows, with the code of the catalogue, say the same of the changed map.
  JoinScene after;
  const Model changed = Scene::with(after, scene.edited());
  for (const Decision& d : decide(changed, rows, after.diagnostics).all) EXPECT_EQ(DecisionOutcome::already, d.outcome);
  EXPECT_EQ("", testing::messages(after.diagnostics, after.sources));
}

TEST(Decide, AProductOfTheListKeepsItsRowWhenItGetsAnId) {
  const auto list = [](JoinScene& s) { s.upl({{"melding_(groen)", "melding groen"}}); };
  Scene scene("", list);
  scene.decide({scene.row("melding_(groen)", "r1", confirmed)});
  EXPECT_EQ(R"x(<kaart xmlns="urn:keuzekaart:kaart:1" naam="Proef">
  <producten>
    <product id="melding_groen" naam="melding groen" upl="http://standaarden.overheid.nl/owms/terms/melding_(groen)">
      <proces ref="r1" status="bevestigd"/>
    </product>
  </producten>
</kaart>
)x",
            scene.edited());
  Scene after(
      " <producten><product id=\"melding_groen\" naam=\"x\" "
      "upl=\"http://standaarden.overheid.nl/owms/terms/melding_(groen)\"><proces ref=\"r1\"/></product></producten>",
      list);
  after.decide({after.row("melding_(groen)", "r1", confirmed)});
  EXPECT_THAT(after.outcomes(), ElementsAre("already"));
  EXPECT_TRUE(check_decisions(scene.model, after.model, scene.decisions).holds());
}

TEST(Decide, WhatIsDecidedAlreadyStays) {
  Scene scene(R"( <processen>
  <proces id="p" naam="P" gemma="r1"/>
  <proces id="o" naam="O" gemma="r1" gemma-status="afgewezen"/>
 </processen>
 <producten><product id="q" naam="Q"><proces ref="p"/><proces ref="o" status="afgewezen"/></product></producten>
)");
  std::vector<DecisionRow> rows = {scene.row("p", "r1", confirmed), scene.row("q", "o", rejected),
                                   scene.row("q", "p", rejected),   scene.row("o", "r1", confirmed),
                                   scene.row("p", "r2", confirmed), scene.row("o", "r2", rejected)};
  scene.decide(rows);
  EXPECT_THAT(scene.outcomes(), ElementsAre("already", "already", "otherwise", "otherwise", "elsewhere", "elsewhere"));
  EXPECT_EQ(scene.text, scene.edited());
  EXPECT_EQ(4U, scene.diagnostics.count(Severity::warning));
  EXPECT_FALSE(scene.diagnostics.has_errors());
  const Diagnostic& first = scene.diagnostics.all().front();
  EXPECT_EQ("rejected", first.variant);
  EXPECT_EQ(rows[2].said.place, first.place);
  EXPECT_EQ("p\"/>", scene.sources.text(first.related.file).substr(first.related.offset, 4));
}

/// Every place of `what` in a text becomes `other`.
std::string with(std::string text, std::string_view what, std::string_view other) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += other.size())
    text.replace(at, what.size(), other);
  return text;
}

TEST(Decide, TheLayoutOfTheMapDoesNotMatter) {
  const std::string content = R"( <!-- <producten> -->
 <applicaties>
  <applicatie id="a" naam="A"/> <!-- een -->
 </applicaties>

 <producten>
  <product id="q" naam="Q"/>
  <product id="s" naam="1 &lt; 2">
   <omschrijving>x</omschrijving>
   <!-- nog niets -->
  </product>
  <product id="t" naam="T"><proces ref="r1" status="voorgesteld"/></product>
 </producten>
)";
  using Layout = std::string (*)(const std::string&);
  const auto changed = [&](Layout layout) {
    Scene scene(content, {}, layout);
    scene.decide({scene.row("a", "c1", confirmed), scene.row("q", "r1", confirmed), scene.row("q", "r2", rejected),
                  scene.row("s", "r2", confirmed), scene.row("t", "r1", rejected), scene.row("G 1", "r2", confirmed)});
    EXPECT_EQ("", scene.said());
    const std::string text = scene.edited();
    EXPECT_TRUE(scene.check(text).holds()) << text;
    return text;
  };
  const std::string plain = changed([](const std::string& text) { return text; });
  const Layout other_line_ends = [](const std::string& text) { return with(text, "\n", "\r\n"); };
  EXPECT_EQ(other_line_ends(plain), changed(other_line_ends));
  const Layout tabs = [](const std::string& text) {
    return with(with(with(text, "\n ", "\n\t"), "\t ", "\t\t"), "\t ", "\t\t");
  };
  EXPECT_EQ(tabs(plain), changed(tabs));
  const Layout one_line = [](const std::string& text) { return with(text, "\n", ""); };
  EXPECT_EQ(std::string::npos, changed(one_line).find('\n'));
  changed([](const std::string& text) { return with(text, "\n", " "); });
  changed([](const std::string& text) { return with(with(text, "\n ", "\n"), "\n ", "\n"); });
  changed([](const std::string& text) { return with(with(text, "/>", "   />"), " id=", "\n\n  id = "); });
  changed([](const std::string& text) { return with(text, "naam=\"T\"", "naam='>' volume='3'"); });
}

TEST(Decide, UndecidedRowsAreCountedOnly) {
  Scene scene(" <producten><product id=\"q\" naam=\"Q\"/></producten>\n");
  scene.decide({scene.row("q", "r1", MappingStatus::proposed), scene.row("weg", "r1", MappingStatus::proposed)});
  EXPECT_EQ("", scene.said());
  EXPECT_EQ(2U, scene.decisions.undecided);
  EXPECT_THAT(scene.decisions.all, IsEmpty());
}

TEST(Decide, WrongRowsAreSaidAndLeftOut) {
  Scene scene(
      " <processen><proces id=\"p\" naam=\"P\"/></processen>\n <producten><product id=\"kapvergunning\" "
      "naam=\"Q\"/></producten>\n");
  scene.decide({scene.row("kapvergunnin", "r1", confirmed), scene.row("kapvergunning", "r9", confirmed),
                scene.row("kapvergunning", "c1", confirmed), scene.row("p", "p", confirmed),
                scene.row("kapvergunning", "r1", confirmed), scene.row("kapvergunning", "r1", rejected),
                scene.row("p", "r1", confirmed), scene.row("p", "r2", confirmed)});
  EXPECT_THAT(scene.outcomes(), ElementsAre("changes", "changes"));
  std::vector<std::string> said;
  for (const Diagnostic& d : scene.diagnostics.all())
    said.push_back(fmt::format("{} {} {}", d.label_key(), d.arguments.front(), d.nearest));
  EXPECT_THAT(said, ElementsAre("K335 kapvergunnin kapvergunning", "K335 r9 ", "K339 kapvergunning ", "K339 p ",
                                "K336 kapvergunning ", "K339.second p "));
}

TEST(Decide, KindTellsTiesWithTheSameCodesApart) {
  // A product of a list and a process of the map have one code.
  Scene scene(" <processen><proces id=\"p\" naam=\"P\"/></processen>\n", [](JoinScene& s) { s.upl({{"p", "Pe"}}); });
  DecisionRow row = scene.row("p", "r2", confirmed);
  scene.decide({row});
  EXPECT_EQ("K339.unclear", scene.diagnostics.all().back().label_key());
  row.from_kind = EntityKind::process;
  scene.decide({row});
  ASSERT_EQ(1U, scene.decisions.all.size());
  EXPECT_EQ(LinkKind::reference, scene.decisions.all.front().kind);
}

TEST(Decide, AMapThatWouldBeOtherwiseIsFound) {
  Scene scene(R"( <producten><product id="q" naam="Q"><proces ref="r1" status="voorgesteld"/></product>
 <product id="s" naam="S"><proces ref="r1" status="voorgesteld"/></product></producten>
)");
  scene.decide({scene.row("q", "r1", confirmed)});
  const DecisionsCheck nothing_done = scene.check(scene.text);
  ASSERT_EQ(1U, nothing_done.do_not_hold.size());
  EXPECT_EQ(&scene.decisions.all.front(), nothing_done.do_not_hold.front());

  std::string too_much = scene.edited();
  too_much.replace(too_much.find("voorgesteld"), 11, "bevestigd");
  const DecisionsCheck more_done = scene.check(too_much);
  EXPECT_THAT(more_done.do_not_hold, IsEmpty());
  EXPECT_TRUE(more_done.others_change);

  std::string one_more = scene.edited();
  one_more.insert(one_more.find("</producten>"), "<product id=\"t\" naam=\"T\"/>");
  EXPECT_TRUE(scene.check(one_more).others_change);
}

}  // namespace
}  // namespace keuzekaart
