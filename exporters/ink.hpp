#pragma once
#include <string_view>

#include "modeler/diagrams/diagram.hpp"

/// The only place where a look or tone becomes a colour or a stroke. Fills are pale and strokes dark, so that text
/// keeps its contrast and everything reads in grey; what a tone says is always said by a badge or words as well.
namespace keuzekaart {

struct BoxInk {
  std::string_view fill;    ///< empty: not filled
  std::string_view stroke;  ///< empty: no border
  double stroke_width = 0.75;
  bool dashed = false;
  bool rounded = false;
  std::string_view text = "#1f2933";
};

struct LineInk {
  std::string_view stroke;
  double width = 1;
  std::string_view style = "solid";  ///< solid, dashed, dotted
};

BoxInk ink_of(const Box& box);
LineInk ink_of(LineLook look);
std::string_view colour_of(Ink ink);
/// As a class in SVG: "step", "gap".
std::string_view class_of(Look look);
std::string_view class_of(Tone tone);
std::string_view class_of(LineLook look);

}  // namespace keuzekaart
