#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/workspace.hpp"

namespace keuzekaart {

/// What was read, how far the chain reaches and what the rules found, as `check` prints it. `everything`: also the name
/// of every thing that a hop misses, and every finding instead of the first twenty of a rule.
std::string summary_of(const Workspace& workspace, const Labels& labels, bool everything);

/// How many of each thing a map file holds: the second part of the label `kaart.<key>`, and the number.
std::vector<std::pair<std::string_view, std::size_t>> counts_of(const MapDocument& map);
/// A line of a list of counts.
std::string number_line(std::size_t number, const std::string& what);

}  // namespace keuzekaart
