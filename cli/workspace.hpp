#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/console.hpp"
#include "cli/progress.hpp"
#include "importers/format_registry.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/findings/coverage.hpp"
#include "modeler/findings/finding.hpp"
#include "modeler/model/model.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// What a command reads: a map file (with the sources it names), sources, or both.
struct WorkspaceRequest {
  struct Item {
    std::string path;
    const Format* format = nullptr;  ///< null: a map file, or recognised by its content
  };
  std::vector<Item> items;
  std::string against;  ///< an earlier map file to compare with; empty: none
  /// A source of the map that is read from another place, with what the map names as its previous version.
  struct Replacement {
    std::string id, path;
    std::map<std::string, std::string> instead =
        {};  ///< of own lists: lists in the place of those that the description names
  } replacement;
  bool quiet = false;         ///< no progress, no warnings, no notes
  bool all_messages = false;  ///< every message of a code, not only the first twenty
  bool json = false;          ///< messages as JSON
};

/// The words of --diagnostics, and the request that the options and the arguments from number `first` on make. Touches
/// no file; throws UsageError.
WorkspaceRequest workspace_request(const Arguments& arguments, std::size_t first);

/// Everything that was read, joined and found. Stays in one place: the model points into the sources.
struct Workspace {
  Sources sources;
  Diagnostics diagnostics;
  Model model;
  Model earlier;         ///< of the earlier map file, when one was asked for; its places are in the same sources
  std::string map_path;  ///< as shown; empty without a map file
  std::vector<Finding> findings;
  std::vector<CoverageHop> coverage;

  /// What the messages about reading mean for the end of the program.
  ExitCode exit_code() const;
};

/// Reads and joins. What cannot be read is in the diagnostics. Throws UsageError when two map files are named, IoError
/// when the system fails in the middle of a read.
std::unique_ptr<Workspace> load_workspace(const WorkspaceRequest& request, Progress& progress, const Labels& labels);

/// Only the catalogue: the program's own and, unless the path is empty, those that the map file names. The workspace
/// has no model but for its catalogue; what is wrong with the map itself is not said.
std::unique_ptr<Workspace> load_catalogue(const std::string& map_path);

/// Prints the messages of reading as the request asks, on standard error.
void print_messages(const Workspace& workspace, const WorkspaceRequest& request, Console& console);

/// Reads and joins, showing how far it is, and prints the messages. Throws as `load_workspace`.
std::unique_ptr<Workspace> load_and_report(const WorkspaceRequest& request, Console& console);

/// For a question that only a map can answer: whether there is one. Without one it throws UsageError, unless the
/// messages already say why it could not be read.
bool has_map(const Workspace& workspace);

}  // namespace keuzekaart
