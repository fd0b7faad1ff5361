#pragma once
#include <optional>

#include "modeler/choices/choices.hpp"
#include "modeler/tables/table_registry.hpp"

/// What has been chosen, where it holds and whether it hangs together.
namespace keuzekaart {

/// What of the choices is asked for.
struct ChoicesAsked {
  std::optional<State> state;  ///< nothing: every state
  Scope scope;                 ///< a domain or product group, with what lies in it; unknown: everything
};

/// Whether a scope is asked for: the one asked about, what lies inside it and, so that what is inherited can be seen
/// beside where it comes from, nothing else.
bool is_asked(const Model& model, const ChoicesAsked& asked, Scope scope);

/// What holds where and why: a row per scope, dimension, state and, where an aspect area has a choice of its own, per
/// area.
Table choices_table(const TableContext& context, const ChoicesAsked& asked);
/// Domain by the seven aspect areas, for the archetype and for every dimension with a choice for an area.
Table coherence_table(const TableContext& context, const ChoicesAsked& asked);

}  // namespace keuzekaart
