#pragma once
#include "modeler/model/agreement_cover.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

/// What a handover rests on in a state: "geldig", "verlopen", "ontbreekt", "niet nodig" when it stays inside one
/// organisation, "uitvoerder onbekend" when nobody knows; empty when it is not there in that state.
Cell agreement_cell(const TableContext& context, const AgreementCover& cover, EntityRef handover, State state,
                    const Trace& where);

/// What a need rests on: "geldig", "verlopen", "ontbreekt".
Cell need_cell(const TableContext& context, const AgreementNeed& need, const Trace& where);

}  // namespace keuzekaart
