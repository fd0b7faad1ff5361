#pragma once
#include <string_view>
#include <vector>

#include "modeler/catalogue/entries.hpp"
#include "modeler/findings/finding.hpp"
#include "modeler/rules/vocabulary.hpp"

namespace keuzekaart {

/// One condition: a predicate with what it is asked about. Which fields a predicate uses stands behind them.
struct Condition {
  Place place;
  Predicate predicate = Predicate::unless;
  Text name;                                   ///< is, lacks: the characteristic
  std::vector<Text> values;                    ///< is, choice_holds, priority: any of these
  std::vector<Text> functions;                 ///< performs, priority, plan_lacks; `*` is the value of `Rule::each`
  std::vector<Text> areas;                     ///< plan_lacks
  Dimension dimension = Dimension::archetype;  ///< choice_holds
  Role role = Role::executor;                  ///< has_role, changes
  Side side = Side::anyone;                    ///< has_role
  std::size_t at_least = 1, at_most = static_cast<std::size_t>(-1);  ///< has_role: number of parties
  Relation relation = Relation::process;                             ///< there_is
  Moment moment = Moment::soll_day;                                  ///< ends_before
  Text tell;                                                         ///< name under which the text tells what was found
  std::vector<Condition> inner;                                      ///< has_role (of each holder), there_is, unless
};

/// One way in which a rule can hold, with what is then said.
struct RuleCase {
  Place place;
  std::vector<Condition> conditions;  ///< all of them, beside those of the rule
  Bilingual message, advice;
};

/// A consequence rule (gevolgregel), as read. A finding is made for each thing (and state) for which all conditions of
/// the rule and all of at least one case hold; every case that holds adds its text.
struct Rule {
  Place place;
  Text code;
  FindingSeverity severity = FindingSeverity::warning;
  Text severity_said;  ///< where the severity was set: in the rule, or where the municipality changed it
  Basis basis = Basis::own;
  std::vector<Text> sources;  ///< ids of sources; empty for a structural rule
  Subject subject = Subject::process;
  std::vector<Text> each;  ///< the rule looks once for each of these values; `*` in a condition is the value
  States states = States::ist_and_soll();
  PerState per_state = PerState::apart;
  std::vector<Condition> conditions;
  std::vector<RuleCase> cases;  ///< at least one
  Bilingual name, meaning, why, example;
  bool on = true;  ///< false: the municipality has switched it off
};

/// The rule with this code, or null.
const Rule* find_rule(const std::vector<Rule>& rules, std::string_view code);

}  // namespace keuzekaart
