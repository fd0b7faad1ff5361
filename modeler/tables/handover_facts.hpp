#pragma once
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

/// What a handover rests on in a state: "geldig", "verlopen", "ontbreekt", or empty when it stays inside one
/// organisation or is not there in that state.
Cell agreement_cell(const TableContext& context, const Handover& handover, State state, const Trace& where);

/// True when the handover crosses organisations in that state and no agreement is named.
bool lacks_agreement(const Model& model, const Handover& handover, State state);

}  // namespace keuzekaart
