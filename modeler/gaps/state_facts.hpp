#pragma once
#include <string_view>
#include <vector>

#include "modeler/model/agreement_cover.hpp"
#include "modeler/model/model.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/model/sort_unique.hpp"

/// What holds in one state, as sorted lists without repeats.
namespace keuzekaart {

using Refs = std::vector<EntityRef>;

/// The parties with a role in a process: its own, else those of the nearest whole that has any.
Refs parties_in(const Model& model, EntityRef process, Role role, State state);
/// The applications that support a process; refused and proposed ones do not count, nor those that are not there then.
Refs applications_in(const Model& model, EntityRef process, State state);

/// Whether the map file speaks of the process. Of one that only a process catalogue has nobody knows how it is later.
bool is_in_map(const Model& model, EntityRef process);
/// Whether anything says that the process is there, or not there, in a state: not of SOLL, when only a process
/// catalogue has it.
bool is_said(const Model& model, EntityRef process, State state);

/// Whether the organisation is a municipality, so that the other one of a pair is its partner.
bool is_municipality(const Model& model, EntityRef organisation);

}  // namespace keuzekaart
