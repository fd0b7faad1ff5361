#pragma once
#include <cstdint>
#include <vector>

#include "modeler/model/agreement_validity.hpp"
#include "modeler/model/model.hpp"

/// Where work leaves one organisation for another. Tables, diagrams, rules and gaps all judge by these functions.
namespace keuzekaart {

/// The municipality of the map: the first party of kind gemeente; unknown when there is none.
EntityRef municipality_of(const Model& model);

/// Whether a party is the municipality or a part of it. An organisatieonderdeel of which the map does not say what it
/// is part of is taken for one of the municipality.
bool is_inside(const Model& model, EntityRef party);
inline bool is_outside(const Model& model, EntityRef party) { return !is_inside(model, party); }

/// The top-level organisation of a party: the municipality that it is part of, the map's own for everything else
/// inside.
EntityRef organisation_of(const Model& model, EntityRef party);

/// The organisations with a role in a process in a state (its own, else those of the nearest whole that has any),
/// sorted, each once.
std::vector<EntityRef> organisations_with(const Model& model, EntityRef process, Role role, State state);
/// Those that carry it out.
std::vector<EntityRef> executing_organisations(const Model& model, EntityRef process, State state);

/// False for a role of which no source says whose it is, such as a lane of a diagram without a pool.
bool is_known_organisation(const Model& model, EntityRef organisation);

/// What a handover goes across in a state, by the executors of its two processes.
enum class Crossing : std::uint8_t {
  unknown,      ///< an executor is not known (that is another finding, KS04), or not whose role it is
  inside,       ///< the same organisations
  with_client,  ///< from or to a resident or company: with a client no agreement is made
  across        ///< different organisations
};
Crossing crossing_of(const Model& model, const Handover& handover, State state);
bool crosses(const Model& model, const Handover& handover, State state);

/// What the agreement of a handover is worth in a state. When the handover crosses, the agreement must be between the
/// two executors' organisations, or between the municipality and the outside one; `other_parties` when it is valid but
/// between others. With several executors on a side one pair is enough. The handover names an agreement.
Validity validity_of(const Model& model, const Handover& handover, State state);

}  // namespace keuzekaart
