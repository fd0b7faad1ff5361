#include "tests/support/sheet_checks.hpp"

#include <fmt/format.h>

#include <set>

#include "cli/catalogues.hpp"
#include "modeler/diagrams/text_measure.hpp"

namespace keuzekaart::testing {

namespace {

bool is_badge(Look look) { return look == Look::badge || look == Look::badge_plain; }

bool inside(const Page& page, const Box& inner, const Box& outer) {
  for (int at = inner.area; at >= 0; at = page.boxes[static_cast<std::size_t>(at)].area)
    if (&page.boxes[static_cast<std::size_t>(at)] == &outer) return outer.rect.contains(inner.rect);
  return false;
}

bool may_touch(const Page& page, const Box& a, const Box& b) {
  if (is_area(a.look) || is_area(b.look))
    return inside(page, a, b) || inside(page, b, a) || a.area == -1 || b.area == -1;
  if (is_badge(b.look)) return a.rect.contains(b.rect);
  return is_badge(a.look) && b.rect.contains(a.rect);
}

void check_page(const Diagram& diagram, std::size_t number, std::vector<std::string>& faults) {
  const Page& page = diagram.pages[number];
  const Rect paper{0, 0, size_of(diagram.paper).width(), size_of(diagram.paper).height()};
  const auto fault = [&](const std::string& what) {
    faults.push_back(fmt::format("{} blad {}: {}", diagram.name, number + 1, what));
  };
  std::set<std::string> ids;
  for (std::size_t i = 0; i < page.boxes.size(); ++i) {
    const Box& box = page.boxes[i];
    if (!ids.insert(box.id).second) fault("dubbel id " + box.id);
    if (!text_fits(box)) fault("tekst past niet: " + box.id);
    if (!paper.contains(box.rect)) fault("naast het papier: " + box.id);
    for (const TextLine& line : box.lines)
      if (line.size < 8) fault("te klein: " + box.id);
    if (box.area >= 0 && !page.boxes[static_cast<std::size_t>(box.area)].rect.contains(box.rect))
      fault("buiten zijn vlak: " + box.id);
    for (std::size_t j = i + 1; j < page.boxes.size(); ++j)
      if (box.rect.overlaps(page.boxes[j].rect) && !may_touch(page, box, page.boxes[j]))
        fault("overlap: " + box.id + " en " + page.boxes[j].id);
  }
}

}  // namespace

std::vector<std::string> faults_of(const std::vector<Diagram>& diagrams) {
  std::vector<std::string> faults;
  for (const Diagram& diagram : diagrams) {
    if (diagram.pages.empty()) faults.push_back(diagram.name + ": geen bladen");
    for (std::size_t page = 0; page < diagram.pages.size(); ++page) check_page(diagram, page, faults);
  }
  return faults;
}

Labels shipped_labels(Language language) { return load_labels(language); }

std::vector<std::string> texts_of(const std::vector<Diagram>& diagrams) {
  std::vector<std::string> texts;
  for (const Diagram& diagram : diagrams)
    for (const Page& page : diagram.pages)
      for (const Box& box : page.boxes) {
        std::string text;
        for (const TextLine& line : box.lines) text += (text.empty() ? "" : " ") + line.text;
        if (!text.empty()) texts.push_back(std::move(text));
      }
  return texts;
}

}  // namespace keuzekaart::testing
