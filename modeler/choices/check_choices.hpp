#pragma once
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/model/model.hpp"

namespace keuzekaart {

/// Reports two choices for one scope, dimension, aspect area and state that hold at the same time (K760). Working
/// methods may be combined.
void check_choices_at_once(const Model& model, Diagnostics& diagnostics);

}  // namespace keuzekaart
