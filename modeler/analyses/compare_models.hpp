#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/tables/table_registry.hpp"

namespace keuzekaart {

/// What is compared of two models, and how the answer is shown.
struct Comparison {
  std::string_view table;             ///< key of the table in the labels: "analyse-changes"
  std::span<const EntityKind> kinds;  ///< in the order shown
  bool own_only = true;               ///< only what is the municipality's own
  std::string_view before_column = "vroeger", now_column = "nu-kaart";
  /// Where the map uses a thing of the earlier model that went, as shown; left out: no such column.
  std::function<std::string(EntityRef)> used = {};
};

/// How many things of a kind came, went, changed.
struct ChangeTally {
  EntityKind kind{};
  std::size_t before = 0, now = 0, came = 0, gone = 0, changed = 0;
};

/// What came, what went and what changed from `before` to the model of the context: things by code, and of what changed
/// every field with both values. The places of both models are in the context's sources.
Table compare_models(const TableContext& context, const Model& before, const Comparison& comparison,
                     std::vector<ChangeTally>* tallies = nullptr);

}  // namespace keuzekaart
