#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "modeler/model/agreement_cover.hpp"
#include "modeler/model/crossing.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/records/date_text.hpp"
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

using Handovers = std::vector<const Handover*>;

/// Of each agreement, by its row, the handovers under it.
std::vector<Handovers> handovers_under_agreements(const Model& model) {
  std::vector<Handovers> under(model.agreements.size());
  for (const Handover& handover : model.handovers)
    if (handover.agreement.known()) under[handover.agreement.index].push_back(&handover);
  return under;
}

/// Whether personal data go to another organisation.
bool carries_personal_data(const Model& model, const Handover& handover) {
  return handover.personal_data == YesNo::yes &&
         std::ranges::any_of(std::array{State::ist, State::soll}, [&](State state) {
           return exists(model, handover, state) && crosses(model, handover, state);
         });
}

void add_agreement(TableMaker& maker, const Agreement& agreement, const Handovers& handovers) {
  const Model& model = maker.model();
  const Labels& labels = maker.labels();
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
  for (const Handover* handover : handovers) covered.add(name_of(*handover), trace_of(*handover));
  for (const EntityRef process : agreement.processes) covered.add(name_of(model.process(process)), where);
  add(covered.cell(where));
  add(choice_cell(labels, agreement.published, where, CellMark::fill_in));
  Gathered glo;
  const MapAgreement* record = agreement.record;
  constexpr std::size_t parts = std::tuple_size_v<decltype(MapAgreement::glo)>;
  if (record != nullptr)
    for (std::size_t i = 0; i < parts; ++i)
      if (!record->glo[i].empty())
        glo.add(label_of(labels, static_cast<GloPart>(i)), Trace::read_at(record->glo[i].place));
  // Where none is filled in and no personal data go along, none is needed (KK04).
  const auto personal = [&](const Handover* handover) { return carries_personal_data(model, *handover); };
  const bool lacks = glo.count() != parts && (!glo.empty() || std::ranges::any_of(handovers, personal));
  add(Cell::text(labels.fill("tabel.afspraken.glo", {std::to_string(glo.count()), std::to_string(parts)}),
                 glo.trace(where), lacks ? CellMark::warning : CellMark::plain));
  const Text none;
  for (const Text MapAgreement::*field :
       {&MapAgreement::tasks_responsibilities_powers, &MapAgreement::chain_boundary, &MapAgreement::contributions,
        &MapAgreement::escalation, &MapAgreement::reporting, &MapAgreement::cost, &MapAgreement::document})
    add(read_cell(record != nullptr ? record->*field : none, where, CellMark::fill_in));
}

/// What is needed in IST and in SOLL, of one handover or one execution between the same two organisations.
using InStates = std::map<State, AgreementNeed>;

/// Of each need that nothing lies under in at least one state: the handover or the process with its organisations.
std::map<std::pair<EntityRef, std::vector<EntityRef>>, InStates> missing_agreements(const Model& model) {
  std::map<std::pair<EntityRef, std::vector<EntityRef>>, InStates> all;
  for (const State state : {State::ist, State::soll})
    for (AgreementNeed& need : agreement_needs(model, state)) {
      const bool handover = need.handover.known();
      all[{handover ? need.handover : need.process, handover ? std::vector<EntityRef>() : need.organisations}].emplace(
          state, std::move(need));
    }
  std::erase_if(all, [](const auto& entry) {
    return std::ranges::all_of(entry.second, [](const auto& need) { return need.second.agreement.known(); });
  });
  return all;
}

/// A row for what rests on nothing.
void add_missing(TableMaker& maker, EntityRef element, const InStates& needs) {
  const Model& model = maker.model();
  const Labels& labels = maker.labels();
  const Entity& entity = model.entity(element);
  const Trace where = trace_of(entity);
  Gathered parties;
  std::string code = "ontbreekt:" + std::string(entity.code.value);
  for (const auto& [state, need] : needs)
    for (const EntityRef organisation : need.organisations) parties.add(name_of(model.party(organisation)), where);
  if (element.kind == EntityKind::process)
    for (const EntityRef organisation : needs.begin()->second.organisations)
      code += ":" + std::string(model.party(organisation).code.value);
  Row& row = maker.row(std::move(code));
  const auto add = [&row](Cell cell) { row.cells.push_back(std::move(cell)); };
  add(Cell::empty(where));
  add(Cell::text(labels.fill("tabel.afspraken.ontbreekt", {name_of(entity)}), where, CellMark::gap));
  add(Cell::empty(where, CellMark::fill_in));
  add(parties.cell(where));
  add(Cell::text(labels.get("geldigheid.ontbreekt"), where, CellMark::gap));
  add(Cell::empty(where, CellMark::fill_in));
  add(Cell::empty(where, CellMark::fill_in));
  for (const State state : {State::ist, State::soll}) {
    const auto found = needs.find(state);
    add(found == needs.end() ? Cell::empty(where) : need_cell(maker.context(), found->second, where));
  }
  add(Cell::text(name_of(entity), where));
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

  const std::vector<Handovers> under = handovers_under_agreements(model);
  std::size_t not_valid = 0;
  for (std::size_t i = 0; i < model.agreements.size(); ++i) {
    const Agreement& agreement = model.agreements[i];
    add_agreement(maker, agreement, under[i]);
    const auto valid = [&](State state) { return validity_on(agreement, day_of(model, state)) == Validity::valid; };
    if (!valid(State::ist) || !valid(State::soll)) ++not_valid;
  }
  const auto missing = missing_agreements(model);
  for (const auto& [key, needs] : missing) add_missing(maker, key.first, needs);
  if (model.agreements.empty() && missing.empty()) {
    maker.explain("tabel.afspraken.uitleg-leeg", {});
    return maker.finish("tabel.afspraken.titel-leeg", {});
  }
  if (model.map) {
    const auto or_unknown = [&](std::string_view day) {
      return day.empty() ? labels.get("tabel.onbekend") : readable_date(labels, day);
    };
    maker.explain("tabel.afspraken.uitleg",
                  {or_unknown(day_of(model, State::ist)), or_unknown(day_of(model, State::soll))});
  }
  return maker.finish(
      "tabel.afspraken.titel",
      {count_text(labels, not_valid), count_text(labels, model.agreements.size()), count_text(labels, missing.size())});
}

}  // namespace keuzekaart
