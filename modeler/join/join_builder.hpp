#pragma once
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "modeler/join/join.hpp"

namespace keuzekaart {

/// A key to a thing, for look-up only (never iterated).
using KeyIndex = std::unordered_map<std::string_view, EntityRef>;

/// The own lists of one source, and what each of their rows became.
struct ListedThings {
  const OwnLists* lists = nullptr;
  std::uint32_t source = 0;
  std::vector<EntityRef> parties, applications, processes, products;
};

/// The model while it is being joined: rows in any order, with the keys by which the parts find each other. `freeze`
/// sorts the rows and renumbers every reference.
class JoinBuilder {
 public:
  JoinBuilder(Sources& s, Diagnostics& d) : sources(s), diagnostics(d) {}

  Sources& sources;
  Diagnostics& diagnostics;
  Model model;

  // Stable keys across sources.
  KeyIndex by_object_id;     ///< GEMMA Object ID or element id: things of the reference model
  KeyIndex product_by_upl;   ///< UPL URI
  KeyIndex process_by_code;  ///< own processes: map id and catalogue code
  KeyIndex law_by_key;       ///< URI, else label
  KeyIndex party_by_name;    ///< own parties, name in lower case
  KeyIndex object_by_key;    ///< business objects and registers
  KeyIndex product_by_key;   ///< products of a municipality's catalogue: key, and code where no other has it
  KeyIndex process_by_uuid;  ///< catalogue processes by what other systems call them, every version
  KeyIndex by_map_id;        ///< ids of the map file
  KeyIndex product_by_name, process_by_name;  ///< things of own lists that have no code: name in lower case
  KeyIndex application_by_code,
      application_by_name;  ///< own applications, once a list or diagram names any; names in lower case

  /// Names of things that a previous version of a source held, by Object ID, UPL URI or process code.
  std::unordered_map<std::string_view, std::string_view> previous_names;
  std::vector<Text> folder_of_process;  ///< the folder of the source model that holds it, by row; empty for others
  bool has_reference_model = false;
  bool has_product_list = false;  ///< of uniform names
  bool has_process_catalogue = false;

  /// What a source says of a product and a process: tied once everything is there.
  struct Statement {
    EntityRef known;  ///< the product or process that says it
    Text other;       ///< what it calls the other
  };
  std::vector<Statement> product_statements, process_statements;
  std::vector<ListedThings> listed;
  std::vector<const TaskFieldList*> task_fields;
  std::vector<const SelectionList*> selection_lists;

  /// What the parts of process diagrams became, by their number in the record; unknown for what was left out.
  struct JoinedFlows {
    const ProcessFlows* flows = nullptr;
    std::uint32_t source = 0;
    std::vector<EntityRef> processes, steps, participants, lanes;
  };
  std::vector<JoinedFlows> process_flows;

  template <class Row>
  EntityRef add(EntityKind kind, std::vector<Row>& table, Row row) {
    table.push_back(std::move(row));
    return {kind, static_cast<std::uint32_t>(table.size() - 1)};
  }
  void link(LinkKind kind, EntityRef from, EntityRef to, Derivation rule, std::vector<Place> places,
            MappingStatus status = MappingStatus::confirmed);
  /// A thing that an earlier source brought stands in this source too: it gets the origin. The earlier name stays, and
  /// another name is a contradiction.
  void found_again(EntityRef thing, const Text& key, const Text& name, std::uint32_t source, Derivation rule);
  /// Notes that a later source says something else of a field, unless either says nothing or both mean the same.
  /// `list` is the closed list that the values are words of.
  void contradict(EntityRef thing, std::string_view field, const Text& kept, const Text& other,
                  std::uint32_t other_source, std::string_view list = {});
  /// The same for a closed list, of which the things themselves do not keep the place.
  template <class Value>
  void contradict_word(EntityRef thing, std::string_view field, Value kept, Value other, Place other_place,
                       std::uint32_t other_source) {
    contradict(thing, field, {word_of(kept), model.entity(thing).origins.front().place}, {word_of(other), other_place},
               other_source, Vocabulary<Value>::name);
  }
  /// Who a product is for: that one source says less is no contradiction.
  void contradict_client_group(EntityRef product, ClientGroup kept, Place kept_place, ClientGroup other,
                               Place other_place, std::uint32_t other_source);
  /// A field that nobody filled in is filled in; else as `contradict`.
  void take_or_contradict(EntityRef thing, std::string_view field, Text& kept, const Text& other,
                          std::uint32_t other_source);
  /// Contradicts when each names a ground that the other does not.
  void contradict_grounds(EntityRef thing, const std::vector<LegalGround>& kept, const std::vector<LegalGround>& other,
                          std::uint32_t other_source);
  /// The source of a thing that a value in it comes from.
  std::uint32_t source_of(const Entity& thing, Place place) const;
  /// The map names a thing that a source brought: the map is its first origin, and gives it its code and name.
  static void take_over(Entity& thing, const Text& id, const Text& name, std::uint32_t map_source, Derivation rule);
  /// The own party with this name, case aside, made when it is new.
  EntityRef party_named(const Text& name, PartyKind kind, std::uint32_t source);
  /// The law of a ground, made when it is new.
  EntityRef law(const LegalGround& ground, std::uint32_t source);
  /// The process of the reference model with this Object ID; unknown when there is none.
  EntityRef reference_process(std::string_view object_id) const;
  void tally(std::uint32_t source, std::string key, std::size_t number);
  std::string_view keep(const std::string& text) { return sources.pool().keep(text); }

  /// The model, sorted. The builder is empty afterwards.
  Model freeze();
};

/// What a choice without an id is known by: what it is about and what it says.
std::string choice_key(const MapChoice& choice);
/// Trims "id-" off an element id, as Archi adds it to ids that XML does not allow.
std::string_view without_id_prefix(std::string_view key);
/// The kind of party by the word that its name begins with ("Waterschap Merendelta"); unset when that tells nothing.
PartyKind kind_of_party(std::string_view name);
/// Whether a name in lower case begins with this whole word.
bool begins_with_word(std::string_view lower, std::string_view word);
/// ASCII letters in lower case; other characters as they are.
std::string lower_case(std::string_view text);
/// Whether two values differ in nothing but blanks, case, or the way to an address.
bool means_the_same(std::string_view a, std::string_view b);
/// A name without case, blanks and punctuation, to compare names by.
std::string bare_name(std::string_view text);
/// What happens to the papers of a result: "vernietigen, 10 jaar".
std::string keeping_in_words(std::string_view nomination, std::string_view term);

// The parts of joining, one file each, in the order in which they run.
/// The parties of the map come first, so that sources that name them by name find them.
void join_map_parties(JoinBuilder& builder, const MapDocument& map, std::uint32_t source);
void join_archimate(JoinBuilder& builder, const archimate::ArchimateModel& model, std::uint32_t source);
/// What the Softwarecatalogus adds to such a model: the municipality's own applications and their couplings. `refs` are
/// the things that the model's concepts became.
void join_software_catalogue(JoinBuilder& builder, const archimate::ArchimateModel& model,
                             std::span<const EntityRef> refs);
void join_products(JoinBuilder& builder, const ProductList& list, std::uint32_t source);
void join_catalogue(JoinBuilder& builder, const ProcessCatalogue& catalogue, std::uint32_t source);
/// The processes, steps, parties and applications of process diagrams; the map may name them.
void join_process_flows(JoinBuilder& builder, const ProcessFlows& flows, std::uint32_t source);
/// The parties, processes and products of own lists.
void join_own_lists(JoinBuilder& builder, const OwnLists& lists, std::uint32_t source);
/// Their applications: after every source, so that those of the Softwarecatalogus are there, whatever the order.
void join_listed_applications(JoinBuilder& builder);
/// The application of an own list or process diagram that the map's one is, by code or name, with the map as its first
/// origin; unknown when there is none, or when another one of the map has it.
EntityRef take_known_application(JoinBuilder& builder, const MapApplication& application, std::uint32_t source);
/// What the list of uniform names says of a product, for another product with the same uniform name.
void take_from_list(Product& product, const Product& listed);
/// What the map says otherwise of a product than the catalogue that it was joined with.
void contradict_product(JoinBuilder& builder, EntityRef product, const MapProduct& said);
void join_map(JoinBuilder& builder, const MapDocument& map, std::uint32_t source);
/// What own lists name by code or name: roles, wholes, domains, and which product, process and application belong
/// together. The map goes first. What is not there is said with the nearest name (K331).
void join_listed_references(JoinBuilder& builder);
/// What the map names of the catalogue of choices is in it: values, functions, working methods (K701 to K708).
void check_choices(const MapDocument& map, const Catalogue& catalogue, Diagnostics& diagnostics);
/// What process diagrams say of who does what, of handovers, chains and called processes, where the map says nothing
/// else of it.
void join_flow_statements(JoinBuilder& builder);
/// The versions of a catalogue of case types that count on a date, one of each, in the order of the catalogue; every
/// process of another catalogue.
std::vector<const CatalogueProcess*> valid_versions(const ProcessCatalogue& catalogue, std::string_view date,
                                                    Diagnostics& diagnostics);
/// Ties products of a municipality to the uniform products they belong to, and to the law of those.
void join_uniform_names(JoinBuilder& builder);
/// Ties products and processes where a source says that the one delivers the other and the map does not say otherwise.
void join_statements(JoinBuilder& builder);
/// Names task fields and process types by the lists that were read.
void join_task_fields(JoinBuilder& builder);
void join_selection_lists(JoinBuilder& builder);
/// Ties catalogue processes to the reference process whose address they give.
void join_reference_links(JoinBuilder& builder);
/// Proposals for catalogue processes that name a reference process and that nobody tied to one yet.
void propose_reference_processes(JoinBuilder& builder);
/// Chains of the reference model: processes that Triggering ties together.
void derive_reference_chains(JoinBuilder& builder);

}  // namespace keuzekaart
