#pragma once
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "cli/workspace.hpp"
#include "modeler/diagrams/diagram_registry.hpp"

namespace keuzekaart {

/// What `export` was asked to write, and where.
struct ExportRequest {
  WorkspaceRequest workspace;
  std::string folder;
  std::vector<std::string> diagrams;  ///< keys; empty: no diagrams
  bool svg = false, pdf = false, png = false, dot = false, workbook = false;
  DiagramOptions options;     ///< chain and domain as the user gave them
  bool color_chosen = false;  ///< otherwise the landscape comes by kind and, with a map, by change
  bool state_chosen = false;  ///< otherwise, with a map, every chain comes in each state
  int dots_per_inch = 150;
  bool overwrite = false;          ///< also replace files that we did not make
  bool project_workbooks = false;  ///< also one workbook for each project
  bool keep_going = false;         ///< write what can be made, whatever the errors in the sources
  bool everything = false;         ///< nothing was chosen: what an earlier run made and this one does not goes away

  bool wants_paper() const { return pdf || png; }
};

inline constexpr OptionSpec export_options[] = {{"out", true},
                                                {"diagram", true, true},
                                                {"format", true, true},
                                                {"chain", true},
                                                {"domain", true},

                                                {"color-by", true},
                                                {"own"},
                                                {"state", true},
                                                {"paper", true},
                                                {"dpi", true},
                                                {"projects"},
                                                {"overwrite"},
                                                {"keep-going"},
                                                KEUZEKAART_SOURCE_OPTIONS};

/// Throws UsageError.
ExportRequest export_request(const Arguments& arguments);

/// Replaces a chain and domain given by name by their codes. Throws UsageError with the nearest when there is none.
void resolve_names(ExportRequest& request, const Model& model);

/// The date of SOURCE_DATE_EPOCH, in seconds since 1970, when it is set to a whole number.
std::optional<std::int64_t> source_date_epoch();
/// The day of such a moment, yyyy-mm-dd.
std::string day_of(std::int64_t seconds);

}  // namespace keuzekaart
