#pragma once
#include <string>

#include "cli/console.hpp"
#include "cli/workspace.hpp"

namespace keuzekaart {

/// What a person decided on proposals in a workbook, to be brought into the map file.
struct DecisionsRequest {
  std::string workbook;  ///< path
  bool apply = false;    ///< write the map file; else only say what would change
  bool overwrite = false;
  std::string form;
  WorkspaceRequest workspace;
};

/// Says what changes in the map file. With `apply` it is changed, the earlier version kept beside it, when nothing at
/// all is wrong.
ExitCode bring_in_decisions(const DecisionsRequest& request, Console& console);

}  // namespace keuzekaart
