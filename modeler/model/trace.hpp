#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "modeler/source/place.hpp"

namespace keuzekaart {

/// How a fact came to be. `read` is a value that stands in a source; every other rule derives. The text of a rule
/// stands in the labels under its code (`A12`), with `A12.explain`.
enum class Derivation : std::uint8_t {
  read,                     ///< A00 stands so in the source
  landscape_by_gemma_type,  ///< A01 process of the landscape: property "GEMMA type" is Bedrijfsproces or Bedrijfsproces
                            ///< (cluster)
  kind_by_root,             ///< A02 kind (sturend, primair, ondersteunend) by the root of the landscape above it
  level_by_name,            ///< A03 level by the word the name begins with (Deelproces, Processtap)
  level_by_type,            ///< A04 level by GEMMA type, or because it is a step of a catalogue process
  part_by_relation,         ///< A05 part: Composition or Aggregation from whole to part
  order_by_triggering,      ///< A06 order: Triggering
  order_by_number,          ///< A07 order: step number
  function_by_serving,      ///< A08 process and function tied by Serving, in either direction
  service_by_serving,       ///< A09 application service serves function
  component_by_realization,   ///< A10 component realises service
  standard_by_realization,    ///< A11 component realises standard
  executor_by_assignment,     ///< A12 actor or role is assigned to the process
  role_filled_by_assignment,  ///< A13 actor is assigned to the role
  same_object_id,             ///< A14 joined: equal GEMMA Object ID
  same_upl_uri,               ///< A15 joined: equal UPL URI
  same_process_code,          ///< A16 joined: equal process code
  reached_over_reference,     ///< A17 reached by way of the reference process it is tied to
  proposed_by_abbreviation,   ///< A18 proposal: the abbreviated name fits one reference process
  proposed_by_name,           ///< A19 proposal: the names are equal but for case, blanks and punctuation
  owner_by_catalogue,         ///< A20 owner: proceseigenaar of the process catalogue
  counted,                    ///< A21 counted
  inherited_from_whole,       ///< A22 taken over from the process it is part of
  structural_rule,            ///< A23 finding of a structural rule
  composed,                   ///< A24 put together from several values
  same_name,                  ///< A25 joined: equal name, case aside
  kind_by_name,               ///< A26 kind of party by the word its name begins with
  chain_by_triggering,        ///< A27 chain: the processes that Triggering ties together
  compared,                   ///< A28 difference between two states, found by comparing them
  reached,                    ///< A29 reached from another thing along the links between them
  proposed_project,           ///< A30 proposed: differences that belong together
  same_product_key,           ///< A31 joined: equal product id (and organisation)
  same_identifier,            ///< A32 tied: the one names the other by id, address or urn
  named_by_list,              ///< A33 named by the list that defines the code (Iv3, Selectielijst)
  supposed,                   ///< A34 supposed: what an archetype implies (what-if)
  order_by_flow,              ///< A35 order: the arrows of a process diagram, past gateways and events
  executor_by_lane,           ///< A36 executor: the lane that the step stands in, else the participant
  handover_by_flow,           ///< A37 handover: the flow goes from a step of one party to a step of another
  application_by_store,       ///< A38 application: the data store that the step is tied to
  chain_by_collaboration,     ///< A39 chain: the steps of the participants of a collaboration
  proposed_by_signals,        ///< A40 proposal: words of the name, kinds in the product list, the law
  proposed_by_likeness,       ///< A41 proposal: the names have their telling words in common
};

inline constexpr std::size_t derivation_count = 42;

/// Where a value comes from: the rule, and the places the rule looked at. There is no way to make one without a rule;
/// `Trace::nothing()` is for a cell that is empty because nothing was found, and says where was looked.
struct Trace {
  Derivation rule;
  std::vector<Place> places;

  static Trace read_at(Place place) { return {Derivation::read, {place}}; }
};

}  // namespace keuzekaart
