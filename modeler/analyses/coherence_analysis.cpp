#include "modeler/analyses/analyses.hpp"
#include "modeler/tables/choices_table.hpp"

namespace keuzekaart {

Table coherence_analysis(const AnalysisContext& context) {
  return coherence_table(context.tables, {context.state, context.scope});
}

}  // namespace keuzekaart
