#pragma once
#include <span>
#include <string>

#include "modeler/proposals/decide.hpp"
#include "modeler/tables/table_registry.hpp"

namespace keuzekaart {

/// A decision as it is shown.
struct ShownDecision {
  const Decision* decision = nullptr;
  std::string change;  ///< what changes in the map file, or why nothing does
  std::string where;   ///< in which line of it, "kaart.xml:12"
};

/// Decisions that a person made in a workbook, and what they change in the map file. `changes` are how many do,
/// `made` whether the file has them already.
Table decisions_table(const TableContext& context, std::span<const ShownDecision> shown, std::size_t changes,
                      bool made);

}  // namespace keuzekaart
