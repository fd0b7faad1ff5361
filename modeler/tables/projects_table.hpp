#pragma once
#include <functional>

#include "modeler/gaps/plan.hpp"
#include "modeler/tables/table_registry.hpp"

namespace keuzekaart {

/// The projects of the plan that are asked for, in its order.
Table projects_table(const TableContext& context,
                     const std::function<bool(const Plan& plan, const PlannedProject& project)>& is_asked);

}  // namespace keuzekaart
