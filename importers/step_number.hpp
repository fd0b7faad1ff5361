#pragma once
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/source/place.hpp"

namespace keuzekaart {

/// A sequence number (volgnummer) as a number to sort steps by. Of what is none, also of nothing, it is the highest
/// there is, so that the step comes last, and K623 says so: at the number, or at `step` when nothing stands there.
int step_order(const Text& number, Place step, Diagnostics& diagnostics);

}  // namespace keuzekaart
