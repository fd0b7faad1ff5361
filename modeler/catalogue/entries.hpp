#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/records/map_document.hpp"
#include "modeler/records/vocabulary.hpp"
#include "modeler/source/place.hpp"

/// The entries of the catalogue: what a municipality can choose and what that means, as read from catalogues/*.xml and
/// from the catalogues that the map file names. schemas/catalogus.xsd describes the same content. Every entry, and
/// every statement in it, says where it comes from (`source`) and how it is known (`basis`). References between entries
/// are ids; the reader has checked that they lead somewhere.
namespace keuzekaart {

/// A text in both languages. A municipality may leave the English out; the Dutch then stands for it.
struct Bilingual {
  Text nl, en;

  const Text& in(Language language) const { return language == Language::en && !en.empty() ? en : nl; }
  bool empty() const { return nl.empty(); }
};

enum class EntryKind : std::uint8_t {
  source,              ///< bron
  aspect_area,         ///< aspectgebied, A1 to A7
  step,                ///< stap, ST1 to ST7
  function,            ///< functie, F01 and up
  directing_function,  ///< sturende functie, GEMMA: what directing a third party asks for
  archetype,           ///< archetype
  cooperation_model,   ///< samenwerkingsmodel
  organisation_model,  ///< organisatiemodel
  route,               ///< route
  working_method,      ///< werkwijze
  municipal_role,      ///< gemeenterol
  regie_form,          ///< regievorm
  chain_type,          ///< ketensoort
  service_formula      ///< serviceformule
};

/// The label key of a kind: "catalogussoort.archetype".
std::string_view label_of(EntryKind kind);
/// The kind's element in a catalogue: "archetype".
std::string_view word_of(EntryKind kind);

/// One thing that an entry says: why one would choose it, a pitfall, a consequence for an aspect area, ...
struct Statement {
  Place place;
  StatementKind kind{};
  Bilingual text;
  Text area;                    ///< aspect area it is about; empty: the choice as a whole
  std::vector<Text> functions;  ///< functions it is about, so that what it touches on the map can be shown
  Text source;                  ///< id of a source
  Basis basis = Basis::source;
};

/// What every entry has.
struct CatalogueEntry {
  EntryKind kind{};
  Place place;
  Text id;
  Bilingual name, also_known_as, description;
  std::vector<Statement> statements;        ///< in the catalogue's order
  Text source;                              ///< id of a source
  Basis basis = Basis::source;              ///< of the name
  Basis description_basis = Basis::source;  ///< of the description
  Basis traits_basis = Basis::source;       ///< of all else that is no statement: what the program reckons with

  /// The statements of one kind, in order.
  std::vector<const Statement*> saying(StatementKind wanted) const;
};

struct CatalogueSource : CatalogueEntry {  ///< bron
  Text author, year;
};

struct AspectArea : CatalogueEntry {};  ///< aspectgebied

struct Step : CatalogueEntry {  ///< stap of the seven
  Bilingual product;            ///< what the step delivers
};

/// A function, process or application service of the GEMMA, by its name; a test holds names and Object IDs to the real
/// GEMMA.
struct GemmaReference {
  Place place;
  GemmaKind kind{};
  Text name, object_id;
  Basis basis = Basis::derived;  ///< that it is the same thing
};

struct CatalogueFunction : CatalogueEntry {  ///< functie: F01 and up
  bool access = false;                       ///< the function that is the access (toegang): F01
  std::vector<GemmaReference> gemma;
  std::vector<Text> requirements;  ///< chapters of the programme of requirements of 2013 that it comes from
};

/// A function that a party needs to direct others: organisatiekeuze, opdrachtverstrekking, ...
struct DirectingFunction : CatalogueEntry {
  std::vector<GemmaReference> gemma;
};

struct ArchetypePriority {  ///< prioriteit (in <archetype>)
  Place place;
  Text function;
  FunctionPriority priority = FunctionPriority::not_mentioned;
  Basis basis = Basis::source;
};

struct Archetype : CatalogueEntry {
  Bilingual series;           ///< the family it belongs to: "Archetypen sociaal domein"
  std::vector<Text> domains;  ///< ids of the map's domains it is meant for; empty: any
  ArchetypeScope scope = ArchetypeScope::unset;
  Holder access_holder = Holder::unset;       ///< who holds access: municipality or third_party
  std::vector<Text> predecessors;             ///< archetypes from which one can grow into this one
  std::vector<Text> successors;               ///< the same, seen from the other end
  std::vector<ArchetypePriority> priorities;  ///< one for every function that it mentions
};

/// What a cooperation model does to a role in the processes it holds for.
struct RoleEffect {
  Place place;
  Role role{};
  Holder holder = Holder::unset;
};

struct CooperationModel : CatalogueEntry {
  std::vector<RoleEffect> effects;  ///< owner, executor, director, client contact
};

struct OrganisationModel : CatalogueEntry {
  Text variant_of;            ///< the model that this is a variant of; empty for a model
  bool front_office = false;  ///< gekanteld: front and back office, a handover between them in every process
  Bilingual period;
  Bilingual process_owner;  ///< who owns a process under it
  Bilingual chain_effect;   ///< what it does to handovers
};

struct Route : CatalogueEntry {
  RouteDriver driver = RouteDriver::unset;
  BackOfficeChange back_office = BackOfficeChange::unset;
  InterventionPoints intervention_points = InterventionPoints::unset;
  std::vector<Text> working_methods;  ///< methods that often go with it
};

struct WorkingMethod : CatalogueEntry {  ///< its danger is its pitfall
  Text counterpart;                      ///< the other method of the pair
};

struct MunicipalRoleEntry : CatalogueEntry {
  MunicipalRole role = MunicipalRole::unset;
  int rung = 0;  ///< on the ladder of government participation, 1 to 5; 0: not on it
  std::vector<GemmaReference> gemma;
};

struct RegieFormEntry : CatalogueEntry {
  RegieForm form = RegieForm::unset;
  Say what = Say::unset, how = Say::unset;
};

struct ChainTypeEntry : CatalogueEntry {
  ChainType type = ChainType::unset;
  OwnersExpected owners = OwnersExpected::unset;
  bool needs_goal = false;
};

struct ServiceFormula : CatalogueEntry {
  Bilingual client_role;          ///< in which role the client comes
  Bilingual meant_for;            ///< which products
  std::vector<Bilingual> values;  ///< what the client may count on
};

}  // namespace keuzekaart
