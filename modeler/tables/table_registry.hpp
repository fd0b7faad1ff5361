#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/findings/finding.hpp"
#include "modeler/model/model.hpp"
#include "modeler/source/sources.hpp"
#include "modeler/tables/table.hpp"

namespace keuzekaart {

/// What every table is made from.
struct TableContext {
  const Model& model;
  const Sources& sources;
  const Labels& labels;
  std::span<const Finding> findings;
};

struct TableRow {
  std::string_view key;  ///< "processen"; the sheet name stands in the labels under "tabel.processen.blad"
  Table (*make)(const TableContext& context);
};

/// Every table, in the order of the workbook's sheets.
std::span<const TableRow> table_registry();

/// All tables, made once.
std::vector<Table> make_tables(const TableContext& context);

}  // namespace keuzekaart
