#include <fmt/format.h>

#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

Table proposals_table(const TableContext& context) {
  TableMaker maker(context, "voorstellen");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("soort-van", 16);
  maker.column("van", 40);
  maker.column("soort-naar", 16);
  maker.column("naar", 40);
  maker.column("reden", 60);
  maker.column("regel-afleiding", 44);
  maker.choice_column<MappingStatus>("koppelstatus", 14);
  maker.column("code-van", 30);
  maker.column("code-naar", 38);
  maker.print_up_to("koppelstatus");

  std::size_t count = 0;
  for (const Link& link : model.links.all()) {
    if (link.status != MappingStatus::proposed) continue;
    ++count;
    const Entity& from = model.entity(link.from);
    const Entity& to = model.entity(link.to);
    const Trace where = link.trace.places.empty() ? trace_of(from) : link.trace;
    Row& row = maker.row(fmt::format("{}>{}", from.code.value, to.code.value));
    row.cells.push_back(Cell::text(labels.get(label_of(link.from.kind)), where));
    row.cells.push_back(Cell::text(name_of(from), trace_of(from)));
    row.cells.push_back(Cell::text(labels.get(label_of(link.to.kind)), where));
    row.cells.push_back(Cell::text(name_of(to), trace_of(to), CellMark::proposal));
    row.cells.push_back(read_cell(link.reason, where));
    row.cells.push_back(Cell::text(rule_text(labels, link.trace.rule), where));
    row.cells.push_back(Cell::text(label_of(labels, link.status), where, CellMark::fill_in));
    row.cells.push_back(read_cell(from.code, where));
    row.cells.push_back(read_cell(to.code, where));
  }
  return maker.finish("tabel.voorstellen.titel", {count_text(labels, count)});
}

}  // namespace keuzekaart
