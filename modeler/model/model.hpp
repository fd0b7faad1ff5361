#pragma once
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/model/entities.hpp"
#include "modeler/model/links.hpp"
#include "modeler/records/map_document.hpp"

namespace keuzekaart {

struct Catalogue;

/// A source that took part in the model.
struct ModelSource {
  std::string id;            ///< of the map file's <bron>, or made from the format: "gemma", "upl"
  std::string format;        ///< as in `keuzekaart formats`
  std::string path;          ///< as the user gave it
  std::string name;          ///< what the source calls itself: "GEMMA"
  std::string release = {};  ///< of the source, where it says so: "2026-06-30"
};

/// What was counted while reading a source, in a fixed order, for `check` and the sheet Herkomst.
/// `key` is a label ("telling.elementen"), `number` the count.
struct Tally {
  std::uint32_t source = 0;
  std::string key;
  std::size_t number = 0;
};

/// What a previous version of a source held that the map still uses and the present version lacks (KS08).
struct Disappeared {
  std::string_view key;   ///< Object ID, UPL URI or process code
  std::string_view name;  ///< in the previous version
  Place used_at;          ///< in the map
};

/// Two sources that say different things of one thing. The value that counts is that of the earlier source.
struct Contradiction {
  EntityRef thing;
  std::string_view field;  ///< key of the field's label, behind `veld.`: "naam"
  std::string_view list;   ///< the closed list that the values are words of; empty: free text
  Text kept, other;        ///< as the sources write them
  std::uint32_t kept_source = 0, other_source = 0;
};

/// A reference in the map file that points to nothing (KS05), kept so that it stays visible beside its message.
struct UnresolvedReference {
  std::string_view label;  ///< label key of what was looked for: "soort.partij"
  Text name;               ///< what the map says
  EntityRef owner;         ///< the thing that refers, when it is one
};

/// The process-chain model: products, processes, functions, applications, standards, parties, and how they are tied.
/// Frozen: made by `join`, then only read. Tables are sorted by code (code point order) so that the same input gives
/// the same rows whatever the order of reading. Lives as long as its `Sources`.
struct Model {
  std::shared_ptr<const MapDocument> map;      ///< the map file, or null when there is none
  std::shared_ptr<const Catalogue> catalogue;  ///< what can be chosen; never null
  std::vector<ModelSource> sources;
  std::vector<Tally> tallies;

  std::vector<Domain> domains;
  std::vector<ProductGroup> groups;
  std::vector<Product> products;
  std::vector<Process> processes;
  std::vector<Function> functions;
  std::vector<ApplicationService> services;
  std::vector<Application> applications;
  std::vector<Coupling> couplings;  ///< sorted by ends, then id
  std::vector<Standard> standards;
  std::vector<Law> laws;
  std::vector<Party> parties;
  std::vector<RoleAssignment> roles;  ///< sorted by process, role, party
  std::vector<Chain> chains;
  std::vector<Handover> handovers;
  std::vector<Agreement> agreements;
  std::vector<Choice> choices;
  std::vector<Project> projects;
  std::vector<Entity> objects;  ///< business objects and registers that a process uses
  Links links;
  std::vector<UnresolvedReference> unresolved;
  std::vector<Contradiction> contradictions;  ///< sorted by thing, then field, then source
  std::vector<Disappeared> disappeared;       ///< used by the map, in a previous version of a source, no longer in it

  const Entity& entity(EntityRef ref) const;
  Entity& entity(EntityRef ref);  ///< while it is being joined
  std::size_t count(EntityKind kind) const;

  const Product& product(EntityRef r) const { return products[r.index]; }
  const Process& process(EntityRef r) const { return processes[r.index]; }
  const Party& party(EntityRef r) const { return parties[r.index]; }

  /// The thing with this code, of any kind (the first kind in the order of `EntityKind`); unknown when there is none.
  EntityRef find(std::string_view code) const;
  EntityRef find(EntityKind kind, std::string_view code) const;

  /// The top-level organisation a party belongs to (itself when it has no parent).
  EntityRef organisation(EntityRef party) const;
  /// The role assignments of a process, in the order of the role list, then party.
  std::span<const RoleAssignment> roles_of(EntityRef process) const;
  /// Name of the map, or of the first source when there is no map file.
  std::string title() const;
};

/// The label key of a kind: "soort.proces".
std::string_view label_of(EntityKind kind);

}  // namespace keuzekaart
