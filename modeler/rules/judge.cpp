#include "modeler/rules/judge.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "modeler/model/crossing.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/rules/characteristics.hpp"

namespace keuzekaart {

namespace {

bool contains(const std::vector<Text>& texts, std::string_view value) {
  return std::ranges::find(texts, value, &Text::value) != texts.end();
}

/// Words of a list in one text: "A1 A3".
bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = 0; (at = words.find(word, at)) != std::string_view::npos; at += word.size()) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

class Judge {
 public:
  Judge(const World& world, const Thing& thing, const Look& look, Telling& telling)
      : w_(world), m_(world.model()), thing_(thing), look_(look), telling_(telling) {}

  bool holds(const Condition& c) {
    switch (c.predicate) {
      case Predicate::choice_holds:
        return choice_holds(c);
      case Predicate::is:
        return is(c);
      case Predicate::lacks:
        return lacks(c);
      case Predicate::has_role:
        return has_role(c);
      case Predicate::changes:
        return changes(c);
      case Predicate::performs:
        return performs(c);
      case Predicate::crosses:
        return look_.state && crosses(m_, m_.handovers[thing_.ref.index], *look_.state);
      case Predicate::valid_agreement:
        return valid_agreement();
      case Predicate::front_to_back:
        return front_to_back();
      case Predicate::deviates:
        return deviates(c);
      case Predicate::priority:
        return priority(c);
      case Predicate::plan_lacks:
        return plan_lacks(c);
      case Predicate::ends_before:
        return ends_before(c);
      case Predicate::there_is:
        return there_is(c);
      case Predicate::unless: {
        Telling ignored;
        return !all_hold(w_, c.inner, thing_, look_, ignored);
      }
    }
    return false;
  }

 private:
  std::string_view value_of(const Text& text) const { return text.value == "*" ? look_.value : text.value; }

  void tell(const Condition& c, const Thing& thing) {
    if (c.tell.empty()) return;
    telling_.tell(c.tell, named(thing));
    for (const EntityRef ref : w_.elements(thing)) telling_.elements.push_back(ref);
    for (const Place place : w_.places(thing)) telling_.places.push_back(place);
  }
  /// A choice for another scope than the one looked at is told with its scope.
  Mention named(const Thing& thing) const {
    Mention mention = w_.mention(thing);
    if (thing.kind != Subject::choice || thing_.kind != Subject::choice) return mention;
    const EntityRef scope = m_.choices[thing.ref.index].scope;
    if (!scope.known() || scope == m_.choices[thing_.ref.index].scope) return mention;
    const std::string where = " (" + w_.mention(scope).text + ")";
    mention.text += where;
    if (!mention.english.empty()) mention.english += where;
    return mention;
  }
  void tell(const Condition& c, EntityRef ref) {
    if (c.tell.empty()) return;
    telling_.tell(c.tell, w_.mention(ref));
    telling_.elements.push_back(ref);
    // What is only supposed stands nowhere.
    if (const auto& origins = m_.entity(ref).origins; !origins.empty())
      telling_.places.push_back(origins.front().place);
  }

  bool choice_holds(const Condition& c) {
    const Choices& choices = w_.choices();
    if (thing_.kind == Subject::choice)
      return m_.choices[thing_.ref.index].dimension == c.dimension && choices.area(thing_.ref).empty() &&
             contains(c.values, choices.value(thing_.ref));
    if (!look_.state) return false;
    const Scope scope = thing_.kind == Subject::process   ? w_.scope_of_process(thing_.ref)
                        : thing_.kind == Subject::product ? choices.scope_of_product(thing_.ref)
                                                          : thing_.ref;
    bool found = false;
    for (const EntityRef choice : choices.at(scope, c.dimension, *look_.state)) {
      if (!contains(c.values, choices.value(choice))) continue;
      found = true;
      tell(c, choice);
    }
    return found;
  }

  bool is(const Condition& c) const {
    const Characteristic found = characteristic_of(w_, thing_, c.name.value, look_);
    if (c.values.empty()) return !found.values.empty();
    return std::ranges::any_of(found.values, [&](std::string_view value) { return contains(c.values, value); });
  }

  bool lacks(const Condition& c) {
    const Characteristic found = characteristic_of(w_, thing_, c.name.value, look_);
    if (!found.lacks()) return false;
    for (const Mention& missing : found.missing) telling_.tell(c.tell, missing);
    return true;
  }

  bool has_role(const Condition& c) {
    std::vector<EntityRef> processes{thing_.ref};
    if (thing_.kind == Subject::chain) processes = m_.chains[thing_.ref.index].processes;
    std::set<EntityRef> parties;
    Telling found;
    for (const EntityRef process : processes) {
      if (look_.state && !m_.process(process).states.has(*look_.state)) continue;
      for (const Thing& holder : w_.holders(process, c.role, look_)) {
        const EntityRef party = w_.holder(holder).party;
        if (c.side != Side::anyone && (c.side == Side::municipality) != is_inside(m_, party)) continue;
        if (!all_hold(w_, c.inner, holder, look_, found)) continue;
        if (parties.insert(party).second) Judge(w_, thing_, look_, found).tell(c, party);
      }
    }
    std::size_t count = parties.size();
    // A process whose parts are all carried out is carried out.
    if (count == 0 && thing_.kind == Subject::process && c.role == Role::executor && c.at_most == 0 && look_.state &&
        has_executor(m_, thing_.ref, *look_.state))
      count = 1;
    if (count < c.at_least || count > c.at_most) return false;
    telling_.add(found);
    return true;
  }

  bool changes(const Condition& c) {
    const States states = m_.process(thing_.ref).states;
    if (!states.has(State::ist) || !states.has(State::soll)) return false;
    const auto parties = [&](State state) {
      std::set<EntityRef> found;
      for (const RoleAssignment* r : roles_in(m_, thing_.ref, c.role, state)) found.insert(r->party);
      return found;
    };
    const std::set<EntityRef> before = parties(State::ist), after = parties(State::soll);
    if (before.empty() || after.empty() || before == after) return false;
    for (const EntityRef party : after) tell(c, party);
    if (!c.tell.empty())
      for (const EntityRef party : before)
        telling_.mentions[std::string(c.tell.value) + "-ist"].push_back(w_.mention(party));
    return true;
  }

  bool performs(const Condition& c) const {
    return std::ranges::any_of(c.functions, [&](const Text& function) {
      return thing_.kind == Subject::application ? w_.supports(thing_.ref, value_of(function))
                                                 : w_.performs(thing_.ref, value_of(function));
    });
  }

  bool valid_agreement() const {
    if (!look_.state) return false;
    if (thing_.kind == Subject::holder)
      return w_.cover()
          .of_execution(thing_.ref, municipality_of(m_), organisation_of(m_, w_.holder(thing_).party), *look_.state)
          .is_met();
    if (const auto need = w_.cover().of(thing_.ref, *look_.state)) return need->is_met();
    const Handover& handover = m_.handovers[thing_.ref.index];
    return handover.agreement.known() && validity_of(m_, handover, *look_.state) == Validity::valid;
  }

  /// A party is of the office that it says, or that what it is part of says.
  bool is_of(EntityRef party, Office office) const {
    for (std::size_t step = 0; party.known() && step <= m_.parties.size(); ++step) {
      const Party& at = m_.party(party);
      if (at.office != Office::unset) return at.office == office;
      party = at.parent;
    }
    return false;
  }

  bool front_to_back() const {
    const Handover& h = m_.handovers[thing_.ref.index];
    const auto executed_by = [&](EntityRef process, Office office) {
      return process.known() && std::ranges::any_of(w_.holders(process, Role::executor, look_),
                                                    [&](const Thing& t) { return is_of(w_.holder(t).party, office); });
    };
    return executed_by(h.from, Office::front) && executed_by(h.to, Office::back);
  }

  bool deviates(const Condition& c) {
    const Held held = w_.choices().held(m_.choices[thing_.ref.index].scope, thing_.ref);
    if (held.deviates)
      for (const EntityRef other : held.instead_of) tell(c, other);
    return held.deviates;
  }

  bool priority(const Condition& c) const {
    return std::ranges::any_of(m_.choices[thing_.ref.index].record->priorities, [&](const MapPriority& p) {
      return contains(c.values, word_of(p.priority.value)) &&
             std::ranges::any_of(c.functions, [&](const Text& f) { return value_of(f) == p.function.value; });
    });
  }

  bool plan_lacks(const Condition& c) {
    if (!c.functions.empty()) return plan_lacks_functions(c);
    std::vector<EntityRef> line = wholes_of(m_, thing_.ref);
    line.push_back(thing_.ref);
    std::vector<Text> missing = c.areas;
    for (const EntityRef at : line)
      for (const auto& difference : w_.differences(m_.entity(at).code.value))
        std::erase_if(missing,
                      [&](const Text& area) { return has_word(difference.second->aspect_areas.value, area.value); });
    for (const Text& area : missing) telling_.tell(c.tell, {"aspectkort." + std::string(area.value), {}, true});
    return !missing.empty();
  }

  bool plan_lacks_functions(const Condition& c) {
    bool missing = false;
    for (const Text& named : c.functions) {
      if (w_.plan_takes_up(value_of(named))) continue;
      telling_.tell(c.tell, w_.mention_value(value_of(named)));
      missing = true;
    }
    return missing;
  }

  bool ends_before(const Condition& c) {
    const Agreement& a = m_.agreements[thing_.ref.index];
    // What has ended already ends no more.
    if (a.valid_to.empty() || a.status == AgreementStatus::expired || a.status == AgreementStatus::terminated)
      return false;
    if (c.moment == Moment::soll_day)
      return m_.map && !m_.map->soll_date.empty() && a.valid_to.value < m_.map->soll_date.value;
    std::set<EntityRef> late;
    for (const std::string_view element : leaning_on())
      for (const auto& [project, gap] : w_.differences(element)) {
        const Text& end = m_.projects[project.index].record->end;
        if (!end.empty() && a.valid_to.value < end.value) late.insert(project);
      }
    for (const EntityRef project : late) tell(c, project);
    return !late.empty();
  }

  /// The agreement, the handovers that rest on it and the processes that it names, by their codes.
  std::vector<std::string_view> leaning_on() const {
    const Agreement& a = m_.agreements[thing_.ref.index];
    std::vector<std::string_view> found{a.code.value};
    if (const RelationRow* handovers = find_relation(Relation::handover, Subject::agreement))
      for (const Thing& handover : w_.tied(thing_, *handovers, {})) found.push_back(m_.entity(handover.ref).code.value);
    for (const EntityRef process : a.processes) found.push_back(m_.entity(process).code.value);
    return found;
  }

  /// Of all applications only those are looked at that support the function asked for.
  std::vector<Thing> tied(const Condition& c, const RelationRow& relation) const {
    const bool by_function = relation.relation == Relation::application && !c.inner.empty() &&
                             c.inner.front().predicate == Predicate::performs && c.inner.front().functions.size() == 1;
    if (!by_function) return w_.tied(thing_, relation, look_);
    std::vector<Thing> found;
    for (const EntityRef application : w_.supporting(value_of(c.inner.front().functions.front())))
      if (const Thing thing{relation.to, application, 0}; w_.exists(thing, look_)) found.push_back(thing);
    return found;
  }

  bool there_is(const Condition& c) {
    const RelationRow* relation = find_relation(c.relation, thing_.kind);
    if (relation == nullptr) return false;
    std::map<Thing, Telling> found;
    for (const Thing& other : tied(c, *relation))
      if (Telling inner; all_hold(w_, c.inner, other, look_, inner)) found.emplace(other, std::move(inner));
    for (const auto& [other, inner] : found) {
      if (follows_one_of(other, found)) continue;
      telling_.add(inner);
      tell(c, other);
    }
    return !found.empty();
  }

  /// A step or action follows the process that it is part of: beside that process it is not told by itself.
  bool follows_one_of(const Thing& thing, const std::map<Thing, Telling>& found) const {
    if (thing.kind != Subject::process || !w_.is_step(thing.ref)) return false;
    return std::ranges::any_of(wholes_of(m_, thing.ref), [&](EntityRef whole) {
      return found.contains({Subject::process, whole, 0});
    });
  }

  const World& w_;
  const Model& m_;
  const Thing& thing_;
  const Look& look_;
  Telling& telling_;
};

}  // namespace

void Telling::tell(const Text& name, const Mention& mention) {
  if (!name.empty()) mentions[std::string(name.value)].push_back(mention);
}

void Telling::add(const Telling& other) {
  for (const auto& [name, found] : other.mentions)
    mentions[name].insert(mentions[name].end(), found.begin(), found.end());
  elements.insert(elements.end(), other.elements.begin(), other.elements.end());
  places.insert(places.end(), other.places.begin(), other.places.end());
}

bool all_hold(const World& world, const std::vector<Condition>& conditions, const Thing& thing, const Look& look,
              Telling& telling) {
  Telling found;
  Judge judge(world, thing, look, found);
  for (const Condition& condition : conditions)
    if (!judge.holds(condition)) return false;
  telling.add(found);
  return true;
}

}  // namespace keuzekaart
