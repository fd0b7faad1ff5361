#include <algorithm>

#include "modeler/model/agreement_validity.hpp"
#include "modeler/tables/handover_facts.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"

namespace keuzekaart {

namespace {

Cell validity_cell(const TableContext& context, const Agreement& agreement, State state, const Trace& where) {
  const Validity validity = validity_on(agreement, day_of(context.model, state));
  Gathered looked;
  looked.look_at(where);
  for (const Text& read : {agreement.valid_from, agreement.valid_to})
    if (!read.empty()) looked.look_at(Trace::read_at(read.place));
  return Cell::text(context.labels.get(label_key(validity)), looked.trace(where),
                    validity == Validity::valid ? CellMark::plain : CellMark::warning);
}

void add_agreement(TableMaker& maker, std::size_t index) {
  const Model& model = maker.model();
  const Labels& labels = maker.labels();
  const Agreement& agreement = model.agreements[index];
  const EntityRef self{EntityKind::agreement, static_cast<std::uint32_t>(index)};
  const Trace where = trace_of(agreement);
  Row& row = maker.row(std::string(agreement.code.value));
  const auto add = [&row](Cell cell) { row.cells.push_back(std::move(cell)); };
  add(read_cell(agreement.code, where));
  add(read_cell(agreement.name, where));
  add(Cell::text(label_of(labels, agreement.type), where));
  Gathered parties;
  for (const EntityRef party : agreement.parties) parties.add(name_of(model.party(party)), where);
  add(parties.cell(where));
  add(choice_cell(labels, agreement.status, where, CellMark::fill_in));
  add(date_cell(agreement.valid_from, where, CellMark::fill_in));
  add(date_cell(agreement.valid_to, where, CellMark::fill_in));
  for (const State state : {State::ist, State::soll}) add(validity_cell(maker.context(), agreement, state, where));
  Gathered covered;
  for (const Handover& handover : model.handovers)
    if (handover.agreement == self) covered.add(name_of(handover), trace_of(handover));
  for (const EntityRef process : agreement.processes) covered.add(name_of(model.process(process)), where);
  add(covered.cell(where));
  add(choice_cell(labels, agreement.published, where, CellMark::fill_in));
  Gathered glo;
  const MapAgreement* record = agreement.record;
  if (record != nullptr && record->has_glo)
    for (std::size_t i = 0; i < record->glo.size(); ++i)
      if (!record->glo[i].empty())
        glo.add(label_of(labels, static_cast<GloPart>(i)), Trace::read_at(record->glo[i].place));
  if (record != nullptr && record->has_glo)
    add(Cell::text(
        labels.fill("tabel.afspraken.glo", {std::to_string(glo.count()), std::to_string(record->glo.size())}),
        glo.trace(where), glo.count() == record->glo.size() ? CellMark::plain : CellMark::warning));
  else
    add(Cell::empty(where));
  const Text none;
  for (const Text MapAgreement::*field :
       {&MapAgreement::tasks_responsibilities_powers, &MapAgreement::chain_boundary, &MapAgreement::contributions,
        &MapAgreement::escalation, &MapAgreement::reporting, &MapAgreement::cost, &MapAgreement::document})
    add(read_cell(record != nullptr ? record->*field : none, where, CellMark::fill_in));
}

/// A row for a handover that crosses organisations and rests on nothing.
void add_missing(TableMaker& maker, const Handover& handover) {
  const Model& model = maker.model();
  const Labels& labels = maker.labels();
  const Trace where = trace_of(handover);
  Row& row = maker.row("ontbreekt:" + std::string(handover.code.value));
  const auto add = [&row](Cell cell) { row.cells.push_back(std::move(cell)); };
  add(Cell::empty(where));
  add(Cell::text(labels.fill("tabel.afspraken.ontbreekt", {name_of(handover)}), where, CellMark::gap));
  add(Cell::empty(where, CellMark::fill_in));
  Gathered parties;
  for (const State state : {State::ist, State::soll})
    if (lacks_agreement(model, handover, state))
      for (const EntityRef process : {handover.from, handover.to}) {
        const Gathered executors = parties_of(model, process, Role::executor, state);
        for (const std::string& name : executors.texts()) parties.add(name, executors.trace(where));
      }
  add(parties.cell(where));
  add(Cell::text(labels.get("geldigheid.ontbreekt"), where, CellMark::gap));
  add(Cell::empty(where, CellMark::fill_in));
  add(Cell::empty(where, CellMark::fill_in));
  for (const State state : {State::ist, State::soll}) add(agreement_cell(maker.context(), handover, state, where));
  add(Cell::text(name_of(handover), where));
  for (int i = 0; i < 9; ++i) add(Cell::empty(where));
}

}  // namespace

Table agreements_table(const TableContext& context) {
  TableMaker maker(context, "afspraken");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("code", 14);
  maker.column("naam", 34);
  maker.choice_column<AgreementType>("afspraaksoort", 20);
  maker.column("partijen", 34);
  maker.choice_column<AgreementStatus>("afspraakstatus", 13);
  maker.column("geldig-van", 12).fill_in = true;
  maker.column("geldig-tot", 12).fill_in = true;
  maker.column("geldig-ist", 15);
  maker.column("geldig-soll", 15);
  maker.column("dekt", 40);
  maker.choice_column<YesNo>("gepubliceerd", 13);
  maker.column("glo", 12);
  for (const char* key :
       {"taken-bevoegdheden", "ketengrens", "bijdragen", "escalatie", "rapportage", "kosten", "document"})
    maker.column(key, 26).fill_in = true;
  maker.print_up_to("glo");

  std::size_t not_valid = 0;
  for (std::size_t i = 0; i < model.agreements.size(); ++i) {
    add_agreement(maker, i);
    const Agreement& agreement = model.agreements[i];
    const auto valid = [&](State state) { return validity_on(agreement, day_of(model, state)) == Validity::valid; };
    if (!valid(State::ist) || !valid(State::soll)) ++not_valid;
  }
  std::size_t missing = 0;
  for (const Handover& handover : model.handovers)
    if (lacks_agreement(model, handover, State::ist) || lacks_agreement(model, handover, State::soll)) {
      add_missing(maker, handover);
      ++missing;
    }
  if (model.agreements.empty() && missing == 0) {
    maker.explain("tabel.afspraken.uitleg-leeg", {});
    return maker.finish("tabel.afspraken.titel-leeg", {});
  }
  if (model.map) {
    const auto or_unknown = [&](std::string_view day) {
      return day.empty() ? labels.get("tabel.onbekend") : std::string(day);
    };
    maker.explain("tabel.afspraken.uitleg",
                  {or_unknown(day_of(model, State::ist)), or_unknown(day_of(model, State::soll))});
  }
  return maker.finish(
      "tabel.afspraken.titel",
      {count_text(labels, not_valid), count_text(labels, model.agreements.size()), count_text(labels, missing)});
}

}  // namespace keuzekaart
