#pragma once
#include "modeler/archimate/archimate_model.hpp"
#include "modeler/diagnostics/diagnostics.hpp"

namespace keuzekaart::archimate {

/// Sorts the concepts, views and profiles of a model that was just read, resolves every end of every relation once, and
/// reports in the same words for every format: duplicate ids (K201; the first in path and place order is kept), ends
/// that point to nothing (K203), profile references and views that point to nothing (K203), ends that have another type
/// than the relation says (K205). Oddities that are handled are said as
/// notes with their number: self relations (K601), relations with the same type and ends (K602), properties without a
/// key (K603), elements with several part-of parents (K604), triggering loops (K605).
void link(ArchimateModel& model, Diagnostics& diagnostics);

}  // namespace keuzekaart::archimate
