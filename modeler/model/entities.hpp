#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "modeler/model/trace.hpp"
#include "modeler/records/map_document.hpp"
#include "modeler/records/states.hpp"
#include "modeler/records/vocabulary.hpp"
#include "modeler/source/place.hpp"

/// The things of the map, after joining. Each kind is a table in `Model`; an `EntityRef` names a row of any table.
namespace keuzekaart {

enum class EntityKind : std::uint8_t {
  domain,
  product_group,
  product,
  process,
  function,
  application_service,
  application,
  standard,
  law,
  party,
  chain,
  handover,
  agreement,
  choice,
  project,
  business_object
};

/// A row of one of the model's tables. Ordered by kind, then by row; rows are sorted by code, so that order is stable.
struct EntityRef {
  EntityKind kind{};
  std::uint32_t index = 0xFFFFFFFF;

  bool known() const { return index != 0xFFFFFFFF; }
  friend constexpr auto operator<=>(const EntityRef&, const EntityRef&) = default;
};

/// One place in one source where the thing was found. Several origins mean that sources were joined.
struct Origin {
  std::uint32_t source = 0;  ///< in `Model::sources`
  Place place;
  Derivation joined_by = Derivation::read;  ///< by which rule it was joined to the thing; `read` for the first
};

/// What every thing has. `code` is the stable key that people see and that the workbook's round trip uses: the id of
/// the map file, else the process code, UPL term or GEMMA Object ID.
struct Entity {
  Text code;
  Text name;
  Text description;
  std::vector<Origin> origins;
};

struct Domain : Entity {
  EntityRef parent;
};

struct ProductGroup : Entity {  ///< productgroep
  EntityRef domain;
  Text service_formula;
};

/// What the list of uniform names says of how a product is asked for.
struct UniformKinds {
  bool application = false, subsidy = false, notification = false, obligation = false;
};

/// A product or service (product, dienst).
struct Product : Entity {
  bool own = false;  ///< of the municipality's map; false: only in a catalogue
  EntityRef domain, group;
  Text upl_uri;
  Text upl_name;
  ClientGroup client_group = ClientGroup::unset;
  std::vector<Channel> channels;
  YesNo digital = YesNo::unset, insight_in_status = YesNo::unset, personal_data = YesNo::unset, compound = YesNo::unset;
  CooperationDecision cooperation = CooperationDecision::unset;  ///< with others or not
  Text cooperation_reason;
  Text volume;
  std::vector<LegalGround> grounds;
  bool by_municipality = false;
  UniformKinds kinds;
  std::vector<UniformName> uniform_names;  ///< of a municipality's catalogue, all of them; `upl_uri` is the first
  std::vector<Text> themes;                ///< subjects under which a catalogue of a municipality has it
};

/// The way in which one municipality of a merged organisation does a process otherwise than the rest.
struct ProcessVariant {
  EntityRef municipality;
  Text reason;  ///< may be empty
};

struct ProcessRole {  ///< roltype of a catalogue: a role whose party the catalogue does not name
  Text id, name, involved;
};

struct ProcessResult {  ///< resultaattype of a catalogue
  Text name;
  Text keeping;    ///< what happens to its papers: "vernietigen, 10 jaar (1.1.1)"
  Text selection;  ///< id of the result in the Selectielijst
};

/// A process at any level, of the municipality or of the reference model.
struct Process : Entity {
  bool own = false;        ///< of the municipality (map or process catalogue); false: reference model
  bool landscape = false;  ///< one of the reference model's landscape processes or clusters
  ProcessKind kind = ProcessKind::unset;
  ProcessLevel level = ProcessLevel::unset;
  Trace kind_trace{Derivation::read, {}};
  Trace level_trace{Derivation::read, {}};
  Text object_id;  ///< GEMMA Object ID, reference processes
  EntityRef domain, group;
  Text trigger, result, lead_time;
  YesNo personal_data = YesNo::unset;
  States states = States::every();
  std::vector<Text> archetype_functions;  ///< F01, F02, ...
  std::vector<ProcessRole> roles;
  std::vector<ProcessVariant> variants;  ///< sorted by municipality
  std::vector<LegalGround> grounds;
  std::vector<ProcessResult> results;
  Text catalogue_gemma_name;  ///< the reference process as a process catalogue names it
  Text catalogue_gemma_link;  ///< its address, where the catalogue gives it
  Text iv3;
  Text listed_task_field;  ///< `iv3` with its main field as the Iv3 list has them: "6. SOCIAAL DOMEIN, 6.3 Inkomen"
  Text process_type;       ///< of the Selectielijst: its id as read, its number and name once joined
  Trace process_type_trace{Derivation::read, {}};
  EntityRef suggested_domain;  ///< the domain with the name of its task field, where the map gives the process none
  Trace suggested_domain_trace{Derivation::read, {}};
  Text valid_from, valid_to;  ///< of the version that is shown
  int order = 0;              ///< step number inside its whole

  /// A step or an action inside a process rather than a process by itself.
  bool is_step() const { return level == ProcessLevel::step || level == ProcessLevel::action; }
};

struct Function : Entity {  ///< bedrijfsfunctie
  Text object_id;
  Text type;  ///< GEMMA type: Bedrijfsfunctie, Bedrijfsfunctie laag, Bedrijfsfunctie domein, or empty
  EntityRef parent;
};

struct ApplicationService : Entity {
  Text object_id;
};

/// A reference component of the reference model, or an application of the municipality.
struct Application : Entity {
  bool own = false;
  Text object_id;
  Text type;  ///< GEMMA type: Referentiecomponent, Buitengemeentelijke voorziening, or empty
  Text vendor;
  Lifecycle lifecycle = Lifecycle::unset;
  States states = States::every();
};

/// A coupling (koppeling): data goes from one application to another, perhaps through a third.
struct Coupling {
  EntityRef from, to;
  Text id;
  Text name;
  Text direction;  ///< as the source says it, when data does not only go from `from` to `to`
  EntityRef intermediary;
  Text intermediary_name;  ///< known by name only when `intermediary` is not in a source
  EntityRef standard;
  Text standard_name;
  Text protocol;
  Text status;
  Trace trace{Derivation::read, {}};
};

struct Standard : Entity {
  Text object_id;
  Text status;
};

struct Law : Entity {  ///< wet of regeling, one row per legal ground (URI or label)
  Text uri, link;
};

struct Party : Entity {
  PartyKind kind = PartyKind::municipality;
  OwnerKind owner_kind = OwnerKind::unset;
  Office office = Office::unset;
  EntityRef parent;
  bool own = false;  ///< of the municipality's map; false: actor or role of the reference model
};

/// Who does what in a process: the core table. Role and partner type belong to this link, never to the party.
struct RoleAssignment {
  EntityRef party, process;
  Role role = Role::executor;
  States states;
  PartnerType partner_type = PartnerType::unset;
  MunicipalRole municipal_role = MunicipalRole::unset;
  RegieForm regie_form = RegieForm::unset;
  Trace trace{Derivation::read, {}};
};

struct Chain : Entity {
  bool own = false;
  ChainType type = ChainType::unset;
  Text goal;
  EntityRef manager;
  std::vector<EntityRef> processes;  ///< in order
  std::vector<Place> link_places;    ///< of each link, same length
};

struct Handover : Entity {
  EntityRef from, to;
  States states;
  HandoverKind kind = HandoverKind::unset;
  HandoverForm form = HandoverForm::unset;
  Text standard, lead_time, acceptance;
  EntityRef informs_client;
  YesNo personal_data = YesNo::unset;
  EntityRef agreement;
};

struct Agreement : Entity {
  AgreementType type = AgreementType::dvo;
  AgreementStatus status = AgreementStatus::unset;
  std::vector<EntityRef> parties, processes;
  Text valid_from, valid_to;
  YesNo published = YesNo::unset;
  EntityRef full_tasks_at;  ///< the party that holds all tasks, responsibilities and powers, if the map says so
  const MapAgreement* record = nullptr;  ///< the other fields as read; lives in `Model::map`
};

struct Choice : Entity {
  EntityRef scope;  ///< domain or product group; unknown: the whole concern
  Dimension dimension = Dimension::archetype;
  State state = State::ist;
  const MapChoice* record = nullptr;
};

struct Project : Entity {
  std::vector<EntityRef> after;
  const MapProject* record = nullptr;
};

}  // namespace keuzekaart
