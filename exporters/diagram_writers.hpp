#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exporters/draw_workers.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/diagrams/diagram.hpp"

namespace keuzekaart {

/// A diagram as drawn: one finished SVG per page. PDF and PNG are made from these, so all show the same.
struct DrawnDiagram {
  std::string name, title, description, language, date;
  Paper paper = Paper::a3;
  std::vector<std::string> svg;  ///< by page; empty when a page could not be drawn (K511 was reported)
};

/// How links in the SVG begin; a link is written only when this is not empty. Only http, https and relative addresses.
struct SvgOptions {
  std::string link_base;
};

/// Draws diagrams in child processes with a deadline. A page on which Graphviz fails is drawn again with straight lines
/// (K510); when that fails too the page stays empty (K511). Call it while no other thread runs.
std::vector<DrawnDiagram> draw(std::span<const Diagram> diagrams, Diagnostics& diagnostics,
                               const SvgOptions& options = {}, const WorkerLimits& limits = {});

/// The pinned graph of a page: `dot -Kneato -n2` draws it with the same layout.
std::string write_dot(const Diagram& diagram, std::size_t page);
std::string write_svg(const DrawnDiagram& diagram, std::size_t page);
/// All pages. Holds no time of making unless the diagram has a date.
std::string write_pdf(const DrawnDiagram& diagram);
std::string write_png(const DrawnDiagram& diagram, std::size_t page, int dots_per_inch = 150);

/// What the machine's fonts are like for PDF and PNG: with none the text would be missing, with others it may not fit.
enum class Fonts { as_measured, other, none };
Fonts installed_fonts();
/// Reports K512 (none) or K513 (other) when PDF or PNG is to be made.
void check_fonts(Diagnostics& diagnostics);

}  // namespace keuzekaart
