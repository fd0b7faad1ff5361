#pragma once
#include <string>

#include "modeler/diagrams/diagram.hpp"

namespace keuzekaart {

/// Makes a page that Graphviz drew into a finished SVG: size in millimetres, title and description, language, fonts
/// with fallbacks, an id and class and tooltip per element, links. Throws std::runtime_error when `svg` is not
/// well-formed.
std::string polish_svg(const std::string& svg, const Diagram& diagram, std::size_t page, const std::string& link_base);

}  // namespace keuzekaart
