#include <algorithm>
#include <iterator>
#include <set>

#include "modeler/model/reach.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// The letters of what the municipality itself does in the process, in the order of the role list: "VU".
std::string letters(const TableContext& context, EntityRef process, State state, Gathered& looked) {
  std::string out;
  for (const auto& word : Vocabulary<Role>::words) {
    bool found = false;
    for (const RoleAssignment* assignment : roles_in(context.model, process, word.value, state)) {
      looked.look_at(assignment->trace);
      const Party& top = context.model.party(context.model.organisation(assignment->party));
      found = found || top.kind == PartyKind::municipality;
    }
    if (found) out += context.labels.get("rolletter." + std::string(word.word));
  }
  return out.empty() ? context.labels.get("rolletter.geen") : out;
}

Cell mark_cell(const TableContext& context, const Link& link) {
  Gathered looked;
  looked.look_at(link.trace);
  if (link.status == MappingStatus::proposed)
    return Cell::text(context.labels.get("rolletter.voorstel"), looked.trace(link.trace), CellMark::proposal);
  const std::string now = letters(context, link.to, State::ist, looked);
  const std::string later = letters(context, link.to, State::soll, looked);
  const bool same = now == later;
  return Cell::text(same ? now : now + "\n› " + later, looked.trace(link.trace),
                    same ? CellMark::plain : CellMark::changed);
}

}  // namespace

Table product_process_table(const TableContext& context) {
  TableMaker maker(context, "product-proces");
  const Model& model = context.model;
  std::vector<EntityRef> products;
  std::set<EntityRef> used;
  for (const EntityRef ref : shown_products(model)) {
    const auto links = model.links.from(LinkKind::product_process, ref);
    for (const Link& link : links)
      if (link.status != MappingStatus::rejected) used.insert(link.to);
    if (model.product(ref).own || !links.empty()) products.push_back(ref);
  }
  std::vector<EntityRef> processes;
  for (const std::vector<EntityRef>& some : {own_processes(model), landscape_processes(model), other_processes(model)})
    std::ranges::copy_if(some, std::back_inserter(processes), [&](EntityRef ref) { return used.contains(ref); });

  maker.column("domein", 18);
  maker.column("product", 32);
  maker.column("aantal-processen", 6);
  for (const EntityRef ref : processes) {
    Column& made = maker.column("proces", 7);
    made.key = "proces:" + std::string(model.process(ref).code.value);
    made.heading = name_of(model.process(ref));
  }
  std::size_t without = 0;
  for (const EntityRef ref : products) {
    const Product& product = model.product(ref);
    const Trace where = trace_of(product);
    Row& row = maker.row(std::string(product.code.value));
    row.cells.push_back(product.domain.known() ? Cell::text(name_of(model.entity(product.domain)), where)
                                               : Cell::empty(where));
    row.cells.push_back(read_cell(product.name, where));
    // A proposal stands in the row, but does not count until a person confirms it (KS06).
    const std::size_t confirmed = follow(model, LinkKind::product_process, {ref}).size();
    if (confirmed == 0) ++without;
    Trace counted = linked_from(model, context.labels, LinkKind::product_process, ref).trace(where);
    counted.rule = Derivation::counted;
    row.cells.push_back(Cell::number(static_cast<double>(confirmed), std::move(counted),
                                     confirmed == 0 ? CellMark::gap : CellMark::plain));
    for (const EntityRef process : processes) {
      const auto links = model.links.from(LinkKind::product_process, ref);
      const auto found = std::ranges::find_if(
          links, [&](const Link& link) { return link.to == process && link.status != MappingStatus::rejected; });
      row.cells.push_back(found == links.end() ? Cell::empty(where) : mark_cell(context, *found));
    }
  }
  const Labels& labels = context.labels;
  if (products.empty()) return maker.finish("tabel.product-proces.titel-leeg", {});
  return maker.finish("tabel.product-proces.titel",
                      {count_text(labels, products.size() - without), count_text(labels, products.size()),
                       count_text(labels, processes.size())});
}

}  // namespace keuzekaart
