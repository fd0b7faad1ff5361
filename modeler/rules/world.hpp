#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/choices/choices.hpp"
#include "modeler/model/agreement_cover.hpp"
#include "modeler/rules/rule.hpp"

/// A model as rules see it: things of the kinds of `Subject`, what they are tied to, and how they are named.
namespace keuzekaart {

/// One thing that a rule looks at. Most are rows of the model; the others are numbered in `World`.
struct Thing {
  Subject kind = Subject::map;
  EntityRef ref;  ///< of a row of the model; of a holder the process
  std::uint32_t number =
      0;  ///< of the others: intervention point, working method, cycle, holder (in Model::roles), ...

  friend auto operator<=>(const Thing&, const Thing&) = default;
};

/// In which state a rule looks, and for which of its values.
struct Look {
  std::optional<State> state;  ///< nothing: whatever holds in any state
  std::string_view value;
};

/// Elements of sources that several things of the map claim.
struct UsedTwice {
  std::string key;
  std::vector<EntityRef> users;
};

class World {
 public:
  explicit World(const Model& model);

  const Model& model() const { return m_; }
  const Catalogue& catalogue() const { return *m_.catalogue; }
  const Choices& choices() const { return choices_; }

  /// Everything of a kind that a rule looks at one by one, in the model's order.
  std::vector<Thing> all(Subject kind) const;
  /// What a thing is tied to, in a state. Sorted.
  std::vector<Thing> tied(const Thing& thing, const RelationRow& relation, const Look& look) const;
  /// Whether a thing is there in a state. Things without states always are.
  bool exists(const Thing& thing, const Look& look) const;

  /// A step or action: what holds for the process that it is part of holds for it.
  bool is_step(EntityRef process) const;

  /// The thing in the map's codes.
  std::string key(const Thing& thing) const;
  /// The rows of the model that it stands for, and its places.
  std::vector<EntityRef> elements(const Thing& thing) const;
  std::vector<Place> places(const Thing& thing) const;
  /// Its own name.
  Mention mention(const Thing& thing) const;
  /// What its texts may name (`standard_mentions`).
  Mentions standard(const Thing& thing) const;

  Mention mention(EntityRef ref) const;
  Mention mention_value(std::string_view catalogue_id) const;
  Mention mention_scope(Scope scope) const;

  /// The nearest scope of a process, as `Choices::scope_of_process`.
  Scope scope_of_process(EntityRef process) const { return scopes_[process.index]; }
  /// The municipality's processes whose nearest scope is this one. Sorted.
  const std::vector<EntityRef>& processes_in(Scope scope) const { return look_up(processes_in_, scope); }
  /// Which agreement covers what.
  const AgreementCover& cover() const { return cover_; }
  /// What projects of the map say about an element, by its code, or about a function: project and difference.
  const std::vector<std::pair<EntityRef, const MapGap*>>& differences(std::string_view element) const;

  const RoleAssignment& holder(const Thing& thing) const { return m_.roles[thing.number]; }
  const MapMilestone& point(const Thing& thing) const { return m_.map->plan->intervention_points[thing.number]; }
  const Text& method(const Thing& thing) const { return m_.map->plan->working_methods[thing.number]; }

  /// Who has a role in a process, its own or else that of the nearest whole that has any; without a state in any state.
  std::vector<Thing> holders(EntityRef process, Role role, const Look& look) const;
  /// Whether a process carries out a function: by its archetype functions (F01), or a function of the reference model
  /// by name or by the name of what directs others. Proposals do not count.
  bool performs(EntityRef process, std::string_view function) const;
  /// Whether an application of the municipality supports a function: by way of a process that performs it, or because
  /// its reference component serves the GEMMA function that the catalogue names for it.
  bool supports(EntityRef application, std::string_view function) const;
  /// The municipality's processes that perform a function, and its applications that support it. Sorted.
  const std::vector<EntityRef>& performing(std::string_view function) const;
  const std::vector<EntityRef>& supporting(std::string_view function) const;
  /// Of those that perform it in a state: where no archetype was chosen for less than the whole concern.
  const std::vector<EntityRef>& performing_unclaimed(std::string_view function, State state) const;
  /// Whether the function is new in SOLL, or a difference in a project is about it or about a process that performs it.
  bool plan_takes_up(std::string_view function) const;

 private:
  using Tied = std::map<EntityRef, std::vector<EntityRef>>;

  static const std::vector<EntityRef>& look_up(const Tied& tied, EntityRef ref);
  void find_ties();
  bool is_claimed(EntityRef process, State state) const;
  std::vector<EntityRef> first_processes(EntityRef product, const Look& look) const;
  std::vector<const GemmaReference*> gemma_of(std::string_view function) const;
  bool is_one_of(EntityRef thing, const std::vector<const GemmaReference*>& references) const;
  void find_used_twice();
  void find_cycles();

  const Model& m_;
  Choices choices_;
  AgreementCover cover_;
  std::unordered_map<std::string_view, const MapProcess*> records_;  ///< by the map's id, for look-up
  // What is tied to a thing, so that looking at all things takes as long as there are things.
  std::vector<EntityRef> own_;
  std::vector<Scope> scopes_;
  Tied processes_in_, products_in_, handovers_of_process_, handovers_of_agreement_;
  std::unordered_map<std::string_view, std::vector<std::pair<EntityRef, const MapGap*>>> differences_;
  // What was asked before.
  mutable std::map<std::string, std::vector<EntityRef>, std::less<>> performing_, supporting_;
  mutable std::map<std::pair<std::string, State>, std::vector<EntityRef>> unclaimed_;
  mutable std::map<std::string, bool, std::less<>> taken_up_;
  std::vector<UsedTwice> used_twice_;
  std::vector<std::vector<EntityRef>> cycles_;
};

}  // namespace keuzekaart
