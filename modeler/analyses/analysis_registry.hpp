#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "modeler/analyses/analysis.hpp"

namespace keuzekaart {

/// What an analysis needs beside the map.
enum class AnalysisNeed : std::uint8_t {
  nothing,
  element,      ///< something of the map that it is about
  earlier_map,  ///< an earlier version of the map
};

/// A question that the program answers with a table. Its texts stand in the labels: `analyse.<name>` (the question in
/// one line), and those of its table under `tabel.<key of the table>`.
struct AnalysisRow {
  std::string_view name;  ///< on the command line: "coverage"
  AnalysisNeed need = AnalysisNeed::nothing;
  bool by_state = false;  ///< whether it can speak of one state alone
  bool by_scope = false;  ///< whether it can speak of one domain or product group alone
  Table (*make)(const AnalysisContext& context);
};

/// Every analysis, in the order of the questions.
std::span<const AnalysisRow> analysis_registry();
/// The analysis with this name, or null.
const AnalysisRow* find_analysis(std::string_view name);

}  // namespace keuzekaart
