#pragma once
#include <cstddef>
#include <vector>

#include "modeler/diagrams/diagram.hpp"

/// Lines between boxes that stand in columns and lanes, drawn with corners. A
/// line leaves a box at its right, arrives at the left of another, and runs
/// only through the gutters between the columns and the channels above the
/// boxes of a lane: never through a box. Works on numbers only.
namespace keuzekaart {

struct RoutedEnd {
  std::size_t column = 0, lane = 0;
  double y = 0;  ///< where the line meets the box; set before the paths are asked for
};

struct RouteRequest {
  RoutedEnd from, to;
  bool neighbours() const { return to.column == from.column + 1; }
};

/// Where everything stands. Gutter `i` lies left of column `i`; the last one
/// lies right of the last column.
struct LaneGrid {
  std::vector<Rect> gutters;                      ///< x and width only
  std::vector<double> channel_top;                ///< of each lane
  std::vector<double> column_left, column_right;  ///< edges of the boxes
};

/// How much room the lines ask for, before the places are known.
struct RouteNeeds {
  std::vector<std::size_t> gutter_tracks;   ///< by gutter
  std::vector<std::size_t> channel_tracks;  ///< by lane
};

inline constexpr double track_distance = 8;

class LaneRoutes {
 public:
  LaneRoutes(std::vector<RouteRequest> requests, std::size_t columns, std::size_t lanes);

  const RouteNeeds& needs() const { return needs_; }
  /// The paths, by request. `ends` gives the y of every request's two ends.
  std::vector<std::vector<Point>> paths(const LaneGrid& grid, const std::vector<std::pair<double, double>>& ends) const;

 private:
  std::vector<RouteRequest> requests_;
  std::vector<std::size_t> channel_track_;  ///< by request; only when it is not between neighbours
  RouteNeeds needs_;
};

}  // namespace keuzekaart
