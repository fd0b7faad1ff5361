#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "modeler/diagrams/diagram.hpp"

/// Packs nested boxes on a rectangle: a cell is a leaf of fixed height, or holds cells in rows that fill its width. All
/// rows keep the order given. Works on numbers only; texts come in through two functions.
namespace keuzekaart {

struct GridCell {
  std::vector<int> children;  ///< none: a leaf
};

struct GridRules {
  double gap = 5;      ///< between neighbours
  double padding = 6;  ///< inside a holder, left, right and below
  double leaf_height = 30;
  int columns = 10;                                           ///< leaves side by side over the whole width
  std::function<double(int cell, double width)> head_height;  ///< of a holder's caption
};

struct PlacedCell {
  int cell = 0;
  int depth = 0;
  int holder = -1;  ///< number of the placed cell that holds it
  Rect rect;
};

/// The cells in `top`, each over the whole width and below each other, with all that they hold; a holder stands before
/// what it holds. The last element's bottom is not limited: compare `height` with the room there is.
struct GridLayout {
  std::vector<PlacedCell> cells;
  double height = 0;
};
GridLayout place_grid(const std::vector<GridCell>& cells, const std::vector<int>& top, Point origin, double width,
                      const GridRules& rules);

}  // namespace keuzekaart
