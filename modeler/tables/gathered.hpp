#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/model/model.hpp"
#include "modeler/tables/table.hpp"

namespace keuzekaart {

/// Where a thing was found, in all sources that name it.
Trace trace_of(const Entity& entity);

/// The names that one cell puts together, each once, in the order added, with the places of all of them.
class Gathered {
 public:
  void add(std::string text, const Trace& trace);
  /// Counts places in without a text.
  void look_at(const Trace& trace);

  bool empty() const { return texts_.empty(); }
  std::size_t count() const { return texts_.size(); }
  const std::vector<std::string>& texts() const { return texts_; }
  /// "a; b; c".
  std::string joined() const;
  /// The rule when all parts share one, else `composed`; the places sorted, each once. `otherwise` when nothing was
  /// added.
  Trace trace(const Trace& otherwise) const;

  /// A text cell; empty with `otherwise` as its trace when nothing was added.
  Cell cell(const Trace& otherwise, CellMark mark = CellMark::plain) const;
  /// A gap cell that says `missing` when nothing was added.
  Cell cell_or_gap(const std::string& missing, const Trace& otherwise, CellMark mark = CellMark::plain) const;
  /// How many; always a number.
  Cell count_cell(const Trace& otherwise, CellMark mark = CellMark::plain) const;

  friend bool operator==(const Gathered& a, const Gathered& b) { return a.texts_ == b.texts_; }

 private:
  std::vector<std::string> texts_;
  std::set<std::string, std::less<>> seen_;  ///< the same texts, once there are many
  std::vector<Place> places_;
  Derivation rule_ = Derivation::read;
  bool mixed_ = false;
  bool looked_ = false;
};

/// Orders names as a reader expects: capitals and accents aside, numbers inside by value.
bool reads_before(std::string_view a, std::string_view b);

}  // namespace keuzekaart
