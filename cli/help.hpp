#pragma once
#include <string>

#include "cli/command.hpp"
#include "modeler/diagnostics/labels.hpp"

namespace keuzekaart {

/// What the program is and which commands it has.
std::string help_text(const Labels& labels);
/// What a command does, its options and an example.
std::string help_text(const Command& command, const Labels& labels);
/// "keuzekaart 0.1.0"
std::string version_text();

}  // namespace keuzekaart
