#include "modeler/tables/gathered.hpp"

#include <algorithm>

#include "modeler/model/sort_unique.hpp"

namespace keuzekaart {

Trace trace_of(const Entity& entity) {
  Gathered gathered;
  for (const Origin& origin : entity.origins) gathered.look_at({origin.joined_by, {origin.place}});
  const Place place = entity.code.place.known() ? entity.code.place : entity.name.place;
  return gathered.trace(place.known() ? Trace::read_at(place) : Trace{Derivation::composed, {}});
}

void Gathered::add(std::string text, const Trace& trace) {
  look_at(trace);
  constexpr std::size_t many = 32;
  if (texts_.size() == many) seen_.insert(texts_.begin(), texts_.end());
  const bool is_new =
      texts_.size() < many ? std::ranges::find(texts_, text) == texts_.end() : seen_.insert(text).second;
  if (is_new) texts_.push_back(std::move(text));
}

void Gathered::look_at(const Trace& trace) {
  if (looked_ && trace.rule != rule_) mixed_ = true;
  if (!looked_) rule_ = trace.rule;
  looked_ = true;
  for (const Place place : trace.places)
    if (place.known()) places_.push_back(place);
}

std::string Gathered::joined() const {
  std::string out;
  for (const std::string& text : texts_) out += (out.empty() ? "" : "; ") + text;
  return out;
}

Trace Gathered::trace(const Trace& otherwise) const {
  if (!looked_) return otherwise;
  Trace trace{mixed_ ? Derivation::composed : rule_, places_};
  sort_unique(trace.places);
  if (trace.places.empty()) trace.places = otherwise.places;
  return trace;
}

Cell Gathered::cell(const Trace& otherwise, CellMark mark) const {
  return empty() ? Cell::empty(trace(otherwise), mark) : Cell::text(joined(), trace(otherwise), mark);
}

Cell Gathered::cell_or_gap(const std::string& missing, const Trace& otherwise, CellMark mark) const {
  return empty() ? Cell::text(missing, trace(otherwise), CellMark::gap) : cell(otherwise, mark);
}

Cell Gathered::count_cell(const Trace& otherwise, CellMark mark) const {
  Trace counted = trace(otherwise);
  counted.rule = Derivation::counted;
  return Cell::number(static_cast<double>(count()), std::move(counted), mark);
}

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The next letter without its case or Latin-1 accent; `at` moves past it.
unsigned fold(std::string_view text, std::size_t& at) {
  const auto lead = static_cast<unsigned char>(text[at++]);
  if (lead < 0x80) return lead >= 'A' && lead <= 'Z' ? lead + 32U : lead;
  if (lead != 0xC3 || at >= text.size()) return lead;
  unsigned letter = static_cast<unsigned char>(text[at++]);
  if (letter < 0xA0) letter += 0x20;  // À..Þ to à..þ
  if (letter <= 0xA5) return 'a';
  if (letter == 0xA7) return 'c';
  if (letter >= 0xA8 && letter <= 0xAB) return 'e';
  if (letter >= 0xAC && letter <= 0xAF) return 'i';
  if (letter == 0xB1) return 'n';
  if (letter >= 0xB2 && letter <= 0xB6) return 'o';
  if (letter >= 0xB9 && letter <= 0xBC) return 'u';
  return 0xC300U + letter;
}

std::string_view digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  while (at + 1 < end && text[at] == '0') ++at;
  return text.substr(at, end - at);
}

}  // namespace

bool reads_before(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const std::string_view m = digits_at(a, i);
      const std::string_view n = digits_at(b, j);
      if (m.size() != n.size()) return m.size() < n.size();
      if (m != n) return m < n;
      while (i < a.size() && is_digit(a[i])) ++i;
      while (j < b.size() && is_digit(b[j])) ++j;
      continue;
    }
    const unsigned x = fold(a, i);
    const unsigned y = fold(b, j);
    if (x != y) return x < y;
  }
  if (a.size() - i != b.size() - j && (i == a.size() || j == b.size()) && (i < a.size() || j < b.size()))
    return i == a.size();
  return a < b;
}

}  // namespace keuzekaart
