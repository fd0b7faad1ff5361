#pragma once
#include <memory>
#include <string>
#include <vector>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/diagnostics/labels.hpp"
#include "modeler/findings/finding.hpp"
#include "modeler/model/model.hpp"
#include "modeler/source/sources.hpp"
#include "modeler/tables/table_registry.hpp"

namespace keuzekaart::testing {

/// A map or sources read, joined and looked at, as the program does it.
struct WholeMap {
  Sources sources;
  Diagnostics diagnostics;
  Model model;
  std::vector<Finding> findings;

  std::vector<Table> tables(const Labels& labels) const { return make_tables({model, sources, labels, findings}); }
};

Labels labels_in(Language language);

/// The sample municipality, read once.
const WholeMap& sample_map();
/// Sources alone, without a map file; each must be recognised.
std::unique_ptr<WholeMap> sources_alone(const std::vector<std::string>& paths);

}  // namespace keuzekaart::testing
