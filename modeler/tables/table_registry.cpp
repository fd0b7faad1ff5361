#include "modeler/tables/table_registry.hpp"

#include <algorithm>
#include <iterator>

#include "modeler/tables/assignment_tables.hpp"
#include "modeler/tables/sheet_tables.hpp"

namespace keuzekaart {

namespace {

Table guide_alone(const TableContext& context) { return make_tables(context).front(); }

constexpr TableRow rows[] = {
    {"leeswijzer", guide_alone},
    {"keuzes", choices_sheet},
    {"samenhang", coherence_sheet},
    {"producten", products_table},
    {"processen", processes_table},
    {"product-proces", product_process_table},
    {"partijen", parties_table},
    {"rollen", roles_table},
    {"ketens", chains_table},
    {"overdrachten", handovers_table},
    {"afspraken", agreements_table},
    {"functies", functions_table},
    {"applicaties", applications_table},
    {"bevindingen", findings_table},
    {"voorstellen", proposals_table},
    {"dekking", coverage_table},
    {"gaten", gaps_table},
    {"verschillen", differences_table},
    {"projecten", projects_table},
    {"transitieplan", transition_table},
    {"herkomst", origins_table},
};

}  // namespace

std::span<const TableRow> table_registry() { return rows; }

/// Sheets that have nothing to say without rows: proposals wait for a person, a plan for a map.
constexpr std::string_view only_with_rows[] = {"voorstellen", "verschillen", "projecten", "transitieplan"};

std::vector<Table> make_tables(const TableContext& context) {
  std::vector<Table> others;
  for (const TableRow& row : table_registry().subspan(1)) {
    Table table = row.make(context);
    if (row.key == "herkomst") std::ranges::move(assignment_tables(context), std::back_inserter(others));
    if (!table.rows.empty() || std::ranges::find(only_with_rows, row.key) == std::end(only_with_rows))
      others.push_back(std::move(table));
  }
  std::vector<Table> tables;
  tables.push_back(reading_guide(context, others));
  std::ranges::move(others, std::back_inserter(tables));
  return tables;
}

}  // namespace keuzekaart
