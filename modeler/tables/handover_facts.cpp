#include "modeler/tables/handover_facts.hpp"

#include "modeler/model/crossing.hpp"
#include "modeler/tables/process_facts.hpp"

namespace keuzekaart {

bool lacks_agreement(const Model& model, const Handover& handover, State state) {
  return handover.states.has(state) && !handover.agreement.known() && crosses(model, handover, state);
}

Cell agreement_cell(const TableContext& context, const Handover& handover, State state, const Trace& where) {
  const Model& model = context.model;
  const Labels& labels = context.labels;
  if (!handover.states.has(state)) return Cell::empty(where);
  if (!handover.agreement.known()) {
    Gathered looked;
    looked.look_at(where);
    for (const EntityRef process : {handover.from, handover.to})
      if (process.known()) looked.look_at(parties_of(model, process, Role::executor, state).trace(where));
    if (!crosses(model, handover, state)) return Cell::text(labels.get("geldigheid.binnen"), looked.trace(where));
    return Cell::text(labels.get("geldigheid.ontbreekt"), looked.trace(where), CellMark::gap);
  }
  const Validity validity = validity_of(model, handover, state);
  Gathered looked;
  looked.look_at(where);
  looked.look_at(trace_of(model.entity(handover.agreement)));
  return Cell::text(labels.get(label_key(validity)), looked.trace(where),
                    validity == Validity::valid ? CellMark::plain : CellMark::warning);
}

}  // namespace keuzekaart
