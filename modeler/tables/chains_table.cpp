#include <fmt/format.h>

#include <algorithm>

#include "modeler/model/reach.hpp"
#include "modeler/tables/handover_facts.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"

namespace keuzekaart {

namespace {

/// The handovers from one link of the chain to the next.
Gathered handovers_between(const TableContext& context, EntityRef from, EntityRef to, std::vector<EntityRef>& found) {
  Gathered gathered;
  for (std::uint32_t i = 0; i < context.model.handovers.size(); ++i) {
    const Handover& handover = context.model.handovers[i];
    if (handover.from != from || handover.to != to) continue;
    found.push_back({EntityKind::handover, i});
    const std::string form = label_of(context.labels, handover.form);
    std::string text = name_of(handover);
    if (!form.empty()) text += " (" + form + ")";
    gathered.add(std::move(text), trace_of(handover));
  }
  return gathered;
}

/// The worst of the cells of several handovers: a gap before a warning before the rest.
Cell worst(std::vector<Cell> cells, const Trace& where) {
  if (cells.empty()) return Cell::empty(where);
  const auto weight = [](const Cell& cell) {
    if (cell.mark() == CellMark::gap) return 0;
    return cell.mark() == CellMark::warning ? 1 : 2;
  };
  return *std::ranges::min_element(cells, {}, weight);
}

}  // namespace

Table chains_table(const TableContext& context) {
  TableMaker maker(context, "ketens");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("keten", 26);
  maker.choice_column<ChainType>("ketensoort", 13);
  maker.column("volgnummer", 7);
  maker.column("proces", 34);
  maker.column("uitvoerder-ist", 24);
  maker.column("uitvoerder-soll", 24);
  maker.column("klantcontact-ist", 20);
  maker.column("klantcontact-soll", 20);
  maker.column("overdracht", 34);
  maker.column("afspraak-ist", 14);
  maker.column("afspraak-soll", 14);
  maker.column("ketenregisseur", 22);
  maker.column("doel", 40).fill_in = true;
  maker.column("code", 16);
  maker.print_up_to("ketenregisseur");

  std::vector<const Chain*> chains;
  for (const Chain& chain : model.chains) chains.push_back(&chain);
  std::ranges::stable_sort(chains, [](const Chain* a, const Chain* b) {
    if (a->own != b->own) return a->own;
    return a->name.value != b->name.value && reads_before(a->name.value, b->name.value);
  });
  const AgreementCover cover(model);
  std::size_t steps_on = 0;
  std::size_t without_agreement = 0;
  for (const Chain* chain : chains) {
    const Trace where = trace_of(*chain);
    for (std::size_t i = 0; i < chain->processes.size(); ++i) {
      const EntityRef ref = chain->processes[i];
      Gathered step_place;
      step_place.look_at(i < chain->link_places.size() ? Trace::read_at(chain->link_places[i]) : where);
      const Trace step = step_place.trace(where);
      Row& row = maker.row(fmt::format("{}:{}", chain->code.value, i + 1));
      row.cells.push_back(Cell::text(name_of(*chain), where));
      row.cells.push_back(choice_cell(labels, chain->type, where, chain->own ? CellMark::fill_in : CellMark::plain));
      row.cells.push_back(Cell::number(static_cast<double>(i + 1), Trace{Derivation::counted, step.places}));
      row.cells.push_back(read_cell(model.process(ref).name, step));
      for (const Role role : {Role::executor, Role::client_contact}) {
        const Gathered now = parties_of(model, ref, role, State::ist);
        const Gathered later = parties_of(model, ref, role, State::soll);
        const bool expected = chain->own && role == Role::executor;
        const std::string missing = labels.get("tabel.geen-uitvoerder");
        row.cells.push_back(expected ? now.cell_or_gap(missing, step) : now.cell(step));
        const CellMark mark = now == later ? CellMark::plain : now.empty() ? CellMark::added : CellMark::changed;
        if (expected)
          row.cells.push_back(later.cell_or_gap(missing, step, mark));
        else if (later.empty() && !now.empty())
          row.cells.push_back(Cell::text(labels.get("tabel.niemand"), now.trace(step), CellMark::ended));
        else
          row.cells.push_back(later.cell(step, mark));
      }
      std::vector<EntityRef> between;
      const bool last = i + 1 == chain->processes.size();
      const Gathered handovers = last ? Gathered() : handovers_between(context, ref, chain->processes[i + 1], between);
      row.cells.push_back(last || !chain->own ? handovers.cell(step)
                                              : handovers.cell_or_gap(labels.get("tabel.geen-overdracht"), step));
      bool weak = false;
      for (const State state : {State::ist, State::soll}) {
        std::vector<Cell> cells;
        for (const EntityRef handover : between) {
          if (!exists(model, model.handovers[handover.index], state)) continue;
          cells.push_back(agreement_cell(context, cover, handover, state, trace_of(model.entity(handover))));
          weak = weak || cells.back().mark() != CellMark::plain;
        }
        row.cells.push_back(worst(std::move(cells), step));
      }
      if (!last && chain->own) ++steps_on;
      if (weak && chain->own) ++without_agreement;
      row.cells.push_back(chain->manager.known() ? Cell::text(name_of(model.party(chain->manager)), where)
                                                 : Cell::empty(where));
      row.cells.push_back(read_cell(chain->goal, where, chain->own ? CellMark::fill_in : CellMark::plain));
      row.cells.push_back(read_cell(chain->code, where));
    }
  }
  if (chains.empty()) return maker.finish("tabel.ketens.titel-leeg", {});
  if (!chains.front()->own) return maker.finish("tabel.ketens.titel-referentie", {count_text(labels, chains.size())});
  const auto own = static_cast<std::size_t>(std::ranges::count_if(chains, [](const Chain* c) { return c->own; }));
  return maker.finish("tabel.ketens.titel",
                      {count_text(labels, own), count_text(labels, without_agreement), count_text(labels, steps_on)});
}

}  // namespace keuzekaart
