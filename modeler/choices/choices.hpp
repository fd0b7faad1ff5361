#pragma once
#include <map>
#include <string_view>
#include <tuple>
#include <vector>

#include "modeler/model/model.hpp"

/// Which choices hold where. A choice holds for its scope (the concern, a domain, a product group) and for everything
/// inside it that has no choice of its own for that dimension and state.
namespace keuzekaart {

/// A scope: a domain, a product group, or an unknown reference for the whole concern.
using Scope = EntityRef;

/// What holds for a scope, and why there.
struct Held {
  EntityRef choice;
  Scope scope;  ///< what was asked about
  Scope from;   ///< the scope that the choice was made for
  /// The choices that would hold without this one, for the same dimension and state: those for the whole when this one
  /// is about an aspect area, else those of the scope above. Empty when there are none.
  std::vector<EntityRef> instead_of;
  bool deviates = false;  ///< none of them has this value, nor is it a variant of what one of them has

  bool own() const { return scope == from; }
};

/// The scope itself and every scope around it, nearest first; the concern is the last.
std::vector<Scope> scopes_around(const Model& model, Scope scope);

/// The choices of a model, by scope. Looks only; the model stays, and its choices must stay too.
class Choices {
 public:
  explicit Choices(const Model& model);

  /// The choices that hold for a scope, for the whole of it: those of the nearest scope that has any. More than one
  /// when that scope has several, such as two routes one after the other. Sorted by code.
  std::vector<EntityRef> at(Scope scope, Dimension dimension, State state) const;
  /// The same for one aspect area (A1 to A7): at each level a choice for the area goes before one for the whole.
  std::vector<EntityRef> at(Scope scope, Dimension dimension, State state, std::string_view area) const;

  /// How a choice that holds for a scope came to hold there.
  Held held(Scope scope, EntityRef choice) const;

  std::vector<Scope> around(Scope scope) const { return scopes_around(m_, scope); }
  /// The scope itself and every scope inside it, in the order of `scopes`.
  const std::vector<Scope>& inside(Scope scope) const;
  /// Every scope: the concern, then each domain followed by its product groups.
  const std::vector<Scope>& scopes() const { return scopes_; }
  /// IST, the plateaus that some choice names, SOLL.
  const std::vector<State>& states() const { return states_; }

  /// The nearest scope of a process: its product group, else its domain, else that of the nearest whole that has one,
  /// else the concern.
  Scope scope_of_process(EntityRef process) const;
  Scope scope_of_product(EntityRef product) const;

  /// Whether the thing lies in the choice's scope and has no nearer choice, so that this one holds for it.
  bool holds_for(EntityRef choice, Scope scope) const;

  /// Whether two choices hold at the same time somewhere. A choice without `van` or `tot` is open at that end. Between
  /// two states that is judged with the day of the SOLL: without dates IST ends where SOLL begins.
  bool overlap(EntityRef one, EntityRef other) const;
  /// The scopes for which both hold.
  std::vector<Scope> shared_scopes(EntityRef one, EntityRef other) const;

  /// The choices made for exactly this scope, of every dimension and state. Sorted.
  const std::vector<EntityRef>& made_for(Scope scope) const;

  std::string_view value(EntityRef choice) const;
  /// The aspect area; empty for a choice for the whole.
  std::string_view area(EntityRef choice) const;

 private:
  std::vector<EntityRef> made_for(Scope scope, Dimension dimension, State state, std::string_view area) const;

  const Model& m_;
  std::vector<Scope> scopes_;
  std::vector<State> states_;
  std::map<Scope, std::vector<Scope>> inside_;
  std::map<Scope, std::vector<EntityRef>> by_scope_;
  std::map<std::tuple<Scope, Dimension, State>, std::vector<EntityRef>> by_kind_;
};

}  // namespace keuzekaart
