#pragma once
#include <vector>

#include "modeler/tables/table_registry.hpp"

/// The tables of the workbook, one function and one file each. What a table shows stands in its explanation
/// (`tabel.<key>.uitleg` in the labels).
namespace keuzekaart {

Table choices_sheet(const TableContext& context);
Table coherence_sheet(const TableContext& context);
Table products_table(const TableContext& context);
Table processes_table(const TableContext& context);
Table product_process_table(const TableContext& context);
Table parties_table(const TableContext& context);
Table roles_table(const TableContext& context);
Table chains_table(const TableContext& context);
Table handovers_table(const TableContext& context);
Table agreements_table(const TableContext& context);
Table functions_table(const TableContext& context);
Table applications_table(const TableContext& context);
Table findings_table(const TableContext& context);
Table proposals_table(const TableContext& context);
Table coverage_table(const TableContext& context);
Table gaps_table(const TableContext& context);
Table differences_table(const TableContext& context);
Table projects_table(const TableContext& context);
Table transition_table(const TableContext& context);
Table origins_table(const TableContext& context);

/// The reading guide: about the map, its sources, the other sheets and the signs. Made after the other tables.
Table reading_guide(const TableContext& context, std::span<const Table> others);

/// The products that the sheets are about: the municipality's own; without own ones those of the catalogue that
/// municipalities deliver. By domain, group and name.
std::vector<EntityRef> shown_products(const Model& model);

}  // namespace keuzekaart
