#pragma once
#include "modeler/analyses/analysis.hpp"

/// The analyses, one function and one file each. What a table shows stands in its explanation
/// (`tabel.<key>.uitleg` in the labels).
namespace keuzekaart {

/// Do our choices fit together over the seven areas?
Table coherence_analysis(const AnalysisContext& context);
/// Which pitfalls do we take in, and what do they touch?
Table pitfalls_analysis(const AnalysisContext& context);
/// Where do two choices contradict each other?
Table conflicts_analysis(const AnalysisContext& context);
/// Which products have no complete process, which primary processes no product?
Table coverage_analysis(const AnalysisContext& context);
/// With which partners is there no valid agreement?
Table agreements_analysis(const AnalysisContext& context);
/// What changes per process?
Table delta_analysis(const AnalysisContext& context);
/// Who does what differently?
Table party_changes_analysis(const AnalysisContext& context);
/// Which functions does the archetype ask for, in its order, and what is there for each?
Table functions_analysis(const AnalysisContext& context);
/// What does the resident see of a product?
Table resident_analysis(const AnalysisContext& context);
/// Which projects follow, and in which order?
Table projects_analysis(const AnalysisContext& context);
/// What has changed since an earlier version of the map?
Table changes_analysis(const AnalysisContext& context);
/// Where are the handovers?
Table handovers_analysis(const AnalysisContext& context);
/// What does this law, application or partner touch?
Table impact_analysis(const AnalysisContext& context);
/// Can the plan be carried out?
Table feasibility_analysis(const AnalysisContext& context);

}  // namespace keuzekaart
