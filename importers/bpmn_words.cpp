#include "importers/bpmn_words.hpp"

#include <algorithm>

namespace keuzekaart {

namespace {

struct Word {
  std::string_view name;
  BpmnPart part;
};

using P = BpmnPart;

/// The elements of BPMN 2.0.2 (OMG formal/13-12-09, the schema Semantic.xsd) that stand inside others.
constexpr Word words[] = {{"adHocSubProcess", P::sub_process},
                          {"artifact", P::not_read},
                          {"association", P::not_read},
                          {"auditing", P::not_read},
                          {"boundaryEvent", P::passage},
                          {"businessRuleTask", P::task},
                          {"callActivity", P::call},
                          {"callConversation", P::not_read},
                          {"callableElement", P::not_read},
                          {"cancelEventDefinition", P::silent},
                          {"category", P::not_read},
                          {"choreography", P::not_read},
                          {"compensateEventDefinition", P::silent},
                          {"completionCondition", P::not_read},
                          {"complexGateway", P::passage},
                          {"conditionExpression", P::silent},
                          {"conditionalEventDefinition", P::silent},
                          {"conversation", P::not_read},
                          {"conversationAssociation", P::not_read},
                          {"conversationLink", P::not_read},
                          {"conversationNode", P::not_read},
                          {"correlationKey", P::not_read},
                          {"correlationProperty", P::not_read},
                          {"correlationSubscription", P::not_read},
                          {"dataInputAssociation", P::store_use},
                          {"dataObject", P::silent},
                          {"dataObjectReference", P::not_read},
                          {"dataOutputAssociation", P::store_use},
                          {"dataStoreReference", P::store_reference},
                          {"documentation", P::not_read},
                          {"endEvent", P::passage},
                          {"endPoint", P::not_read},
                          {"endPointRef", P::silent},
                          {"error", P::silent},
                          {"errorEventDefinition", P::silent},
                          {"escalation", P::silent},
                          {"escalationEventDefinition", P::silent},
                          {"event", P::passage},
                          {"eventBasedGateway", P::passage},
                          {"eventDefinitionRef", P::silent},
                          {"exclusiveGateway", P::passage},
                          {"flowNodeRef", P::silent},
                          {"globalConversation", P::not_read},
                          {"group", P::not_read},
                          {"humanPerformer", P::not_read},
                          {"implicitThrowEvent", P::passage},
                          {"inclusiveGateway", P::passage},
                          {"incoming", P::silent},
                          {"inputSet", P::silent},
                          {"interface", P::not_read},
                          {"interfaceRef", P::silent},
                          {"intermediateCatchEvent", P::passage},
                          {"intermediateThrowEvent", P::passage},
                          {"ioBinding", P::not_read},
                          {"ioSpecification", P::silent},
                          {"itemDefinition", P::silent},
                          {"laneSet", P::lane_set},
                          {"childLaneSet", P::lane_set},
                          {"linkEventDefinition", P::silent},
                          {"manualTask", P::task},
                          {"messageEventDefinition", P::silent},
                          {"messageFlowAssociation", P::not_read},
                          {"monitoring", P::not_read},
                          {"multiInstanceLoopCharacteristics", P::not_read},
                          {"outgoing", P::silent},
                          {"outputSet", P::silent},
                          {"dataInput", P::silent},
                          {"dataOutput", P::silent},
                          {"parallelGateway", P::passage},
                          {"participantAssociation", P::not_read},
                          {"participantMultiplicity", P::not_read},
                          {"partitionElement", P::silent},
                          {"performer", P::not_read},
                          {"potentialOwner", P::not_read},
                          {"property", P::silent},
                          {"receiveTask", P::task},
                          {"relationship", P::not_read},
                          {"rendering", P::silent},
                          {"resource", P::not_read},
                          {"resourceRole", P::not_read},
                          {"script", P::silent},
                          {"scriptTask", P::task},
                          {"sendTask", P::task},
                          {"sequenceFlow", P::sequence_flow},
                          {"serviceTask", P::task},
                          {"signal", P::silent},
                          {"signalEventDefinition", P::silent},
                          {"standardLoopCharacteristics", P::not_read},
                          {"startEvent", P::passage},
                          {"subConversation", P::not_read},
                          {"subProcess", P::sub_process},
                          {"supportedInterfaceRef", P::silent},
                          {"supports", P::silent},
                          {"task", P::task},
                          {"terminateEventDefinition", P::silent},
                          {"textAnnotation", P::not_read},
                          {"timerEventDefinition", P::silent},
                          {"transaction", P::sub_process},
                          {"userTask", P::task}};

constexpr std::string_view global_tasks[] = {"globalTask", "globalUserTask", "globalManualTask", "globalScriptTask",
                                             "globalBusinessRuleTask"};

}  // namespace

BpmnPart bpmn_part(std::string_view local_name) {
  const auto* found = std::ranges::find(words, local_name, &Word::name);
  return found == std::end(words) ? BpmnPart::unknown : found->part;
}

bool is_global_task(std::string_view local_name) {
  return std::ranges::find(global_tasks, local_name) != std::end(global_tasks);
}

}  // namespace keuzekaart
