#pragma once
#include "modeler/archimate/archimate_model.hpp"
#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart::archimate {

/// Says, as one note of each kind with its number and the place of the first case, what a linked model holds that is
/// unusual and is handled: self relations (K601), relations with the same type and ends (K602), properties without a
/// key (K603), elements with several part-of parents (K604), triggering loops (K605).
void report_oddities(const ArchimateModel& model, Diagnostics& diagnostics);

}  // namespace keuzekaart::archimate
