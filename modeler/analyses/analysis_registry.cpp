#include "modeler/analyses/analysis_registry.hpp"

#include <algorithm>
#include <iterator>

#include "modeler/analyses/analyses.hpp"

namespace keuzekaart {

namespace {

constexpr auto nothing = AnalysisNeed::nothing;

constexpr AnalysisRow rows[] = {
    // name, what it needs, by state, by domain
    {"coherence", nothing, true, true, coherence_analysis},
    {"pitfalls", nothing, true, true, pitfalls_analysis},
    {"conflicts", nothing, true, true, conflicts_analysis},
    {"coverage", nothing, true, true, coverage_analysis},
    {"agreements", nothing, true, true, agreements_analysis},
    {"delta", nothing, false, true, delta_analysis},
    {"parties", nothing, false, true, party_changes_analysis},
    {"functions", nothing, true, true, functions_analysis},
    {"resident", nothing, true, true, resident_analysis},
    {"projects", nothing, false, true, projects_analysis},
    {"changes", AnalysisNeed::earlier_map, false, false, changes_analysis},
    {"handovers", nothing, true, true, handovers_analysis},
    {"impact", AnalysisNeed::element, true, false, impact_analysis},
    {"feasibility", nothing, false, false, feasibility_analysis},
};

}  // namespace

std::span<const AnalysisRow> analysis_registry() { return rows; }

const AnalysisRow* find_analysis(std::string_view name) {
  const auto found = std::ranges::find(rows, name, &AnalysisRow::name);
  return found == std::end(rows) ? nullptr : &*found;
}

}  // namespace keuzekaart
