#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "modeler/gaps/derive_gaps.hpp"
#include "modeler/gaps/project_scope.hpp"
#include "modeler/gaps/project_texts.hpp"
#include "modeler/tables/assignment_tables.hpp"
#include "modeler/tables/sheet_tables.hpp"

namespace keuzekaart {

namespace {

/// The codes of rows to keep, by key of the table.
using Kept = std::map<std::string, std::set<std::string, std::less<>>, std::less<>>;

void keep(std::set<std::string, std::less<>>& codes, const Model& model, const std::vector<EntityRef>& refs) {
  for (const EntityRef ref : refs) codes.emplace(model.entity(ref).code.value);
}

Kept kept_rows(const TableContext& context, const Plan& plan, const PlannedProject& project) {
  const Model& model = context.model;
  const ProjectScope scope = scope_of(model, plan, project);
  Kept kept;
  keep(kept["producten"], model, scope.products);
  keep(kept["processen"], model, scope.processes);
  keep(kept["rollen"], model, scope.processes);
  keep(kept["processen"], model, scope.directed);
  keep(kept["rollen"], model, scope.directed);
  keep(kept["partijen"], model, scope.parties);
  keep(kept["overdrachten"], model, scope.handovers);
  for (const EntityRef ref : scope.handovers)
    kept["afspraken"].insert("ontbreekt:" + std::string(model.entity(ref).code.value));
  keep(kept["afspraken"], model, scope.agreements);
  keep(kept["applicaties"], model, scope.applications);
  for (const std::size_t i : project.gaps) kept["verschillen"].insert(code_of(model, plan.gaps[i]));
  return kept;
}

}  // namespace

std::vector<ProjectWorkbook> project_workbooks(const TableContext& context, const std::vector<Table>& tables) {
  const Plan plan = make_plan(context.model, context.findings);
  std::vector<ProjectWorkbook> workbooks;
  for (const PlannedProject& project : plan.projects) {
    const Kept kept = kept_rows(context, plan, project);
    ProjectWorkbook workbook{project.code, project_title(context, project), {}};
    std::vector<Table> others;
    for (const Table& table : tables)
      if (table.key == "opdracht-" + project.code) others.push_back(table);
    for (const Table& table : tables) {
      const auto codes = kept.find(table.key);
      if (codes == kept.end()) continue;
      Table part = table;
      std::erase_if(part.rows, [&](const Row& row) { return !codes->second.contains(row.code); });
      if (part.rows.empty()) continue;
      part.title = context.labels.fill("opdracht.deel-titel", {table.sheet, workbook.title});
      others.push_back(std::move(part));
    }
    workbook.tables.push_back(reading_guide(context, others));
    std::ranges::move(others, std::back_inserter(workbook.tables));
    workbooks.push_back(std::move(workbook));
  }
  return workbooks;
}

}  // namespace keuzekaart
