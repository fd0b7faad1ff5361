#include <graphviz/gvc.h>

#include <fmt/format.h>

#include <memory>
#include <stdexcept>

#include "exporters/pinned_graph.hpp"

extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;
}

namespace keuzekaart {

namespace {

struct ContextCloser {
  void operator()(GVC_t* context) const { gvFreeContext(context); }
};

/// The two plugins that are linked in, and no others: no fonts, no configuration file, no plugin of the user's.
GVC_t* context() {
  static lt_symlist_t plugins[] = {{"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
                                   {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
                                   {nullptr, nullptr}};
  static const std::unique_ptr<GVC_t, ContextCloser> only(gvContextPlugins(plugins, 0));
  return only.get();
}

}  // namespace

std::string graphviz_svg(Agraph_t* graph) {
  agseterr(AGMAX);
  if (gvLayout(context(), graph, "nop2") != 0) throw std::runtime_error("Graphviz cannot place this graph");
  char* data = nullptr;
  unsigned size = 0;
  const int failed = gvRenderData(context(), graph, "svg", &data, &size);
  std::string out(data == nullptr ? "" : data, data == nullptr ? 0 : size);
  gvFreeRenderData(data);
  gvFreeLayout(context(), graph);
  if (failed != 0 || out.empty()) throw std::runtime_error("Graphviz cannot draw this graph");
  return out;
}

}  // namespace keuzekaart
