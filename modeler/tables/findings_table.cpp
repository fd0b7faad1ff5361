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

/// The names of what it is about; of many the first, so that the row stays a row.
Cell elements_cell(const TableContext& context, const Finding& finding, const Trace& where) {
  constexpr std::size_t named = 12;
  Gathered names;
  for (const EntityRef ref : finding.elements) {
    const Entity& element = context.model.entity(ref);
    if (names.count() < named)
      names.add(name_of(element), trace_of(element));
    else
      names.look_at(trace_of(element));
  }
  if (finding.elements.size() <= named) return names.cell(where);
  const std::string more = std::to_string(finding.elements.size() - named);
  return Cell::text(names.joined() + ' ' + context.labels.fill("opsomming.en-nog", {more}), names.trace(where));
}

}  // namespace

Table findings_table(const TableContext& context) {
  TableMaker maker(context, "bevindingen");
  const Labels& labels = context.labels;
  maker.column("regel", 8);
  maker.column("ernst", 15);
  maker.column("sleutel", 24);
  maker.column("onderdeel", 34);
  maker.column("toestand", 14);
  maker.column("bevinding", 56);
  maker.column("wat-te-doen", 56);
  maker.choice_column<Disposition>("besluit", 14);
  maker.column("reden", 40).fill_in = true;
  maker.column("basis", 11);
  maker.column("plaats", 30);

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
    row.cells.push_back(elements_cell(context, finding, where));
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
