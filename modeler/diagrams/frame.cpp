#include "modeler/diagrams/frame.hpp"

#include <algorithm>
#include <cmath>

#include "modeler/diagrams/text_measure.hpp"

namespace keuzekaart {

namespace {

constexpr double title_size = 18, subtitle_size = 10, legend_size = 9, foot_size = 8;
constexpr double swatch_width = 22, swatch_height = 13, legend_gap = 18, legend_row = 17;

double inner_width(Paper paper) { return std::floor(size_of(paper).width() - 2 * page_margin); }

std::vector<TextLine> title_lines(const Frame& frame, Paper paper) {
  return wrapped_lines(frame.title, inner_width(paper), title_size, true);
}

std::vector<TextLine> subtitle_lines(const Frame& frame, Paper paper) {
  return wrapped_lines(frame.subtitle, inner_width(paper), subtitle_size, false, Ink::soft);
}

double head_height(const Frame& frame, Paper paper) {
  return height_of(title_lines(frame, paper)) + 2 + height_of(subtitle_lines(frame, paper)) + 8;
}

struct PlacedItem {
  const LegendItem* item;
  double x, y, width;
  std::vector<TextLine> lines;
};

/// The legend's items in rows; y counts from the legend's top. Gives the height too.
std::pair<std::vector<PlacedItem>, double> legend_rows(const Frame& frame, Paper paper) {
  std::vector<PlacedItem> placed;
  double x = 0, y = 0, row = legend_row;
  const double width = inner_width(paper);
  for (const LegendItem& item : frame.legend) {
    const double room = width - swatch_width - 6;
    const std::vector<TextLine> lines = wrapped_lines(item.text, room, legend_size);
    double text = 0;
    for (const TextLine& line : lines) text = std::max(text, text_width(line.text, line.size));
    const double needed = swatch_width + 6 + std::ceil(text) + 2;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += row;
      row = legend_row;
    }
    placed.push_back({&item, x, y, needed, lines});
    row = std::max(row, height_of(lines) + 5);
    x += needed + legend_gap;
  }
  return {std::move(placed), frame.legend.empty() ? 0 : y + row};
}

double foot_height() { return line_height(foot_size) + 8; }

Box text_box(std::string id, Rect rect, std::vector<TextLine> lines, Across across = Across::left) {
  Box box;
  box.id = std::move(id);
  box.rect = rect;
  box.lines = std::move(lines);
  box.across = across;
  box.down = Down::top;
  box.padding = 0;
  return box;
}

Line rule(std::string id, Point from, Point to) {
  Line line;
  line.id = std::move(id);
  line.look = LineLook::rule;
  line.path = {from, to};
  return line;
}

void add_legend(Page& page, const Frame& frame, Paper paper, double top) {
  const auto [items, height] = legend_rows(frame, paper);
  std::size_t number = 0;
  for (const PlacedItem& placed : items) {
    const std::string id = "legenda-" + std::to_string(++number);
    const double x = page_margin + placed.x, y = top + placed.y + (legend_row - swatch_height) / 2;
    if (placed.item->is_line) {
      Line sample;
      sample.id = id;
      sample.look = placed.item->line;
      sample.path = {{x, y + swatch_height / 2}, {x + swatch_width, y + swatch_height / 2}};
      sample.arrow =
          sample.look != LineLook::link && sample.look != LineLook::proposed && sample.look != LineLook::also;
      page.lines.push_back(sample);
    } else {
      Box sample;
      sample.id = id;
      sample.look = placed.item->look;
      sample.tone = placed.item->tone;
      sample.rect = {x, y, swatch_width, swatch_height};
      sample.padding = 1;
      const bool is_badge = sample.look == Look::badge || sample.look == Look::badge_plain;
      if (is_badge && text_width(placed.item->mark, smallest_size, true) < badge_size)
        sample.rect = {x + swatch_width - badge_size, y, badge_size, badge_size};
      if (is_badge && !placed.item->mark.empty()) {
        sample.lines = {{placed.item->mark, smallest_size, true, Ink::normal}};
        sample.across = Across::middle;
      }
      page.boxes.push_back(sample);
      if (!is_badge && !placed.item->mark.empty())
        page.boxes.push_back(badge(id + "-merk", x + swatch_width, y, Look::badge, sample.tone, placed.item->mark, -1));
    }
    page.boxes.push_back(
        text_box(id + "-tekst",
                 {x + swatch_width + 6, top + placed.y + 2, placed.width - swatch_width - 6, height_of(placed.lines)},
                 placed.lines));
  }
}

}  // namespace

Rect content_area(const Frame& frame, Paper paper) {
  const double top = page_margin + std::ceil(head_height(frame, paper)) + 8;
  const double legend = legend_rows(frame, paper).second;
  const double bottom = size_of(paper).height() - page_margin - foot_height() - (legend > 0 ? legend + 10 : 4);
  return {page_margin, top, inner_width(paper), std::floor(bottom - top)};
}

void add_frame(Diagram& diagram, const Frame& frame, const Labels& labels) {
  diagram.title = frame.title;
  const double width = inner_width(diagram.paper);
  const double bottom = std::floor(size_of(diagram.paper).height() - page_margin - line_height(foot_size));
  for (std::size_t i = 0; i < diagram.pages.size(); ++i) {
    Page& page = diagram.pages[i];
    const auto title = title_lines(frame, diagram.paper);
    const auto subtitle = subtitle_lines(frame, diagram.paper);
    double y = page_margin;
    page.boxes.push_back(text_box("kop", {page_margin, y, width, height_of(title)}, title));
    y += height_of(title) + 2;
    page.boxes.push_back(text_box("onderkop", {page_margin, y, width, height_of(subtitle)}, subtitle));
    y += height_of(subtitle) + 6;
    page.lines.push_back(rule("lijn-boven", {page_margin, y}, {page_margin + width, y}));
    const double legend = legend_rows(frame, diagram.paper).second;
    if (legend > 0) {
      const double top = bottom - 8 - legend;
      page.lines.push_back(rule("lijn-legenda", {page_margin, top - 4}, {page_margin + width, top - 4}));
      add_legend(page, frame, diagram.paper, top);
    }
    page.lines.push_back(rule("lijn-onder", {page_margin, bottom - 4}, {page_margin + width, bottom - 4}));
    const std::string sheet =
        labels.fill("tekening.blad", {std::to_string(i + 1), std::to_string(diagram.pages.size())});
    const double sheet_width = std::ceil(text_width(sheet, foot_size)) + 2;
    std::vector<TextLine> foot = wrapped_lines(frame.foot, width - sheet_width - 12, foot_size, false, Ink::soft);
    if (foot.size() > 1) foot.resize(1);
    page.boxes.push_back(
        text_box("voet", {page_margin, bottom, width - sheet_width - 12, line_height(foot_size)}, std::move(foot)));
    page.boxes.push_back(text_box("blad",
                                  {page_margin + width - sheet_width, bottom, sheet_width, line_height(foot_size)},
                                  {{sheet, foot_size, false, Ink::soft}}, Across::right));
  }
}

Box badge(std::string id, double right, double top, Look look, Tone tone, std::string mark, int area) {
  Box box;
  box.id = std::move(id);
  box.look = look;
  box.tone = tone;
  const double width = std::max(badge_size, std::ceil(text_width(mark, smallest_size, true)) + 4);
  box.rect = {right - width, top, width, badge_size};
  box.padding = 1;
  box.across = Across::middle;
  if (!mark.empty()) box.lines = {{std::move(mark), smallest_size, true, Ink::normal}};
  box.area = area;
  return box;
}

}  // namespace keuzekaart
