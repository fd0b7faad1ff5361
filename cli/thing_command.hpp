#pragma once
#include <functional>
#include <optional>
#include <string>

#include "cli/workspace.hpp"

namespace keuzekaart {

/// What is printed about what a query means.
struct ThingPrinter {
  std::function<std::string(const Workspace&, EntityRef)> thing;
  /// What the query means when it is no code or name of anything; nothing when it means nothing. May be left out.
  std::function<std::optional<std::string>(const Workspace&)> other;
};

/// What `show` and `trace` have in common: reads the sources, finds what `query` means and prints it. Several answers
/// are listed; none throws UsageError with the nearest names.
ExitCode with_thing(const WorkspaceRequest& request, const std::string& query, Console& console,
                    const ThingPrinter& printer);

}  // namespace keuzekaart
