#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/diagnostics/labels.hpp"
#include "modeler/proposals/decide.hpp"
#include "modeler/source/sources.hpp"

namespace keuzekaart {

/// The rows of the sheet Voorstellen of a workbook that a person filled in. The sheet is known by the headings of its
/// codes and its status in one of the `languages`, whatever its name, the order of its rows and columns, and what
/// stands beside them; the words of the status are those of that language.
///
/// Nothing, after saying why, when the workbook cannot be read (K101, K121 and on, K338) or has no such sheet (K338).
/// Rows are said and left out when their status is no such word (K337) or a code is missing (K335).
std::optional<std::vector<DecisionRow>> read_decisions(const std::string& path,
                                                       std::span<const Labels* const> languages, Sources& sources,
                                                       Diagnostics& diagnostics);

}  // namespace keuzekaart
