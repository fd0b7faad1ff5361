#include "exporters/pinned_graph.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <vector>

#include "exporters/ink.hpp"
#include "exporters/pinned_path.hpp"
#include "modeler/diagrams/text_measure.hpp"

namespace keuzekaart {

namespace {

// Graphviz's own numbering uses addresses, and the order of subgraphs follows the number. Here it is a counter, the
// same in every run. Names are kept as the graph's own strings: cgraph looks at the bytes before a name to see whether
// it is HTML.
struct Names {
  Agraph_t* graph;
  std::vector<char*> by_number{nullptr};
  std::map<std::pair<int, std::string>, IDTYPE> numbers;
};
void* open_names(Agraph_t* graph, Agdisc_t*) { return new Names{graph, {nullptr}, {}}; }
long map_name(void* state, int kind, char* name, IDTYPE* id, int create) {
  Names& names = *static_cast<Names*>(state);
  if (name != nullptr)
    if (const auto found = names.numbers.find({kind, name}); found != names.numbers.end())
      return *id = found->second, 1;
  if (create == 0) return 0;
  *id = names.by_number.size();
  names.by_number.push_back(name == nullptr ? nullptr : agstrdup(names.graph, name));
  if (name != nullptr) names.numbers[{kind, name}] = *id;
  return 1;
}
long refuse_number(void*, int, IDTYPE) { return 0; }
void forget_number(void*, int, IDTYPE) {}
char* name_of_number(void* state, int, IDTYPE id) {
  const Names& names = *static_cast<Names*>(state);
  return id < names.by_number.size() ? names.by_number[id] : nullptr;
}
void ignore_object(void*, int, void*) {}
void close_names(void* state) { delete static_cast<Names*>(state); }

char* c_text(std::string_view text) { return const_cast<char*>(text.data()); }  // cgraph only reads its arguments

std::string number(double value) { return fmt::format("{:.2f}", value); }

/// Text inside an HTML-like label. A backslash is doubled because Graphviz looks for \N and the like there too.
std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\\':
        out += "\\\\";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string label_of(const Box& box) {
  const BoxInk ink = ink_of(box);
  const auto width = std::max(1, static_cast<int>(box.rect.width - 2 * box.padding));
  const int height = static_cast<int>(box.rect.height);
  const int text_height = static_cast<int>(height_of(box.lines));
  const int above = box.down == Down::top ? static_cast<int>(box.padding) : (height - text_height) / 2;
  const std::string_view align = box.across == Across::left ? "LEFT" : box.across == Across::right ? "RIGHT" : "CENTER";
  std::string out = R"(<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="0">)";
  const auto filler = [&](int size) {
    if (size > 0) out += fmt::format(R"(<TR><TD WIDTH="{}" HEIGHT="{}"></TD></TR>)", width, size);
  };
  filler(above);
  for (const TextLine& line : box.lines) {
    const std::string_view colour = line.ink == Ink::normal ? ink.text : colour_of(line.ink);
    out += fmt::format(
        R"(<TR><TD WIDTH="{}" HEIGHT="{}" ALIGN="{}"><FONT FACE="Arial" POINT-SIZE="{}" COLOR="{}">{}{}{}</FONT></TD></TR>)",
        width, static_cast<int>(line_height(line.size)), align, line.size, colour, line.bold ? "<B>" : "",
        html_text(drawable(line.text)), line.bold ? "</B>" : "");
  }
  filler(height - above - text_height);
  return out + "</TABLE>";
}

class Builder {
 public:
  Builder(const Diagram& diagram, std::size_t page_number, bool straight)
      : page_(diagram.pages.at(page_number)), height_(size_of(diagram.paper).height()), straight_(straight) {
    static Agiddisc_t ids{open_names,     map_name,    refuse_number, forget_number,
                          name_of_number, close_names, ignore_object};
    static Agdisc_t disc{&AgMemDisc, &ids, &AgIoDisc};
    graph_.reset(agopen(c_text(std::string("blad")), Agdirected, &disc));
    const PaperSize size = size_of(diagram.paper);
    const std::string bounds = fmt::format("0,0,{},{}", number(size.width()), number(size.height()));
    for (const auto& [key, value] : std::vector<std::pair<std::string, std::string>>{{"bb", bounds},
                                                                                     {"pad", "0"},
                                                                                     {"margin", "0"},
                                                                                     {"splines", "line"},
                                                                                     {"outputorder", "edgesfirst"},
                                                                                     {"fontname", "Arial"},
                                                                                     {"fontsize", "9"},
                                                                                     {"charset", "UTF-8"},
                                                                                     {"style", ""},
                                                                                     {"fillcolor", ""},
                                                                                     {"color", ""},
                                                                                     {"penwidth", ""},
                                                                                     {"id", ""},
                                                                                     {"class", ""}})
      agattr(graph_.get(), AGRAPH, c_text(key), c_text(value));
    for (const auto& [key, value] : std::vector<std::pair<std::string, std::string>>{{"shape", "box"},
                                                                                     {"fixedsize", "true"},
                                                                                     {"margin", "0"},
                                                                                     {"label", ""},
                                                                                     {"fontname", "Arial"},
                                                                                     {"pos", ""},
                                                                                     {"width", "0.1"},
                                                                                     {"height", "0.1"},
                                                                                     {"style", "filled"},
                                                                                     {"fillcolor", "transparent"},
                                                                                     {"color", "transparent"},
                                                                                     {"penwidth", "0.75"},
                                                                                     {"id", ""},
                                                                                     {"class", ""}})
      agattr(graph_.get(), AGNODE, c_text(key), c_text(value))->print = 1;  // an empty label too: else DOT shows the id
    for (const auto& [key, value] : std::vector<std::pair<std::string, std::string>>{{"arrowsize", "0.6"},
                                                                                     {"dir", "forward"},
                                                                                     {"pos", ""},
                                                                                     {"color", ""},
                                                                                     {"penwidth", "1"},
                                                                                     {"style", "solid"},
                                                                                     {"id", ""},
                                                                                     {"class", ""}})
      agattr(graph_.get(), AGEDGE, c_text(key), c_text(value));
    add_paper(bounds);
  }

  Graph build() {
    subgraphs_.assign(page_.boxes.size(), nullptr);
    for (std::size_t i = 0; i < page_.boxes.size(); ++i) is_area(page_.boxes[i].look) ? add_area(i) : add_node(i);
    for (std::size_t i = 0; i < page_.lines.size(); ++i) add_line(i);
    return std::move(graph_);
  }

 private:
  static void set(void* thing, const char* key, std::string_view value) {
    const std::string copy(value);
    agset(thing, const_cast<char*>(key), const_cast<char*>(copy.c_str()));
  }

  void add_paper(const std::string& bounds) {
    paper_ = agsubg(graph_.get(), c_text(std::string("cluster_blad")), 1);
    set(paper_, "bb", bounds);
    set_ink(paper_, {"#ffffff", "", 0});
    set(paper_, "id", "papier");
    set(paper_, "class", "papier");
  }

  Agraph_t* holder(int area) { return area < 0 ? paper_ : subgraphs_[static_cast<std::size_t>(area)]; }

  void set_ink(void* thing, const BoxInk& ink) {
    std::string style = "filled";
    if (ink.dashed) style += ",dashed";
    if (ink.rounded) style += ",rounded";
    set(thing, "style", style);
    set(thing, "fillcolor", ink.fill.empty() ? "transparent" : ink.fill);
    set(thing, "color", ink.stroke.empty() ? "transparent" : ink.stroke);
    set(thing, "penwidth", number(ink.stroke_width));
  }

  void set_name(void* thing, const Box& box) {
    set(thing, "id", box.id);
    set(thing, "class",
        fmt::format("{}{}{}", class_of(box.look), box.tone == Tone::none ? "" : " ", class_of(box.tone)));
  }

  void add_area(std::size_t index) {
    const Box& box = page_.boxes[index];
    const std::string name = "cluster_" + box.id;
    Agraph_t* area = agsubg(holder(box.area), c_text(name), 1);
    subgraphs_[index] = area;
    const Rect& r = box.rect;
    set(area, "bb",
        fmt::format("{},{},{},{}", number(r.x), number(height_ - r.bottom()), number(r.right()),
                    number(height_ - r.y)));
    set_ink(area, ink_of(box));
    set_name(area, box);
    if (!box.lines.empty()) {
      Box words = box;
      words.id += "-naam";
      words.look = Look::text;
      words.tone = Tone::none;
      node_for(words, area);
    }
  }

  void add_node(std::size_t index) { node_for(page_.boxes[index], holder(page_.boxes[index].area)); }

  void node_for(const Box& box, Agraph_t* in) {
    Agnode_t* node = agnode(in, c_text(box.id), 1);
    const Rect& r = box.rect;
    set(node, "pos", fmt::format("{},{}!", number(r.middle_x()), number(height_ - r.middle_y())));
    set(node, "width", fmt::format("{:.5f}", r.width / 72));
    set(node, "height", fmt::format("{:.5f}", r.height / 72));
    set_ink(node, ink_of(box));
    set_name(node, box);
    if (box.lines.empty()) return;
    const std::string label = label_of(box);
    char* kept = agstrdup_html(graph_.get(), c_text(label));
    agset(node, const_cast<char*>("label"), kept);
    agstrfree(graph_.get(), kept);
  }

  Agnode_t* anchor(const std::string& id, const std::string& fallback, Point at) {
    if (!id.empty())
      if (Agnode_t* node = agnode(graph_.get(), c_text(id), 0)) return node;
    Agnode_t* node = agnode(paper_, c_text(fallback), 1);
    set(node, "pos", fmt::format("{},{}!", number(at.x), number(height_ - at.y)));
    set(node, "width", "0.01");
    set(node, "height", "0.01");
    set(node, "style", "invis");
    return node;
  }

  void add_line(std::size_t index) {
    const Line& line = page_.lines[index];
    Agnode_t* tail = anchor(line.from, line.id + "-van", line.path.front());
    Agnode_t* head = anchor(line.to, line.id + "-naar", line.path.back());
    Agedge_t* edge = agedge(graph_.get(), tail, head, c_text(line.id), 1);
    const LineInk ink = ink_of(line.look);
    if (!straight_) set(edge, "pos", spline_of(line, height_));
    set(edge, "dir", line.arrow ? "forward" : "none");
    set(edge, "color", ink.stroke);
    set(edge, "penwidth", number(ink.width));
    set(edge, "style", ink.style);
    set(edge, "id", line.id);
    set(edge, "class", class_of(line.look));
  }

  const Page& page_;
  double height_;
  bool straight_;
  Graph graph_;
  Agraph_t* paper_ = nullptr;
  std::vector<Agraph_t*> subgraphs_;
};

}  // namespace

Graph make_pinned_graph(const Diagram& diagram, std::size_t page, bool straight) {
  return Builder(diagram, page, straight).build();
}

std::string dot_text(Agraph_t* graph) {
  char* text = nullptr;
  std::size_t size = 0;
  FILE* stream = open_memstream(&text, &size);
  if (stream == nullptr) throw std::runtime_error("no memory for DOT text");
  const bool failed = agwrite(graph, stream) != 0;
  std::fclose(stream);
  std::string out(text, size);
  std::free(text);
  if (failed) throw std::runtime_error("Graphviz cannot write this graph as DOT");
  return out;
}

}  // namespace keuzekaart
