#include <algorithm>

#include "modeler/analyses/analyses.hpp"
#include "modeler/tables/projects_table.hpp"

namespace keuzekaart {

Table projects_analysis(const AnalysisContext& context) {
  // A proposal without a domain belongs to none; a project of the map to those of its differences.
  const auto is_asked = [&](const Plan& plan, const PlannedProject& project) {
    return !context.scope.known() ||
           std::ranges::any_of(project.gaps, [&](std::size_t gap) { return in_scope(context, plan.gaps[gap]); });
  };
  Table table = projects_table(context.tables, is_asked);
  // On the sheet there is room for more.
  constexpr std::string_view shown[] = {"project", "projectsoort", "leider", "aantal-verschillen", "na-projecten"};
  for (Column& column : table.columns) column.on_paper = std::ranges::find(shown, column.key) != std::end(shown);
  return table;
}

}  // namespace keuzekaart
