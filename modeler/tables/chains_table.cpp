#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "modeler/model/reach.hpp"
#include "modeler/tables/handover_facts.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"

namespace keuzekaart {

namespace {

/// The handovers between the links of a chain.
class ChainHandovers {
 public:
  ChainHandovers(const Model& model, const Chain& chain) {
    const std::set<EntityRef> links(chain.processes.begin(), chain.processes.end());
    for (std::uint32_t i = 0; i < model.handovers.size(); ++i) {
      const Handover& handover = model.handovers[i];
      if (handover.from == handover.to || !links.contains(handover.from) || !links.contains(handover.to)) continue;
      from_[handover.from].push_back({EntityKind::handover, i});
      entered_.insert(handover.to);
    }
  }

  const std::vector<EntityRef>& from(EntityRef link) const {
    static const std::vector<EntityRef> none;
    const auto found = from_.find(link);
    return found == from_.end() ? none : found->second;
  }
  /// Whether work comes to a link from another one.
  bool enters(EntityRef link) const { return entered_.contains(link); }

 private:
  std::map<EntityRef, std::vector<EntityRef>> from_;
  std::set<EntityRef> entered_;
};

/// "Perspectiefplan (e-mail)", with where it goes when that is not the next link.
std::string handover_text(const TableContext& context, const Handover& handover, EntityRef next) {
  const std::string form = label_of(context.labels, handover.form);
  std::string text = name_of(handover);
  if (!form.empty()) text += " (" + form + ")";
  if (handover.to == next) return text;
  return context.labels.fill("analyse.van-naar", {text, name_of(context.model.process(handover.to))});
}

/// What the handovers of a link rest on in a state: one word when they agree, else each with its own.
Cell agreements_cell(const TableContext& context, const AgreementCover& cover, const std::vector<EntityRef>& handovers,
                     State state, const Trace& where) {
  const auto weight = [](CellMark mark) { return mark == CellMark::gap ? 0 : mark == CellMark::warning ? 1 : 2; };
  Gathered named;
  std::set<std::string> words;
  CellMark worst = CellMark::plain;
  for (const EntityRef ref : handovers) {
    const Handover& handover = context.model.handovers[ref.index];
    if (!exists(context.model, handover, state)) continue;
    const Cell cell = agreement_cell(context, cover, ref, state, trace_of(handover));
    words.insert(cell.value());
    named.add(context.labels.fill("verschil.van-wat", {name_of(handover), cell.value()}), cell.trace());
    if (weight(cell.mark()) < weight(worst)) worst = cell.mark();
  }
  if (words.size() == 1) return Cell::text(*words.begin(), named.trace(where), worst);
  return named.cell(where, worst);
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
  std::set<EntityRef> told;
  std::set<EntityRef> weak;
  for (const Chain* chain : chains) {
    const Trace where = trace_of(*chain);
    const ChainHandovers inside(model, *chain);
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
      const bool last = i + 1 == chain->processes.size();
      const EntityRef next = last ? EntityRef() : chain->processes[i + 1];
      const std::vector<EntityRef>& handovers = inside.from(ref);
      Gathered texts;
      for (const EntityRef handover : handovers)
        texts.add(handover_text(context, model.handovers[handover.index], next), trace_of(model.entity(handover)));
      // In an indirect chain each process has its own result.
      const bool expected = chain->own && !last && chain->type != ChainType::indirect && !inside.enters(next);
      row.cells.push_back(expected ? texts.cell_or_gap(labels.get("tabel.geen-overdracht"), step) : texts.cell(step));
      for (const State state : {State::ist, State::soll})
        row.cells.push_back(agreements_cell(context, cover, handovers, state, step));
      if (chain->own)
        for (const EntityRef handover : handovers) {
          told.insert(handover);
          for (const State state : {State::ist, State::soll})
            if (const auto need = cover.of(handover, state); need && !need->is_met()) weak.insert(handover);
        }
      row.cells.push_back(chain->manager.known() ? Cell::text(name_of(model.party(chain->manager)), where)
                                                 : Cell::empty(where));
      row.cells.push_back(read_cell(chain->goal, where, chain->own ? CellMark::fill_in : CellMark::plain));
      row.cells.push_back(read_cell(chain->code, where));
    }
  }
  if (chains.empty()) return maker.finish("tabel.ketens.titel-leeg", {});
  if (!chains.front()->own) return maker.finish("tabel.ketens.titel-referentie", {count_text(labels, chains.size())});
  const auto own = static_cast<std::size_t>(std::ranges::count_if(chains, [](const Chain* c) { return c->own; }));
  const std::size_t others = chains.size() - own;
  if (others != 0) maker.explain("tabel.ketens.uitleg-ook-referentie", {count_text(labels, others)});
  return maker.finish("tabel.ketens.titel",
                      {count_text(labels, own), count_text(labels, weak.size()), count_text(labels, told.size())});
}

}  // namespace keuzekaart
