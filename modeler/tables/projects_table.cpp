#include "modeler/tables/projects_table.hpp"

#include "modeler/gaps/gap_texts.hpp"
#include "modeler/gaps/project_texts.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// What a project of the map says; otherwise what only the client can fill in.
Cell said_cell(const Labels& labels, const Text* said, const Trace& where, bool is_date) {
  if (said == nullptr || said->empty()) return Cell::text(labels.get("tabel.nog-invullen"), where, CellMark::fill_in);
  return is_date ? date_cell(*said, where) : read_cell(*said, where);
}

}  // namespace

Table projects_table(const TableContext& context) {
  return projects_table(context, [](const Plan&, const PlannedProject&) { return true; });
}

Table projects_table(const TableContext& context,
                     const std::function<bool(const Plan& plan, const PlannedProject& project)>& is_asked) {
  TableMaker maker(context, "projecten");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("volgnummer", 6);
  maker.column("project", 40);
  maker.column("projectsoort", 13);
  maker.column("leider", 24);
  maker.column("opdrachtgever", 24);
  maker.column("start", 12);
  maker.column("einde", 12);
  maker.column("aantal-verschillen", 10);
  maker.column("wat-verandert", 60);
  maker.column("na-projecten", 44);
  maker.column("samen-met", 30);
  maker.column("sluit-aan-bij", 30);
  maker.column("kosten", 12);
  maker.column("blad", 28);
  maker.column("code", 26);
  maker.print_up_to("sluit-aan-bij");

  const Plan plan = make_plan(model, context.findings);
  std::size_t own = 0;
  std::size_t proposed = 0;
  std::size_t proposed_gaps = 0;
  for (std::size_t p = 0; p < plan.projects.size(); ++p) {
    const PlannedProject& project = plan.projects[p];
    if (!is_asked(plan, project)) continue;
    const bool is_own = project.own.known();
    const MapProject* record = is_own ? model.projects[project.own.index].record : nullptr;
    const Trace where = project_trace(model, plan, project);
    if (is_own) {
      ++own;
    } else {
      ++proposed;
      proposed_gaps += project.gaps.size();
    }
    Row& row = maker.row(project.code);
    const auto add = [&row](Cell cell) { row.cells.push_back(std::move(cell)); };
    add(Cell::number(static_cast<double>(p + 1), {Derivation::counted, where.places}));
    add(Cell::text(project_title(context, project), where, is_own ? CellMark::plain : CellMark::proposal));
    add(Cell::text(labels.get(is_own ? "project.soort.eigen" : "project.soort.voorstel"), where));
    add(said_cell(labels, record == nullptr ? nullptr : &record->lead, where, false));
    add(said_cell(labels, record == nullptr ? nullptr : &record->client, where, false));
    add(said_cell(labels, record == nullptr ? nullptr : &record->start, where, true));
    add(said_cell(labels, record == nullptr ? nullptr : &record->end, where, true));
    Gathered changes;
    for (const std::size_t i : project.gaps)
      changes.add(gap_sentence(context, plan.gaps[i], project.own), {Derivation::compared, plan.gaps[i].trace.places});
    add(Cell::number(static_cast<double>(project.gaps.size()), {Derivation::counted, changes.trace(where).places}));
    add(changes.cell(where));
    // The places of the project are those of the cell; they need not be told again with each name.
    const Trace here{where.rule, {}};
    Gathered after;
    for (const Dependency& dependency : project.after) after.add(dependency_text(context, plan, dependency), here);
    add(after.cell(where));
    for (const std::vector<std::size_t>* others : {&project.together, &project.beside}) {
      Gathered names;
      for (const std::size_t other : *others) names.add(project_title(context, plan.projects[other]), here);
      add(names.cell(where));
    }
    add(record == nullptr || record->cost.empty() ? said_cell(labels, nullptr, where, false)
                                                  : number_cell(record->cost, where));
    add(Cell::text(assignment_sheet(context, plan, p), where));
    add(Cell::text(project.code, where));
  }
  if (own + proposed == 0) return maker.finish("tabel.projecten.titel-leeg", {});
  return maker.finish("tabel.projecten.titel",
                      {count_text(labels, own), count_text(labels, proposed), count_text(labels, proposed_gaps)});
}

}  // namespace keuzekaart
