#pragma once
#include <array>
#include <optional>
#include <vector>

#include "modeler/records/product_list.hpp"
#include "modeler/records/states.hpp"
#include "modeler/records/vocabulary.hpp"
#include "modeler/source/place.hpp"

/// The map file as read: what a municipality adds itself. References are still words with their places; joining
/// resolves them. Every record knows where its element starts. schemas/kaart.xsd describes the same content.
namespace keuzekaart {

/// A closed-list value with the place it was read from. Without a place it was not written and holds the default.
template <class Value>
struct Chosen {
  Value value{};
  Place place;
};

struct MapSource {  // bron
  Place place;
  Text id, format, path;
  Text previous;  ///< vorige: the earlier version of the same source, to see what disappeared (KS08)
};

struct MapParty {  // partij
  Place place;
  Text id, name, part_of;
  Chosen<PartyKind> kind;
  Chosen<OwnerKind> owner_kind;
  Chosen<Office> office;
};

struct MapProductGroup {  // productgroep
  Place place;
  Text id, name, service_formula;
};

struct MapDomain {  // domein
  Place place;
  Text id, name, part_of;
  std::vector<MapProductGroup> groups;
};

struct MapApplication {  // applicatie (in <applicaties>)
  Place place;
  Text id, name, vendor;
  Text reference_component;  ///< GEMMA Object ID
  Chosen<MappingStatus> reference_status;
  Chosen<Lifecycle> lifecycle;
  Chosen<States> states;
  Text description;
};

struct MapRole {  // rol (in <proces>)
  Place place;
  Text party;
  Chosen<Role> role;
  Chosen<States> states;
  Chosen<PartnerType> partner_type;
  Chosen<MunicipalRole> municipal_role;
  Chosen<RegieForm> regie_form;
};

struct MapApplicationUse {  // applicatie (in <proces>)
  Place place;
  Text application;
  Chosen<States> states;
  Chosen<SupportQuality> quality;
};

struct MapFunctionUse {  // functie (in <proces>): a business function of the reference model
  Place place;
  Text function;  ///< GEMMA Object ID
  Chosen<MappingStatus> status;
};

struct MapVariant {  // variant (in <proces>): another municipality of a merged organisation does it in its own way
  Place place;
  Text municipality, reason;
};

struct MapProcess {  // proces
  Place place;
  Text id, name;
  Text code;  ///< its key in a process catalogue, when that is not `id`
  Text domain, group;
  std::vector<Text> part_of;
  Text gemma;  ///< GEMMA Object ID of the reference process
  Chosen<MappingStatus> gemma_status;
  std::vector<Text> archetype_functions;  ///< F01, F02, ...
  Text trigger, result, lead_time, description;
  Chosen<ProcessKind> kind;
  Chosen<ProcessLevel> level;
  Chosen<YesNo> personal_data;
  Chosen<States> states;  ///< in which states the process exists; default all
  std::vector<MapRole> roles;
  std::vector<MapApplicationUse> applications;
  std::vector<MapFunctionUse> functions;
  std::vector<MapVariant> variants;
  std::vector<LegalGround> grounds;
};

struct MapProductProcess {  // proces (in <product>)
  Place place;
  Text process;
  Chosen<MappingStatus> status;
};

struct MapProduct {  // product
  Place place;
  Text id, name, domain, group, upl, description;
  Text volume;  ///< number a year, digits
  Chosen<ClientGroup> client_group;
  std::vector<Chosen<Channel>> channels;
  Chosen<YesNo> digital, insight_in_status, personal_data, compound;
  Chosen<CooperationDecision> cooperation;  ///< samenwerking
  Text cooperation_reason;
  std::vector<MapProductProcess> processes;
  std::vector<LegalGround> grounds;
};

struct MapChainLink {  // schakel
  Place place;
  Text process;
};

struct MapChain {  // keten
  Place place;
  Text id, name, goal, manager;
  Chosen<ChainType> type;
  std::vector<MapChainLink> links;
};

struct MapHandover {  // overdracht
  Place place;
  Text id, from, to, content, standard, lead_time, acceptance, informs_client, agreement;
  Chosen<States> states;
  Chosen<HandoverKind> kind;
  Chosen<HandoverForm> form;
  Chosen<YesNo> personal_data;
};

struct MapAgreement {  // afspraak
  Place place;
  Text id, name;
  std::vector<Text> parties;
  std::vector<Text> processes;  ///< processes it covers beside those of its handovers
  Chosen<AgreementType> type;
  Chosen<AgreementStatus> status;
  Text valid_from, valid_to;  ///< ISO 8601 dates
  Chosen<YesNo> published;
  Text tasks_responsibilities_powers, chain_boundary, contributions, escalation, reporting, cost, document;
  Text full_tasks_at;  ///< taken-volledig-bij: the party that holds all tasks, responsibilities and powers
  bool has_glo = false;
  std::array<Text, 11> glo;  ///< by GloPart
};

struct MapPriority {  // prioriteit (in <keuze>): the municipality's own, for a function of the archetype
  Place place;
  Text function;
  Chosen<FunctionPriority> priority;
};

struct MapChoice {  // keuze
  Place place;
  Text id, scope, value, aspect_area, rationale, decided_by, decided_on, reconsider_on, valid_from, valid_to;
  Chosen<Dimension> dimension;
  Chosen<States> states;  ///< exactly one state
  Chosen<ChoiceStatus> status;
  std::vector<MapPriority> priorities;
};

struct MapDisposition {  // bevinding
  Place place;
  Text rule, element, reason;
  Chosen<States> states;  ///< empty: in every state
  Chosen<Disposition> decision;
};

struct MapGap {  // verschil (in <project>)
  Place place;
  Text kind, element, aspect_areas, effort, risk;
};

struct MapProject {  // project
  Place place;
  Text id, title, lead, client, start, end, cost;
  std::vector<Text> after;  ///< ids of projects it depends on
  Text occasion, problem, goal, result, scope_in, scope_out, risks;
  std::vector<MapGap> gaps;
};

struct MapMilestone {  // mijlpaal, ingrijppunt (in <transitieplan>)
  Place place;
  Text id, name, date;
  std::vector<Text> projects;  ///< ids of projects that it is a moment of; of none: of the whole plan
  Text description;
};

struct MapTransitionPlan {  // transitieplan
  Place place;
  Text governance, change_approach;
  std::vector<Text> working_methods;
  std::vector<MapMilestone> milestones, intervention_points;
};

struct MapDocument {  // kaart
  Place place;
  Text name, version, date, soll_date, author;
  std::vector<MapSource> sources;
  std::vector<Text> catalogues;
  std::vector<MapParty> parties;
  std::vector<MapDomain> domains;
  std::vector<MapApplication> applications;
  std::vector<MapProcess> processes;
  std::vector<MapProduct> products;
  std::vector<MapChain> chains;
  std::vector<MapHandover> handovers;
  std::vector<MapAgreement> agreements;
  std::vector<MapChoice> choices;
  std::vector<MapDisposition> dispositions;
  std::vector<MapProject> projects;
  std::optional<MapTransitionPlan> plan;
};

}  // namespace keuzekaart
