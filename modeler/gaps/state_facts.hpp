#pragma once
#include <string_view>
#include <vector>

#include "modeler/model/agreement_validity.hpp"
#include "modeler/model/model.hpp"

/// What holds in one state, as sorted lists without repeats.
namespace keuzekaart {

using Refs = std::vector<EntityRef>;

void sort_unique(Refs& refs);

/// The parties with a role in a process: its own, else those of the nearest whole that has any.
Refs parties_in(const Model& model, EntityRef process, Role role, State state);
/// The organisations those parties belong to.
Refs organisations_in(const Model& model, EntityRef process, Role role, State state);
/// The applications that support a process; refused and proposed ones do not count, nor those that are not there then.
Refs applications_in(const Model& model, EntityRef process, State state);

bool exists(const Model& model, EntityRef process, State state);
/// Whether the map file speaks of the process. Of one that only a process catalogue has nobody knows how it is later.
bool is_in_map(const Model& model, EntityRef process);
/// A handover is there when it says so and so do both its processes.
bool exists(const Model& model, const Handover& handover, State state);

/// Something that needs an agreement: a handover from one organisation to another, or a process that another
/// organisation executes than the one that is responsible.
struct AgreementNeed {
  Refs organisations;                     ///< between which; sorted
  EntityRef process;                      ///< that is executed, or that hands over
  EntityRef handover;                     ///< unknown when the execution itself needs the agreement
  EntityRef agreement;                    ///< the best there is for it; unknown when there is none
  Validity validity = Validity::unknown;  ///< of that agreement, on the day of the state
  /// Agreements between these organisations that name the process. A handover that names no agreement may be put under
  /// one of these; one that names its agreement has none.
  Refs named;

  bool is_met() const { return agreement.known() && validity == Validity::valid; }
};

/// Everything that needs an agreement in a state, handovers first, in the order of the model.
std::vector<AgreementNeed> agreement_needs(const Model& model, State state);

/// The agreements that a need leans on and that are not valid in that state; those in whose place a valid one of the
/// same type has come are left out.
Refs agreements_to_settle(const Model& model, const AgreementNeed& need, State state);

/// Whether the organisation is a municipality, so that the other one of a pair is its partner.
bool is_municipality(const Model& model, EntityRef organisation);

}  // namespace keuzekaart
