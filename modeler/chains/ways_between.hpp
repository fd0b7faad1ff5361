#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace keuzekaart {

struct WayEdge {
  std::uint32_t from = 0, to = 0;
};

/// A way from one stop to the next, past nodes that are none.
struct Way {
  std::uint32_t from = 0, to = 0;    ///< stops
  std::vector<std::uint32_t> edges;  ///< numbers of the edges of a shortest such way, in order
};

/// The ways out of nodes of a graph to the first stops on them. Loops end. The work is bounded, because n ways into a
/// gateway and n out of it are n times n ways.
class WaysBetween {
 public:
  /// `is_stop` has an entry for every node; the ends of all edges are nodes.
  WaysBetween(std::vector<bool> is_stop, std::vector<WayEdge> edges, std::size_t most_steps = 400'000);

  /// From a node to each stop that is reached without passing another, in the order of the edges; one way to each.
  /// Also from a stop to itself, when a loop leads there. Less when the bound is met.
  std::vector<Way> from(std::uint32_t node) { return walk(node, true); }
  /// The same against the edges: from each stop before a node to that node. The edges stand in walking order.
  std::vector<Way> to(std::uint32_t node) { return walk(node, false); }
  /// Whether the bound was met: ways are missing.
  bool gave_up() const { return left_ == 0; }

 private:
  std::vector<Way> walk(std::uint32_t node, bool forward);

  std::vector<bool> is_stop_;
  std::vector<WayEdge> edges_;
  std::vector<std::vector<std::uint32_t>> out_, in_;  ///< numbers of edges, by node
  std::vector<std::uint32_t> seen_in_;                ///< the last walk that came by, by node
  std::vector<std::uint32_t> came_over_;              ///< the edge over which it came
  std::uint32_t walk_ = 0;
  std::size_t left_;
};

}  // namespace keuzekaart
