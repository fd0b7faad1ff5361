#pragma once
#include <optional>

#include "modeler/tables/table_registry.hpp"

namespace keuzekaart {

/// What an analysis is made from, and what was asked of it.
struct AnalysisContext {
  TableContext tables;
  std::optional<State> state = std::nullopt;  ///< only this state; otherwise IST and SOLL side by side
  EntityRef scope;                            ///< a domain or product group; unknown: everything
  EntityRef element;                          ///< what the analysis is about, when it asks for one
  const Model* earlier = nullptr;             ///< the earlier map, when the analysis compares with one

  const Model& model() const { return tables.model; }
  const Labels& labels() const { return tables.labels; }
  /// Whether the answer speaks of a state.
  bool asks(State wanted) const { return !state || *state == wanted; }
};

/// Whether something of this domain and product group is asked for. A domain holds its groups and the domains below it.
bool in_scope(const AnalysisContext& context, EntityRef domain, EntityRef group);
/// Whether a process, a product or a gap is asked for.
template <class Thing>
bool in_scope(const AnalysisContext& context, const Thing& thing) {
  return in_scope(context, thing.domain, thing.group);
}

/// The states that the answer speaks of, IST before SOLL.
std::vector<State> asked_states(const AnalysisContext& context);
/// The key of a column that tells of a state: "loketten-ist".
std::string state_key(std::string_view key, State state);
/// How many in each state asked for: "2 › 1"; a number when it is one state. Changed ones are marked.
Cell counts_cell(const AnalysisContext& context, const std::vector<std::size_t>& counts, Trace trace, CellMark mark);

/// "", "-ist" or "-soll": behind the key of a title that tells of one state or of both.
std::string_view title_suffix(const AnalysisContext& context);

}  // namespace keuzekaart
