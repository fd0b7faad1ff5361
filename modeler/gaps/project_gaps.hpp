#pragma once
#include <vector>

#include "modeler/gaps/gap.hpp"
#include "modeler/model/model.hpp"

namespace keuzekaart {

/// Ties each gap to the projects of the map that say they take it up (`<verschil>`), with their aspect areas, effort
/// and risk. A project names a gap by its kind and by what differs; of a handover, an agreement or a function a
/// process, handover or partner that it touches will do. With a new process go the functions that it alone has. What
/// matches nothing is added as a gap of its own, so that nothing a person wrote gets lost.
void take_up_projects(const Model& model, std::vector<Gap>& gaps);

}  // namespace keuzekaart
