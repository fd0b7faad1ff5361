#include "modeler/rules/rule_engine.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagnostics/nearest.hpp"
#include "modeler/model/sort_unique.hpp"
#include "modeler/rules/judge.hpp"

namespace keuzekaart {

namespace {

constexpr std::string_view no_values[] = {""};

/// What was found in a state.
void put(Mentions& into, const Mentions& found, States states) {
  for (const auto& [name, mentions] : found)
    for (Mention mention : mentions) {
      mention.states = states;
      into[name].push_back(std::move(mention));
    }
}

/// Each once, sorted, with every state in which it was found.
void join_states(Mentions& all) {
  for (auto& [name, mentions] : all) {
    std::map<Mention, States> once;
    for (Mention& mention : mentions) {
      const States states = std::exchange(mention.states, States());
      States& known = once[std::move(mention)];
      known = known | states;
    }
    mentions.clear();
    for (const auto& [mention, states] : once) {
      mentions.push_back(mention);
      mentions.back().states = states;
    }
  }
}

class RuleRun {
 public:
  RuleRun(const Rule& rule, const World& world) : rule_(rule), w_(world) {}

  std::vector<Finding> run() {
    std::vector<std::string_view> values(std::begin(no_values), std::end(no_values));
    if (!rule_.each.empty()) values.clear();
    for (const Text& value : rule_.each) values.push_back(value.value);
    for (const Thing& thing : w_.all(rule_.subject))
      for (const std::string_view value : values) look_at(thing, value);
    std::vector<Finding> all;
    for (auto& [key, made] : found_) {
      join_states(made.finding.mentions);
      for (auto& [number, one] : made.cases) {
        join_states(one.mentions);
        made.finding.cases.push_back(std::move(one));
      }
      finish_elements(made);
      all.push_back(std::move(made.finding));
    }
    return all;
  }

 private:
  struct Making {
    Finding finding;
    std::map<std::size_t, FindingCase> cases;
    std::vector<Thing> things;  ///< what it is about
    std::vector<Telling> tellings;
  };

  void look_at(const Thing& thing, std::string_view value) {
    if (rule_.per_state == PerState::none) return look_once(thing, {std::nullopt, value});
    for (const State state : {State::ist, State::soll})
      if (rule_.states.has(state)) look_once(thing, {state, value});
  }

  void look_once(const Thing& thing, const Look& look) {
    if (!w_.exists(thing, look)) return;
    Telling telling;
    if (!all_hold(w_, rule_.conditions, thing, look, telling)) return;
    std::map<std::size_t, Telling> cases;
    for (std::size_t i = 0; i < rule_.cases.size(); ++i)
      if (Telling told; all_hold(w_, rule_.cases[i].conditions, thing, look, told)) cases.emplace(i, std::move(told));
    if (cases.empty()) return;
    add(thing, look, cases, telling);
  }

  void add(const Thing& thing, const Look& look, const std::map<std::size_t, Telling>& cases, const Telling& telling) {
    std::string key = w_.key(thing);
    if (!look.value.empty()) key.append(key.empty() ? "" : ":").append(look.value);
    const bool apart = rule_.per_state == PerState::apart && look.state;
    const States states = look.state ? States::only(*look.state) : States();
    Making& made = found_[{key, apart ? states : States()}];
    Finding& finding = made.finding;
    if (finding.rule.empty()) {
      finding.rule = rule_.code.value;
      finding.record = &rule_;
      finding.severity = rule_.severity;
      finding.key = key;
      finding.trace.rule = Derivation::structural_rule;
    }
    if (look.state) finding.states = finding.states.with(*look.state);
    put(finding.mentions, w_.standard(thing), states);
    put(finding.mentions, telling.mentions, states);
    if (!look.value.empty()) put(finding.mentions, {{"waarde", {w_.mention_value(look.value)}}}, states);
    made.things.push_back(thing);
    made.tellings.push_back(telling);
    for (const auto& [number, told] : cases) {
      FindingCase& one = made.cases[number];
      one.number = number;
      one.states = one.states | states;
      put(one.mentions, told.mentions, states);
      made.tellings.push_back(told);
    }
  }

  /// What the finding is about stands first, then everything that it names, each once and sorted; likewise the places.
  void finish_elements(Making& made) const {
    std::vector<EntityRef> first, others;
    std::vector<Place> first_places, other_places;
    for (const Thing& thing : made.things) {
      for (const EntityRef ref : w_.elements(thing)) first.push_back(ref);
      for (const Place place : w_.places(thing)) first_places.push_back(place);
    }
    for (const Telling& telling : made.tellings) {
      others.insert(others.end(), telling.elements.begin(), telling.elements.end());
      other_places.insert(other_places.end(), telling.places.begin(), telling.places.end());
    }
    made.finding.elements = joined(std::move(first), std::move(others));
    made.finding.trace.places = joined(std::move(first_places), std::move(other_places));
  }

  template <class Item>
  static std::vector<Item> joined(std::vector<Item> first, std::vector<Item> others) {
    std::vector<Item> all;
    sort_unique(others);
    std::set<Item> seen;
    for (const std::vector<Item>* part : {&first, &others})
      for (const Item& item : *part)
        if (seen.insert(item).second) all.push_back(item);
    return all;
  }

  const Rule& rule_;
  const World& w_;
  std::map<std::pair<std::string, States>, Making> found_;
};

bool settles(const MapDisposition& disposition, const Finding& finding) {
  if (disposition.rule.value != finding.rule || disposition.element.value != finding.key) return false;
  const States wanted = disposition.states.value;
  return wanted.empty() || (wanted.contains(finding.states) && !finding.states.empty());
}

}  // namespace

std::vector<Finding> find_by(const Rule& rule, const Model& model) {
  const World world(model);
  return RuleRun(rule, world).run();
}

std::vector<Finding> find_all(const Model& model) {
  const World world(model);
  std::vector<Finding> all;
  for (const Rule& rule : model.catalogue->rules) {
    if (!rule.on) continue;
    std::vector<Finding> found = RuleRun(rule, world).run();
    all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  }
  std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) { return a.rule < b.rule; });
  if (!model.map) return all;
  std::map<std::pair<std::string_view, std::string_view>, std::vector<const MapDisposition*>> decisions;
  for (const MapDisposition& d : model.map->dispositions) decisions[{d.rule.value, d.element.value}].push_back(&d);
  for (Finding& finding : all)
    if (const auto about = decisions.find({finding.rule, finding.key}); about != decisions.end())
      for (const MapDisposition* disposition : about->second)
        if (settles(*disposition, finding)) {
          finding.disposition = disposition->decision.value;
          finding.reason = disposition->reason;
        }
  return all;
}

void check_dispositions(const Model& model, const std::vector<Finding>& findings, Diagnostics& diagnostics) {
  if (!model.map) return;
  for (const MapDisposition& d : model.map->dispositions) {
    const Rule* rule = find_rule(model.catalogue->rules, d.rule.value);
    if (rule == nullptr) {
      std::vector<std::string_view> codes;
      for (const Rule& known : model.catalogue->rules) codes.push_back(known.code.value);
      diagnostics.report(Code::K750, d.rule.place, {std::string(d.rule.value)}).nearest =
          nearest_name(d.rule.value, codes);
      continue;
    }
    std::vector<std::string_view> keys;
    bool used = !rule->on;
    for (const Finding& finding : findings) {
      if (finding.rule != d.rule.value) continue;
      keys.push_back(finding.key);
      used = used || settles(d, finding);
    }
    if (!used)
      diagnostics.report(Code::K751, d.element.place, {std::string(d.rule.value), std::string(d.element.value)})
          .nearest = nearest_name(d.element.value, keys);
  }
}

const Rule* find_rule(const std::vector<Rule>& rules, std::string_view code) {
  const auto found = std::ranges::find_if(rules, [&](const Rule& rule) { return rule.code.value == code; });
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace keuzekaart
