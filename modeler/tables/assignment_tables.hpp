#pragma once
#include <string>
#include <vector>

#include "modeler/tables/table_registry.hpp"

namespace keuzekaart {

/// One assignment (projectopdracht) for each project of the plan, in its order: what the map says, what follows from
/// the differences that the project takes up, and what only the client can fill in. The key of a table is "opdracht-"
/// and the project's code.
std::vector<Table> assignment_tables(const TableContext& context);

/// What one project lead gets: a reading guide, the assignment, and of the other sheets the rows that it touches.
struct ProjectWorkbook {
  std::string code;  ///< of the project
  std::string title;
  std::vector<Table> tables;
};

/// The workbooks of all projects. `tables` are those of the whole map.
std::vector<ProjectWorkbook> project_workbooks(const TableContext& context, const std::vector<Table>& tables);

}  // namespace keuzekaart
