#include "modeler/chains/ways_between.hpp"

#include <algorithm>
#include <utility>

namespace keuzekaart {

WaysBetween::WaysBetween(std::vector<bool> is_stop, std::vector<WayEdge> edges, std::size_t most_steps)
    : is_stop_(std::move(is_stop)),
      edges_(std::move(edges)),
      out_(is_stop_.size()),
      in_(is_stop_.size()),
      seen_in_(is_stop_.size()),
      came_over_(is_stop_.size()),
      left_(most_steps) {
  for (std::uint32_t i = 0; i < edges_.size(); ++i) {
    out_[edges_[i].from].push_back(i);
    in_[edges_[i].to].push_back(i);
  }
}

std::vector<Way> WaysBetween::walk(std::uint32_t node, bool forward) {
  const auto& next = forward ? out_ : in_;
  const auto ahead = [&](const WayEdge& edge) { return forward ? edge.to : edge.from; };
  const auto behind = [&](const WayEdge& edge) { return forward ? edge.from : edge.to; };
  ++walk_;
  std::vector<Way> found;
  std::vector<std::uint32_t> waiting{node};  // breadth first: the first way to a stop is a shortest one
  for (std::size_t at = 0; at < waiting.size(); ++at)
    for (const std::uint32_t number : next[waiting[at]]) {
      if (left_ == 0) return found;
      --left_;
      const std::uint32_t to = ahead(edges_[number]);
      if (seen_in_[to] == walk_) continue;
      seen_in_[to] = walk_;
      came_over_[to] = number;
      if (!is_stop_[to]) {
        if (to != node) waiting.push_back(to);
        continue;
      }
      Way& way = found.emplace_back(forward ? Way{node, to, {}} : Way{to, node, {}});
      std::uint32_t back = to;
      do {
        way.edges.push_back(came_over_[back]);
        back = behind(edges_[came_over_[back]]);
        left_ -= std::min<std::size_t>(left_, 1);
      } while (back != node);
      if (forward) std::ranges::reverse(way.edges);
    }
  return found;
}

}  // namespace keuzekaart
