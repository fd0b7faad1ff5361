#pragma once
#include <functional>
#include <string>

#include "cli/workspace.hpp"

namespace keuzekaart {

/// What `show` and `trace` have in common: reads the sources, finds what `query` means and prints it with `print`.
/// Several answers are listed; none throws UsageError with the nearest names.
ExitCode with_thing(const WorkspaceRequest& request, const std::string& query, Console& console,
                    const std::function<std::string(const Workspace&, EntityRef)>& print);

}  // namespace keuzekaart
