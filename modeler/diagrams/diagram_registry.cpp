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

}  // namespace keuzekaart
