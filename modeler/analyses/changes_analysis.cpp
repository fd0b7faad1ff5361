#include "modeler/analyses/analyses.hpp"
#include "modeler/analyses/compare_versions.hpp"
#include "modeler/analyses/model_version.hpp"

namespace keuzekaart {

namespace {

constexpr EntityKind compared_kinds[] = {
    EntityKind::domain, EntityKind::product_group, EntityKind::product, EntityKind::process,
    EntityKind::party,  EntityKind::application,   EntityKind::chain,   EntityKind::handover,
    EntityKind::choice, EntityKind::agreement,     EntityKind::project,
};

}  // namespace

Table changes_analysis(const AnalysisContext& context) {
  const Labels& labels = context.tables.labels;
  const ModelVersion before(*context.earlier, labels, compared_kinds, true);
  const ModelVersion now(context.tables.model, labels, compared_kinds, true);
  Comparison comparison{"analyse-changes", labels_of(compared_kinds)};
  comparison.before_title = context.earlier->title();
  return compare_versions(context.tables, before, now, comparison);
}

}  // namespace keuzekaart
