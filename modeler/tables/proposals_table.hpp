#pragma once
#include <span>

#include "modeler/proposals/proposal.hpp"
#include "modeler/tables/table_registry.hpp"

namespace keuzekaart {

/// Proposals as a table, for the workbook and for `suggest`.
Table proposals_table_of(const TableContext& context, std::span<const Proposal> proposals);

}  // namespace keuzekaart
