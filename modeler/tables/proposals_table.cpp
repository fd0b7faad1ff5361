#include "modeler/tables/proposals_table.hpp"

#include <fmt/format.h>

#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

std::string place_of(const TableContext& context, const Entity& entity) {
  if (entity.name.place.known()) return to_string(context.sources.locate(entity.name.place));
  return entity.origins.empty() ? std::string() : to_string(context.sources.locate(entity.origins.front().place));
}

}  // namespace

Table proposals_table_of(const TableContext& context, std::span<const Proposal> proposals) {
  TableMaker maker(context, "voorstellen");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("soort-van", 12);
  maker.column("van", 36);
  maker.column("soort-naar", 12);
  maker.column("naar", 36);
  maker.column("zekerheid", 12);
  maker.column("reden", 60);
  maker.choice_column<MappingStatus>("koppelstatus", 14);
  maker.column("regel-afleiding", 44);
  maker.column("plaats-van", 40);
  maker.column("plaats-naar", 40);
  maker.column("code-van", 30);
  maker.column("code-naar", 38);
  maker.print_up_to("koppelstatus");
  for (const Proposal& p : proposals) {
    const Entity& from = model.entity(p.from);
    const Entity& to = model.entity(p.to);
    const Trace where = p.trace.places.empty() ? trace_of(from) : p.trace;
    Row& row = maker.row(fmt::format("{}>{}", from.code.value, to.code.value));
    row.cells.push_back(Cell::text(labels.get(label_of(p.from.kind)), where));
    row.cells.push_back(Cell::text(name_of(from), trace_of(from)));
    row.cells.push_back(Cell::text(labels.get(label_of(p.to.kind)), where));
    row.cells.push_back(Cell::text(name_of(to), trace_of(to), CellMark::proposal));
    row.cells.push_back(choice_cell(labels, p.confidence, where));
    row.cells.push_back(Cell::text(reason_of(p, labels), where));
    row.cells.push_back(Cell::text(label_of(labels, MappingStatus::proposed), where, CellMark::fill_in));
    row.cells.push_back(Cell::text(rule_text(labels, p.trace.rule), where));
    row.cells.push_back(Cell::text(place_of(context, from), where));
    row.cells.push_back(Cell::text(place_of(context, to), where));
    row.cells.push_back(read_cell(from.code, where));
    row.cells.push_back(read_cell(to.code, where));
  }
  return maker.finish("tabel.voorstellen.titel", {count_text(labels, proposals.size())});
}

Table proposals_table(const TableContext& context) {
  return proposals_table_of(context, propose(context.model, ProposedFor::own_products));
}

}  // namespace keuzekaart
