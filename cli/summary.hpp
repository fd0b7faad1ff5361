#pragma once
#include <string>

#include "cli/workspace.hpp"

namespace keuzekaart {

/// What was read, how far the chain reaches and what the rules found, as `check` prints it. `everything`: also the name
/// of every thing that a hop misses, and every finding instead of the first twenty of a rule.
std::string summary_of(const Workspace& workspace, const Labels& labels, bool everything);

}  // namespace keuzekaart
