#include "importers/bpmn_graph.hpp"

#include <map>
#include <string_view>
#include <tuple>

namespace keuzekaart {

void connect_links(BpmnGraph& graph) {
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::string_view>;
  std::map<Key, std::uint32_t> landings;  // of several with one name the first counts
  const auto key = [](const BpmnGraph::Node& node) { return Key(node.process, node.whole, node.link_name.value); };
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i)
    if (const BpmnGraph::Node& node = graph.nodes[i]; !node.link_name.empty() && !node.jumps)
      landings.try_emplace(key(node), i);
  for (std::uint32_t i = 0; i < graph.nodes.size(); ++i) {
    const BpmnGraph::Node& node = graph.nodes[i];
    if (node.link_name.empty() || !node.jumps) continue;
    if (const auto found = landings.find(key(node)); found != landings.end())
      graph.connect(i, found->second, node.link_name.place);
  }
}

}  // namespace keuzekaart
