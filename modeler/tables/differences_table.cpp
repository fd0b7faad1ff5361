#include <algorithm>
#include <map>

#include "modeler/gaps/derive_gaps.hpp"
#include "modeler/gaps/gap_texts.hpp"
#include "modeler/gaps/plan.hpp"
#include "modeler/gaps/project_texts.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// By domain, then by kind, then as the subject reads; what only a project names comes last.
std::vector<std::size_t> in_reading_order(const TableContext& context, const std::vector<Gap>& gaps) {
  std::vector<std::size_t> order(gaps.size());
  std::vector<std::string> domains;
  std::vector<std::string> subjects;
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    order[i] = i;
    domains.push_back(gaps[i].domain.known() ? name_of(context.model.entity(gaps[i].domain)) : std::string());
    subjects.push_back(gap_subject(context, gaps[i]));
  }
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    if (gaps[a].compared != gaps[b].compared) return gaps[a].compared;
    if (domains[a] != domains[b])
      return domains[a].empty() != domains[b].empty() ? domains[b].empty() : reads_before(domains[a], domains[b]);
    if (gaps[a].kind != gaps[b].kind) return gaps[a].kind < gaps[b].kind;
    return subjects[a] != subjects[b] && reads_before(subjects[a], subjects[b]);
  });
  return order;
}

}  // namespace

Table differences_table(const TableContext& context) {
  TableMaker maker(context, "verschillen");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("verschil", 20);
  maker.column("onderdeel", 40);
  maker.column("domein", 18);
  maker.column("nu", 34);
  maker.column("straks", 34);
  maker.column("wanneer", 14);
  maker.column("aspecten", 14);
  maker.column("project", 34);
  maker.column("aspecten-project", 14);
  maker.column("inspanning", 12);
  maker.column("risico", 12);
  maker.column("partijen", 34);
  maker.column("code", 34);
  maker.print_up_to("risico");

  const Plan plan = make_plan(model, context.findings);
  std::map<std::size_t, const PlannedProject*> proposals;
  for (const PlannedProject& project : plan.projects)
    if (!project.own.known())
      for (const std::size_t i : project.gaps) proposals[i] = &project;
  std::size_t total = 0;
  std::size_t open = 0;
  for (const std::size_t i : in_reading_order(context, plan.gaps)) {
    const Gap& gap = plan.gaps[i];
    const Trace where{Derivation::compared, gap.trace.places};
    std::string code = code_of(model, gap);
    Row& row = maker.row(code);
    const auto add = [&row](Cell cell) { row.cells.push_back(std::move(cell)); };
    add(Cell::text(gap_kind_text(labels, gap), where, gap.compared ? mark_of(gap.kind) : CellMark::warning));
    add(Cell::text(gap_subject(context, gap), where));
    add(gap.domain.known() ? Cell::text(name_of(model.entity(gap.domain)), where) : Cell::empty(where));
    if (gap.compared) {
      ++total;
      if (!gap.is_covered()) ++open;
      add(Cell::text(gap_before(context, gap), where));
      add(Cell::text(gap_after(context, gap), where));
      add(Cell::text(moment_text(labels, gap.moment), where));
      add(Cell::text(to_string(gap.touches), where));
    } else {
      add(Cell::text(labels.get("verschil.geen-verschil"), where, CellMark::warning));
      for (int n = 0; n < 3; ++n) add(Cell::empty(where));
    }
    Gathered projects;
    for (const EntityRef project : gap.projects)
      projects.add(name_of(model.entity(project)), trace_of(model.entity(project)));
    const auto proposal = proposals.find(i);
    if (proposal == proposals.end())
      add(projects.cell(where));
    else
      add(Cell::text(project_title(context, *proposal->second), Trace{Derivation::proposed_project, where.places},
                     CellMark::proposal));
    add(gap.addressed.empty() ? Cell::empty(where) : Cell::text(to_string(gap.addressed), where));
    add(read_cell(gap.effort, where));
    add(read_cell(gap.risk, where));
    Gathered parties;
    for (const EntityRef party : gap.parties) parties.add(name_of(model.party(party)), where);
    add(parties.cell(where));
    add(Cell::text(std::move(code), where));
  }
  if (plan.gaps.empty()) return maker.finish("tabel.verschillen.titel-leeg", {});
  return maker.finish("tabel.verschillen.titel", {count_text(labels, total), count_text(labels, open)});
}

}  // namespace keuzekaart
