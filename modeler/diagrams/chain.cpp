#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "modeler/diagrams/chain_bands.hpp"
#include "modeler/diagrams/chain_handovers.hpp"
#include "modeler/diagrams/chain_view.hpp"
#include "modeler/diagrams/diagram_registry.hpp"
#include "modeler/diagrams/diagram_texts.hpp"
#include "modeler/diagrams/frame.hpp"
#include "modeler/diagrams/text_measure.hpp"

namespace keuzekaart {

namespace {

constexpr double band_gap = 14;

class ChainDrawing {
 public:
  ChainDrawing(const DiagramContext& context, EntityRef thing) : c_(context), view_(chain_view(context, thing)) {
    for (const ChainCell& cell : chain_cells(view_, c_.options.state)) cells_.push_back(cell);
  }

  Diagram make() {
    const std::string_view word = drawn_state_words[static_cast<std::size_t>(c_.options.state)].word;
    Diagram diagram = start_diagram(
        c_, "keten", fmt::format("{}-{}", id_of("keten-", short_code(c_.model.entity(view_.thing).code.value)), word));
    const Frame frame = make_frame(word);
    const Rect room = content_area(frame, diagram.paper);
    y_ = room.y;
    BandRules rules{room.width, room.height, band_gap, 0};
    for (const HandoverRow& row : handover_rows(c_, view_, room.width)) rules.reserved += row.height;
    if (rules.reserved > 0) rules.reserved += band_gap;
    for (ChainBand& band : chain_bands(c_, view_, rules)) {
      start_page_when_full(diagram, room, band.height);
      move(band.drawing, room.x, y_);
      add(diagram.pages.back(), std::move(band.drawing));
      y_ += band.height + band_gap;
    }
    add_handovers(diagram, room);
    if (diagram.pages.empty()) diagram.pages.emplace_back();
    diagram.description = c_.labels.fill("keten.beschrijving", {frame.title, steps_in_words()});
    add_frame(diagram, frame, c_.labels);
    return diagram;
  }

 private:
  static std::string_view short_code(std::string_view code) {
    return code.starts_with("keten-") ? code.substr(6) : code;
  }

  std::string text(std::string_view key) const { return c_.labels.get(key); }

  std::string make_title() const {
    const std::string steps = counted(c_.labels, "keten.stappen", view_.steps.size());
    std::set<std::size_t> parties;
    std::size_t changed = 0;
    for (const ChainCell& cell : cells_) {
      if (view_.lanes[cell.lane].party.known()) parties.insert(cell.lane);
      if (cell.part != Part::leaves && cell.tone != Tone::same && cell.tone != Tone::none) ++changed;
      if (cell.part == Part::leaves && cell.tone == Tone::ended && leads_nowhere(cell)) ++changed;
    }
    if (c_.options.state == DrawnState::change)
      return c_.labels.fill("keten.titel.verschil",
                            {view_.name, std::to_string(changed), std::to_string(view_.steps.size())});
    std::size_t handovers = 0, without = 0;
    for (const ChainFlow& flow : view_.flows) {
      if (!flow.handover.known()) continue;
      ++handovers;
      if (flow.covered >= Covered::expired) ++without;
    }
    const std::string who = counted(c_.labels, "keten.partijen", parties.size());
    if (parties.empty()) return c_.labels.fill("keten.titel.zonder-partijen", {view_.name, steps});
    if (handovers == 0) return c_.labels.fill("keten.titel.stappen", {view_.name, steps, who});
    return c_.labels.fill(
        "keten.titel.overdrachten",
        {view_.name, steps, who, counted(c_.labels, "keten.overdrachten", handovers),
         c_.labels.fill("keten.zonder-afspraak", {without == 0 ? text("keten.geen") : std::to_string(without)})});
  }

  /// A step that ends altogether, not one that moves to another lane.
  bool leads_nowhere(const ChainCell& cell) const {
    return std::ranges::none_of(
        cells_, [&](const ChainCell& other) { return other.step == cell.step && other.part == Part::leads; });
  }

  Frame make_frame(std::string_view word) const {
    Frame frame;
    frame.title = view_.steps.empty() ? c_.labels.fill("keten.leeg", {view_.name}) : make_title();
    frame.subtitle = view_.type.empty() ? text("tekening.keten") : c_.labels.fill("keten.soort", {view_.type});
    frame.subtitle += "  ·  " + text(fmt::format("getekend.{}", word));
    if (!view_.goal.empty()) frame.subtitle += "  ·  " + c_.labels.fill("keten.doel", {view_.goal});
    if (!view_.left_out.empty()) frame.subtitle += "  ·  " + c_.labels.fill("keten.weggelaten", {view_.left_out});
    frame.foot = foot_text(c_);
    add_legend(frame);
    return frame;
  }

  void add_legend(Frame& frame) const {
    const auto has_part = [&](Part part) {
      return std::ranges::any_of(cells_, [&](const ChainCell& c) { return c.part == part; });
    };
    const auto has_tone = [&](Tone tone) {
      return std::ranges::any_of(cells_, [&](const ChainCell& c) { return c.tone == tone; });
    };
    auto& legend = frame.legend;
    const auto step = [&](Tone tone, std::string_view word) {
      if (has_tone(tone))
        legend.push_back(LegendItem::box(tone == Tone::ended ? Look::step_ended : Look::step, tone,
                                         text(fmt::format("keten.letter.{}", word)),
                                         text(fmt::format("keten.legenda.{}", word))));
    };
    step(Tone::same, "gelijk");
    step(Tone::changed, "wijzigt");
    step(Tone::added, "nieuw");
    step(Tone::ended, "vervalt");
    if (has_part(Part::also) || has_part(Part::also_new) || has_part(Part::also_ends))
      legend.push_back(LegendItem::box(Look::step_also, Tone::none, {}, text("keten.legenda.ook")));
    if (std::ranges::any_of(view_.steps, [](const ChainStep& s) { return !s.contacts.empty(); }))
      legend.push_back(LegendItem::box(Look::badge_plain, Tone::none, text("keten.letter.klantcontact"),
                                       text("keten.legenda.klantcontact")));
    if (std::ranges::any_of(view_.lanes, &ChainLane::external))
      legend.push_back(LegendItem::box(Look::lane_head, Tone::rest, {}, text("keten.legenda.extern")));
    std::set<Covered> coverings;
    bool order = false, back = false, handover = false, problem = false, added = false, ended = false;
    for (const ChainFlow& flow : view_.flows) {
      const bool differs = c_.options.state == DrawnState::change && flow.in_ist != flow.in_soll;
      added = added || (differs && flow.in_soll);
      ended = ended || (differs && flow.in_ist);
      if (flow.handover.known()) coverings.insert(flow.covered);
      if (differs) continue;
      const bool bad = is_problem(flow.covered);
      problem = problem || (flow.handover.known() && bad);
      handover = handover || (flow.handover.known() && !bad);
      back = back || (!flow.handover.known() && flow.to <= flow.from);
      order = order || (!flow.handover.known() && flow.to > flow.from);
    }
    const auto line = [&](bool shown, LineLook look, std::string_view key) {
      if (shown) legend.push_back(LegendItem::stroke(look, text(key)));
    };
    line(order, LineLook::order, "keten.legenda.volgorde");
    line(back, LineLook::back, "keten.legenda.terug");
    line(handover, LineLook::handover, "keten.legenda.overdracht");
    line(problem, LineLook::handover_problem, "keten.legenda.overdracht-zonder");
    line(added, LineLook::added, "keten.legenda.lijn-nieuw");
    line(ended, LineLook::ended, "keten.legenda.lijn-vervalt");
    constexpr std::string_view words[] = {"niet-nodig", "geldig",          "loopt-af", "verlopen",
                                          "concept",    "andere-partijen", "ontbreekt"};
    for (const Covered covered : coverings)
      if (covered != Covered::not_needed)
        legend.push_back(
            LegendItem::box(Look::badge, tone_of(covered), mark_of(c_.labels, covered),
                            text(fmt::format("keten.legenda.afspraak-{}", words[static_cast<std::size_t>(covered)]))));
  }

  void start_page_when_full(Diagram& diagram, const Rect& room, double height) {
    if (!diagram.pages.empty() && y_ + height <= room.bottom()) return;
    diagram.pages.emplace_back();
    y_ = room.y;
  }

  static void move(Page& page, double x, double y) {
    for (Box& box : page.boxes) {
      box.rect.x += x;
      box.rect.y += y;
    }
    for (Line& line : page.lines)
      for (Point& point : line.path) {
        point.x += x;
        point.y += y;
      }
  }

  static void add(Page& page, Page&& more) {
    const int before = static_cast<int>(page.boxes.size());
    for (Box& box : more.boxes) {
      if (box.area >= 0) box.area += before;
      page.boxes.push_back(std::move(box));
    }
    for (Line& line : more.lines) page.lines.push_back(std::move(line));
  }

  void add_handovers(Diagram& diagram, const Rect& room) {
    std::vector<HandoverRow> rows = handover_rows(c_, view_, room.width);
    if (rows.empty()) return;
    const HandoverRow heading = rows.front();
    bool open = false;
    int pages = 0;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      const double needed = rows[i].height + (open ? 0 : heading.height + 4);
      if (diagram.pages.empty() || y_ + needed > room.bottom()) {
        diagram.pages.emplace_back();
        y_ = room.y;
        open = false;
      }
      if (!open) {
        place_row(diagram.pages.back(), heading, room.x, ++pages);
        Line rule;
        rule.id = fmt::format("overdrachten-lijn-{}", pages);
        rule.look = LineLook::rule;
        rule.path = {{room.x, y_}, {room.right(), y_}};
        diagram.pages.back().lines.push_back(rule);
        open = true;
      }
      place_row(diagram.pages.back(), rows[i], room.x, 0);
    }
  }

  void place_row(Page& page, const HandoverRow& row, double x, int copy) {
    for (Box box : row.boxes) {
      box.rect.x += x;
      box.rect.y += y_;
      if (copy > 1) box.id += fmt::format("-{}", copy);
      page.boxes.push_back(std::move(box));
    }
    y_ += row.height;
  }

  std::string steps_in_words() const {
    std::string out;
    for (std::size_t i = 0; i < view_.steps.size() && i < 60; ++i) {
      out += fmt::format("{}{} {}", i == 0 ? "" : "; ", i + 1, view_.steps[i].name);
      for (const ChainCell& cell : cells_)
        if (cell.step == i && cell.part == Part::leads) out += fmt::format(" ({})", view_.lanes[cell.lane].name);
    }
    return out;
  }

  const DiagramContext& c_;
  ChainView view_;
  std::vector<ChainCell> cells_;
  double y_ = 0;
};

}  // namespace

std::vector<Diagram> make_chains(const DiagramContext& context) {
  const Model& m = context.model;
  std::vector<EntityRef> things;
  if (context.options.chain.empty()) {
    for (std::uint32_t i = 0; i < m.chains.size(); ++i)
      if (m.chains[i].own) things.push_back({EntityKind::chain, i});
    if (things.empty())
      for (std::uint32_t i = 0; i < m.chains.size(); ++i) things.push_back({EntityKind::chain, i});
  } else if (const EntityRef chain = m.find(EntityKind::chain, context.options.chain); chain.known()) {
    things.push_back(chain);
  } else if (const EntityRef process = m.find(EntityKind::process, context.options.chain); process.known()) {
    things.push_back(process);
  }
  std::vector<Diagram> diagrams;
  for (const EntityRef thing : things) diagrams.push_back(ChainDrawing(context, thing).make());
  return diagrams;
}

}  // namespace keuzekaart
