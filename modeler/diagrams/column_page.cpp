#include "modeler/diagrams/column_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

#include "modeler/diagrams/frame.hpp"
#include "modeler/diagrams/text_measure.hpp"

namespace keuzekaart {

namespace {

constexpr double gutter = 46, name_size = 9, padding = 4, gap = 4, heading_size = 8.5, title_height = 24, inset = 5;

double column_width(std::size_t columns, double width) {
  return std::floor((width - gutter * static_cast<double>(columns - 1)) / static_cast<double>(columns));
}

std::vector<TextLine> lines_of(const ColumnItem& item, double width) {
  const double room = width - 2 * padding - (item.mark.empty() ? 0 : badge_size + 2);
  std::vector<TextLine> lines =
      wrapped_lines(item.name, room, name_size, false, item.look == Look::gap ? Ink::accent : Ink::normal);
  for (TextLine& line : wrapped_lines(item.list, room, smallest_size, false, Ink::soft))
    lines.push_back(std::move(line));
  return lines;
}

double item_height(const ColumnItem& item, double width) {
  return item.passes ? 6 : std::max(height_of(lines_of(item, width)) + 5, item.mark.empty() ? 0 : badge_size + 4);
}

double heading_height(const ColumnItem& item, double width) {
  return height_of(wrapped_lines(item.heading, width, heading_size, true)) + 4;
}

bool opens_group(const std::vector<ColumnItem>& column, std::size_t i) {
  return !column[i].heading.empty() && (i == 0 || column[i - 1].heading != column[i].heading);
}

/// Height of a column stacked from the top.
double stacked(const std::vector<ColumnItem>& column, double width) {
  double height = 0;
  for (std::size_t i = 0; i < column.size(); ++i)
    height += item_height(column[i], width) + gap + (opens_group(column, i) ? heading_height(column[i], width) : 0);
  return height;
}

/// Puts a column in a new order and renumbers the lines at both sides.
void reorder(ColumnSheet& sheet, std::size_t column, const std::vector<int>& order) {
  std::vector<int> place(order.size());
  std::vector<ColumnItem> items;
  for (std::size_t i = 0; i < order.size(); ++i) {
    place[static_cast<std::size_t>(order[i])] = static_cast<int>(i);
    items.push_back(std::move(sheet.items[column][static_cast<std::size_t>(order[i])]));
  }
  sheet.items[column] = std::move(items);
  if (column < sheet.arcs.size())
    for (ColumnArc& arc : sheet.arcs[column]) arc.from = place[static_cast<std::size_t>(arc.from)];
  if (column > 0)
    for (ColumnArc& arc : sheet.arcs[column - 1]) arc.to = place[static_cast<std::size_t>(arc.to)];
}

/// Mean place of each item's neighbours at one side; -1 without any.
std::vector<double> means(const ColumnSheet& sheet, std::size_t column, bool left) {
  const std::size_t n = sheet.items[column].size();
  std::vector<double> sum(n), count(n);
  const auto& arcs = sheet.arcs[left ? column - 1 : column];
  for (const ColumnArc& arc : arcs) {
    const auto mine = static_cast<std::size_t>(left ? arc.to : arc.from);
    sum[mine] += left ? arc.from : arc.to;
    count[mine] += 1;
  }
  for (std::size_t i = 0; i < n; ++i) sum[i] = count[i] > 0 ? sum[i] / count[i] : -1;
  return sum;
}

void sort_by_means(ColumnSheet& sheet, std::size_t column, bool left) {
  const std::vector<double> mean = means(sheet, column, left);
  const auto& items = sheet.items[column];
  std::map<std::string, std::pair<double, int>> group;  // mean of a group keeps its items together
  for (std::size_t i = 0; i < items.size(); ++i) {
    auto& [sum, count] = group[items[i].heading];
    sum += mean[i] < 0 ? static_cast<double>(i) : mean[i];
    ++count;
  }
  const auto key = [&](int i) {
    const auto at = static_cast<std::size_t>(i);
    const auto& [sum, count] = group[items[at].heading];
    const bool grouped = !items[at].heading.empty();
    return std::tuple(grouped ? sum / count : 0.0, grouped ? items[at].heading : std::string(),
                      mean[at] < 0 ? static_cast<double>(i) : mean[at], i);
  };
  std::vector<int> order(items.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return key(a) < key(b); });
  reorder(sheet, column, order);
}

std::size_t all_crossings(const ColumnSheet& sheet) {
  std::size_t sum = 0;
  for (const auto& arcs : sheet.arcs) sum += crossings(arcs);
  return sum;
}

/// Sweeps to the right and back; the best order seen stays.
void untangle(ColumnSheet& sheet) {
  ColumnSheet best = sheet;
  std::size_t least = all_crossings(sheet);
  for (int round = 0; round < 6 && least > 0; ++round) {
    for (std::size_t column = 1; column < sheet.items.size(); ++column) sort_by_means(sheet, column, true);
    if (const std::size_t now = all_crossings(sheet); now < least) {
      least = now;
      best = sheet;
    }
    for (std::size_t column = sheet.items.size() - 1; column-- > 0;) sort_by_means(sheet, column, false);
    if (const std::size_t now = all_crossings(sheet); now < least) {
      least = now;
      best = sheet;
    }
  }
  sheet = std::move(best);
}

class Placing {
 public:
  Placing(const ColumnSheet& sheet, const Rect& room)
      : sheet_(sheet), room_(room), width_(column_width(sheet.items.size(), room.width)), tops_(sheet.items.size()) {}

  std::vector<std::vector<double>> run() {
    std::size_t fullest = 0;
    for (std::size_t c = 0; c < tops_.size(); ++c) {
      tops_[c].assign(sheet_.items[c].size(), 0);
      if (stacked(sheet_.items[c], width_) > stacked(sheet_.items[fullest], width_)) fullest = c;
    }
    place(fullest, std::vector<double>(tops_[fullest].size(), -1));
    for (std::size_t c = fullest + 1; c < tops_.size(); ++c) place(c, wished(c, true));
    for (std::size_t c = fullest; c-- > 0;) place(c, wished(c, false));
    return tops_;
  }

 private:
  double height(std::size_t column, std::size_t i) const { return item_height(sheet_.items[column][i], width_); }
  double above(std::size_t column, std::size_t i) const {
    return opens_group(sheet_.items[column], i) ? heading_height(sheet_.items[column][i], width_) : 0;
  }

  /// The middle that each item would like: that of its neighbours; -1 when it
  /// has none.
  std::vector<double> wished(std::size_t column, bool left) const {
    const std::size_t n = sheet_.items[column].size(), other = left ? column - 1 : column + 1;
    std::vector<double> sum(n), count(n);
    for (const ColumnArc& arc : sheet_.arcs[left ? column - 1 : column]) {
      const auto mine = static_cast<std::size_t>(left ? arc.to : arc.from);
      const auto theirs = static_cast<std::size_t>(left ? arc.from : arc.to);
      sum[mine] += tops_[other][theirs] + height(other, theirs) / 2;
      count[mine] += 1;
    }
    for (std::size_t i = 0; i < n; ++i) sum[i] = count[i] > 0 ? sum[i] / count[i] : -1;
    return sum;
  }

  void place(std::size_t column, const std::vector<double>& middles) {
    auto& tops = tops_[column];
    const double first = room_.y + title_height, last = room_.bottom();
    double y = first;
    for (std::size_t i = 0; i < tops.size(); ++i) {
      const double wish = middles[i] < 0 ? y : middles[i] - height(column, i) / 2;
      tops[i] = std::floor(std::max(y + above(column, i), wish));
      y = tops[i] + height(column, i) + gap;
    }
    double limit = last;
    for (std::size_t i = tops.size(); i-- > 0;) {
      tops[i] = std::floor(std::min(tops[i], limit - height(column, i)));
      limit = tops[i] - gap - above(column, i);
    }
  }

  const ColumnSheet& sheet_;
  const Rect& room_;
  double width_;
  std::vector<std::vector<double>> tops_;
};

}  // namespace

int ColumnSheet::add(std::size_t column, ColumnItem item) {
  auto& list = items[column];
  for (std::size_t i = 0; i < list.size(); ++i)
    if (list[i].key == item.key) return static_cast<int>(i);
  list.push_back(std::move(item));
  return static_cast<int>(list.size()) - 1;
}

void ColumnSheet::join(std::size_t column, int from, int to, bool proposed) {
  for (ColumnArc& arc : arcs[column])
    if (arc.from == from && arc.to == to) {
      arc.proposed = arc.proposed && proposed;
      return;
    }
  arcs[column].push_back({from, to, proposed});
}

double height_of_sheet(const ColumnSheet& sheet, double width) {
  double height = 0;
  const double each = column_width(sheet.items.size(), width - 2 * inset);
  for (const auto& column : sheet.items) {
    // the first column is reordered by group, so each group has its heading
    // once
    std::vector<ColumnItem> grouped = column;
    std::stable_sort(grouped.begin(), grouped.end(),
                     [](const ColumnItem& a, const ColumnItem& b) { return a.heading < b.heading; });
    height = std::max(height, stacked(grouped, each));
  }
  return height + title_height + 4;
}

std::size_t crossings(const std::vector<ColumnArc>& arcs) {
  std::vector<std::pair<int, int>> ends;
  for (const ColumnArc& arc : arcs) ends.emplace_back(arc.from, arc.to);
  std::sort(ends.begin(), ends.end());
  std::size_t count = 0;
  for (std::size_t i = 0; i < ends.size(); ++i)
    for (std::size_t j = i + 1; j < ends.size(); ++j)
      if (ends[i].first < ends[j].first && ends[i].second > ends[j].second) ++count;
  return count;
}

Page place_sheet(ColumnSheet sheet, const Rect& whole_room, int page_number) {
  const Rect room{whole_room.x + inset, whole_room.y, whole_room.width - 2 * inset, whole_room.height};
  for (std::size_t column = 0; column < sheet.items.size(); ++column) {  // groups together before anything else
    std::vector<int> order(sheet.items[column].size());
    std::iota(order.begin(), order.end(), 0);
    std::map<std::string, int> first;
    for (std::size_t i = 0; i < order.size(); ++i)
      first.try_emplace(sheet.items[column][i].heading, static_cast<int>(i));
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
      return first[sheet.items[column][static_cast<std::size_t>(a)].heading] <
             first[sheet.items[column][static_cast<std::size_t>(b)].heading];
    });
    reorder(sheet, column, order);
  }
  untangle(sheet);
  const double width = column_width(sheet.items.size(), room.width);
  const std::vector<std::vector<double>> tops = Placing(sheet, room).run();
  double lowest = room.y + title_height;
  for (std::size_t c = 0; c < sheet.items.size(); ++c)
    for (std::size_t i = 0; i < sheet.items[c].size(); ++i)
      lowest = std::max(lowest, tops[c][i] + item_height(sheet.items[c][i], width));
  Page page;
  std::vector<std::vector<std::string>> ids(sheet.items.size());
  for (std::size_t c = 0; c < sheet.items.size(); ++c) {
    const double x = room.x + (width + gutter) * static_cast<double>(c);
    Box column;
    column.id = fmt::format("kolom-{}", c + 1);
    column.look = Look::column;
    column.rect = {x - inset, room.y, width + 2 * inset, std::min(room.height, lowest + 8 - room.y)};
    page.boxes.push_back(column);
    const int area = static_cast<int>(page.boxes.size()) - 1;
    Box title;
    title.id = column.id + "-kop";
    title.rect = {x, room.y + 3, width, line_height(10)};
    title.padding = 0;
    title.lines = {{sheet.titles[c], 10, true, Ink::normal}};
    title.area = area;
    page.boxes.push_back(title);
    for (std::size_t i = 0; i < sheet.items[c].size(); ++i) {
      const ColumnItem& item = sheet.items[c][i];
      Box box;
      box.id = item.id.empty() ? fmt::format("plaats-{}-{}-{}", page_number, c + 1, i + 1) : item.id;
      ids[c].push_back(item.passes ? "" : box.id);
      if (opens_group(sheet.items[c], i)) {
        Box heading;
        heading.id = fmt::format("groep-{}-{}-{}", page_number, c + 1, i + 1);
        heading.lines = wrapped_lines(item.heading, width, heading_size, true, Ink::soft);
        heading.padding = 0;
        heading.rect = {x, tops[c][i] - heading_height(item, width) + 1, width, height_of(heading.lines)};
        heading.area = area;
        page.boxes.push_back(heading);
      }
      if (item.passes) continue;
      box.look = item.look;
      box.rect = {x, tops[c][i], width, item_height(item, width)};
      box.lines = lines_of(item, width);
      box.padding = padding;
      box.tooltip = item.tooltip;
      box.target = item.target;
      box.area = area;
      page.boxes.push_back(box);
      if (!item.mark.empty())
        page.boxes.push_back(badge(box.id + "-merk", box.rect.right() - 2, box.rect.y + 2, Look::badge_plain,
                                   Tone::none, item.mark, area));
    }
  }
  for (std::size_t c = 0; c < sheet.arcs.size(); ++c) {
    std::size_t number = 0;
    for (const ColumnArc& arc : sheet.arcs[c]) {
      const auto from = static_cast<std::size_t>(arc.from), to = static_cast<std::size_t>(arc.to);
      const double left = room.x + (width + gutter) * static_cast<double>(c) + width, right = left + gutter;
      Line line;
      line.id = fmt::format("koppeling-{}-{}", c + 1, ++number);
      line.look = arc.proposed ? LineLook::proposed : LineLook::link;
      line.curved = true;
      line.path = {{left, tops[c][from] + item_height(sheet.items[c][from], width) / 2},
                   {right, tops[c + 1][to] + item_height(sheet.items[c + 1][to], width) / 2}};
      line.from = ids[c][from];
      line.to = ids[c + 1][to];
      line.tooltip = fmt::format("{} – {}", sheet.items[c][from].name, sheet.items[c + 1][to].name);
      page.lines.push_back(line);
      if (sheet.items[c + 1][to].passes) {  // through the column, at the same height
        Line through;
        through.id = line.id + "-door";
        through.look = line.look;
        through.path = {line.path[1], {line.path[1].x + width, line.path[1].y}};
        page.lines.push_back(through);
      }
    }
  }
  return page;
}

}  // namespace keuzekaart
