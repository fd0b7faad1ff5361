#pragma once
#include <cstdint>
#include <string_view>

namespace keuzekaart::archimate {

/// The element and relation types of ArchiMate 3.2, and `unknown` for a type that a file names and ArchiMate does not.
enum class ConceptType : std::uint8_t {
  // strategy
  resource,
  capability,
  value_stream,
  course_of_action,
  // business
  business_actor,
  business_role,
  business_collaboration,
  business_interface,
  business_process,
  business_function,
  business_interaction,
  business_event,
  business_service,
  business_object,
  contract,
  representation,
  product,
  // application
  application_component,
  application_collaboration,
  application_interface,
  application_function,
  application_interaction,
  application_process,
  application_event,
  application_service,
  data_object,
  // technology and physical
  node,
  device,
  system_software,
  technology_collaboration,
  technology_interface,
  path,
  communication_network,
  technology_function,
  technology_process,
  technology_interaction,
  technology_event,
  technology_service,
  artifact,
  equipment,
  facility,
  distribution_network,
  material,
  // motivation
  stakeholder,
  driver,
  assessment,
  goal,
  outcome,
  principle,
  requirement,
  constraint,
  meaning,
  value,
  // implementation and migration
  work_package,
  deliverable,
  implementation_event,
  plateau,
  gap,
  // other
  location,
  grouping,
  junction,
  // relations
  composition,
  aggregation,
  assignment,
  realization,
  specialization,
  serving,
  access,
  influence,
  triggering,
  flow,
  association,
  unknown
};

struct ConceptTypeRow {
  ConceptType type;
  std::string_view name;  ///< as in ArchiMate and its files, without the suffix "Relationship"
};

inline constexpr ConceptTypeRow concept_type_rows[] = {
    {ConceptType::resource, "Resource"},
    {ConceptType::capability, "Capability"},
    {ConceptType::value_stream, "ValueStream"},
    {ConceptType::course_of_action, "CourseOfAction"},
    {ConceptType::business_actor, "BusinessActor"},
    {ConceptType::business_role, "BusinessRole"},
    {ConceptType::business_collaboration, "BusinessCollaboration"},
    {ConceptType::business_interface, "BusinessInterface"},
    {ConceptType::business_process, "BusinessProcess"},
    {ConceptType::business_function, "BusinessFunction"},
    {ConceptType::business_interaction, "BusinessInteraction"},
    {ConceptType::business_event, "BusinessEvent"},
    {ConceptType::business_service, "BusinessService"},
    {ConceptType::business_object, "BusinessObject"},
    {ConceptType::contract, "Contract"},
    {ConceptType::representation, "Representation"},
    {ConceptType::product, "Product"},
    {ConceptType::application_component, "ApplicationComponent"},
    {ConceptType::application_collaboration, "ApplicationCollaboration"},
    {ConceptType::application_interface, "ApplicationInterface"},
    {ConceptType::application_function, "ApplicationFunction"},
    {ConceptType::application_interaction, "ApplicationInteraction"},
    {ConceptType::application_process, "ApplicationProcess"},
    {ConceptType::application_event, "ApplicationEvent"},
    {ConceptType::application_service, "ApplicationService"},
    {ConceptType::data_object, "DataObject"},
    {ConceptType::node, "Node"},
    {ConceptType::device, "Device"},
    {ConceptType::system_software, "SystemSoftware"},
    {ConceptType::technology_collaboration, "TechnologyCollaboration"},
    {ConceptType::technology_interface, "TechnologyInterface"},
    {ConceptType::path, "Path"},
    {ConceptType::communication_network, "CommunicationNetwork"},
    {ConceptType::technology_function, "TechnologyFunction"},
    {ConceptType::technology_process, "TechnologyProcess"},
    {ConceptType::technology_interaction, "TechnologyInteraction"},
    {ConceptType::technology_event, "TechnologyEvent"},
    {ConceptType::technology_service, "TechnologyService"},
    {ConceptType::artifact, "Artifact"},
    {ConceptType::equipment, "Equipment"},
    {ConceptType::facility, "Facility"},
    {ConceptType::distribution_network, "DistributionNetwork"},
    {ConceptType::material, "Material"},
    {ConceptType::stakeholder, "Stakeholder"},
    {ConceptType::driver, "Driver"},
    {ConceptType::assessment, "Assessment"},
    {ConceptType::goal, "Goal"},
    {ConceptType::outcome, "Outcome"},
    {ConceptType::principle, "Principle"},
    {ConceptType::requirement, "Requirement"},
    {ConceptType::constraint, "Constraint"},
    {ConceptType::meaning, "Meaning"},
    {ConceptType::value, "Value"},
    {ConceptType::work_package, "WorkPackage"},
    {ConceptType::deliverable, "Deliverable"},
    {ConceptType::implementation_event, "ImplementationEvent"},
    {ConceptType::plateau, "Plateau"},
    {ConceptType::gap, "Gap"},
    {ConceptType::location, "Location"},
    {ConceptType::grouping, "Grouping"},
    {ConceptType::junction, "Junction"},
    {ConceptType::composition, "Composition"},
    {ConceptType::aggregation, "Aggregation"},
    {ConceptType::assignment, "Assignment"},
    {ConceptType::realization, "Realization"},
    {ConceptType::specialization, "Specialization"},
    {ConceptType::serving, "Serving"},
    {ConceptType::access, "Access"},
    {ConceptType::influence, "Influence"},
    {ConceptType::triggering, "Triggering"},
    {ConceptType::flow, "Flow"},
    {ConceptType::association, "Association"},
    {ConceptType::unknown, "?"},
};

constexpr bool is_relation(ConceptType type) {
  return type >= ConceptType::composition && type <= ConceptType::association;
}

constexpr std::string_view name_of(ConceptType type) { return concept_type_rows[static_cast<std::size_t>(type)].name; }

/// The type with this ArchiMate name ("BusinessProcess", "Serving"), or `unknown`.
ConceptType concept_type(std::string_view name);

}  // namespace keuzekaart::archimate
