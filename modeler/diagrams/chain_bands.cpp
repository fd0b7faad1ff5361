#include "modeler/diagrams/chain_bands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "modeler/diagrams/band_drawing.hpp"

namespace keuzekaart {

namespace {

std::size_t lane_of(const ChainView& view, EntityRef party) {
  const auto found = std::ranges::find(view.lanes, party, &ChainLane::party);
  return static_cast<std::size_t>(found - view.lanes.begin());
}

bool same_parties(std::vector<EntityRef> a, std::vector<EntityRef> b) {
  std::ranges::sort(a);
  std::ranges::sort(b);
  return a == b;
}

}  // namespace

std::string mark_of(const Labels& labels, Covered covered) {
  constexpr std::string_view words[] = {"",        "geldig",          "loopt-af", "verlopen",
                                        "concept", "andere-partijen", "ontbreekt"};
  if (covered == Covered::not_needed) return {};
  return labels.get(fmt::format("keten.afspraak.letter.{}", words[static_cast<std::size_t>(covered)]));
}

Tone tone_of(Covered covered) {
  constexpr Tone tones[] = {Tone::none, Tone::good, Tone::partly, Tone::bad, Tone::partly, Tone::bad, Tone::bad};
  return tones[static_cast<std::size_t>(covered)];
}

std::vector<ChainCell> chain_cells(const ChainView& view, DrawnState state) {
  std::vector<ChainCell> cells;
  for (std::size_t s = 0; s < view.steps.size(); ++s) {
    const ChainStep& step = view.steps[s];
    const bool change = state == DrawnState::change;
    const auto& now = change || state == DrawnState::ist ? step.ist : step.soll;
    const auto& wanted = change || state == DrawnState::soll ? step.soll : step.ist;
    const auto leading = [](const std::vector<EntityRef>& parties) {
      return parties.empty() ? EntityRef{} : parties.front();
    };
    const EntityRef lead_now = leading(now);
    Tone tone = Tone::none;
    if (change && !step.in_ist) tone = Tone::added;
    if (change && !step.in_soll) tone = Tone::ended;
    if (change && step.in_ist && step.in_soll && !(now.empty() && wanted.empty()))
      tone = same_parties(now, wanted) ? Tone::same : Tone::changed;
    const EntityRef lead = tone == Tone::ended ? lead_now : leading(wanted);
    const bool moves = tone == Tone::changed && lead != lead_now && lead_now.known();
    cells.push_back({s, lane_of(view, lead), tone == Tone::ended ? Part::leaves : Part::leads, tone});
    if (moves) cells.push_back({s, lane_of(view, lead_now), Part::leaves, Tone::ended});
    std::set<EntityRef> others(now.begin(), now.end());
    others.insert(wanted.begin(), wanted.end());
    for (const EntityRef party : others) {
      if (party == lead || (moves && party == lead_now)) continue;
      const bool in_now = std::ranges::find(now, party) != now.end();
      const bool in_wanted = std::ranges::find(wanted, party) != wanted.end();
      cells.push_back({s, lane_of(view, party),
                       in_now && in_wanted ? Part::also
                       : in_wanted         ? Part::also_new
                                           : Part::also_ends,
                       Tone::none});
    }
  }
  return cells;
}

namespace {

struct BandsTried {
  std::vector<ChainBand> bands;
  double height = 0;
  std::size_t cut_words = 0;
  bool narrow = false;
};

BandsTried try_bands(const DiagramContext& context, const ChainView& view, const std::vector<ChainCell>& cells,
                     const BandRules& rules, std::size_t columns, BandSize size) {
  BandsTried tried;
  for (std::size_t first = 0; first < view.steps.size(); first += columns) {
    const std::size_t last = std::min(view.steps.size(), first + columns);
    auto drawn = draw_band(context, view, cells, first, last, columns, rules.width, size);
    tried.narrow = !drawn;
    if (tried.narrow) break;
    tried.cut_words += drawn->cut_words;
    tried.height += drawn->band.height + (first == 0 ? 0 : rules.gap);
    tried.bands.push_back(std::move(drawn->band));
  }
  return tried;
}

}  // namespace

std::vector<ChainBand> chain_bands(const DiagramContext& context, const ChainView& view, const BandRules& rules) {
  const std::size_t steps = view.steps.size();
  const std::vector<ChainCell> cells = chain_cells(view, context.options.state);
  if (steps == 0) return {};
  const auto most = static_cast<std::size_t>(std::max(1.0, (rules.width - band_head_width) / (narrowest_step + 10)));
  const std::size_t fewest = (steps + most - 1) / most;
  const auto columns_in = [&](std::size_t count) { return (steps + count - 1) / count; };
  std::optional<std::pair<std::size_t, double>> chosen;  // columns, letter size
  for (const double room :
       {rules.height - rules.reserved, rules.height})  // with the list on the same page where it can be
    for (std::size_t count = fewest; count <= fewest + 2 && count <= steps && !chosen; ++count)
      for (const double name : {11.5, 10.5, 9.5}) {
        const BandsTried tried = try_bands(context, view, cells, rules, columns_in(count), {name, 0});
        if (tried.narrow || tried.cut_words > 0 || tried.height > room) continue;
        chosen = {columns_in(count), name};
        break;
      }
  if (chosen) {
    const double room = rules.height - rules.reserved;
    for (const double air : {32.0, 24.0, 16.0, 8.0}) {
      BandsTried tried = try_bands(context, view, cells, rules, chosen->first, {chosen->second, air});
      if (tried.height <= room) return std::move(tried.bands);
    }
    return std::move(try_bands(context, view, cells, rules, chosen->first, {chosen->second, 0}).bands);
  }
  for (std::size_t count = fewest;; ++count) {  // over several pages
    BandsTried tried = try_bands(context, view, cells, rules, columns_in(count), {});
    if (!tried.narrow && (tried.cut_words == 0 || columns_in(count) <= 4)) return std::move(tried.bands);
  }
}

}  // namespace keuzekaart