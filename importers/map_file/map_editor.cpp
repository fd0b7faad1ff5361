#include "importers/map_file/map_editor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "importers/map_file/description.hpp"
#include "importers/xml_outline.hpp"
#include "modeler/source/xml_text.hpp"

namespace keuzekaart {

namespace {

constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t none = std::string_view::npos;

/// What an edit brings to an element.
struct Coming {
  std::size_t edit = 0;
  const NewElement* element = nullptr;
};

/// A part of the old text that becomes another.
struct Splice {
  std::size_t at = 0, length = 0;
  std::string text = {};
  std::vector<std::pair<std::size_t, std::size_t>> starts = {};  ///< edit, and where in `text` its part begins
};

/// An element on one line.
std::string on_one_line(const NewElement& element) {
  const std::string start = "<" + element.name + attributes_text(element.attributes);
  if (element.children.empty()) return start + "/>";
  std::string out = start + ">";
  for (const NewElement& child : element.children) out += on_one_line(child);
  return out + "</" + element.name + ">";
}

class Editor {
 public:
  explicit Editor(std::string_view text) : text_(text) {
    scan_xml(text, outline_);
    const std::size_t line_end = text.find('\n');
    if (line_end != none) newline_ = line_end > 0 && text[line_end - 1] == '\r' ? "\r\n" : "\n";
    const std::string_view root = outline_.root().name;
    prefix_ = root.substr(0, outline_.root().prefix);
    if (const auto inside = indentation(1)) unit_ = *inside;
    if (unit_.empty()) unit_ = "  ";
  }

  EditedMap run(std::span<const MapEdit> edits) {
    EditedMap out;
    out.made.resize(edits.size());
    std::map<std::uint32_t, std::vector<Coming>> to_elements;
    std::map<std::size_t, std::vector<Coming>> to_new_sections;  // by their place among the sections
    for (std::size_t i = 0; i < edits.size(); ++i) {
      const MapEdit& edit = edits[i];
      const std::uint32_t number = edit.element.known() ? element_at(edit.element.offset) : section(edit.section);
      if (!edit.attributes.empty()) set_attributes(number, edit, i, out.made[i]);
      if (edit.children.empty()) continue;
      const bool has_parent = edit.element.known() || number != 0;
      std::vector<Coming>& list = has_parent ? to_elements[number] : to_new_sections[rank_of(edit.section)];
      out.made[i].added = true;
      for (const NewElement& child : edit.children) {
        list.push_back({i, &child});
        out.made[i].new_text += (out.made[i].new_text.empty() ? "" : " ") + on_one_line(child);
      }
    }
    for (const auto& [number, children] : to_elements) add_children(number, children);
    add_sections(to_new_sections);
    splice(out);
    return out;
  }

 private:
  std::size_t offset_of(std::string_view part) const { return static_cast<std::size_t>(part.data() - text_.data()); }
  const XmlElement& element(std::uint32_t number) const { return outline_.elements[number]; }
  /// Where the "<" of an element stands.
  std::size_t start_of(std::uint32_t number) const { return offset_of(element(number).name) - 1; }

  /// The last element that starts at or before this place.
  std::uint32_t element_at(std::size_t offset) const {
    const auto after =
        std::ranges::upper_bound(outline_.elements, offset, {}, [&](const XmlElement& e) { return offset_of(e.name); });
    return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(after - outline_.elements.begin() - 1, 0));
  }

  /// After the last attribute of an element, or its name.
  std::size_t end_of_attributes(const XmlElement& e) const {
    if (e.attribute_count == 0) return offset_of(e.name) + e.name.size();
    const XmlAttribute& last = outline_.attributes[e.first_attribute + e.attribute_count - 1];
    return offset_of(last.raw) + last.raw.size() + 1;
  }
  /// After the start tag.
  std::size_t end_of_tag(const XmlElement& e) const { return text_.find('>', end_of_attributes(e)) + 1; }
  bool is_closed(const XmlElement& e) const { return text_[end_of_tag(e) - 2] == '/'; }

  /// Where the end tag of an element stands that has one.
  std::size_t end_tag(std::uint32_t number) const {
    std::size_t at = end_of_tag(element(number));
    for (std::uint32_t i = number + 1; i < element(number).end; i = element(i).end) at = end_of(i);
    return past_other(at, "</");
  }
  /// After an element, its end tag too.
  std::size_t end_of(std::uint32_t number) const {
    const XmlElement& e = element(number);
    return is_closed(e) ? end_of_tag(e) : text_.find('>', end_tag(number)) + 1;
  }
  /// The next tag that begins so, past comments, sections and instructions.
  std::size_t past_other(std::size_t at, std::string_view tag) const {
    for (;;) {
      at = text_.find('<', at);
      const std::string_view here = text_.substr(at);
      if (here.starts_with("<!--"))
        at = text_.find("-->", at) + 3;
      else if (here.starts_with("<![CDATA["))
        at = text_.find("]]>", at) + 3;
      else if (here.starts_with("<?"))
        at = text_.find("?>", at) + 2;
      else if (here.starts_with(tag))
        return at;
      else
        ++at;
    }
  }

  /// The blanks before an element that begins its line; nothing when it does not.
  std::optional<std::string> indentation(std::uint32_t number) const {
    if (number >= outline_.elements.size()) return std::nullopt;
    const std::size_t start = start_of(number);
    const std::size_t line = text_.rfind('\n', start);
    const std::size_t begin = line == none ? 0 : line + 1;
    const std::string_view before = text_.substr(begin, start - begin);
    if (line == none && number != 0) return std::nullopt;
    if (before.find_first_not_of(blanks) != none) return std::nullopt;
    return std::string(before);
  }

  /// After comments that follow on the same line, when nothing else does.
  std::size_t line_rest(std::size_t from) const {
    std::size_t at = from;
    for (;;) {
      at = text_.find_first_not_of(" \t", at);
      if (at == none) return from;
      if (text_[at] == '\n' || text_.substr(at).starts_with("\r\n")) return at;
      if (!text_.substr(at).starts_with("<!--")) return from;
      const std::size_t end = text_.find("-->", at) + 3;
      if (text_.substr(at, end - at).find('\n') != none) return from;
      at = end;
    }
  }

  std::string rendered(const NewElement& e, const std::optional<std::string>& indent) const {
    const std::string name = prefix_ + e.name;
    const std::string start = "<" + name + attributes_text(e.attributes);
    if (e.children.empty()) return start + "/>";
    std::string out = start + ">";
    for (const NewElement& child : e.children) out += before(inside(indent)) + rendered(child, inside(indent));
    return out + before(indent) + "</" + name + ">";
  }
  /// What stands before an element: its line and indentation, or nothing where elements follow each other.
  std::string before(const std::optional<std::string>& indent) const {
    return indent ? newline_ + *indent : std::string();
  }
  std::optional<std::string> inside(const std::optional<std::string>& indent) const {
    return indent ? std::optional(*indent + unit_) : std::nullopt;
  }
  void append(Splice& to, const std::vector<Coming>& children, const std::optional<std::string>& indent) const {
    for (const Coming& child : children) {
      to.text += before(indent);
      to.starts.emplace_back(child.edit, to.text.size());
      to.text += rendered(*child.element, indent);
    }
  }

  void add_children(std::uint32_t parent, const std::vector<Coming>& children) {
    const XmlElement& e = element(parent);
    // Behind the last one of the same name, else behind the last one.
    std::uint32_t last = 0;
    bool same = false;
    for (std::uint32_t i = parent + 1; i < e.end; i = element(i).end) {
      const bool is_same = element(i).local_name() == children.front().element->name;
      if (is_same || !same) last = i;
      same = same || is_same;
    }
    if (last != 0) {
      const std::optional<std::string> indent = indentation(last);
      const std::size_t end = end_of(last);
      splices_.push_back({indent ? line_rest(end) : end, 0});
      return append(splices_.back(), children, indent);
    }
    const std::optional<std::string> own = newline_.empty() ? std::nullopt : indentation(parent);
    const std::optional<std::string> indent = inside(own);
    if (is_closed(e)) {
      const std::size_t from = end_of_attributes(e);
      Splice& made = splices_.emplace_back(Splice{from, end_of_tag(e) - from, ">"});
      append(made, children, indent);
      made.text += before(own) + "</" + std::string(e.name) + ">";
      return;
    }
    // What is there, comments perhaps, stays; the end tag keeps its line, or gets one.
    const std::size_t tag = end_tag(parent);
    const std::size_t content = text_.find_last_not_of(blanks, tag - 1) + 1;
    Splice& made = splices_.emplace_back(Splice{content, 0});
    append(made, children, indent);
    if (text_.substr(content, tag - content).find('\n') == none) made.text += before(own);
  }

  /// The number of a section; 0 when it is not there.
  std::uint32_t section(std::string_view name) const {
    for (std::uint32_t i = 1; i < element(0).end; i = element(i).end)
      if (element(i).local_name() == name) return i;
    return 0;
  }
  static auto sections() { return map_file::map_grammar().root.children; }
  static std::size_t rank_of(std::string_view name) {
    return static_cast<std::size_t>(
        std::ranges::find_if(sections(), [&](const auto& child) { return child.element->name == name; }) -
        sections().begin());
  }

  /// New sections, each behind the last of those that come before it.
  void add_sections(const std::map<std::size_t, std::vector<Coming>>& coming) {
    if (coming.empty()) return;
    if (element(0).end > 1) {
      for (const auto& [rank, children] : coming) add_section(rank, children);
      return;
    }
    std::vector<NewElement> made;
    for (const auto& [rank, children] : coming) {
      made.push_back({std::string(sections()[rank].element->name), {}});
      for (const Coming& child : children) made.back().children.push_back(*child.element);
    }
    std::vector<Coming> all;
    for (const auto& [rank, children] : coming) all.push_back({children.front().edit, &made[all.size()]});
    add_children(0, all);
  }

  void add_section(std::size_t rank, const std::vector<Coming>& children) {
    std::uint32_t before_it = 0;
    for (std::uint32_t i = 1; i < element(0).end; i = element(i).end)
      if (rank_of(element(i).local_name()) < rank) before_it = i;
    const std::optional<std::string> indent = indentation(before_it == 0 ? 1 : before_it);
    const std::string gap = indent && has_gaps() ? newline_ : std::string();
    const std::size_t end = end_of(before_it);
    const std::size_t at = before_it == 0 ? line_rest(end_of_tag(element(0))) : indent ? line_rest(end) : end;
    Splice& splice = splices_.emplace_back(Splice{at, 0, before_it == 0 ? std::string() : gap});
    const std::string name = prefix_ + std::string(sections()[rank].element->name);
    splice.text += before(indent) + "<" + name + ">";
    append(splice, children, inside(indent));
    splice.text += before(indent) + "</" + name + ">" + (before_it == 0 ? gap : std::string());
  }

  /// Whether empty lines stand between the sections.
  bool has_gaps() const {
    for (std::uint32_t i = 1; i < element(0).end; i = element(i).end) {
      const std::size_t end = line_rest(end_of(i));
      const std::string_view rest = text_.substr(end, text_.find_first_not_of(blanks, end) - end);
      if (element(i).end < element(0).end && std::ranges::count(rest, '\n') > 1) return true;
    }
    return false;
  }

  void set_attributes(std::uint32_t number, const MapEdit& edit, std::size_t edit_number, MapEditMade& made) {
    const XmlElement& e = element(number);
    std::vector<std::pair<std::string, std::string>> missing;
    for (const auto& [name, value] : edit.attributes) {
      const XmlAttribute* known = outline_.find(e, name);
      if (known == nullptr) {
        missing.emplace_back(name, value);
        continue;
      }
      const std::size_t at = offset_of(known->raw);
      splices_.push_back({at, known->raw.size(), attribute_text(value), {{edit_number, 0}}});
      made.before = at;
      made.old_text += fmt::format("{}{}=\"{}\"", made.old_text.empty() ? "" : " ", name, known->raw);
    }
    if (!missing.empty()) {
      splices_.push_back({end_of_attributes(e), 0, attributes_text(missing), {{edit_number, 1}}});
      made.before = end_of_attributes(e) - 1;
    }
    made.new_text = attributes_text(edit.attributes).substr(1);
  }

  /// Puts the new text together, and says where everything went.
  void splice(EditedMap& out) const {
    std::vector<Splice> splices = splices_;
    std::ranges::stable_sort(splices, {}, &Splice::at);
    std::size_t from = 0;
    for (const Splice& s : splices) {
      out.text += text_.substr(from, s.at - from);
      for (const auto& [edit, start] : s.starts) {
        out.made[edit].after = out.text.size() + start;
        if (out.made[edit].added) out.made[edit].before = s.at - 1;
      }
      out.text += s.text;
      from = s.at + s.length;
    }
    out.text += text_.substr(from);
  }

  std::string_view text_;
  XmlOutline outline_;
  std::string newline_, unit_, prefix_;
  std::vector<Splice> splices_;
};

}  // namespace

EditedMap edit_map(std::string_view text, std::span<const MapEdit> edits) { return Editor(text).run(edits); }

}  // namespace keuzekaart
