#pragma once
#include <string>
#include <vector>

#include "modeler/diagrams/diagram.hpp"

/// Things in columns with lines between neighbouring columns, ordered so that
/// few lines cross. Knows texts and places, no model.
namespace keuzekaart {

struct ColumnItem {
  std::string key;  ///< the same thing has the same key on every page
  std::string id;   ///< of the box; empty: made from the place
  std::string name;
  std::string heading;  ///< of the group it belongs to, in the first column;
                        ///< items of a group stand together
  std::string list;     ///< more text below the name, in small letters
  std::string tooltip, target;
  Look look = Look::process;
  bool passes = false;  ///< no box: a line only passes here to the next column
  std::string mark;     ///< badge, or empty
};

struct ColumnArc {
  int from = 0, to = 0;  ///< numbers of items in a column and the next
  bool proposed = false;
};

struct ColumnSheet {
  std::vector<std::string> titles;             ///< by column
  std::vector<std::vector<ColumnItem>> items;  ///< by column
  std::vector<std::vector<ColumnArc>> arcs;    ///< from column i to column i + 1

  /// The number of the item with this key, added when it is new.
  int add(std::size_t column, ColumnItem item);
  void join(std::size_t column, int from, int to, bool proposed = false);
};

/// The height that the fullest column takes in this width, headings and all.
double height_of_sheet(const ColumnSheet& sheet, double width);

/// Orders the items (the first column keeps its groups together) and places
/// everything in the room.
Page place_sheet(ColumnSheet sheet, const Rect& room, int page_number);

/// How many pairs of lines cross between a column and the next, with the items
/// in the order given.
std::size_t crossings(const std::vector<ColumnArc>& arcs);

}  // namespace keuzekaart
