#include "modeler/findings/finding_text.hpp"
#include "modeler/records/states_text.hpp"
#include "modeler/rules/rule.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// KS04:jeugdhulp:ist; a rule finds it once for a key and state.
std::string row_code(const Finding& finding) {
  std::string code = finding.rule + ":" + finding.key;
  if (!finding.states.empty()) code += ":" + to_string(finding.states);
  return code;
}

}  // namespace

Table findings_table(const TableContext& context) {
  TableMaker maker(context, "bevindingen");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("regel", 8);
  maker.column("ernst", 15);
  maker.column("sleutel", 24);
  maker.column("onderdeel", 36);
  maker.column("toestand", 14);
  maker.column("bevinding", 56);
  maker.column("wat-te-doen", 56);
  maker.choice_column<Disposition>("besluit", 14);
  maker.column("reden", 40).fill_in = true;
  maker.column("basis", 11);
  maker.column("plaats", 34);

  std::size_t open = 0;
  for (const Finding& finding : context.findings) {
    const Trace where = Gathered().trace(finding.trace);
    Row& row = maker.row(row_code(finding));
    if (finding.counts()) ++open;
    CellMark mark = CellMark::plain;
    if (finding.severity == FindingSeverity::error || finding.severity == FindingSeverity::warning)
      mark = CellMark::warning;
    if (!finding.counts()) mark = CellMark::settled;
    row.cells.push_back(Cell::text(finding.rule, where));
    row.cells.push_back(Cell::text(label_of(labels, finding.severity), where, mark));
    row.cells.push_back(Cell::text(finding.key, where));
    Gathered elements;
    for (const EntityRef ref : finding.elements) elements.add(name_of(model.entity(ref)), trace_of(model.entity(ref)));
    row.cells.push_back(elements.cell(where));
    row.cells.push_back(finding.states.empty() ? Cell::empty(where)
                                               : Cell::text(states_text(labels, finding.states), where));
    row.cells.push_back(Cell::text(finding_message(finding, labels), where));
    row.cells.push_back(Cell::text(finding_advice(finding, labels), where));
    const bool decided = finding.disposition != Disposition::open;
    row.cells.push_back(Cell::text(label_of(labels, finding.disposition),
                                   decided && !finding.reason.empty() ? Trace::read_at(finding.reason.place) : where,
                                   decided ? CellMark::settled : CellMark::fill_in));
    row.cells.push_back(read_cell(finding.reason, where, CellMark::fill_in));
    row.cells.push_back(Cell::text(label_of(labels, finding.record->basis), where));
    std::string place;
    for (const Place at : finding.trace.places)
      if (place.empty() && at.known()) place = to_string(context.sources.locate(at));
    row.cells.push_back(Cell::text(place, where));
  }
  if (context.findings.empty()) return maker.finish("tabel.bevindingen.titel-geen", {});
  return maker.finish("tabel.bevindingen.titel",
                      {count_text(labels, open), count_text(labels, context.findings.size())});
}

}  // namespace keuzekaart
