#pragma once
#include <string_view>
#include <vector>

#include "modeler/rules/world.hpp"

namespace keuzekaart {

/// What a map has for a function of the catalogue, in one state.
struct FunctionSupport {
  std::vector<EntityRef> processes;     ///< that carry it out; sorted
  std::vector<EntityRef> applications;  ///< of the municipality that support it; sorted
  bool elsewhere = false;  ///< no process of the scope does; those above lie outside every scope that chose

  bool is_missing() const { return processes.empty() && applications.empty(); }
};

/// Looks in the scope first, as far as the same archetype holds there; when nothing there carries the function out, a
/// process of a domain without an archetype of its own will do, such as one of the whole organisation that gives
/// account.
FunctionSupport function_support(const World& world, Scope scope, std::string_view function, State state);

}  // namespace keuzekaart
