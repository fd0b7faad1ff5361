#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <tuple>

#include "modeler/diagrams/diagram_registry.hpp"
#include "modeler/diagrams/diagram_texts.hpp"
#include "modeler/diagrams/frame.hpp"
#include "modeler/diagrams/landscape_colour.hpp"
#include "modeler/diagrams/landscape_tree.hpp"
#include "modeler/diagrams/nested_grid.hpp"
#include "modeler/diagrams/text_measure.hpp"

namespace keuzekaart {

namespace {

constexpr double leaf_padding = 5;
constexpr double tallest_leaf = 76;
constexpr double own_size = smallest_size;
constexpr double all_sizes[] = {11, 10.5, 10, 9.5, 9, 8.5, 8};
constexpr double split_sizes[] = {9, 8};

/// Sizes of text on a page: leaves, and captions by depth.
struct Sizes {
  double leaf = 9;
  double caption(int depth) const { return depth == 0 ? leaf + 3 : depth == 1 ? leaf + 1.5 : leaf + 0.5; }
};

/// What stands in one leaf or caption.
struct Item {
  int node = -1;
  bool own_process = false;  ///< a small box for an own process
  bool continued = false;    ///< a holder that goes on from the previous page
  std::string name;
  std::string extra;  ///< second line: "3 eigen processen"
};

class LandscapeDrawing {
 public:
  explicit LandscapeDrawing(const DiagramContext& context)
      : c_(context), tree_(landscape_tree(context.model)), colouring_(colour_landscape(context, tree_)) {
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) add_item(static_cast<int>(i));
  }

  std::vector<Diagram> make() {
    Diagram diagram = start_diagram(c_, "landschap", fmt::format("landschap-{}", word()));
    const Frame frame = make_frame();
    room_ = content_area(frame, diagram.paper);
    for (const Fitted& fitted : paginate(tree_.roots)) diagram.pages.push_back(draw(fitted));
    if (diagram.pages.empty()) diagram.pages.emplace_back();
    diagram.description = c_.labels.fill("landschap.beschrijving", {frame.title, colouring_.subject});
    add_frame(diagram, frame, c_.labels);
    return {std::move(diagram)};
  }

 private:
  std::string_view word() const {
    for (const ColorByWord& row : color_by_words)
      if (row.value == c_.options.color_by) return row.word;
    return {};
  }

  Frame make_frame() const {
    Frame frame;
    frame.title = tree_.nodes.empty() ? c_.labels.get("landschap.leeg") : colouring_.title;
    const std::string_view state = drawn_state_words[static_cast<std::size_t>(c_.options.state)].word;
    const bool has_state = c_.options.color_by == ColorBy::executor || c_.options.color_by == ColorBy::owner;
    const std::string shown =
        c_.options.color_by == ColorBy::change
            ? c_.labels.get("getekend.verschil")
            : c_.labels.get(fmt::format("getekend.{}", c_.options.state == DrawnState::change ? "ist" : state));
    frame.subtitle = c_.labels.fill(
        "landschap.onderwerp",
        {c_.labels.get(tree_.reference ? "landschap.van-gemma" : "landschap.van-gemeente"), colouring_.subject});
    if (has_state || c_.options.color_by == ColorBy::change) frame.subtitle += "  ·  " + shown;
    frame.foot = foot_text(c_);
    for (const LandscapeCategory& category : colouring_.categories)
      frame.legend.push_back(LegendItem::box(Look::process, category.tone, category.mark,
                                             fmt::format("{} ({})", category.label, category.count)));
    if (std::ranges::any_of(tree_.nodes, [](const LandscapeNode& n) { return n.several_wholes; }))
      frame.legend.push_back(
          LegendItem::box(Look::badge_plain, Tone::none, "2", c_.labels.get("landschap.meer-gehelen")));
    return frame;
  }

  int add_cell(Item item) {
    items_.push_back(std::move(item));
    cells_.emplace_back();
    return static_cast<int>(items_.size()) - 1;
  }

  /// Items of the nodes come first, with equal numbers; own processes as boxes
  /// after them.
  void add_item(int node) {
    const LandscapeNode& n = tree_.nodes[static_cast<std::size_t>(node)];
    Item item;
    item.node = node;
    item.name = n.name.empty() ? c_.labels.get("landschap.zonder-domein") : n.name;
    if (tree_.reference && (!n.own.empty() || n.proposed > 0)) {
      if (!n.own.empty()) item.extra = counted(c_.labels, "landschap.eigen", n.own.size());
      if (n.proposed > 0)
        item.extra += (item.extra.empty() ? "" : ", ") + counted(c_.labels, "landschap.voorgesteld", n.proposed);
    }
    if (items_.size() <= static_cast<std::size_t>(node)) {
      items_.resize(tree_.nodes.size());
      cells_.resize(tree_.nodes.size());
    }
    items_[static_cast<std::size_t>(node)] = std::move(item);
    cells_[static_cast<std::size_t>(node)].children = n.children;
    if (!c_.options.own_processes || !tree_.reference) return;
    for (const EntityRef own : n.own) {
      const int cell = add_cell({node, true, false, name_of(c_.model, own), {}});
      cells_[static_cast<std::size_t>(node)].children.push_back(cell);
    }
  }

  const Item& item(int cell) const { return items_[static_cast<std::size_t>(cell)]; }

  bool has_badge(int cell) const {
    const Item& i = item(cell);
    return !i.own_process && colouring_.of_node[static_cast<std::size_t>(i.node)] >= 0;
  }

  double badges_width(int cell) const {
    if (!has_badge(cell)) return 0;
    const auto& category = category_of(cell);
    double width = std::max(badge_size, std::ceil(text_width(category.mark, smallest_size, true)) + 4) + 2;
    if (tree_.nodes[static_cast<std::size_t>(item(cell).node)].several_wholes) width += badge_size + 2;
    return width;
  }

  const LandscapeCategory& category_of(int cell) const {
    return colouring_
        .categories[static_cast<std::size_t>(colouring_.of_node[static_cast<std::size_t>(item(cell).node)])];
  }

  std::vector<TextLine> leaf_lines(int cell, double width, const Sizes& sizes) const {
    const double room = width - 2 * leaf_padding - badges_width(cell);
    const double size = item(cell).own_process ? std::max(own_size, sizes.leaf - 1) : sizes.leaf;
    std::vector<TextLine> lines = wrapped_lines(item(cell).name, room, size);
    for (TextLine& line : wrapped_lines(item(cell).extra, room, smallest_size, false, Ink::soft))
      lines.push_back(std::move(line));
    return lines;
  }

  std::vector<TextLine> caption_lines(int cell, double width, double size) const {
    std::string name = item(cell).name;
    if (item(cell).continued) name += " " + c_.labels.get("tekening.vervolg");
    const double room = width - 12 - badges_width(cell);
    std::vector<TextLine> lines = wrapped_lines(name, room, size, true);
    if (!item(cell).extra.empty())
      for (TextLine& line : wrapped_lines(item(cell).extra, room, smallest_size, false, Ink::soft))
        lines.push_back(std::move(line));
    return lines;
  }

  struct Fitted {
    GridLayout layout;
    Sizes sizes;
    double leaf_height = 0;
  };

  /// Depth of a cell in the whole tree, for the size of its caption.
  int depth_of(int cell) const { return depths_.empty() ? 0 : depths_[static_cast<std::size_t>(cell)]; }

  void measure_depths() {
    depths_.assign(cells_.size(), 0);
    std::vector<int> open = tree_.roots;
    for (std::size_t i = 0; i < open.size(); ++i)
      for (const int child : cells_[static_cast<std::size_t>(open[i])].children) {
        depths_[static_cast<std::size_t>(child)] = depths_[static_cast<std::size_t>(open[i])] + 1;
        open.push_back(child);
      }
    leaves_.assign(cells_.size(), 0);
    for (std::size_t i = open.size(); i-- > 0;) count_leaves(open[i]);
    for (const LandscapeNode& node : tree_.nodes) widest_.push_back(widest_word(node.name, 1));
  }

  /// How many leaves a cell holds; its children are counted already.
  void count_leaves(int cell) {
    const auto& children = cells_[static_cast<std::size_t>(cell)].children;
    double& count = leaves_[static_cast<std::size_t>(cell)];
    count = children.empty() ? 1 : 0;
    for (const int child : children) count += leaves_[static_cast<std::size_t>(child)];
  }

  GridRules rules(const Sizes& sizes, int columns, double leaf_height) const {
    GridRules rules;
    rules.columns = columns;
    rules.leaf_height = leaf_height;
    rules.head_height = [this, sizes](int cell, double width) {
      const auto [found, is_new] = heights_.try_emplace({cell, width, sizes.leaf}, 0);
      if (is_new) found->second = height_of(caption_lines(cell, width, sizes.caption(depth_of(cell))));
      return std::max(found->second, badge_size) + 7;
    };
    return rules;
  }

  double leaf_text_height(int cell, double width, const Sizes& sizes) const {
    const auto [found, is_new] = heights_.try_emplace({cell, width, sizes.leaf}, 0);
    if (is_new) found->second = height_of(leaf_lines(cell, width, sizes));
    return found->second;
  }

  /// Height that the fullest leaf needs.
  double needed_leaf_height(const GridLayout& layout, const Sizes& sizes) const {
    double needed = 0;
    for (const PlacedCell& placed : layout.cells)
      if (cells_[static_cast<std::size_t>(placed.cell)].children.empty())
        needed = std::max(needed, leaf_text_height(placed.cell, placed.rect.width, sizes));
    return std::max(needed + 8, badge_size + 4);
  }

  /// Lower than any arrangement can be: the leaves in full rows, without
  /// captions.
  double least_height(const std::vector<int>& top, int columns, double leaf) const {
    double height = 0;
    for (const int cell : top) height += std::ceil(leaves_[static_cast<std::size_t>(cell)] / columns) * (leaf + 5);
    return height;
  }

  std::optional<Fitted> try_fit(const std::vector<int>& top, const Sizes& sizes, int columns) const {
    const auto place = [&](double leaf) {
      return place_grid(cells_, top, {room_.x, room_.y}, room_.width, rules(sizes, columns, leaf));
    };
    double leaf = std::max(line_height(sizes.leaf) + 8, badge_size + 4);
    if (least_height(top, columns, leaf) > room_.height) return std::nullopt;
    GridLayout layout = place(leaf);
    if (layout.height > room_.height) return std::nullopt;
    for (int round = 0; round < 3; ++round) {
      const double needed = needed_leaf_height(layout, sizes);
      if (needed <= leaf) break;
      leaf = needed;
      layout = place(leaf);
    }
    if (needed_leaf_height(layout, sizes) > leaf || layout.height > room_.height) return std::nullopt;
    for (const PlacedCell& placed : layout.cells)
      if (placed.rect.width < 2 * leaf_padding + badges_width(placed.cell) + 24) return std::nullopt;
    for (double step = 32; step >= 1; step /= 2) {  // leaves as high as the page allows
      if (leaf + step > tallest_leaf) continue;
      GridLayout higher = place(leaf + step);
      if (higher.height > room_.height) continue;
      layout = std::move(higher);
      leaf += step;
    }
    return Fitted{std::move(layout), sizes, leaf};
  }

  /// Long words are cut only when nothing else fits.
  std::size_t cut_words(const Fitted& fitted) const {
    std::size_t cut = 0;
    for (const PlacedCell& placed : fitted.layout.cells) {
      if (!cells_[static_cast<std::size_t>(placed.cell)].children.empty()) continue;
      const double room = placed.rect.width - 2 * leaf_padding - badges_width(placed.cell);
      if (widest_[static_cast<std::size_t>(item(placed.cell).node)] * fitted.sizes.leaf > room) ++cut;
    }
    return cut;
  }

  /// The largest text that fits on one page; among its column counts the one
  /// with the fewest cut words, then the roomiest leaves.
  std::optional<Fitted> fit(const std::vector<int>& top, std::span<const double> letter_sizes = all_sizes) const {
    const int most = std::clamp(static_cast<int>(room_.width / 70), 3, 40);
    for (const double size : letter_sizes) {
      std::optional<Fitted> best;
      std::pair<std::size_t, double> best_key;
      for (int columns = most; columns >= 3; --columns) {
        std::optional<Fitted> found = try_fit(top, {size}, columns);
        if (!found) continue;
        const std::pair<std::size_t, double> key{cut_words(*found), -found->leaf_height / columns};
        if (best && best_key <= key) continue;
        best_key = key;
        best = std::move(found);
      }
      if (best && (best_key.first == 0 || size <= 9)) return best;
    }
    return std::nullopt;
  }

  /// Pages: everything on one when it fits, else root by root, else the
  /// children of a root over several pages.
  std::vector<Fitted> paginate(const std::vector<int>& roots) {
    measure_depths();
    if (roots.empty()) return {};
    if (const auto one = fit(roots)) return {*one};
    std::vector<Fitted> pages;
    for (const int root : roots) {
      if (auto page = fit({root})) {
        pages.push_back(std::move(*page));
        continue;
      }
      split(root, pages);
    }
    return pages;
  }

  void split(int root, std::vector<Fitted>& pages) {
    const std::vector<int> children = cells_[static_cast<std::size_t>(root)].children;
    std::size_t first = 0;
    bool continued = false;
    while (first < children.size()) {
      std::optional<Fitted> best;
      std::size_t low = 1, high = children.size() - first, taken = 0;
      while (low <= high) {  // as many children as fit
        const std::size_t count = (low + high) / 2;
        auto found = fit({part_of(root, children, first, count, continued)}, split_sizes);
        if (found) {
          best = std::move(found);
          taken = count;
          low = count + 1;
        } else {
          high = count - 1;
        }
      }
      if (!best) {  // one child alone is too large: its own children are split
        split(children[first], pages);
        ++first;
        continue;
      }
      pages.push_back(std::move(*best));
      first += taken;
      continued = true;
    }
  }

  int part_of(int root, const std::vector<int>& children, std::size_t first, std::size_t count, bool continued) {
    Item copy = item(root);
    copy.continued = continued;
    const int cell = add_cell(std::move(copy));
    cells_[static_cast<std::size_t>(cell)].children.assign(
        children.begin() + static_cast<std::ptrdiff_t>(first),
        children.begin() + static_cast<std::ptrdiff_t>(first + count));
    depths_.push_back(depth_of(root));
    leaves_.push_back(0);
    count_leaves(cell);
    return cell;
  }

  Page draw(const Fitted& fitted) const {
    Page page;
    std::vector<int> area_of(fitted.layout.cells.size(), -1);
    for (std::size_t i = 0; i < fitted.layout.cells.size(); ++i) {
      const PlacedCell& placed = fitted.layout.cells[i];
      const bool leaf = cells_[static_cast<std::size_t>(placed.cell)].children.empty();
      Box box = leaf ? leaf_box(placed, fitted) : holder_box(placed, fitted.sizes);
      box.id += item(placed.cell).own_process ? fmt::format("-{}", i) : "";
      box.area = placed.holder < 0 ? -1 : area_of[static_cast<std::size_t>(placed.holder)];
      area_of[i] = static_cast<int>(page.boxes.size());
      const int area = leaf ? box.area : area_of[i];
      page.boxes.push_back(std::move(box));
      add_badges(page, placed, leaf, area);
    }
    return page;
  }

  Box holder_box(const PlacedCell& placed, const Sizes& sizes) const {
    Box box;
    const int depth = depth_of(placed.cell);
    box.look = depth == 0 ? Look::area_root : depth == 1 ? Look::area_cluster : Look::area_group;
    describe(box, placed);
    box.padding = 6;
    box.down = Down::top;
    box.lines = caption_lines(placed.cell, placed.rect.width, sizes.caption(depth));
    return box;
  }

  Box leaf_box(const PlacedCell& placed, const Fitted& fitted) const {
    Box box;
    describe(box, placed);
    box.look = item(placed.cell).own_process ? Look::own_process : Look::process;
    if (has_badge(placed.cell)) box.tone = category_of(placed.cell).tone;
    box.padding = leaf_padding;
    box.lines = leaf_lines(placed.cell, placed.rect.width, fitted.sizes);
    return box;
  }

  void describe(Box& box, const PlacedCell& placed) const {
    const Item& i = item(placed.cell);
    const EntityRef thing = tree_.nodes[static_cast<std::size_t>(i.node)].thing;
    const std::string_view code = thing.known() ? c_.model.entity(thing).code.value : "zonder-domein";
    box.id = id_of(i.own_process ? "eigen-" : thing.kind == EntityKind::process ? "proces-" : "groep-", code);
    box.rect = placed.rect;
    box.tooltip = i.name;
    if (has_badge(placed.cell)) box.tooltip += " · " + category_of(placed.cell).label;
    if (!i.extra.empty()) box.tooltip += " · " + i.extra;
    if (thing.known()) box.target = box.id;
  }

  void add_badges(Page& page, const PlacedCell& placed, bool leaf, int area) const {
    if (!has_badge(placed.cell)) return;
    const LandscapeCategory& category = category_of(placed.cell);
    const Rect& r = placed.rect;
    const double inset = leaf ? 3 : 5;
    const std::string id = page.boxes.back().id;
    page.boxes.push_back(badge(id + "-merk", r.right() - inset, r.y + inset, Look::badge,
                               category.tone == Tone::none ? Tone::none : category.tone, category.mark, area));
    const double left = page.boxes.back().rect.x - 2;
    if (tree_.nodes[static_cast<std::size_t>(item(placed.cell).node)].several_wholes)
      page.boxes.push_back(badge(id + "-merk2", left, r.y + inset, Look::badge_plain, Tone::none, "2", area));
  }

  const DiagramContext& c_;
  LandscapeTree tree_;
  LandscapeColouring colouring_;
  std::vector<Item> items_;
  std::vector<GridCell> cells_;
  std::vector<int> depths_;
  std::vector<double> leaves_;  ///< by cell
  std::vector<double> widest_;  ///< by node: the widest word at size 1
  Rect room_;
  mutable std::map<std::tuple<int, double, double>, double> heights_;  ///< of texts: by cell, width and letter size
};

}  // namespace

std::vector<Diagram> make_landscape(const DiagramContext& context) { return LandscapeDrawing(context).make(); }

}  // namespace keuzekaart
