#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "modeler/records/vocabulary.hpp"

/// The closed set that rules are written in: what a rule looks at, what can be said of it, and what it is tied to. The
/// program knows these words and no rule; docs/rules.md explains each of them.
namespace keuzekaart {

/// What a rule looks at one by one. Those after `lost_source` are only reached from others.
enum class Subject : std::uint8_t {
  map,
  product_group,
  product,
  process,  ///< of the municipality; steps and actions follow the process they are part of
  chain,
  handover,
  agreement,
  choice,
  project,
  project_cycle,       ///< projects that wait for each other
  intervention_point,  ///< ingrijppunt of the transition plan
  working_method,      ///< that the transition plan uses
  unresolved,          ///< reference of the map that points to nothing
  proposal,            ///< mapping that waits for a person
  contradiction,       ///< two sources that say different things of one element
  used_twice,          ///< element of a source that several things of the map claim
  disappeared,         ///< element that a previous version of a source held and the map still uses
  holder,              ///< party with a role in a process
  application
};

/// What can be said of a thing (predicaat).
enum class Predicate : std::uint8_t {
  choice_holds,     ///< this choice holds for it
  is,               ///< a characteristic has one of these values, or any value
  lacks,            ///< a characteristic is empty
  has_role,         ///< so many parties hold this role
  changes,          ///< other parties hold this role in SOLL than in IST
  performs,         ///< carries out one of these functions
  crosses,          ///< the handover goes to another organisation
  valid_agreement,  ///< a valid agreement covers it
  front_to_back,    ///< the handover goes from front office to back office
  deviates,         ///< the choice differs from the one it stands in the place of
  priority,         ///< the municipality gives a function this priority
  plan_lacks,       ///< no difference in a project takes this up
  ends_before,      ///< the agreement ends before this day
  there_is,         ///< something it is tied to, of which all conditions inside hold
  unless            ///< not all conditions inside hold
};

/// What a thing can be tied to (relatie).
enum class Relation : std::uint8_t {
  process,
  first_process,
  handover,
  outgoing_handover,
  product,
  agreement,
  application,
  choice_here,
  choice_meanwhile
};

/// Whose role is meant.
enum class Side : std::uint8_t { anyone, municipality, outside };

/// Before what an agreement may end.
enum class Moment : std::uint8_t { soll_day, project_end };

/// How often a rule speaks of one thing.
enum class PerState : std::uint8_t {
  apart,     ///< for each state by itself
  together,  ///< once, with every state in which it holds
  none       ///< the rule does not look at states: what holds in any of them holds
};

template <>
struct Vocabulary<Subject> {
  static constexpr std::string_view name = "onderwerp";
  static constexpr Word<Subject> words[] = {{Subject::map, "kaart"},
                                            {Subject::product_group, "productgroep"},
                                            {Subject::product, "product"},
                                            {Subject::process, "proces"},
                                            {Subject::chain, "keten"},
                                            {Subject::handover, "overdracht"},
                                            {Subject::agreement, "afspraak"},
                                            {Subject::choice, "keuze"},
                                            {Subject::project, "project"},
                                            {Subject::project_cycle, "projectkring"},
                                            {Subject::intervention_point, "ingrijppunt"},
                                            {Subject::working_method, "werkwijze"},
                                            {Subject::unresolved, "dode-verwijzing"},
                                            {Subject::proposal, "voorstel"},
                                            {Subject::contradiction, "tegenspraak"},
                                            {Subject::used_twice, "dubbel-gebruik"},
                                            {Subject::disappeared, "verdwenen-element"}};
};

template <>
struct Vocabulary<Predicate> {
  static constexpr std::string_view name = "predicaat";
  static constexpr Word<Predicate> words[] = {{Predicate::choice_holds, "keuze-geldt"},
                                              {Predicate::is, "kenmerk"},
                                              {Predicate::lacks, "ontbreekt"},
                                              {Predicate::has_role, "rol"},
                                              {Predicate::changes, "wisselt"},
                                              {Predicate::performs, "vervult"},
                                              {Predicate::crosses, "kruist"},
                                              {Predicate::valid_agreement, "geldige-afspraak"},
                                              {Predicate::front_to_back, "voor-naar-achter"},
                                              {Predicate::deviates, "wijkt-af"},
                                              {Predicate::priority, "prioriteit"},
                                              {Predicate::plan_lacks, "plan-mist"},
                                              {Predicate::ends_before, "eindigt-voor"},
                                              {Predicate::there_is, "er-is"},
                                              {Predicate::unless, "niet"}};
};

template <>
struct Vocabulary<Relation> {
  static constexpr std::string_view name = "relatie";
  static constexpr Word<Relation> words[] = {{Relation::process, "proces"},
                                             {Relation::first_process, "eerste-proces"},
                                             {Relation::handover, "overdracht"},
                                             {Relation::outgoing_handover, "uitgaande-overdracht"},
                                             {Relation::product, "product"},
                                             {Relation::agreement, "afspraak"},
                                             {Relation::application, "applicatie"},
                                             {Relation::choice_here, "keuze-in-zelfde-bereik"},
                                             {Relation::choice_meanwhile, "keuze-tegelijk"}};
};

template <>
struct Vocabulary<Side> {
  static constexpr std::string_view name = "kant";
  static constexpr Word<Side> words[] = {{Side::municipality, "gemeente"}, {Side::outside, "buiten"}};
};

template <>
struct Vocabulary<Moment> {
  static constexpr std::string_view name = "moment";
  static constexpr Word<Moment> words[] = {{Moment::soll_day, "soll-datum"}, {Moment::project_end, "einde-project"}};
};

template <>
struct Vocabulary<PerState> {
  static constexpr std::string_view name = "toestanden-van-regel";
  static constexpr Word<PerState> words[] = {
      {PerState::apart, "apart"}, {PerState::together, "samen"}, {PerState::none, "geen"}};
};

/// Of which things a predicate can be said.
struct PredicateRow {
  Predicate predicate;
  std::uint32_t subjects;  ///< one bit per `Subject`
};
bool can_be_said(Predicate predicate, Subject subject);

/// Where a relation leads from a thing; nothing when a thing of that kind has no such relation.
struct RelationRow {
  Relation relation;
  Subject from, to;
};
std::span<const RelationRow> relation_rows();
const RelationRow* find_relation(Relation relation, Subject from);

/// A characteristic (kenmerk) of a kind of thing, as rules name it.
struct CharacteristicRow {
  Subject subject;
  std::string_view name;
  std::span<const std::string_view> words{};  ///< closed list, empty when free
};
std::span<const CharacteristicRow> characteristic_rows();
const CharacteristicRow* find_characteristic(Subject subject, std::string_view name);

/// The names that every text of a rule about such a thing may use: {proces}, {van}.
std::span<const std::string_view> standard_mentions(Subject subject);

}  // namespace keuzekaart
