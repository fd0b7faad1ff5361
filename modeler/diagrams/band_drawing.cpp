#include "modeler/diagrams/band_drawing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagrams/frame.hpp"
#include "modeler/diagrams/lane_routing.hpp"
#include "modeler/diagrams/text_measure.hpp"

namespace keuzekaart {

namespace {

constexpr double box_padding = 5, lane_padding = 7, head_size = 9, port_distance = 15, widest = 168;

/// One band: columns for steps `first` to `last`, the lanes they use, and the
/// lines inside it.
class BandDrawing {
 public:
  BandDrawing(const DiagramContext& context, const ChainView& view, const std::vector<ChainCell>& cells,
              std::size_t first, std::size_t last, std::size_t columns, double width, BandSize size)
      : c_(context), view_(view), first_(first), last_(last), columns_(columns), width_(width), size_(size) {
    for (const ChainCell& cell : cells)
      if (cell.step >= first && cell.step < last) cells_.push_back(cell);
    std::set<std::size_t> used;
    for (const ChainCell& cell : cells_) used.insert(cell.lane);
    lanes_.assign(used.begin(), used.end());
    collect_routes();
  }

  double box_width() const { return box_width_; }
  std::size_t cut_words() const {
    std::size_t cut = 0;
    for (std::size_t s = first_; s < last_; ++s)
      if (widest_word(view_.steps[s].name, size_.name) > box_width_ - 2 * box_padding) ++cut;
    return cut;
  }

  ChainBand draw() {
    place_lanes();
    ChainBand band{first_, last_, height_, {}};
    page_ = &band.drawing;
    draw_lanes();
    draw_also_lines();
    draw_flows();
    draw_cells();
    for (Box& badge : badges_) page_->boxes.push_back(std::move(badge));
    return band;
  }

 private:
  /// Lines from (or to) one step that go to another band.
  struct Stub {
    std::size_t step = 0;
    bool out = false;
    std::vector<std::size_t> flows;
  };

  std::size_t column_of(std::size_t step) const { return step - first_; }
  std::size_t row_of(std::size_t lane) const {
    return static_cast<std::size_t>(std::ranges::find(lanes_, lane) - lanes_.begin());
  }
  const ChainCell* leading(std::size_t step) const {
    for (const ChainCell& cell : cells_)
      if (cell.step == step && cell.part == Part::leads) return &cell;
    for (const ChainCell& cell : cells_)
      if (cell.step == step && cell.part == Part::leaves) return &cell;
    return nullptr;
  }

  /// Lines between steps of this band, and short stretches to steps in other
  /// bands: one for all that only follow, one for every handover.
  void collect_routes() {
    std::vector<RouteRequest> requests;
    std::vector<double> room(columns_ + 1, 0);  // by gutter, beside its tracks
    for (std::size_t i = 0; i < view_.flows.size(); ++i) {
      const ChainFlow& flow = view_.flows[i];
      const bool from_here = flow.from >= first_ && flow.from < last_, to_here = flow.to >= first_ && flow.to < last_;
      if (from_here != to_here) add_stub(i, from_here);
      if (!from_here || !to_here) continue;
      inner_.push_back(i);
      has_inner_.insert({flow.from, true});
      has_inner_.insert({flow.to, false});
      requests.push_back({{column_of(flow.from), row_of(leading(flow.from)->lane), 0},
                          {column_of(flow.to), row_of(leading(flow.to)->lane), 0}});
      if (flow.handover.known()) room[column_of(flow.to)] = 22;
    }
    routes_ = LaneRoutes(requests, columns_, lanes_.size());
    before_tracks_.assign(columns_ + 1, 0);
    after_tracks_.assign(columns_ + 1, 0);
    for (const Stub& stub : stubs_) {
      double& here = stub.out ? before_tracks_[column_of(stub.step) + 1] : after_tracks_[column_of(stub.step)];
      here = std::max(here, stub_width(stub) + 8);
    }
    double all = 0;
    for (std::size_t g = 0; g <= columns_; ++g) {
      const auto tracks = static_cast<double>(routes_.needs().gutter_tracks[g]);
      const double stubs = before_tracks_[g] + after_tracks_[g];
      gutters_.push_back(tracks == 0 && room[g] == 0 ? 10 + stubs : 14 + track_distance * tracks + room[g] + stubs);
      all += gutters_.back();
    }
    box_width_ = std::min(widest, std::floor((width_ - band_head_width - all) / static_cast<double>(columns_)));
  }

  void add_stub(std::size_t number, bool out) {
    const ChainFlow& flow = view_.flows[number];
    const std::size_t step = out ? flow.from : flow.to;
    if (!flow.handover.known())
      for (Stub& stub : stubs_)
        if (stub.step == step && stub.out == out && !view_.flows[stub.flows.front()].handover.known()) {
          stub.flows.push_back(number);
          return;
        }
    stubs_.push_back({step, out, {number}});
  }

  std::string stub_text(const Stub& stub) const {
    std::string others;
    for (const std::size_t i : stub.flows)
      others += (others.empty() ? "" : ", ") + std::to_string((stub.out ? view_.flows[i].to : view_.flows[i].from) + 1);
    const ChainFlow& flow = view_.flows[stub.flows.front()];
    std::string number;
    if (flow.handover.known()) number = fmt::format("{} {}", flow.number, mark_of(c_.labels, flow.covered));
    if (!number.empty() && number.back() == ' ') number.pop_back();
    if (stub.out) return number.empty() ? fmt::format("→ {}", others) : fmt::format("{} → {}", number, others);
    return number.empty() ? fmt::format("{} →", others) : fmt::format("{} → {}", others, number);
  }

  double stub_width(const Stub& stub) const {
    return std::max(badge_size, std::ceil(text_width(stub_text(stub), smallest_size, true)) + 4);
  }

  /// How many lines or bundles of lines leave a step (or arrive), and the
  /// height at which one of them does.
  std::size_t ports(std::size_t step, bool out) const {
    return has_inner_.count({step, out}) +
           static_cast<std::size_t>(
               std::ranges::count_if(stubs_, [&](const Stub& stub) { return stub.step == step && stub.out == out; }));
  }
  double port_y(std::size_t step, bool out, std::size_t port) const {
    const double shift = static_cast<double>(port) - (static_cast<double>(ports(step, out)) - 1) / 2;
    return rect_of(*leading(step)).middle_y() + std::floor(shift * port_distance);
  }

  std::vector<TextLine> cell_lines(const ChainCell& cell) const {
    const double room = box_width_ - 2 * box_padding;
    const ChainStep& step = view_.steps[cell.step];
    const std::string number = std::to_string(cell.step + 1);
    if (cell.part == Part::also || cell.part == Part::also_new || cell.part == Part::also_ends) {
      const std::string_view key = cell.part == Part::also       ? "keten.doet-mee"
                                   : cell.part == Part::also_new ? "keten.gaat-meedoen"
                                                                 : "keten.stopt-met-meedoen";
      return wrapped_lines(c_.labels.fill(key, {number}), room, smallest_size, false, Ink::soft);
    }
    const double first_room = room - (has_badges(cell) ? badges_of(cell) : 0);
    std::vector<TextLine> lines{{number, smallest_size, true, Ink::soft}};
    if (!mark_words(cell).empty() && text_width(number + "  " + mark_words(cell), smallest_size, true) <= first_room)
      lines[0].text += "  " + mark_words(cell);
    for (TextLine& line : wrapped_lines(step.name, room, size_.name)) lines.push_back(std::move(line));
    if (cell.part == Part::leads && !step.contacts.empty()) {
      std::string who;
      for (const EntityRef party : step.contacts)
        who += (who.empty() ? "" : ", ") + drawable(c_.model.entity(party).name.value);
      for (TextLine& line :
           wrapped_lines(c_.labels.fill("keten.klantcontact", {who}), room, smallest_size, false, Ink::soft))
        lines.push_back(std::move(line));
    }
    return lines;
  }

  std::string mark_words(const ChainCell& cell) const {
    if (cell.part == Part::leaves) return c_.labels.get("keten.woord.vervalt");
    if (cell.tone == Tone::added) return c_.labels.get("keten.woord.nieuw");
    if (cell.tone != Tone::changed) return {};
    const ChainStep& step = view_.steps[cell.step];
    if (step.soll.empty()) return c_.labels.get("keten.woord.nog-geen");
    const bool same_lead = !step.ist.empty() && step.ist.front() == step.soll.front();
    return c_.labels.get(same_lead ? "keten.woord.anders" : "keten.woord.wijzigt");
  }

  bool has_badges(const ChainCell& cell) const { return badges_of(cell) > 0; }
  double badges_of(const ChainCell& cell) const {
    double width = 0;
    if (cell.part != Part::leads && cell.part != Part::leaves) return 0;
    if (cell.part == Part::leads && !view_.steps[cell.step].contacts.empty()) width += badge_size + 2;
    if (cell.tone != Tone::none) width += badge_size + 2;
    return width;
  }

  std::vector<TextLine> head_lines(std::size_t lane) const {
    const ChainLane& l = view_.lanes[lane];
    const double room = band_head_width - 12;
    std::vector<TextLine> lines = wrapped_lines(l.name, room, head_size, true);
    const auto add = [&](const std::string& text) {
      for (TextLine& line : wrapped_lines(text, room, smallest_size, false, Ink::soft))
        lines.push_back(std::move(line));
    };
    if (!l.filled_by.empty()) add(c_.labels.fill("keten.ingevuld-door", {l.filled_by}));
    if (l.external) add(c_.labels.get("keten.buiten-de-gemeente"));
    return lines;
  }

  void place_lanes() {
    double also = 0;
    for (std::size_t step = first_; step < last_; ++step)
      for (const bool out : {true, false})
        box_height_ = std::max(box_height_, static_cast<double>(ports(step, out)) * port_distance + 6);
    std::map<std::pair<std::size_t, std::size_t>, double> parallel;
    for (const std::size_t i : inner_)
      box_height_ = std::max(box_height_, (parallel[{view_.flows[i].from, view_.flows[i].to}] += port_distance) + 10);
    for (const ChainCell& cell : cells_) {
      const double needed = height_of(cell_lines(cell)) + 2 * (has_badges(cell) ? 7 : 4);  // marks hang in the top
      const bool small = cell.part != Part::leads && cell.part != Part::leaves;
      (small ? also : box_height_) = std::max(small ? also : box_height_, needed);
    }
    also_height_ = also;
    double y = 0;
    for (std::size_t row = 0; row < lanes_.size(); ++row) {
      const bool has_box = std::ranges::any_of(cells_, [&](const ChainCell& cell) {
        return cell.lane == lanes_[row] && (cell.part == Part::leads || cell.part == Part::leaves);
      });
      const std::size_t tracks = routes_.needs().channel_tracks[row];
      const double channel = tracks == 0 ? lane_padding : 8 + track_distance * static_cast<double>(tracks);
      const double content = has_box ? box_height_ : also_height_;
      const double text = height_of(head_lines(lanes_[row])) + 10;
      const double height = std::max(channel + content + lane_padding, text) + size_.air;
      tops_.push_back(y);
      middles_.push_back(std::floor(y + channel + (height - channel - lane_padding) / 2));
      heights_.push_back(height);
      y += height;
    }
    height_ = y;
    grid_.channel_top = tops_;
    double x = band_head_width;
    for (std::size_t column = 0; column < columns_; ++column) {
      grid_.gutters.push_back(tracks_in(column, x));
      x += gutters_[column];
      grid_.column_left.push_back(x);
      x += box_width_;
      grid_.column_right.push_back(x);
    }
    grid_.gutters.push_back(tracks_in(columns_, x));
  }

  /// The part of a gutter that is free for upright lines: between the short
  /// stretches at its two sides.
  Rect tracks_in(std::size_t gutter, double x) const {
    return {x + before_tracks_[gutter], 0, gutters_[gutter] - before_tracks_[gutter] - after_tracks_[gutter], 0};
  }

  Rect rect_of(const ChainCell& cell) const {
    const bool small = cell.part != Part::leads && cell.part != Part::leaves;
    const double height = small ? height_of(cell_lines(cell)) + 6 : box_height_;
    const std::size_t row = row_of(cell.lane);
    return {grid_.column_left[column_of(cell.step)], std::floor(middles_[row] - height / 2), box_width_, height};
  }

  std::string band_id() const { return std::to_string(first_ + 1); }

  void draw_lanes() {
    for (std::size_t row = 0; row < lanes_.size(); ++row) {
      const ChainLane& lane = view_.lanes[lanes_[row]];
      Box area;
      area.id = fmt::format("baan-{}-{}", band_id(), lanes_[row] + 1);
      area.look = lane.external ? Look::lane_external : Look::lane;
      area.rect = {0, tops_[row], width_, heights_[row]};
      area.tooltip = lane.name;
      page_->boxes.push_back(area);
      Box head;
      head.id = area.id + "-kop";
      head.look = Look::lane_head;
      if (lane.external) head.tone = Tone::rest;
      head.rect = {0, tops_[row], band_head_width, heights_[row]};
      head.padding = 6;
      head.lines = head_lines(lanes_[row]);
      head.tooltip = lane.name;
      if (lane.party.known()) head.target = id_of("partij-", c_.model.entity(lane.party).code.value);
      head.area = static_cast<int>(page_->boxes.size()) - 1;
      page_->boxes.push_back(head);
    }
  }

  void draw_also_lines() {
    for (const ChainCell& cell : cells_) {
      const ChainCell* main = leading(cell.step);
      if (main == nullptr || &cell == main) continue;
      const Rect a = rect_of(*main), b = rect_of(cell);
      Line line;
      line.id = fmt::format("mee-{}-{}", cell.step + 1, cell.lane + 1);
      const bool shift = cell.part == Part::leaves;
      line.look = shift ? LineLook::shift : LineLook::also;
      const double x = a.middle_x() + (shift ? 10 : 0);
      const bool below = b.y > a.y;
      line.path = {{x, below ? b.y : b.bottom()}, {x, below ? a.bottom() : a.y}};
      line.arrow = shift;
      page_->lines.push_back(line);
    }
  }

  void draw_cells() {
    for (const ChainCell& cell : cells_) {
      const ChainStep& step = view_.steps[cell.step];
      Box box;
      const bool main = cell.part == Part::leads;
      box.id = main ? id_of("stap-", c_.model.entity(step.process).code.value)
                    : fmt::format("stap-{}-bij-{}", cell.step + 1, cell.lane + 1);
      box.look = main ? Look::step : cell.part == Part::leaves ? Look::step_ended : Look::step_also;
      box.tone = cell.tone;
      box.rect = rect_of(cell);
      box.lines = cell_lines(cell);
      box.padding = box_padding;
      box.tooltip = drawable(c_.model.entity(step.process).name.value) + " · " + view_.lanes[cell.lane].name;
      box.target = id_of("proces-", c_.model.entity(step.process).code.value);
      page_->boxes.push_back(box);
      double right = box.rect.right() - 4;
      const auto mark = [&](const std::string& key, Look look, Tone tone, const std::string& text) {
        badges_.push_back(badge(box.id + key, right, box.rect.y + 3, look, tone, text, -1));
        right -= badge_size + 2;
      };
      if (cell.part != Part::leads && cell.part != Part::leaves) continue;
      if (cell.tone != Tone::none)
        mark("-merk", Look::badge, cell.tone, c_.labels.get(fmt::format("keten.letter.{}", letter_of(cell.tone))));
      if (main && !step.contacts.empty())
        mark("-klant", Look::badge_plain, Tone::none, c_.labels.get("keten.letter.klantcontact"));
    }
  }

  static std::string_view letter_of(Tone tone) {
    return tone == Tone::added     ? "nieuw"
           : tone == Tone::ended   ? "vervalt"
           : tone == Tone::changed ? "wijzigt"
                                   : "gelijk";
  }

  LineLook look_of(const ChainFlow& flow) const {
    if (c_.options.state == DrawnState::change && flow.in_ist != flow.in_soll)
      return flow.in_soll ? LineLook::added : LineLook::ended;
    if (flow.handover.known()) return is_problem(flow.covered) ? LineLook::handover_problem : LineLook::handover;
    return flow.to <= flow.from ? LineLook::back : LineLook::order;
  }

  void draw_flows() {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> parallel, seen;
    for (const std::size_t i : inner_) ++parallel[{view_.flows[i].from, view_.flows[i].to}];
    std::vector<std::pair<double, double>> ends;
    for (const std::size_t i : inner_) {
      const ChainFlow& flow = view_.flows[i];
      const std::pair key{flow.from, flow.to};
      const double spread = std::min(15.0, (box_height_ - 14) / static_cast<double>(parallel[key]));
      const double shift = (static_cast<double>(seen[key]++) - (static_cast<double>(parallel[key]) - 1) / 2) * spread;
      ends.emplace_back(port_y(flow.from, true, 0) + shift, port_y(flow.to, false, 0) + shift);
    }
    const auto paths = routes_.paths(grid_, ends);
    std::vector<Rect> taken;
    for (std::size_t k = 0; k < inner_.size(); ++k) {
      const ChainFlow& flow = view_.flows[inner_[k]];
      add_line(flow, inner_[k], paths[k]);
      if (flow.handover.known()) add_handover_badge(flow, paths[k], taken);
    }
    for (const Stub& stub : stubs_) draw_stub(stub);
  }

  void add_line(const ChainFlow& flow, std::size_t number, std::vector<Point> path) {
    Line line;
    line.id = fmt::format("stroom-{}-{}", band_id(), number + 1);
    line.look = look_of(flow);
    line.path = std::move(path);
    line.arrow = true;
    if (flow.from >= first_ && flow.from < last_)
      line.from = id_of("stap-", c_.model.entity(view_.steps[flow.from].process).code.value);
    if (flow.to >= first_ && flow.to < last_)
      line.to = id_of("stap-", c_.model.entity(view_.steps[flow.to].process).code.value);
    line.tooltip = fmt::format("{} → {}", view_.steps[flow.from].name, view_.steps[flow.to].name);
    page_->lines.push_back(std::move(line));
  }

  /// The badge of a handover on the upright stretch of its line, or on its
  /// middle when it has none.
  void add_handover_badge(const ChainFlow& flow, const std::vector<Point>& path, std::vector<Rect>& taken) {
    const std::size_t upright = path.size() >= 4 ? path.size() - 3 : 0;
    const Point a = path[upright], b = path[upright + 1];
    const std::string mark = mark_of(c_.labels, flow.covered);
    const std::string text = std::to_string(flow.number) + (mark.empty() ? "" : " " + mark);
    const Tone tone = tone_of(flow.covered);
    Box box = badge(fmt::format("overdracht-{}-{}", band_id(), flow.number), 0, 0,
                    tone == Tone::none ? Look::badge_plain : Look::badge, tone, text, -1);
    box.rect.x = std::floor((a.x + b.x) / 2 - box.rect.width / 2 - (path.size() == 2 ? 3 : 0));
    box.rect.y = std::floor((a.y + b.y) / 2 - box.rect.height / 2);
    const Handover& h = c_.model.handovers[flow.handover.index];
    box.tooltip = drawable(h.name.empty() ? h.code.value : h.name.value);
    box.target = id_of("overdracht-", h.code.value);
    for (bool moved = true; moved;) {
      moved = false;
      for (const Rect& other : taken)
        if (box.rect.overlaps(other)) {
          box.rect.y = other.bottom() + 2;
          moved = true;
        }
    }
    taken.push_back(box.rect);
    badges_.push_back(std::move(box));
  }

  /// A line to or from another band: a short stretch with the number of the
  /// step there.
  void draw_stub(const Stub& stub) {
    const std::size_t port = has_inner_.count({stub.step, stub.out}) + stubs_drawn_[{stub.step, stub.out}]++;
    const Rect r = rect_of(*leading(stub.step));
    const double y = port_y(stub.step, stub.out, port);
    const ChainFlow& flow = view_.flows[stub.flows.front()];
    const Tone tone = flow.handover.known() ? tone_of(flow.covered) : Tone::none;
    Box box = badge(fmt::format("verder-{}-{}", band_id(), stub.flows.front() + 1), 0, 0,
                    tone == Tone::none ? Look::badge_plain : Look::badge, tone, stub_text(stub), -1);
    for (const std::size_t i : stub.flows)
      box.tooltip +=
          (box.tooltip.empty() ? "" : ", ") + view_.steps[stub.out ? view_.flows[i].to : view_.flows[i].from].name;
    box.rect.x = stub.out ? r.right() + 6 : r.x - 10 - box.rect.width;
    box.rect.y = std::floor(y - badge_size / 2);
    add_line(flow, stub.flows.front(),
             stub.out ? std::vector<Point>{{r.right(), y}, {box.rect.x, y}}
                      : std::vector<Point>{{box.rect.right(), y}, {r.x, y}});
    page_->lines.back().arrow = !stub.out;
    badges_.push_back(std::move(box));
  }

  const DiagramContext& c_;
  const ChainView& view_;
  std::size_t first_, last_, columns_;
  double width_;
  BandSize size_;
  double box_width_ = 0, box_height_ = 0, also_height_ = 0, height_ = 0;
  std::vector<ChainCell> cells_;
  std::vector<std::size_t> lanes_, inner_;
  LaneRoutes routes_{{}, 0, 0};
  std::vector<double> tops_, middles_, heights_;
  std::vector<double> gutters_, before_tracks_,
      after_tracks_;  ///< by gutter: width, and what stubs take at its sides
  std::vector<Stub> stubs_;
  std::set<std::pair<std::size_t, bool>> has_inner_;  ///< steps that a line inside the band leaves (or reaches)
  std::map<std::pair<std::size_t, bool>, std::size_t> stubs_drawn_;
  LaneGrid grid_;
  Page* page_ = nullptr;
  std::vector<Box> badges_;
};

}  // namespace

std::optional<DrawnBand> draw_band(const DiagramContext& context, const ChainView& view,
                                   const std::vector<ChainCell>& cells, std::size_t first, std::size_t last,
                                   std::size_t columns, double width, BandSize size) {
  BandDrawing drawing(context, view, cells, first, last, columns, width, size);
  if (drawing.box_width() < narrowest_step && columns > 1) return std::nullopt;
  const std::size_t cut = drawing.cut_words();
  return DrawnBand{drawing.draw(), cut};
}

}  // namespace keuzekaart
