#pragma once
#include <graphviz/cgraph.h>

#include <memory>
#include <string>

#include "modeler/diagrams/diagram.hpp"

namespace keuzekaart {

struct GraphCloser {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using Graph = std::unique_ptr<Agraph_t, GraphCloser>;

/// The page as a Graphviz graph in which every place is given: areas are clusters with their `bb`, boxes are nodes with
/// `pos="x,y!"`, lines are edges whose curve stands in `pos`. `neato -n2` draws it as it is. `straight` leaves the
/// curves out, so that Graphviz draws straight lines between the boxes.
/// Numbering of nodes, edges and subgraphs is our own (a counter), so that nothing depends on addresses.
Graph make_pinned_graph(const Diagram& diagram, std::size_t page, bool straight);

/// The graph as DOT text.
std::string dot_text(Agraph_t* graph);

/// The graph drawn by Graphviz's own SVG renderer, with its built-in measures of Arial (no font library is loaded).
/// Throws std::runtime_error when Graphviz gives nothing. Not thread-safe.
std::string graphviz_svg(Agraph_t* graph);

}  // namespace keuzekaart
