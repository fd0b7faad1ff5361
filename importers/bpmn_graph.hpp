#pragma once
#include <cstdint>
#include <vector>

#include "modeler/chains/ways_between.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/records/process_flows.hpp"

namespace keuzekaart {

/// The steps, gateways and events of a file as they were drawn, joined by arrows.
struct BpmnGraph {
  struct Node {
    std::uint32_t step = no_flow_part;  ///< none: a gateway or event
    std::uint32_t process = no_flow_part;
    std::uint32_t whole = no_flow_part;  ///< the sub-process around it, a step
    Text link_name;                      ///< of an event that jumps to, or is jumped to from, one of the same name
    bool jumps = false;
  };
  std::vector<Node> nodes;
  std::vector<WayEdge> edges;
  std::vector<Place> edge_places;

  std::uint32_t add(Node node) {
    nodes.push_back(node);
    return static_cast<std::uint32_t>(nodes.size() - 1);
  }
  void connect(std::uint32_t from, std::uint32_t to, Place place) {
    edges.push_back({from, to});
    edge_places.push_back(place);
  }
};

/// Arrows from every event that jumps to those of the same name in the same process.
void connect_links(BpmnGraph& graph);

}  // namespace keuzekaart
