#include "modeler/model/agreement_cover.hpp"
#include "modeler/records/states_text.hpp"
#include "modeler/tables/handover_facts.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"

namespace keuzekaart {

Table handovers_table(const TableContext& context) {
  TableMaker maker(context, "overdrachten");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("code", 14);
  maker.column("van-proces", 28);
  maker.column("naar-proces", 28);
  maker.column("toestand", 14);
  maker.column("van-partij-ist", 20);
  maker.column("naar-partij-ist", 20);
  maker.column("van-partij-soll", 20);
  maker.column("naar-partij-soll", 20);
  maker.column("inhoud", 26);
  maker.choice_column<HandoverKind>("overdrachtsoort", 14);
  maker.choice_column<HandoverForm>("overdrachtvorm", 11);
  maker.column("standaard", 12);
  maker.choice_column<YesNo>("persoonsgegevens", 12);
  maker.column("afspraak", 22);
  maker.column("afspraak-ist", 14);
  maker.column("afspraak-soll", 14);
  maker.column("doorlooptijd", 14).fill_in = true;
  maker.column("acceptatie", 26).fill_in = true;
  maker.column("informeert-klant", 22).fill_in = true;
  maker.print_up_to("afspraak-soll");

  const AgreementCover cover(model);
  std::size_t lacking = 0;
  std::size_t crossing = 0;
  for (std::uint32_t i = 0; i < model.handovers.size(); ++i) {
    const EntityRef self{EntityKind::handover, i};
    const Handover& handover = model.handovers[i];
    const Trace where = trace_of(handover);
    bool lacks = false;
    bool crosses_any = false;
    for (const State state : {State::ist, State::soll}) {
      const auto need = cover.of(self, state);
      lacks = lacks || (need && !need->is_met());
      crosses_any = crosses_any || need;
    }
    if (lacks) ++lacking;
    if (crosses_any) ++crossing;
    Row& row = maker.row(std::string(handover.code.value));
    row.cells.push_back(read_cell(handover.code, where));
    for (const EntityRef end : {handover.from, handover.to})
      row.cells.push_back(end.known() ? Cell::text(name_of(model.process(end)), where) : Cell::empty(where));
    row.cells.push_back(Cell::text(states_text(labels, handover.states), where));
    for (const State state : {State::ist, State::soll})
      for (const EntityRef end : {handover.from, handover.to}) {
        const bool here = end.known() && handover.states.has(state);
        row.cells.push_back(here ? parties_of(model, end, Role::executor, state).cell(where) : Cell::empty(where));
      }
    row.cells.push_back(read_cell(handover.name, where, CellMark::fill_in));
    row.cells.push_back(choice_cell(labels, handover.kind, where, CellMark::fill_in));
    row.cells.push_back(choice_cell(labels, handover.form, where, CellMark::fill_in));
    row.cells.push_back(read_cell(handover.standard, where));
    row.cells.push_back(choice_cell(labels, handover.personal_data, where, CellMark::fill_in));
    row.cells.push_back(handover.agreement.known() ? Cell::text(name_of(model.entity(handover.agreement)),
                                                                trace_of(model.entity(handover.agreement)))
                                                   : Cell::empty(where));
    for (const State state : {State::ist, State::soll})
      row.cells.push_back(agreement_cell(context, cover, self, state, where));
    row.cells.push_back(read_cell(handover.lead_time, where, CellMark::fill_in));
    row.cells.push_back(read_cell(handover.acceptance, where, CellMark::fill_in));
    row.cells.push_back(handover.informs_client.known()
                            ? Cell::text(name_of(model.party(handover.informs_client)), where)
                            : Cell::empty(where, CellMark::fill_in));
  }
  if (model.handovers.empty()) return maker.finish("tabel.overdrachten.titel-leeg", {});
  return maker.finish(
      "tabel.overdrachten.titel",
      {count_text(labels, crossing), count_text(labels, model.handovers.size()), count_text(labels, lacking)});
}

}  // namespace keuzekaart
