#pragma once
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "modeler/archimate/archimate_model.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/model/model.hpp"
#include "modeler/records/map_document.hpp"
#include "modeler/records/own_lists.hpp"
#include "modeler/records/process_catalogue.hpp"
#include "modeler/records/process_flows.hpp"
#include "modeler/records/product_list.hpp"
#include "modeler/records/selection_list.hpp"
#include "modeler/records/task_field_list.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// What one source held, in one of the forms that every importer reads into.
using SourceContent = std::variant<archimate::ArchimateModel, ProductList, ProcessCatalogue, ProcessFlows,
                                   TaskFieldList, SelectionList, OwnLists>;

struct ReadSource {
  ModelSource source;
  SourceContent content;
  std::optional<SourceContent> previous;  ///< the earlier version, when the map file names one
};

struct JoinInput {
  std::vector<ReadSource> sources;             ///< in the order given: an earlier source decides where two differ
  std::shared_ptr<const MapDocument> map;      ///< may be null
  std::shared_ptr<const Catalogue> catalogue;  ///< null: an empty one
};

/// Makes one process-chain model of the sources and the map file: joins by stable key (GEMMA Object ID, UPL URI,
/// process code), derives links from relations, resolves every reference of the map (K203 when it points to nothing)
/// and adds proposals. Every joined or derived fact carries its rule and places.
Model join(JoinInput input, Sources& sources, Diagnostics& diagnostics);

}  // namespace keuzekaart
