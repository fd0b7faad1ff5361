#include "exporters/pinned_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace keuzekaart {

namespace {

Point toward(Point from, Point to, double distance) {
  const double length = std::hypot(to.x - from.x, to.y - from.y);
  if (length < 1e-6) return from;
  return {from.x + (to.x - from.x) * distance / length, from.y + (to.y - from.y) * distance / length};
}

double distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// Control points of a polyline whose corners are rounded a little.
std::vector<Point> cornered(const std::vector<Point>& path) {
  std::vector<Point> out{path.front()};
  const auto straight_to = [&](Point to) {
    const Point from = out.back();
    out.push_back(toward(from, to, distance(from, to) / 3));
    out.push_back(toward(to, from, distance(from, to) / 3));
    out.push_back(to);
  };
  for (std::size_t i = 1; i + 1 < path.size(); ++i) {
    const double before = distance(path[i - 1], path[i]), after = distance(path[i], path[i + 1]);
    const double radius = std::min({4.0, before / 2, after / 2});
    straight_to(toward(path[i], path[i - 1], radius));
    const Point end = toward(path[i], path[i + 1], radius);
    out.push_back(toward(path[i], path[i - 1], radius / 2));
    out.push_back(toward(path[i], path[i + 1], radius / 2));
    out.push_back(end);
  }
  straight_to(path.back());
  return out;
}

}  // namespace

std::string spline_of(const Line& line, double page_height) {
  std::vector<Point> path = line.path;
  const Point tip = path.back();
  if (line.arrow) {
    const Point before = path[path.size() - 2];
    path.back() = line.curved ? Point{tip.x - std::copysign(arrow_length, tip.x - before.x), tip.y}
                              : toward(tip, before, arrow_length);
  }
  std::vector<Point> control;
  if (line.curved) {
    const double bend = (path.back().x - path.front().x) / 2;
    control = {
        path.front(), {path.front().x + bend, path.front().y}, {path.back().x - bend, path.back().y}, path.back()};
  } else {
    control = cornered(path);
  }
  std::string out = line.arrow ? fmt::format("e,{:.2f},{:.2f} ", tip.x, page_height - tip.y) : "";
  for (std::size_t i = 0; i < control.size(); ++i)
    out += fmt::format("{}{:.2f},{:.2f}", i == 0 ? "" : " ", control[i].x, page_height - control[i].y);
  return out;
}

}  // namespace keuzekaart
