#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "modeler/model/entities.hpp"

namespace keuzekaart {

/// Soort verschil: what differs between two states of the organisation.
enum class GapKind : std::uint8_t {
  process_new,
  process_ends,
  owner,
  executor,
  director,
  client_contact,
  application,
  handover_new,
  handover_ends,
  handover_form,  ///< the same two processes hand over in another way
  agreement_new,
  agreement_ends,
  agreement_renew,
  function_new,
  function_ends,
  own  ///< a kind that only a project of the map names
};

template <>
struct Vocabulary<GapKind> {
  static constexpr std::string_view name = "verschilsoort";
  static constexpr Word<GapKind> words[] = {{GapKind::process_new, "proces-nieuw"},
                                            {GapKind::process_ends, "proces-eindigt"},
                                            {GapKind::owner, "eigenaar"},
                                            {GapKind::executor, "uitvoerder"},
                                            {GapKind::director, "regisseur"},
                                            {GapKind::client_contact, "klantcontact"},
                                            {GapKind::application, "applicatie"},
                                            {GapKind::handover_new, "overdracht-nieuw"},
                                            {GapKind::handover_ends, "overdracht-eindigt"},
                                            {GapKind::handover_form, "overdracht-vorm"},
                                            {GapKind::agreement_new, "afspraak-nieuw"},
                                            {GapKind::agreement_ends, "afspraak-eindigt"},
                                            {GapKind::agreement_renew, "afspraak-verlengen"},
                                            {GapKind::function_new, "functie-nieuw"},
                                            {GapKind::function_ends, "functie-eindigt"}};
};

/// Some of the seven aspect areas (bedrijfsaspecten) A1 to A7.
class AspectAreas {
 public:
  constexpr AspectAreas() = default;
  /// The areas of a text like "A1 A3"; words that are no area are passed over.
  static AspectAreas of(std::string_view text);
  constexpr AspectAreas with(unsigned number) const {
    return AspectAreas(static_cast<std::uint8_t>(bits_ | (1U << number)));
  }
  constexpr AspectAreas with(AspectAreas other) const {
    return AspectAreas(static_cast<std::uint8_t>(bits_ | other.bits_));
  }
  constexpr bool has(unsigned number) const { return ((bits_ >> number) & 1U) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  friend constexpr bool operator==(AspectAreas, AspectAreas) = default;

 private:
  constexpr explicit AspectAreas(std::uint8_t bits) : bits_(bits) {}
  std::uint8_t bits_ = 0;
};

/// "A1 A3": as the map file writes it.
std::string to_string(AspectAreas areas);

/// The kind that a project of the map gives to a difference, where the comparison finds another.
struct SaidKind {
  EntityRef project;
  GapKind kind = GapKind::own;
};

/// One difference (verschil) between two states. `before` and `after` hold what has it: parties for roles,
/// applications, handovers; for an agreement that is missing the valid ones that it could be put under. Everything in a
/// list is sorted and stands there once.
struct Gap {
  GapKind kind = GapKind::own;
  /// What differs: a process, a handover, an agreement; the partner when an agreement is needed that the map does not
  /// have at all; the function of the reference model; unknown for a function that has only a code or a name.
  EntityRef element;
  std::string function;  ///< of a function without an element: F09, or the name of a directing process
  std::vector<EntityRef> before;
  std::vector<EntityRef> after;
  std::vector<EntityRef> processes;   ///< that it touches
  std::vector<EntityRef> parties;     ///< organisations that it touches
  std::vector<EntityRef> handovers;   ///< that lean on the agreement
  std::vector<EntityRef> executions;  ///< of `processes` those whose execution itself leans on the agreement
  EntityRef domain, group;            ///< of the first process that has one
  State moment = State::soll;         ///< when it is reached: the first plateau at which the new value holds
  AspectAreas touches;                ///< what a difference of this kind touches (afgeleid)
  AspectAreas addressed;              ///< what the map's projects say they take up of it
  std::vector<EntityRef> projects;    ///< of the map that take it up
  std::vector<SaidKind> said_kinds;   ///< of those projects, one each; what a person wrote is shown with the project
  Text effort, risk;                  ///< as the first project that says so has it
  bool on_no_process = false;         ///< a function that is needed and that the map gives to no process
  bool compared = true;               ///< false: only a project of the map says so; the states do not differ there
  Text said_kind;                     ///< of one that only a project names, as written
  Trace trace{Derivation::compared, {}};

  bool is_covered() const { return !projects.empty(); }
};

}  // namespace keuzekaart
