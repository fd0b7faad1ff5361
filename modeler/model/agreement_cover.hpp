#pragma once
#include <map>
#include <optional>
#include <vector>

#include "modeler/model/agreement_validity.hpp"
#include "modeler/model/model.hpp"

/// What needs an agreement (afspraak), and which one covers it. Every table, diagram, rule and gap asks this.
namespace keuzekaart {

/// Something that needs an agreement: a handover from one organisation to another, or a process that another
/// organisation executes than the one that is responsible.
struct AgreementNeed {
  std::vector<EntityRef> organisations;   ///< between which; sorted
  EntityRef process;                      ///< that is executed, or that hands over
  EntityRef handover;                     ///< unknown when the execution itself needs the agreement
  EntityRef agreement;                    ///< the best there is for it; unknown when there is none
  Validity validity = Validity::unknown;  ///< of that agreement for this need, on the day of the state
  /// All agreements between these organisations that are about the process; of a handover those that name one of its
  /// two processes, and none when it names its agreement itself.
  std::vector<EntityRef> about;

  bool is_met() const { return agreement.known() && validity == Validity::valid; }
};

/// Looks at all agreements once; lives no longer than the model.
///
/// A handover rests on the agreement that it names. One that names none is covered by a valid agreement between the two
/// organisations that names one of its processes. An execution is covered by an agreement between owner and executor
/// that is about the process: a valid one first, and then one that says so before one that is about everything. What
/// is between the right organisations but about something else covers nothing; where that is all there is, and it has
/// expired and is between these two alone, the need leans on it, because it is what they have to renew.
class AgreementCover {
 public:
  explicit AgreementCover(const Model& model);

  /// What a handover needs in a state: nothing when it is not there then or does not cross organisations.
  std::optional<AgreementNeed> of(EntityRef handover, State state) const;
  /// What the executors of a process need in a state: one for every owner and executor that are not the same
  /// organisation. Parts without roles of their own follow their whole; a client needs no agreement.
  std::vector<AgreementNeed> of_execution(EntityRef process, State state) const;
  /// What one organisation needs to execute a process for another.
  AgreementNeed of_execution(EntityRef process, EntityRef owner, EntityRef executor, State state) const;

 private:
  bool has_party(EntityRef agreement, EntityRef organisation) const;
  bool is_general(EntityRef agreement) const;
  /// An agreement is about the processes that it names with all their parts, and about those at the ends of the
  /// handovers that rest on it; one that has neither is about everything between its parties.
  bool is_about(EntityRef agreement, const std::vector<EntityRef>& process_and_wholes) const;
  bool names(EntityRef agreement, const std::vector<EntityRef>& process_and_wholes) const;
  const std::vector<EntityRef>& agreements_of(EntityRef organisation) const;
  Validity validity(EntityRef agreement, State state) const;

  const Model& m_;
  std::vector<std::vector<EntityRef>> parties_;                  ///< organisations, sorted, by agreement
  std::vector<std::vector<EntityRef>> handed_;                   ///< ends of handovers, sorted, by agreement
  std::map<EntityRef, std::vector<EntityRef>> by_organisation_;  ///< agreements, sorted
};

/// Everything that needs an agreement in a state, handovers first, in the order of the model.
std::vector<AgreementNeed> agreement_needs(const Model& model, State state);

/// The agreements that a need leans on and that are not valid in that state; those in whose place a valid one of the
/// same type has come are left out.
std::vector<EntityRef> agreements_to_settle(const Model& model, const AgreementNeed& need, State state);

}  // namespace keuzekaart
