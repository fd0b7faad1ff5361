#pragma once
#include <cstdint>
#include <vector>

#include "modeler/source/place.hpp"

/// Processes as a process diagram tells them (BPMN): who takes part, the steps that each does, in which order, and what
/// goes from one to another. Things refer to each other by their number in the lists; `no_flow_part` is none.
namespace keuzekaart {

inline constexpr std::uint32_t no_flow_part = 0xFFFFFFFF;

/// A step: a task, a sub-process that holds steps, or a call of a process that stands elsewhere.
struct FlowStep {
  enum class Kind : std::uint8_t { task, sub_process, call };

  Text id;  ///< empty when the source gives none; the place is then that of the step
  Text name;
  Text description;
  Kind kind = Kind::task;
  std::uint32_t process = no_flow_part;
  std::uint32_t whole = no_flow_part;  ///< the sub-process that it stands in
  std::vector<std::uint32_t> lanes;    ///< the innermost ones; empty: those of the whole
  Text called;                         ///< of a call: id of the process, without the prefix of its namespace
};

/// A lane (baan) of a process, with its name: a role, a team.
struct FlowLane {
  Text id, name, description;
  std::uint32_t process = no_flow_part;
  std::uint32_t around = no_flow_part;  ///< the lane that it stands in, when that has a name
};

/// A process of the source, with the steps of it that are in no sub-process among `steps`.
struct FlowProcess {
  Text id;  ///< empty when the source gives none; the place is then that of the process
  Text name;
  Text description;
};

/// A participant (deelnemer, pool). Without a process it is a black box: what it does is not told. Without a name it
/// only holds its process.
struct FlowParticipant {
  Text id, name, description;
  std::uint32_t process = no_flow_part;
  std::vector<Text> filled_by;  ///< names of the organisations (partnerEntity) that take this part
  std::vector<Text> fills;      ///< names of the roles (partnerRole) that it takes
};

/// One step follows on another. More than one place: the arrows on the way, past gateways and events.
struct FlowOrder {
  std::uint32_t from = no_flow_part, to = no_flow_part;  ///< steps
  std::vector<Place> places;
};

/// Where a message comes from or goes to: a step, a whole process, or a participant whose process is not told.
struct FlowEnd {
  enum class Kind : std::uint8_t { step, process, participant };
  Kind kind = Kind::step;
  std::uint32_t number = no_flow_part;
};

/// A message (berichtstroom) from one participant to another. One that ends at an event goes to every step after it and
/// comes from every step before it: several ends.
struct FlowMessage {
  Text id, name, description;
  std::vector<FlowEnd> from, to;
  std::uint32_t collaboration = no_flow_part;
};

/// A data store (gegevensopslag): an application. Several may have one name.
struct FlowStore {
  Text id, name, description;
  std::uint32_t process = no_flow_part;  ///< in which it is drawn
  struct Use {
    std::uint32_t step = no_flow_part;
    Place place;
  };
  std::vector<Use> uses;
};

struct FlowCollaboration {
  Text id, name, description;
  std::vector<std::uint32_t> participants;
};

/// Everything that one source says, in its order.
struct ProcessFlows {
  Text exporter;  ///< the program that wrote it, with its version: "Camunda Modeler 4.4.0"
  std::vector<FlowProcess> processes;
  std::vector<FlowStep> steps;
  std::vector<FlowLane> lanes;
  std::vector<FlowParticipant> participants;
  std::vector<FlowOrder> orders;
  std::vector<FlowMessage> messages;
  std::vector<FlowStore> stores;
  std::vector<FlowCollaboration> collaborations;
};

}  // namespace keuzekaart
