#include "modeler/diagrams/lane_routing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace keuzekaart {

namespace {

/// One vertical stretch in a gutter: it comes from the left at `left`, and goes
/// on to the right at `right`.
struct Stretch {
  std::size_t request = 0;
  bool arriving = false;  ///< the second stretch of a line that runs through a channel
  double left = 0, right = 0;
};

bool between(double y, double a, double b) { return y > std::min(a, b) + 0.5 && y < std::max(a, b) - 0.5; }

/// Crossings and shared stretches when these stand in this order from left to
/// right.
int cost_of(const std::vector<Stretch>& all, const std::vector<std::size_t>& order) {
  int cost = 0;
  for (std::size_t a = 0; a < order.size(); ++a)
    for (std::size_t b = a + 1; b < order.size(); ++b) {
      const Stretch &i = all[order[a]], &j = all[order[b]];
      if (between(j.left, i.left, i.right)) ++cost;
      if (between(i.right, j.left, j.right)) ++cost;
      if (std::abs(j.left - i.right) < 2) cost += 5;
    }
  return cost;
}

/// The order with the fewest crossings: all orders when there are few, else
/// neighbours swapped while that helps.
std::vector<std::size_t> best_order(const std::vector<Stretch>& all) {
  std::vector<std::size_t> order(all.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::size_t> best = order;
  int least = cost_of(all, order);
  if (all.size() <= 6) {
    while (least > 0 && std::next_permutation(order.begin(), order.end()))
      if (const int cost = cost_of(all, order); cost < least) {
        least = cost;
        best = order;
      }
    return best;
  }
  for (bool better = true; better && all.size() <= 200;) {
    better = false;
    for (std::size_t i = 0; i + 1 < best.size(); ++i) {
      std::swap(best[i], best[i + 1]);
      if (const int cost = cost_of(all, best); cost < least) {
        least = cost;
        better = true;
      } else {
        std::swap(best[i], best[i + 1]);
      }
    }
  }
  return best;
}

}  // namespace

LaneRoutes::LaneRoutes(std::vector<RouteRequest> requests, std::size_t columns, std::size_t lanes)
    : requests_(std::move(requests)), channel_track_(requests_.size()) {
  needs_.gutter_tracks.assign(columns + 1, 0);
  needs_.channel_tracks.assign(lanes, 0);
  std::vector<std::vector<std::vector<std::pair<std::size_t, std::size_t>>>> tracks(lanes);
  for (std::size_t i = 0; i < requests_.size(); ++i) {
    const RouteRequest& r = requests_[i];
    ++needs_.gutter_tracks[r.from.column + 1];
    if (r.neighbours()) continue;
    ++needs_.gutter_tracks[r.to.column];
    const std::pair span = std::minmax({r.from.column + 1, r.to.column});
    auto& rows = tracks[r.to.lane];
    const auto free = std::ranges::find_if(rows, [&](const auto& row) {
      return std::ranges::none_of(row, [&](const auto& s) { return s.first <= span.second && span.first <= s.second; });
    });
    channel_track_[i] = static_cast<std::size_t>(free - rows.begin());
    if (free == rows.end()) rows.emplace_back();
    rows[channel_track_[i]].push_back({span.first, span.second});
    needs_.channel_tracks[r.to.lane] = rows.size();
  }
}

std::vector<std::vector<Point>> LaneRoutes::paths(const LaneGrid& grid,
                                                  const std::vector<std::pair<double, double>>& ends) const {
  std::vector<std::vector<Stretch>> gutters(grid.gutters.size());
  std::vector<double> channel(requests_.size());
  for (std::size_t i = 0; i < requests_.size(); ++i) {
    const RouteRequest& r = requests_[i];
    const auto [from, to] = ends[i];
    if (r.neighbours()) {
      if (std::abs(from - to) > 0.5) gutters[r.to.column].push_back({i, false, from, to});
      continue;
    }
    channel[i] = grid.channel_top[r.to.lane] + 6 + track_distance * static_cast<double>(channel_track_[i]);
    gutters[r.from.column + 1].push_back({i, false, from, channel[i]});
    gutters[r.to.column].push_back({i, true, channel[i], to});
  }
  std::vector<std::pair<double, double>> x(requests_.size());  // of the leaving and the arriving stretch
  for (std::size_t g = 0; g < gutters.size(); ++g) {
    const std::vector<std::size_t> order = best_order(gutters[g]);
    const double step = std::min(track_distance, (grid.gutters[g].width - 14) / static_cast<double>(order.size() + 1));
    const double middle = grid.gutters[g].x + (grid.gutters[g].width - 6) / 2;
    for (std::size_t k = 0; k < order.size(); ++k) {
      const Stretch& s = gutters[g][order[k]];
      const double at =
          std::round(middle + (static_cast<double>(k) - (static_cast<double>(order.size()) - 1) / 2) * step);
      (s.arriving ? x[s.request].second : x[s.request].first) = at;
    }
  }
  std::vector<std::vector<Point>> paths;
  for (std::size_t i = 0; i < requests_.size(); ++i) {
    const RouteRequest& r = requests_[i];
    const auto [from, to] = ends[i];
    std::vector<Point> path{{grid.column_right[r.from.column], from}};
    if (!r.neighbours()) {
      path.push_back({x[i].first, from});
      path.push_back({x[i].first, channel[i]});
      path.push_back({x[i].second, channel[i]});
      path.push_back({x[i].second, to});
    } else if (std::abs(from - to) > 0.5) {
      path.push_back({x[i].first, from});
      path.push_back({x[i].first, to});
    }
    path.push_back({grid.column_left[r.to.column], to});
    paths.push_back(std::move(path));
  }
  return paths;
}

}  // namespace keuzekaart
