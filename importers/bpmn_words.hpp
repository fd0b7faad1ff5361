#pragma once
#include <cstdint>
#include <string_view>

namespace keuzekaart {

/// The namespace of BPMN 2.0.
inline constexpr std::string_view bpmn_namespace = "http://www.omg.org/spec/BPMN/20100524/MODEL";

/// What an element of BPMN is to a reader of processes.
enum class BpmnPart : std::uint8_t {
  unknown,          ///< not in BPMN 2.0 at all
  task,             ///< any kind of task
  sub_process,      ///< also ad hoc, and a transaction
  call,             ///< callActivity
  passage,          ///< gateway or event: order goes past it
  sequence_flow,    ///< sequenceFlow
  lane_set,         ///< laneSet, childLaneSet
  store_reference,  ///< dataStoreReference
  store_use,        ///< dataInputAssociation, dataOutputAssociation
  silent,           ///< says again what stands elsewhere, or how something works inside; nothing to tell
  not_read          ///< says something that a map has no place for; counted
};

/// By its local name, inside a process.
BpmnPart bpmn_part(std::string_view local_name);
/// Whether an element of the first level is a task that processes share (globalTask and its kinds).
bool is_global_task(std::string_view local_name);

}  // namespace keuzekaart
