#include <algorithm>
#include <set>

#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// The processes in which a party has a role, by name.
Gathered processes_of(const Model& model, EntityRef party, Role role, State state, std::set<EntityRef>& refs) {
  Gathered gathered;
  for (const RoleAssignment& assignment : model.roles) {
    if (assignment.party != party || assignment.role != role || !assignment.states.has(state)) continue;
    gathered.add(name_of(model.process(assignment.process)), assignment.trace);
    refs.insert(assignment.process);
  }
  return gathered;
}

Cell difference_cell(const Model& model, const std::set<EntityRef>& more, const std::set<EntityRef>& less,
                     const Gathered& source, const Trace& where, CellMark mark) {
  Gathered gathered;
  for (const EntityRef ref : more)
    if (!less.contains(ref)) gathered.add(name_of(model.process(ref)), source.trace(where));
  return gathered.cell(where, gathered.empty() ? CellMark::plain : mark);
}

}  // namespace

Table parties_table(const TableContext& context) {
  TableMaker maker(context, "partijen");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("code", 16);
  maker.column("naam", 30);
  maker.choice_column<PartyKind>("partijsoort", 20);
  maker.column("deel-van", 24);
  maker.column("eigenaar-van", 11);
  maker.column("voert-uit-ist", 11);
  maker.column("voert-uit-soll", 11);
  maker.column("krijgt", 40);
  maker.column("verliest", 40);
  maker.column("aantal-overdrachten", 13);
  maker.column("aantal-afspraken", 11);
  maker.choice_column<OwnerKind>("eigenaarsoort", 14);
  maker.column("omschrijving", 40);
  maker.print_up_to("aantal-afspraken");

  std::vector<EntityRef> parties;
  const bool any_own = std::ranges::any_of(model.parties, &Party::own);
  for (std::size_t i = 0; i < model.parties.size(); ++i)
    if (model.parties[i].own || !any_own) parties.push_back({EntityKind::party, static_cast<std::uint32_t>(i)});
  std::ranges::stable_sort(parties, [&](EntityRef a, EntityRef b) {
    const Party& p = model.party(a);
    const Party& q = model.party(b);
    if (p.kind != q.kind) return p.kind < q.kind;
    return reads_before(p.name.value, q.name.value);
  });

  std::size_t changed = 0;
  for (const EntityRef ref : parties) {
    const Party& party = model.party(ref);
    const Trace where = trace_of(party);
    const CellMark open = party.own && party.kind == PartyKind::department ? CellMark::fill_in : CellMark::plain;
    std::set<EntityRef> owned;
    std::set<EntityRef> now;
    std::set<EntityRef> later;
    Gathered owner = processes_of(model, ref, Role::responsible, State::ist, owned);
    owner.look_at(processes_of(model, ref, Role::responsible, State::soll, owned).trace(where));
    const Gathered ist = processes_of(model, ref, Role::executor, State::ist, now);
    const Gathered soll = processes_of(model, ref, Role::executor, State::soll, later);
    if (now != later) ++changed;
    Gathered handovers;
    for (const Handover& handover : model.handovers)
      for (const EntityRef end : {handover.from, handover.to})
        if (end.known() && (now.contains(end) || later.contains(end)))
          handovers.add(std::string(handover.code.value), trace_of(handover));
    Gathered agreements;
    for (const Agreement& agreement : model.agreements)
      if (std::ranges::find(agreement.parties, ref) != agreement.parties.end())
        agreements.add(std::string(agreement.code.value), trace_of(agreement));

    Row& row = maker.row(std::string(party.code.value));
    row.cells.push_back(party.own ? read_cell(party.code, where) : Cell::empty(where));
    row.cells.push_back(read_cell(party.name, where));
    row.cells.push_back(Cell::text(label_of(labels, party.kind), where));
    row.cells.push_back(party.parent.known() ? Cell::text(name_of(model.party(party.parent)), where)
                                             : Cell::empty(where));
    // Counted by process, not by name: two processes may share a name.
    const auto counted = [&](const Gathered& gathered, const std::set<EntityRef>& refs, CellMark mark) {
      Trace trace = gathered.trace(where);
      trace.rule = Derivation::counted;
      return Cell::number(static_cast<double>(refs.size()), std::move(trace), mark);
    };
    row.cells.push_back(counted(owner, owned, CellMark::plain));
    row.cells.push_back(counted(ist, now, CellMark::plain));
    row.cells.push_back(counted(soll, later, now == later ? CellMark::plain : CellMark::changed));
    row.cells.push_back(difference_cell(model, later, now, soll, where, CellMark::added));
    row.cells.push_back(difference_cell(model, now, later, ist, where, CellMark::ended));
    row.cells.push_back(handovers.count_cell(where));
    row.cells.push_back(agreements.count_cell(where));
    row.cells.push_back(choice_cell(labels, party.owner_kind, where, open));
    row.cells.push_back(read_cell(party.description, where));
  }
  if (!any_own) {
    maker.explain("tabel.partijen.uitleg-referentie", {});
    return maker.finish("tabel.partijen.titel-referentie", {count_text(labels, parties.size())});
  }
  return maker.finish("tabel.partijen.titel", {count_text(labels, changed), count_text(labels, parties.size())});
}

}  // namespace keuzekaart
