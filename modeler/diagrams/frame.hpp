#pragma once
#include <string>
#include <vector>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/diagrams/diagram.hpp"

/// What every page has around its drawing: a title that states the message, what it is about, a legend, the map's name,
/// version and date, and "blad x van y".
namespace keuzekaart {

inline constexpr double page_margin = 28;
inline constexpr double smallest_size = 8;  ///< no text is smaller, in points

struct LegendItem {
  Look look = Look::process;
  Tone tone = Tone::none;
  std::string mark;  ///< letter in the sample, empty: a sample without one
  bool is_line = false;
  LineLook line = LineLook::link;
  std::string text;

  static LegendItem box(Look look, Tone tone, std::string mark, std::string text) {
    return {look, tone, std::move(mark), false, LineLook::link, std::move(text)};
  }
  static LegendItem stroke(LineLook line, std::string text) {
    return {Look::text, Tone::none, {}, true, line, std::move(text)};
  }
};

struct Frame {
  std::string title;     ///< a sentence
  std::string subtitle;  ///< subject, state, how to read it
  std::string foot;      ///< name and version of the map, sources, date
  std::vector<LegendItem> legend;
};

/// The room that head, legend and foot leave on this paper.
Rect content_area(const Frame& frame, Paper paper);

/// Draws head, legend and foot on every page of the diagram and sets its title.
void add_frame(Diagram& diagram, const Frame& frame, const Labels& labels);

/// A badge: a small box with a letter, its top right corner at (right, top).
Box badge(std::string id, double right, double top, Look look, Tone tone, std::string mark, int area);
inline constexpr double badge_size = 13;

}  // namespace keuzekaart
