#include "modeler/rules/world.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "modeler/join/join_builder.hpp"
#include "modeler/model/crossing.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/model/sort_unique.hpp"

namespace keuzekaart {

namespace {

Thing thing_of(Subject kind, EntityRef ref) { return {kind, ref, 0}; }

template <class Rows>
std::vector<Thing> rows(Subject subject, EntityKind kind, const Rows& table) {
  std::vector<Thing> found;
  for (std::uint32_t i = 0; i < table.size(); ++i) found.push_back(thing_of(subject, {kind, i}));
  return found;
}

std::vector<Thing> numbered(Subject subject, std::size_t count) {
  std::vector<Thing> found;
  for (std::uint32_t i = 0; i < count; ++i) found.push_back({subject, {}, i});
  return found;
}

std::vector<Thing> things(Subject subject, std::vector<EntityRef> refs) {
  sort_unique(refs);
  std::vector<Thing> found;
  for (const EntityRef ref : refs) found.push_back(thing_of(subject, ref));
  return found;
}

}  // namespace

World::World(const Model& model) : m_(model), choices_(model), cover_(model) {
  if (m_.map)
    for (const MapProcess& p : m_.map->processes) records_.emplace(p.id.value, &p);
  find_ties();
  find_used_twice();
  find_cycles();
}

void World::find_used_twice() {
  if (!m_.map) return;
  std::map<std::string_view, std::vector<EntityRef>> users;
  for (const MapProduct& p : m_.map->products)
    if (const EntityRef ref = m_.find(EntityKind::product, p.id.value); ref.known())
      if (const Text& uri = m_.product(ref).upl_uri; !uri.empty()) users[uri.value].push_back(ref);
  for (const MapProcess& p : m_.map->processes) {
    const EntityRef ref = m_.find(EntityKind::process, p.id.value);
    if (ref.known() && !p.code.empty()) users[p.code.value].push_back(ref);
  }
  for (auto& [key, found] : users) {
    if (found.size() < 2) continue;
    std::sort(found.begin(), found.end());
    used_twice_.push_back({std::string(key), std::move(found)});
  }
}

/// Projects that wait for each other: sets in which every project can be reached from every other.
void World::find_cycles() {
  const auto reached = [&](EntityRef from) {
    std::set<EntityRef> seen;
    std::vector<EntityRef> todo = m_.projects[from.index].after;
    while (!todo.empty()) {
      const EntityRef at = todo.back();
      todo.pop_back();
      if (!seen.insert(at).second) continue;
      const std::vector<EntityRef>& next = m_.projects[at.index].after;
      todo.insert(todo.end(), next.begin(), next.end());
    }
    return seen;
  };
  std::vector<std::set<EntityRef>> reach;
  for (std::uint32_t i = 0; i < m_.projects.size(); ++i) reach.push_back(reached({EntityKind::project, i}));
  std::set<EntityRef> told;
  for (std::uint32_t i = 0; i < m_.projects.size(); ++i) {
    const EntityRef self{EntityKind::project, i};
    if (!reach[i].contains(self) || told.contains(self)) continue;
    std::vector<EntityRef> cycle;
    for (const EntityRef other : reach[i])
      if (reach[other.index].contains(self)) cycle.push_back(other);
    told.insert(cycle.begin(), cycle.end());
    cycles_.push_back(std::move(cycle));
  }
}

const std::vector<EntityRef>& World::look_up(const Tied& tied, EntityRef ref) {
  static const std::vector<EntityRef> none;
  const auto found = tied.find(ref);
  return found == tied.end() ? none : found->second;
}

void World::find_ties() {
  for (std::uint32_t i = 0; i < m_.processes.size(); ++i) {
    const EntityRef process{EntityKind::process, i};
    scopes_.push_back(choices_.scope_of_process(process));
    if (!m_.processes[i].own) continue;
    own_.push_back(process);
    processes_in_[scopes_.back()].push_back(process);
  }
  for (std::uint32_t i = 0; i < m_.products.size(); ++i)
    if (m_.products[i].own) products_in_[m_.products[i].group].push_back({EntityKind::product, i});
  for (std::uint32_t i = 0; i < m_.handovers.size(); ++i) {
    const Handover& h = m_.handovers[i];
    const EntityRef handover{EntityKind::handover, i};
    handovers_of_process_[h.from].push_back(handover);
    if (h.to != h.from) handovers_of_process_[h.to].push_back(handover);
    if (h.agreement.known()) handovers_of_agreement_[h.agreement].push_back(handover);
  }
  for (std::uint32_t i = 0; i < m_.projects.size(); ++i)
    for (const MapGap& gap : m_.projects[i].record->gaps)
      differences_[gap.element.value].emplace_back(EntityRef{EntityKind::project, i}, &gap);
}

const std::vector<std::pair<EntityRef, const MapGap*>>& World::differences(std::string_view element) const {
  static const std::vector<std::pair<EntityRef, const MapGap*>> none;
  const auto found = differences_.find(element);
  return found == differences_.end() ? none : found->second;
}

std::vector<Thing> World::all(Subject kind) const {
  switch (kind) {
    case Subject::map:
      return m_.map ? numbered(kind, 1) : std::vector<Thing>();
    case Subject::product_group:
      return rows(kind, EntityKind::product_group, m_.groups);
    case Subject::product: {
      std::vector<Thing> found = rows(kind, EntityKind::product, m_.products);
      std::erase_if(found, [&](const Thing& t) { return !m_.product(t.ref).own; });
      return found;
    }
    case Subject::process: {
      std::vector<EntityRef> found = own_;
      std::erase_if(found, [&](EntityRef p) { return is_step(p); });
      return things(kind, std::move(found));
    }
    case Subject::chain: {
      std::vector<Thing> found = rows(kind, EntityKind::chain, m_.chains);
      std::erase_if(found, [&](const Thing& t) { return !m_.chains[t.ref.index].own; });
      return found;
    }
    case Subject::handover:
      return rows(kind, EntityKind::handover, m_.handovers);
    case Subject::agreement:
      return rows(kind, EntityKind::agreement, m_.agreements);
    case Subject::choice:
      return rows(kind, EntityKind::choice, m_.choices);
    case Subject::project:
      return rows(kind, EntityKind::project, m_.projects);
    case Subject::project_cycle:
      return numbered(kind, cycles_.size());
    case Subject::intervention_point:
      return numbered(kind, m_.map && m_.map->plan ? m_.map->plan->intervention_points.size() : 0);
    case Subject::working_method:
      return numbered(kind, m_.map && m_.map->plan ? m_.map->plan->working_methods.size() : 0);
    case Subject::unresolved:
      return numbered(kind, m_.unresolved.size());
    case Subject::proposal: {
      std::vector<Thing> found = numbered(kind, m_.links.all().size());
      std::erase_if(found, [&](const Thing& t) { return m_.links.at(t.number).status != MappingStatus::proposed; });
      return found;
    }
    case Subject::contradiction:
      return numbered(kind, m_.contradictions.size());
    case Subject::used_twice:
      return numbered(kind, used_twice_.size());
    case Subject::disappeared:
      return numbered(kind, m_.disappeared.size());
    case Subject::application: {
      std::vector<Thing> found = rows(kind, EntityKind::application, m_.applications);
      std::erase_if(found, [&](const Thing& t) { return !m_.applications[t.ref.index].own; });
      return found;
    }
    case Subject::holder:
      break;
  }
  return {};
}

bool World::is_step(EntityRef process) const { return m_.process(process).is_step(); }

bool World::exists(const Thing& thing, const Look& look) const {
  switch (thing.kind) {
    case Subject::choice:
      return !look.state || m_.choices[thing.ref.index].state == *look.state;
    case Subject::process:
      return !look.state || m_.process(thing.ref).states.has(*look.state);
    case Subject::application:
      return !look.state || m_.applications[thing.ref.index].states.has(*look.state);
    case Subject::handover: {
      const Handover& h = m_.handovers[thing.ref.index];
      return !look.state || h.states.has(*look.state);
    }
    case Subject::chain: {
      const Chain& chain = m_.chains[thing.ref.index];
      return !look.state ||
             std::ranges::any_of(chain.processes, [&](EntityRef p) { return m_.process(p).states.has(*look.state); });
    }
    default:
      return true;
  }
}

std::vector<EntityRef> World::first_processes(EntityRef product, const Look& look) const {
  const std::vector<EntityRef> mine = follow(m_, LinkKind::product_process, {product});
  const auto is_mine = [&](EntityRef p) { return std::ranges::find(mine, p) != mine.end(); };
  std::set<EntityRef> later;
  for (const Handover& h : m_.handovers)
    if (h.from != h.to && is_mine(h.from) && is_mine(h.to) && (!look.state || h.states.has(*look.state)))
      later.insert(h.to);
  for (const EntityRef from : mine)
    for (const Link& link : m_.links.from(LinkKind::order, from))
      if (link.to != from && is_mine(link.to)) later.insert(link.to);
  std::vector<EntityRef> found;
  for (const EntityRef p : mine)
    if (!later.contains(p)) found.push_back(p);
  return found;
}

std::vector<Thing> World::tied(const Thing& thing, const RelationRow& relation, const Look& look) const {
  std::vector<EntityRef> found;
  const auto add_if = [&](EntityRef ref, bool wanted) {
    if (wanted) found.push_back(ref);
  };
  const auto add_all = [&](const std::vector<EntityRef>& refs) { found.insert(found.end(), refs.begin(), refs.end()); };
  switch (relation.relation) {
    case Relation::process:
      if (thing.kind == Subject::map) return things(relation.to, own_);  // of the map, whatever the state
      if (thing.kind == Subject::product) {
        found = follow(m_, LinkKind::product_process, {thing.ref}, WithProposals::yes);
      } else if (thing.kind == Subject::chain) {
        found = m_.chains[thing.ref.index].processes;
      } else {
        const bool is_choice = thing.kind == Subject::choice;
        for (const Scope scope : choices_.inside(is_choice ? m_.choices[thing.ref.index].scope : thing.ref))
          if (is_choice ? choices_.holds_for(thing.ref, scope) : scope == thing.ref) add_all(processes_in(scope));
      }
      break;
    case Relation::first_process:
      found = first_processes(thing.ref, look);
      break;
    case Relation::handover:
      add_all(look_up(thing.kind == Subject::agreement ? handovers_of_agreement_ : handovers_of_process_, thing.ref));
      break;
    case Relation::outgoing_handover:
      for (const EntityRef ref : look_up(handovers_of_process_, thing.ref))
        add_if(ref, m_.handovers[ref.index].from == thing.ref);
      break;
    case Relation::product:
      if (thing.kind == Subject::process) {
        std::vector<EntityRef> line = wholes_of(m_, thing.ref);
        line.push_back(thing.ref);
        found = follow_back(m_, LinkKind::product_process, line, WithProposals::yes);
      } else {
        add_all(look_up(products_in_, thing.ref));
      }
      break;
    case Relation::agreement: {
      const State state = look.state.value_or(State::ist);
      const EntityRef executor = organisation_of(m_, holder(thing).party);
      for (const EntityRef ref : cover_.of_execution(thing.ref, municipality_of(m_), executor, state).about)
        add_if(ref, validity_on(m_.agreements[ref.index], day_of(m_, state)) == Validity::valid);
      break;
    }
    case Relation::application:
      for (const Thing& application : all(Subject::application)) found.push_back(application.ref);
      break;
    case Relation::choice_here: {
      const Choice& mine = m_.choices[thing.ref.index];
      for (const EntityRef other : choices_.made_for(mine.scope))
        add_if(other, other != thing.ref && m_.choices[other.index].state == mine.state);
      break;
    }
    case Relation::choice_meanwhile: {
      const Scope mine = m_.choices[thing.ref.index].scope;
      std::set<Scope> near(choices_.inside(mine).begin(), choices_.inside(mine).end());
      for (const Scope scope : choices_.around(mine)) near.insert(scope);
      for (const Scope scope : near)
        for (const EntityRef other : choices_.made_for(scope))
          add_if(other, other != thing.ref && choices_.overlap(thing.ref, other) &&
                            !choices_.shared_scopes(thing.ref, other).empty());
      return things(relation.to, std::move(found));  // whatever the state: the dates decide
    }
  }
  std::vector<Thing> made = things(relation.to, std::move(found));
  std::erase_if(made, [&](const Thing& t) { return !exists(t, look); });
  return made;
}

std::vector<Thing> World::holders(EntityRef process, Role role, const Look& look) const {
  std::vector<Thing> found;
  const auto add_own = [&](EntityRef at) {
    for (const RoleAssignment& r : m_.roles_of(at))
      if (r.role == role && (!look.state || r.states.has(*look.state)))
        found.push_back({Subject::holder, process, static_cast<std::uint32_t>(&r - m_.roles.data())});
    return !found.empty();
  };
  if (add_own(process)) return found;
  for (const EntityRef whole : wholes_of(m_, process))
    if (add_own(whole)) break;
  return found;
}

std::vector<const GemmaReference*> World::gemma_of(std::string_view function) const {
  std::vector<const GemmaReference*> found;
  const auto take = [&](const std::vector<GemmaReference>& references) {
    for (const GemmaReference& r : references) found.push_back(&r);
  };
  if (const CatalogueFunction* f = catalogue().function(function)) take(f->gemma);
  for (const DirectingFunction& f : catalogue().directing_functions)
    if (f.id.value == function || f.name.nl.value == function) take(f.gemma);
  return found;
}

bool World::is_one_of(EntityRef thing, const std::vector<const GemmaReference*>& references) const {
  const Entity& entity = m_.entity(thing);
  const std::string name = lower_case(entity.name.value);
  return std::ranges::any_of(references, [&](const GemmaReference* r) { return lower_case(r->name.value) == name; });
}

bool World::performs(EntityRef process, std::string_view function) const {
  const Process& p = m_.process(process);
  const auto is = [&](const Text& code) { return code.value == function; };
  if (std::ranges::any_of(p.archetype_functions, is)) return true;
  if (catalogue().function(function) != nullptr) return false;  // a function of an archetype is marked as such
  const std::string wanted = lower_case(function);
  std::vector<EntityRef> carried = functions_of(m_, process);
  const std::vector<EntityRef> reference = follow(m_, LinkKind::reference, {process});
  carried.insert(carried.end(), reference.begin(), reference.end());
  carried.push_back(process);
  const std::vector<const GemmaReference*> gemma = gemma_of(function);
  for (const EntityRef at : carried)
    if (lower_case(m_.entity(at).name.value) == wanted || is_one_of(at, gemma)) return true;
  // Without the reference model the map still says by Object ID what it means.
  const auto record = records_.find(p.code.value);
  if (record == records_.end()) return false;
  const auto names = [&](const Text& object_id, MappingStatus status) {
    return status == MappingStatus::confirmed && !object_id.empty() &&
           std::ranges::any_of(gemma, [&](const GemmaReference* r) { return r->object_id.value == object_id.value; });
  };
  return names(record->second->gemma, record->second->gemma_status.value) ||
         std::ranges::any_of(record->second->functions,
                             [&](const MapFunctionUse& use) { return names(use.function, use.status.value); });
}

bool World::supports(EntityRef application, std::string_view function) const {
  for (const EntityRef process : follow_back(m_, LinkKind::process_application, {application}))
    if (performs(process, function)) return true;
  const std::vector<EntityRef> components = follow(m_, LinkKind::application_reference, {application});
  const std::vector<EntityRef> services = follow_back(m_, LinkKind::service_application, components);
  const std::vector<const GemmaReference*> gemma = gemma_of(function);
  return std::ranges::any_of(follow_back(m_, LinkKind::function_service, services),
                             [&](EntityRef f) { return is_one_of(f, gemma); });
}

const std::vector<EntityRef>& World::performing(std::string_view function) const {
  const auto known = performing_.find(function);
  if (known != performing_.end()) return known->second;
  std::vector<EntityRef> found;
  for (const EntityRef process : own_)
    if (performs(process, function)) found.push_back(process);
  return performing_.emplace(function, std::move(found)).first->second;
}

const std::vector<EntityRef>& World::supporting(std::string_view function) const {
  const auto known = supporting_.find(function);
  if (known != supporting_.end()) return known->second;
  std::vector<EntityRef> found;
  for (const Thing& application : all(Subject::application))
    if (supports(application.ref, function)) found.push_back(application.ref);
  return supporting_.emplace(function, std::move(found)).first->second;
}

bool World::is_claimed(EntityRef process, State state) const {
  for (const Scope scope : choices_.around(scope_of_process(process)))
    if (scope.known())
      for (const EntityRef choice : choices_.at(scope, Dimension::archetype, state))
        if (choices_.held(scope, choice).from.known()) return true;
  return false;
}

const std::vector<EntityRef>& World::performing_unclaimed(std::string_view function, State state) const {
  const std::pair<std::string, State> key(function, state);
  const auto known = unclaimed_.find(key);
  if (known != unclaimed_.end()) return known->second;
  std::vector<EntityRef> found;
  for (const EntityRef process : performing(function))
    if (m_.process(process).states.has(state) && !is_claimed(process, state)) found.push_back(process);
  return unclaimed_.emplace(key, std::move(found)).first->second;
}

bool World::plan_takes_up(std::string_view function) const {
  const auto known = taken_up_.find(function);
  if (known != taken_up_.end()) return known->second;
  const auto in = [&](State state) {
    return std::ranges::any_of(performing(function), [&](EntityRef p) { return m_.process(p).states.has(state); });
  };
  const auto is_about = [&](const auto& difference) {
    const EntityRef process = m_.find(EntityKind::process, difference.first);
    return difference.first == function || (process.known() && performs(process, function));
  };
  const bool taken_up = (in(State::soll) && !in(State::ist)) || std::ranges::any_of(differences_, is_about);
  return taken_up_.emplace(function, taken_up).first->second;
}

}  // namespace keuzekaart
