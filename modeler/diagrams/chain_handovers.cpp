#include "modeler/diagrams/chain_handovers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "modeler/diagrams/chain_bands.hpp"
#include "modeler/diagrams/diagram_texts.hpp"
#include "modeler/diagrams/frame.hpp"
#include "modeler/diagrams/text_measure.hpp"
#include "modeler/model/agreement_validity.hpp"
#include "modeler/model/crossing.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/records/date_text.hpp"

namespace keuzekaart {

namespace {

constexpr double size = 8.5;
constexpr std::array<double, 6> shares{0.06, 0.27, 0.22, 0.15, 0.11, 0.19};

template <class Value>
std::string word(const Labels& labels, Value value) {
  const std::string_view w = word_of(value);
  return w.empty() ? "" : labels.get(fmt::format("{}.{}", Vocabulary<Value>::name, w));
}

class Rows {
 public:
  Rows(const DiagramContext& context, const ChainView& view, double width)
      : c_(context), m_(context.model), view_(view) {
    double x = 0;
    for (const double share : shares) {
      lefts_.push_back(std::floor(x));
      x += share * width;
    }
    lefts_.push_back(std::floor(width));
  }

  std::vector<HandoverRow> build() {
    std::vector<HandoverRow> rows;
    for (const ChainFlow& flow : view_.flows) {
      if (!flow.handover.known()) continue;
      if (rows.empty()) rows.push_back(heading());
      rows.push_back(row(flow));
    }
    return rows;
  }

 private:
  std::string text(std::string_view key) const { return c_.labels.get(key); }

  HandoverRow heading() const {
    constexpr std::array<std::string_view, 6> keys{"keten.kolom.nummer",       "keten.kolom.van-naar",
                                                   "keten.kolom.inhoud",       "keten.kolom.vorm",
                                                   "keten.kolom.doorlooptijd", "keten.kolom.afspraak"};
    std::array<std::string, 6> cells;
    for (std::size_t i = 0; i < keys.size(); ++i) cells[i] = text(keys[i]);
    return cells_row("overdrachten-kop", cells, true);
  }

  HandoverRow row(const ChainFlow& flow) const {
    const Handover& h = m_.handovers[flow.handover.index];
    std::string number = std::to_string(flow.number);
    if (c_.options.state == DrawnState::change)
      number += " " + text(flow.in_ist && flow.in_soll ? "keten.woord.blijft"
                           : flow.in_soll              ? "keten.woord.nieuw"
                                                       : "keten.woord.eindigt");
    std::string form = word(c_.labels, h.form);
    if (!h.standard.empty()) form += fmt::format("{}{}", form.empty() ? "" : ", ", h.standard.value);
    std::string content = drawable(h.name.empty() ? h.description.value : h.name.value);
    if (h.personal_data == YesNo::yes) content += " (" + text("keten.persoonsgegevens") + ")";
    return cells_row(fmt::format("overdracht-rij-{}", flow.number),
                     {number,
                      fmt::format("{} {} → {} {}", flow.from + 1, view_.steps[flow.from].name, flow.to + 1,
                                  view_.steps[flow.to].name),
                      content, form, drawable(h.lead_time.value), agreement(flow, h)},
                     false, flow.covered);
  }

  std::string agreement(const ChainFlow& flow, const Handover& h) const {
    constexpr std::array<std::string_view, 7> words{"niet-nodig", "geldig",          "loopt-af", "verlopen",
                                                    "concept",    "andere-partijen", "ontbreekt"};
    std::string state = text(fmt::format("keten.afspraak.{}", words[static_cast<std::size_t>(flow.covered)]));
    if (flow.covered == Covered::not_needed && is_unknown(h)) state = text("geldigheid.uitvoerder-onbekend");
    if (!h.agreement.known()) return state;
    const Agreement& a = m_.agreements[h.agreement.index];
    if (flow.covered == Covered::expired && validity_on(a, day_of(m_, State::ist)) == Validity::valid)
      state = text("keten.afspraak.verlopen-in-soll");
    std::string out = name_of(m_, h.agreement) + ": " + state;
    if (!a.valid_to.empty()) out += " " + c_.labels.fill("keten.tot", {readable_date(c_.labels, a.valid_to.value)});
    return out;
  }

  /// Whether nobody knows in a state that is drawn whether the handover leaves an organisation.
  bool is_unknown(const Handover& h) const {
    return std::ranges::any_of(std::array{State::ist, State::soll}, [&](State state) {
      return draws(c_.options.state, state) && exists(m_, h, state) && crossing_of(m_, h, state) == Crossing::unknown;
    });
  }

  HandoverRow cells_row(const std::string& id, const std::array<std::string, 6>& cells, bool heading,
                        Covered covered = Covered::not_needed) const {
    HandoverRow row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      Box box;
      box.id = fmt::format("{}-{}", id, i + 1);
      box.padding = 3;
      box.down = Down::top;
      box.rect = {lefts_[i], 0, lefts_[i + 1] - lefts_[i], 0};
      double room = box.rect.width - 6;
      const std::string mark = i == 5 ? mark_of(c_.labels, covered) : "";
      if (!mark.empty()) {
        box.rect.x += badge_size + 4;
        box.rect.width -= badge_size + 4;
        room -= badge_size + 4;
        row.boxes.push_back(
            badge(box.id + "-merk", lefts_[i] + badge_size + 2, 2, Look::badge, tone_of(covered), mark, -1));
      }
      box.lines = wrapped_lines(cells[i], room, size, heading, heading ? Ink::soft : Ink::normal);
      row.height = std::max(row.height, height_of(box.lines) + 6);
      row.boxes.push_back(std::move(box));
    }
    for (Box& box : row.boxes)
      if (box.look == Look::text) box.rect.height = row.height;
    return row;
  }

  const DiagramContext& c_;
  const Model& m_;
  const ChainView& view_;
  std::vector<double> lefts_;
};

}  // namespace

std::vector<HandoverRow> handover_rows(const DiagramContext& context, const ChainView& view, double width) {
  return Rows(context, view, width).build();
}

}  // namespace keuzekaart
