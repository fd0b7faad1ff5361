#include "exporters/svg_polish.hpp"

#include <fmt/format.h>

#include <map>
#include <pugixml.hpp>
#include <sstream>
#include <stdexcept>

#include "modeler/diagrams/text_measure.hpp"

namespace keuzekaart {

namespace {

void set_attribute(pugi::xml_node node, const char* name, const std::string& value) {
  (node.attribute(name) ? node.attribute(name) : node.append_attribute(name)).set_value(value.c_str());
}

/// Graphviz's font names become one list with fallbacks, and its "transparent", which SVG does not know, becomes
/// "none".
void set_inks(pugi::xml_node node) {
  for (pugi::xml_node child : node.children()) {
    for (const char* name : {"fill", "stroke"})
      if (std::string_view(child.attribute(name).value()) == "transparent") child.attribute(name) = "none";
    child.remove_attribute("font-family");
    set_inks(child);
  }
}

bool safe_base(const std::string& base) {
  return base.starts_with("https://") || base.starts_with("http://") || base.find(':') == std::string::npos;
}

/// Turns the group's own title into the tooltip, or drops it.
void set_title(pugi::xml_node group, const std::string& text) {
  group.remove_child("title");
  if (text.empty()) return;
  group.prepend_child("title").append_child(pugi::node_pcdata).set_value(drawable(text).c_str());
}

void wrap_in_link(pugi::xml_node group, const std::string& address) {
  pugi::xml_node link = group.append_child("a");
  link.append_attribute("xlink:href") = address.c_str();
  for (pugi::xml_node child = group.first_child(); child != link;) {
    const pugi::xml_node next = child.next_sibling();
    if (std::string_view(child.name()) != "title") link.append_move(child);
    child = next;
  }
}

struct Described {
  std::string tooltip, target;
};

}  // namespace

std::string polish_svg(const std::string& svg, const Diagram& diagram, std::size_t page, const std::string& link_base) {
  pugi::xml_document document;
  if (!document.load_buffer(svg.data(), svg.size(), pugi::parse_default, pugi::encoding_utf8))
    throw std::runtime_error("Graphviz wrote SVG that is not well-formed");
  pugi::xml_node root = document.child("svg");
  const PaperSize size = size_of(diagram.paper);
  const PaperSize sheet = size_of(diagram.sheet());
  set_attribute(root, "width", fmt::format("{}mm", sheet.width_mm));
  set_attribute(root, "height", fmt::format("{}mm", sheet.height_mm));
  set_attribute(root, "viewBox", fmt::format("0 0 {:.2f} {:.2f}", size.width(), size.height()));
  set_attribute(root, "role", "img");
  set_attribute(root, "aria-labelledby", "titel beschrijving");
  set_attribute(root, "xml:lang", diagram.language);
  set_attribute(root, "lang", diagram.language);
  set_attribute(root, "font-family", "Arial, Helvetica, 'Liberation Sans', sans-serif");
  set_inks(root);

  std::map<std::string, Described, std::less<>> described;
  for (const Box& box : diagram.pages.at(page).boxes) described[box.id] = {box.tooltip, box.target};
  for (const Line& line : diagram.pages.at(page).lines) described[line.id] = {line.tooltip, {}};
  pugi::xml_node drawing = root.child("g");
  set_attribute(drawing, "transform", fmt::format("translate(0 {:.2f})", size.height()));
  drawing.remove_child("title");
  drawing.remove_child("polygon");  // Graphviz's own background; the paper is drawn by us
  for (pugi::xml_node group : drawing.children("g")) {
    const auto found = described.find(group.attribute("id").value());
    set_title(group, found == described.end() ? "" : found->second.tooltip);
    if (found == described.end() || found->second.target.empty() || link_base.empty() || !safe_base(link_base))
      continue;
    wrap_in_link(group, link_base + "#" + found->second.target);
  }

  pugi::xml_node description = root.prepend_child("desc");
  description.append_attribute("id") = "beschrijving";
  description.append_child(pugi::node_pcdata).set_value(drawable(diagram.description).c_str());
  pugi::xml_node title = root.prepend_child("title");
  title.append_attribute("id") = "titel";
  title.append_child(pugi::node_pcdata).set_value(drawable(diagram.title).c_str());

  std::ostringstream out;
  out << R"(<?xml version="1.0" encoding="UTF-8"?>)" << '\n';
  root.print(out, "", pugi::format_default | pugi::format_raw, pugi::encoding_utf8);
  out << '\n';
  return std::move(out).str();
}

}  // namespace keuzekaart
