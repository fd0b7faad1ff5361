#pragma once
#include <string>
#include <vector>

#include "modeler/diagrams/diagram_registry.hpp"

/// A chain as it is told: its steps in order, who does them, and how they follow on each other. Without places.
namespace keuzekaart {

struct ChainStep {
  EntityRef process;
  std::string name;                      ///< without a level word that all steps begin with
  bool in_ist = false, in_soll = false;  ///< exists in a state that is drawn
  std::vector<EntityRef> ist, soll;      ///< executors, the leading one first
  std::vector<EntityRef> contacts;       ///< client contact in the drawn state, of the municipality or not
};

/// How far an agreement covers a handover, from good to bad.
enum class Covered : std::uint8_t { not_needed, valid, ending, expired, draft, other_parties, missing };
/// Whether nothing covers the handover; what is only a draft yet is told, but is no problem.
inline bool is_problem(Covered covered) {
  return covered == Covered::missing || covered == Covered::expired || covered == Covered::other_parties;
}

struct ChainFlow {
  std::size_t from = 0, to = 0;  ///< numbers of steps; `to` at or before `from` is a return
  EntityRef handover;            ///< unknown: only order
  bool in_ist = true, in_soll = true;
  Covered covered = Covered::not_needed;
  std::size_t number = 0;  ///< of a handover, from 1
};

struct ChainLane {
  EntityRef party;  ///< unknown: nobody is known
  std::string name;
  std::string filled_by;  ///< who fills the role, in one line
  bool external = false;
};

struct ChainView {
  EntityRef thing;  ///< chain, or process with parts
  std::string name, goal, type;
  std::string left_out;  ///< the level word that was left out of the step names
  std::vector<ChainStep> steps;
  std::vector<ChainFlow> flows;
  std::vector<ChainLane> lanes;  ///< top to bottom
};

/// `thing` is a chain, or a process with parts. An agreement is looked at on the day of each drawn state (the worst of
/// them counts); without a date its
/// status alone counts.
ChainView chain_view(const DiagramContext& context, EntityRef thing);

/// Ends within half a year after the day (both yyyy-mm-dd).
bool ends_soon(std::string_view day, std::string_view end);

}  // namespace keuzekaart
