#pragma once
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/analyses/compared_version.hpp"
#include "modeler/tables/table_registry.hpp"

namespace keuzekaart {

/// What is compared of two versions, and how the answer is shown.
struct Comparison {
  std::string_view table;               ///< key of the table in the labels: "analyse-changes"
  std::vector<std::string_view> kinds;  ///< label keys ("soort.proces"), as the versions number them
  std::string_view before_column = "vroeger", now_column = "nu-kaart";
  /// Where the map uses what went, by what it may name it by, as shown; left out: no such column.
  std::function<std::string(std::span<const std::string_view>)> used = {};
  std::string before_title = {};  ///< of the earlier version, for the title
};

/// How many things of a kind came, went, changed.
struct ChangeTally {
  std::string_view kind;  ///< label key
  std::size_t before = 0, now = 0, came = 0, gone = 0, changed = 0;
};

/// What came, what went and what changed from one version to the next: things by code, and of what changed every field
/// with both values. The places of both are in the context's sources.
Table compare_versions(const TableContext& context, const ComparedVersion& before, const ComparedVersion& now,
                       const Comparison& comparison, std::vector<ChangeTally>* tallies = nullptr);

}  // namespace keuzekaart
