#pragma once
#include "importers/outline_reader.hpp"
#include "modeler/archimate/archimate_model.hpp"
#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart {

/// Takes the outline of an exchange file into a model, which is not linked yet.
void take_open_exchange(const OutlineReader& in, archimate::ArchimateModel& model, Diagnostics& diagnostics);

}  // namespace keuzekaart
