#include <algorithm>
#include <map>

#include "modeler/analyses/analyses.hpp"
#include "modeler/gaps/derive_gaps.hpp"
#include "modeler/gaps/gap_texts.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// An agreement is told of at the processes that it names, and where a handover under it begins; it touches more.
bool tells_of(const Model& model, const Gap& gap, EntityRef process) {
  if (gap.element.kind == EntityKind::agreement) {
    const std::vector<EntityRef>& named = model.agreements[gap.element.index].processes;
    if (std::ranges::find(named, process) != named.end()) return true;
  } else if (gap.element.kind != EntityKind::party) {
    return true;
  }
  return gap.handovers.empty() || std::ranges::any_of(gap.handovers, [&](EntityRef handover) {
           return model.handovers[handover.index].from == process;
         });
}

}  // namespace

Table delta_analysis(const AnalysisContext& context) {
  TableMaker maker(context.tables, "analyse-delta");
  const Model& model = context.model();
  const Labels& labels = context.labels();
  maker.column("proces", 34);
  maker.column("verschil", 22);
  maker.column("nu", 44);
  maker.column("straks", 44);
  maker.column("project", 26);
  maker.column("domein", 18);
  maker.column("code", 22);
  maker.print_up_to("project");

  std::map<EntityRef, std::vector<const Gap*>> by_process;
  const std::vector<Gap> gaps = derive_gaps(model, context.tables.findings);
  for (const Gap& gap : gaps)
    if (gap.compared && !gap.on_no_process)
      for (const EntityRef process : gap.processes)
        if (tells_of(model, gap, process)) by_process[process].push_back(&gap);

  std::size_t changed = 0;
  std::size_t total = 0;
  for (const EntityRef ref : own_processes(model)) {
    const Process& process = model.process(ref);
    if (process.is_step()) continue;
    if (!in_scope(context, process)) continue;
    ++total;
    const auto found = by_process.find(ref);
    if (found == by_process.end()) continue;
    ++changed;
    for (const Gap* gap : found->second) {
      const Trace where{Derivation::compared, gap->trace.places.empty() ? trace_of(process).places : gap->trace.places};
      Row& row = maker.row(std::string(process.code.value) + ":" + code_of(model, *gap));
      row.cells.push_back(read_cell(process.name, where));
      row.cells.push_back(Cell::text(gap_kind_text(labels, *gap), where));
      // What is not the process itself is named with it: the handover, the agreement, the function.
      const bool itself = gap->element == ref;
      const std::string subject = gap_subject(context.tables, *gap);
      const auto named = [&](const std::string& text) {
        return itself ? text : labels.fill("verschil.van-wat", {subject, text});
      };
      row.cells.push_back(Cell::text(named(gap_before(context.tables, *gap)), where));
      row.cells.push_back(Cell::text(gap_after(context.tables, *gap), where, mark_of(gap->kind)));
      Gathered projects;
      for (const EntityRef project : gap->projects)
        projects.add(name_of(model.entity(project)), trace_of(model.entity(project)));
      row.cells.push_back(projects.cell_or_gap(labels.get("verschil.geen-project"), where));
      row.cells.push_back(process.domain.known() ? Cell::text(name_of(model.entity(process.domain)), where)
                                                 : Cell::empty(where));
      row.cells.push_back(read_cell(process.code, where));
    }
  }
  return maker.finish(changed == 0 ? "tabel.analyse-delta.titel-leeg" : "tabel.analyse-delta.titel",
                      {count_text(labels, changed), count_text(labels, total)});
}

}  // namespace keuzekaart
