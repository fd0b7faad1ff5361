#include "modeler/tables/handover_facts.hpp"

#include "modeler/model/crossing.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/tables/process_facts.hpp"

namespace keuzekaart {

Cell need_cell(const TableContext& context, const AgreementNeed& need, const Trace& where) {
  Gathered looked;
  looked.look_at(where);
  if (!need.agreement.known())
    return Cell::text(context.labels.get("geldigheid.ontbreekt"), looked.trace(where), CellMark::gap);
  looked.look_at(trace_of(context.model.entity(need.agreement)));
  return Cell::text(context.labels.get(label_key(need.validity)), looked.trace(where),
                    need.is_met() ? CellMark::plain : CellMark::warning);
}

Cell agreement_cell(const TableContext& context, const AgreementCover& cover, EntityRef ref, State state,
                    const Trace& where) {
  const Model& model = context.model;
  const Handover& handover = model.handovers[ref.index];
  if (!exists(model, handover, state)) return Cell::empty(where);
  Gathered looked;
  looked.look_at(where);
  for (const EntityRef process : {handover.from, handover.to})
    if (process.known()) looked.look_at(parties_of(model, process, Role::executor, state).trace(where));
  const Trace ends = looked.trace(where);
  if (const auto need = cover.of(ref, state)) return need_cell(context, *need, need->agreement.known() ? where : ends);
  const bool unknown = crossing_of(model, handover, state) == Crossing::unknown;
  return Cell::text(context.labels.get(unknown ? "geldigheid.uitvoerder-onbekend" : "geldigheid.binnen"), ends);
}

}  // namespace keuzekaart
