#include "modeler/diagrams/nested_grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace keuzekaart {

namespace {

/// Children side by side, with the columns each takes.
struct GridRow {
  std::vector<int> cells;
  std::vector<int> columns;
};

struct Plan {
  double height = 0;
  std::vector<GridRow> rows;
};

class Planner {
 public:
  Planner(const std::vector<GridCell>& cells, const GridRules& rules) : cells_(cells), rules_(rules) {}

  /// The lowest arrangement of a cell over so many columns. Widths are estimated; placing uses the real ones.
  const Plan& plan(int cell, int columns) {
    const auto key = std::pair(cell, columns);
    if (const auto found = plans_.find(key); found != plans_.end()) return found->second;
    return plans_.emplace(key, make(cell, columns)).first->second;
  }

 private:
  const std::vector<int>& children(int cell) const { return cells_[static_cast<std::size_t>(cell)].children; }

  Plan make(int cell, int columns) {
    if (children(cell).empty()) return {rules_.leaf_height, {}};
    const bool only_leaves = std::ranges::all_of(children(cell), [&](int child) { return children(child).empty(); });
    Plan made = only_leaves ? leaf_rows(cell, columns) : shelf_rows(cell, columns);
    made.height += rules_.head_height(cell, 90.0 * columns) + rules_.padding - rules_.gap;
    return made;
  }

  /// Leaves in rows of equal length as far as it goes: 5 over 3 columns is 3 + 2.
  Plan leaf_rows(int cell, int columns) {
    Plan made;
    const auto& leaves = children(cell);
    const std::size_t across = std::min(static_cast<std::size_t>(columns), leaves.size());
    for (std::size_t first = 0; first < leaves.size(); first += across) {
      GridRow row;
      for (std::size_t i = first; i < std::min(leaves.size(), first + across); ++i) {
        row.cells.push_back(leaves[i]);
        row.columns.push_back(1);
      }
      made.rows.push_back(std::move(row));
      made.height += rules_.leaf_height + rules_.gap;
    }
    return made;
  }

  /// Columns for children `first` to `last` so that the row is as low as can be; its height, or infinity.
  double fit_row(const std::vector<int>& list, std::size_t first, std::size_t last, int columns,
                 std::vector<int>& out) {
    const std::size_t n = last - first;
    if (n > static_cast<std::size_t>(columns)) return std::numeric_limits<double>::infinity();
    out.assign(n, 1);
    int left = columns - static_cast<int>(n);
    const auto height = [&](std::size_t i) { return plan(list[first + i], out[i]).height; };
    while (true) {  // widen the highest until it cannot become lower
      std::size_t highest = 0;
      for (std::size_t i = 1; i < n; ++i)
        if (height(i) > height(highest)) highest = i;
      const double before = height(highest);
      int extra = 1;
      while (extra <= left && plan(list[first + highest], out[highest] + extra).height >= before) ++extra;
      if (extra > left) return spread(list, first, left, out), before;
      out[highest] += extra;
      left -= extra;
    }
  }

  /// Columns that nobody needs go to those with the most below them, so that the row fills the width.
  void spread(const std::vector<int>& list, std::size_t first, int left, std::vector<int>& out) {
    while (left-- > 0) {
      std::size_t best = 0;
      const auto crowd = [&](std::size_t i) {
        return static_cast<double>(children(list[first + i]).size() + 1) / out[i];
      };
      for (std::size_t i = 1; i < out.size(); ++i)
        if (crowd(i) > crowd(best)) best = i;
      ++out[best];
    }
  }

  Plan shelf_rows(int cell, int columns) {
    const auto& list = children(cell);
    const std::size_t n = list.size();
    std::vector<double> best(n + 1, std::numeric_limits<double>::infinity());
    std::vector<std::size_t> from(n + 1);
    best[0] = 0;
    std::vector<int> spare;
    for (std::size_t last = 1; last <= n; ++last)
      for (std::size_t first = last; first-- > 0 && last - first <= static_cast<std::size_t>(columns);) {
        const double height = best[first] + fit_row(list, first, last, columns, spare) + rules_.gap;
        if (height < best[last]) {
          best[last] = height;
          from[last] = first;
        }
      }
    Plan made;
    made.height = best[n];
    for (std::size_t last = n; last > 0; last = from[last]) {
      GridRow row;
      fit_row(list, from[last], last, columns, row.columns);
      row.cells.assign(list.begin() + static_cast<std::ptrdiff_t>(from[last]),
                       list.begin() + static_cast<std::ptrdiff_t>(last));
      made.rows.push_back(std::move(row));
    }
    std::reverse(made.rows.begin(), made.rows.end());
    return made;
  }

  const std::vector<GridCell>& cells_;
  const GridRules& rules_;
  std::map<std::pair<int, int>, Plan> plans_;
};

class Placer {
 public:
  Placer(Planner& planner, const GridRules& rules, GridLayout& layout)
      : planner_(planner), rules_(rules), layout_(layout) {}

  /// Places a cell and gives its height.
  double place(int cell, int columns, int holder, int depth, double x, double y, double width) {
    const std::size_t self = layout_.cells.size();
    layout_.cells.push_back({cell, depth, holder, {x, y, width, rules_.leaf_height}});
    const Plan& plan = planner_.plan(cell, columns);
    if (plan.rows.empty()) return rules_.leaf_height;
    double at_y = y + rules_.head_height(cell, width);
    for (const GridRow& row : plan.rows) at_y += place_row(row, columns, self, depth, x, at_y, width) + rules_.gap;
    const double height = at_y - rules_.gap + rules_.padding - y;
    layout_.cells[self].rect.height = height;
    return height;
  }

 private:
  double place_row(const GridRow& row, int columns, std::size_t holder, int depth, double x, double y, double width) {
    int used = 0;
    for (const int k : row.columns) used += k;
    const double inner = width - 2 * rules_.padding;
    const bool leaves = std::ranges::all_of(row.columns, [](int k) { return k == 1; });
    const int shares = leaves && used < columns ? leaf_shares(holder, columns) : columns;
    const auto edge = [&](int column) {
      return x + rules_.padding + std::round((inner + rules_.gap) * column / shares);
    };
    double height = 0;
    std::vector<std::size_t> placed;
    int column = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      placed.push_back(layout_.cells.size());
      const double left = edge(column), right = edge(column + row.columns[i]) - rules_.gap;
      height = std::max(
          height, place(row.cells[i], row.columns[i], static_cast<int>(holder), depth + 1, left, y, right - left));
      column += row.columns[i];
    }
    for (const std::size_t i : placed)
      if (!planner_.plan(layout_.cells[i].cell, 1).rows.empty()) layout_.cells[i].rect.height = height;
    return height;
  }

  /// In how many parts a row of leaves divides its width: as many as its holder's longest row.
  int leaf_shares(std::size_t holder, int columns) {
    std::size_t longest = 1;
    for (const GridRow& row : planner_.plan(layout_.cells[holder].cell, columns).rows)
      longest = std::max(longest, row.cells.size());
    return static_cast<int>(longest);
  }

  Planner& planner_;
  const GridRules& rules_;
  GridLayout& layout_;
};

}  // namespace

GridLayout place_grid(const std::vector<GridCell>& cells, const std::vector<int>& top, Point origin, double width,
                      const GridRules& rules) {
  GridLayout layout;
  Planner planner(cells, rules);
  Placer placer(planner, rules, layout);
  double y = origin.y;
  for (const int cell : top) y += placer.place(cell, rules.columns, -1, 0, origin.x, y, width) + rules.gap;
  layout.height = y - rules.gap - origin.y;
  return layout;
}

}  // namespace keuzekaart
