#include "modeler/analyses/analyses.hpp"
#include "modeler/analyses/compare_models.hpp"

namespace keuzekaart {

namespace {

constexpr EntityKind compared_kinds[] = {
    EntityKind::domain, EntityKind::product_group, EntityKind::product, EntityKind::process,
    EntityKind::party,  EntityKind::application,   EntityKind::chain,   EntityKind::handover,
    EntityKind::choice, EntityKind::agreement,     EntityKind::project,
};

}  // namespace

Table changes_analysis(const AnalysisContext& context) {
  return compare_models(context.tables, *context.earlier, {"analyse-changes", compared_kinds});
}

}  // namespace keuzekaart
