#include "modeler/diagrams/diagram_registry.hpp"

#include <algorithm>

namespace keuzekaart {

namespace {

constexpr DiagramRow rows[] = {
    {"landschap", make_landscape}, {"keten", make_chains}, {"product-proces", make_product_process}};

}  // namespace

std::span<const DiagramRow> diagram_registry() { return rows; }

const DiagramRow* find_diagram(std::string_view key) {
  const auto found = std::ranges::find(rows, key, &DiagramRow::key);
  return found == std::end(rows) ? nullptr : &*found;
}

std::vector<Diagram> make_on_paper(const DiagramRow& row, const DiagramContext& context) {
  const Paper asked = context.options.paper;
  std::vector<Diagram> diagrams = row.make(context);
  if (asked == Paper::a4 || asked == Paper::a3) return diagrams;
  for (const Paper smaller : {Paper::a1, Paper::a3}) {
    if (smaller == asked) continue;
    DiagramContext on_smaller = context;
    on_smaller.options.paper = smaller;
    for (Diagram& diagram : row.make(on_smaller)) {
      if (diagram.pages.size() != 1) continue;
      const auto same = std::ranges::find(diagrams, diagram.name, &Diagram::name);
      if (same == diagrams.end()) continue;
      diagram.printed_on = asked;
      *same = std::move(diagram);
    }
  }
  return diagrams;
}

}  // namespace keuzekaart
