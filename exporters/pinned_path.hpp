#pragma once
#include <string>

#include "modeler/diagrams/diagram.hpp"

namespace keuzekaart {

/// Length of an arrow head, in points.
inline constexpr double arrow_length = 6;

/// The line as Graphviz writes a curve: "e,x,y " with the arrow's point when there is one, then 3n+1 control points,
/// with y upwards from `page_height`.
std::string spline_of(const Line& line, double page_height);

}  // namespace keuzekaart
