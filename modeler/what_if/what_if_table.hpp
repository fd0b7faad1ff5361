#pragma once
#include "modeler/tables/table_registry.hpp"
#include "modeler/what_if/suppose.hpp"

namespace keuzekaart {

/// What is different under `other` from what it is under `base`: assumptions that both make, executors, agreements,
/// functions, applications and findings. No rows when nothing is.
Table what_if_table(const Sources& sources, const Labels& labels, EntityRef scope, const Supposed& base,
                    const Supposed& other);

}  // namespace keuzekaart
