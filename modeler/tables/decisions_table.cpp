#include "modeler/tables/decisions_table.hpp"

#include <fmt/format.h>

#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

Table decisions_table(const TableContext& context, std::span<const ShownDecision> shown, std::size_t changes,
                      bool made) {
  TableMaker maker(context, "besluiten");
  const Labels& labels = context.labels;
  maker.column("besluit", 12);
  maker.column("soort-van", 12);
  maker.column("van", 36);
  maker.column("soort-naar", 12);
  maker.column("naar", 36);
  maker.column("verandering", 60);
  maker.column("plaats-kaart", 30);
  maker.column("cel", 30);
  maker.column("code-van", 30);
  maker.column("code-naar", 38);
  for (const ShownDecision& s : shown) {
    const Decision& d = *s.decision;
    const Entity& from = context.model.entity(d.from);
    const Entity& to = context.model.entity(d.to);
    const Trace cell = Trace::read_at(d.cell);
    Row& row = maker.row(fmt::format("{}>{}", from.code.value, to.code.value));
    row.cells.push_back(choice_cell(labels, d.status, cell));
    row.cells.push_back(Cell::text(labels.get(label_of(d.from.kind)), cell));
    row.cells.push_back(Cell::text(name_of(from), trace_of(from)));
    row.cells.push_back(Cell::text(labels.get(label_of(d.to.kind)), cell));
    row.cells.push_back(Cell::text(name_of(to), trace_of(to)));
    row.cells.push_back(Cell::text(s.change, cell));
    row.cells.push_back(Cell::text(s.where, cell));
    row.cells.push_back(Cell::text(to_string(context.sources.locate(d.cell)), cell));
    row.cells.push_back(read_cell(from.code, cell));
    row.cells.push_back(read_cell(to.code, cell));
  }
  return maker.finish(made ? "tabel.besluiten.titel-gedaan" : "tabel.besluiten.titel", {count_text(labels, changes)});
}

}  // namespace keuzekaart
