#include <fmt/format.h>

#include <array>
#include <map>

#include "modeler/records/states_text.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

constexpr std::array<std::string_view, 4> severity_words = {"fout", "waarschuwing", "discussiepunt", "info"};

std::string severity_text(const Labels& labels, FindingSeverity severity) {
  return labels.get("ernst." + std::string(severity_words[static_cast<std::size_t>(severity)]));
}

/// KS01:jeugdhulp:ist, with a number behind it when that is taken.
std::string row_code(const Model& model, const Finding& finding, std::map<std::string, int>& used) {
  std::string code = finding.rule;
  for (const EntityRef ref : finding.elements) code += ":" + std::string(model.entity(ref).code.value);
  if (finding.elements.empty() && !finding.arguments.empty()) code += ":" + finding.arguments.front();
  if (!finding.states.empty()) code += ":" + to_string(finding.states);
  const int nth = ++used[code];
  return nth == 1 ? code : fmt::format("{}:{}", code, nth);
}

}  // namespace

Table findings_table(const TableContext& context) {
  TableMaker maker(context, "bevindingen");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("regel", 8);
  maker.column("ernst", 15);
  maker.column("onderdeel", 36);
  maker.column("toestand", 14);
  maker.column("bevinding", 56);
  maker.column("wat-te-doen", 56);
  maker.choice_column<Disposition>("besluit", 14);
  maker.column("reden", 40).fill_in = true;
  maker.column("plaats", 34);

  std::size_t open = 0;
  std::map<std::string, int> used;
  for (const Finding& finding : context.findings) {
    const Trace where = Gathered().trace(finding.trace);
    Row& row = maker.row(row_code(model, finding, used));
    if (finding.counts()) ++open;
    CellMark mark = CellMark::plain;
    if (finding.severity == FindingSeverity::error || finding.severity == FindingSeverity::warning)
      mark = CellMark::warning;
    if (!finding.counts()) mark = CellMark::settled;
    row.cells.push_back(Cell::text(finding.rule, where));
    row.cells.push_back(Cell::text(severity_text(labels, finding.severity), where, mark));
    Gathered elements;
    for (const EntityRef ref : finding.elements) elements.add(name_of(model.entity(ref)), trace_of(model.entity(ref)));
    row.cells.push_back(elements.cell(where));
    row.cells.push_back(finding.states.empty() ? Cell::empty(where)
                                               : Cell::text(states_text(labels, finding.states), where));
    row.cells.push_back(Cell::text(labels.fill(finding.rule, finding.arguments), where));
    row.cells.push_back(Cell::text(labels.fill(finding.rule + ".next", finding.arguments), where));
    const bool decided = finding.disposition != Disposition::open;
    row.cells.push_back(Cell::text(label_of(labels, finding.disposition),
                                   decided && !finding.reason.empty() ? Trace::read_at(finding.reason.place) : where,
                                   decided ? CellMark::settled : CellMark::fill_in));
    row.cells.push_back(read_cell(finding.reason, where, CellMark::fill_in));
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
