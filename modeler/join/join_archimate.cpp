#include <algorithm>
#include <array>
#include <set>

#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

using archimate::ArchimateModel;
using archimate::Concept;
using archimate::ConceptId;
using archimate::ConceptType;

struct LevelWord {
  std::string_view word;
  ProcessLevel level;
};

/// The words with which process names begin to say their level.
constexpr LevelWord level_words[] = {
    {"bedrijfsproces", ProcessLevel::process},
    {"deelproces", ProcessLevel::sub_process},
    {"generiek deelproces", ProcessLevel::sub_process},
    {"processtap", ProcessLevel::step},
    {"handeling", ProcessLevel::action},
};

struct RootWord {
  std::string_view word;
  ProcessKind kind;
};

constexpr RootWord root_words[] = {
    {"sturende", ProcessKind::steering},         {"besturende", ProcessKind::steering},
    {"uitvoerende", ProcessKind::primary},       {"primaire", ProcessKind::primary},
    {"ondersteunende", ProcessKind::supporting},
};

/// Without blanks at either end. Exchange files lose them, and a table has no use for them.
Text trimmed(Text text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.value.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {{}, text.place};
  text.value = text.value.substr(first, text.value.find_last_not_of(blanks) - first + 1);
  return text;
}

class ArchimatePart {
 public:
  ArchimatePart(JoinBuilder& builder, const ArchimateModel& model, std::uint32_t source)
      : b_(builder), m_(model), source_(source), refs_(model.concepts.size()) {}

  void run() {
    b_.has_reference_model = true;
    for (std::size_t i = 0; i < m_.concepts.size(); ++i) take_element(i);
    for (const Concept& c : m_.concepts)
      if (archimate::is_relation(c.type) && c.source != ConceptId::none && c.target != ConceptId::none)
        take_relation(c);
    join_software_catalogue(b_, m_, refs_);
    finish_kinds();
    finish_functions();
    count();
  }

 private:
  struct Identity {
    Text object_id;  ///< property "Object ID", else the element id
    Text type;       ///< property "GEMMA type"
  };

  Identity identity(const Concept& c) const {
    Identity found{m_.property(c, "Object ID"), m_.property(c, "GEMMA type")};
    if (found.object_id.empty()) found.object_id = c.id;
    return found;
  }

  template <class Row>
  void fill(Row& row, const Concept& c, const Text& object_id) const {
    row.code = object_id;
    row.name = c.name;
    row.description = trimmed(c.documentation);
    row.origins.push_back({source_, c.id.place, Derivation::read});
  }

  /// The thing with this Object ID when an earlier source brought it: it gets this origin too.
  template <class Row>
  EntityRef known(std::vector<Row>& table, EntityKind kind, const Concept& c, const Text& object_id) {
    const auto found = b_.by_object_id.find(object_id.value);
    if (found == b_.by_object_id.end() || found->second.kind != kind) return {};
    if (table[found->second.index].origins.front().source == source_) return {};
    b_.found_again(found->second, object_id, c.name, source_, Derivation::same_object_id);
    return found->second;
  }

  template <class Row>
  void take(std::size_t i, EntityKind kind, std::vector<Row>& table, const Text& object_id, Row row) {
    const Concept& c = m_.concepts[i];
    EntityRef ref = known(table, kind, c, object_id);
    if (!ref.known()) {
      fill(row, c, object_id);
      ref = b_.add(kind, table, std::move(row));
    }
    refs_[i] = ref;
    b_.by_object_id.emplace(object_id.value, ref);
    b_.by_object_id.emplace(c.id.value, ref);
    b_.by_object_id.emplace(without_id_prefix(c.id.value), ref);
  }

  void take_element(std::size_t i) {
    const Concept& c = m_.concepts[i];
    const Identity id = identity(c);
    Model& model = b_.model;
    switch (c.type) {
      case ConceptType::business_process:
        return take_process(i, c, id);
      case ConceptType::business_function: {
        Function row;
        row.object_id = id.object_id;
        row.type = id.type;
        return take(i, EntityKind::function, model.functions, id.object_id, std::move(row));
      }
      case ConceptType::application_service: {
        ApplicationService row;
        row.object_id = id.object_id;
        return take(i, EntityKind::application_service, model.services, id.object_id, std::move(row));
      }
      case ConceptType::application_component: {
        Application row;
        row.object_id = id.object_id;
        row.type = id.type;
        return take(i, EntityKind::application, model.applications, id.object_id, std::move(row));
      }
      case ConceptType::constraint: {
        Standard row;
        row.object_id = id.object_id;
        row.status = m_.property(c, "Status");
        return take(i, EntityKind::standard, model.standards, id.object_id, std::move(row));
      }
      case ConceptType::business_actor:
      case ConceptType::business_role:
      case ConceptType::business_collaboration:
        return take_party(i, c, id);
      case ConceptType::business_object: {
        return take(i, EntityKind::business_object, model.objects, id.object_id, Entity{});
      }
      default:
        return;
    }
  }

  void take_process(std::size_t i, const Concept& c, const Identity& id) {
    Process row;
    row.object_id = id.object_id;
    const std::string type = lower_case(id.type.value);
    const std::string name = lower_case(c.name.value);
    row.landscape = type.starts_with("bedrijfsproces");
    if (row.landscape) {
      row.level = type.find("cluster") != std::string::npos ? ProcessLevel::cluster : ProcessLevel::process;
      row.level_trace = {Derivation::level_by_type, {id.type.place}};
    } else {
      row.level_trace = {Derivation::level_by_name, {c.name.place}};
      for (const LevelWord& word : level_words)
        if (begins_with_word(name, word.word)) row.level = word.level;
    }
    row.kind_trace = {Derivation::kind_by_root, {}};
    take(i, EntityKind::process, b_.model.processes, id.object_id, std::move(row));
    b_.folder_of_process.resize(b_.model.processes.size());
    if (c.folder < m_.folders.size()) b_.folder_of_process[refs_[i].index] = m_.folders[c.folder].name;
  }

  void take_party(std::size_t i, const Concept& c, const Identity& id) {
    Party row;
    row.kind = PartyKind::unset;
    if (c.type == ConceptType::business_role) row.kind = PartyKind::role;
    if (c.type == ConceptType::business_collaboration) row.kind = PartyKind::cooperation;
    if (c.type == ConceptType::business_actor) row.kind = kind_of_party(c.name.value);
    take(i, EntityKind::party, b_.model.parties, id.object_id, std::move(row));
  }

  EntityRef ref(ConceptId id) const { return refs_[archimate::index_of(id)]; }

  bool ends_are(EntityRef from, EntityKind a, EntityRef to, EntityKind b) const {
    return from.known() && to.known() && from.kind == a && to.kind == b;
  }

  void take_relation(const Concept& r) {
    const EntityRef from = ref(r.source);
    const EntityRef to = ref(r.target);
    const auto link = [&](LinkKind kind, EntityRef a, EntityRef b, Derivation rule) {
      b_.link(kind, a, b, rule, {r.id.place});
    };
    using K = EntityKind;
    switch (r.type) {
      case ConceptType::composition:
      case ConceptType::aggregation:
        if (from == to) return;
        if (ends_are(from, K::process, to, K::process)) link(LinkKind::part, from, to, Derivation::part_by_relation);
        if (ends_are(from, K::function, to, K::function))
          link(LinkKind::function_part, from, to, Derivation::part_by_relation);
        if (ends_are(from, K::party, to, K::party)) set_parent(from, to);
        return;
      case ConceptType::triggering:
        return take_order(r);
      case ConceptType::serving:
        if (ends_are(from, K::process, to, K::function))
          link(LinkKind::process_function, from, to, Derivation::function_by_serving);
        if (ends_are(from, K::function, to, K::process))
          link(LinkKind::process_function, to, from, Derivation::function_by_serving);
        if (ends_are(from, K::application_service, to, K::function))
          link(LinkKind::function_service, to, from, Derivation::service_by_serving);
        return;
      case ConceptType::realization:
        if (ends_are(from, K::application, to, K::standard))
          link(LinkKind::application_standard, from, to, Derivation::standard_by_realization);
        [[fallthrough]];
      case ConceptType::assignment:
        if (ends_are(from, K::application, to, K::application_service))
          link(LinkKind::service_application, to, from, Derivation::component_by_realization);
        if (r.type != ConceptType::assignment) return;
        if (ends_are(from, K::party, to, K::process)) take_executor(r, from, to);
        if (ends_are(from, K::party, to, K::party) && b_.model.party(to).kind == PartyKind::role)
          link(LinkKind::role_filled_by, to, from, Derivation::role_filled_by_assignment);
        return;
      case ConceptType::access:
        if (ends_are(from, K::process, to, K::business_object))
          link(LinkKind::process_object, from, to, Derivation::read);
        return;
      default:
        return;
    }
  }

  void set_parent(EntityRef whole, EntityRef part) {
    Party& party = b_.model.parties[part.index];
    if (!party.parent.known()) party.parent = whole;
  }

  void take_executor(const Concept& r, EntityRef party, EntityRef process) {
    RoleAssignment made;
    made.party = party;
    made.process = process;
    made.role = Role::executor;
    made.states = States::every();
    made.trace = {Derivation::executor_by_assignment, {r.id.place}};
    b_.model.roles.push_back(std::move(made));
  }

  /// Triggering from process to process, also by way of junctions.
  void take_order(const Concept& r) {
    const EntityRef from = ref(r.source);
    if (!from.known() || from.kind != EntityKind::process) return;
    if (successors_.empty()) fill_successors();
    std::vector<Place> places{r.id.place};
    std::set<ConceptId> seen;
    follow(r.target, from, places, seen);
  }

  void follow(ConceptId at, EntityRef from, std::vector<Place>& places, std::set<ConceptId>& seen) {
    if (!seen.insert(at).second) return;
    const EntityRef to = ref(at);
    if (to.known() && to.kind == EntityKind::process && to != from) {
      b_.link(LinkKind::order, from, to, Derivation::order_by_triggering, places);
      return;
    }
    if (m_.at(at).type != ConceptType::junction) return;
    for (const std::uint32_t number : successors_[archimate::index_of(at)]) {
      places.push_back(m_.concepts[number].id.place);
      follow(m_.concepts[number].target, from, places, seen);
      places.pop_back();
    }
  }

  void fill_successors() {
    successors_.resize(m_.concepts.size());
    for (std::size_t i = 0; i < m_.concepts.size(); ++i) {
      const Concept& c = m_.concepts[i];
      if (c.type == ConceptType::triggering && c.source != ConceptId::none && c.target != ConceptId::none)
        successors_[archimate::index_of(c.source)].push_back(static_cast<std::uint32_t>(i));
    }
  }

  /// Kind by the root above: the roots' names say it. A process under two roots takes the first root in code order.
  void finish_kinds() {
    std::vector<std::vector<EntityRef>> parts(b_.model.processes.size());
    std::vector<bool> has_whole(b_.model.processes.size());
    for (const Link& link : b_.model.links.all()) {
      if (link.kind != LinkKind::part) continue;
      parts[link.from.index].push_back(link.to);
      has_whole[link.to.index] = true;
    }
    std::vector<std::uint32_t> roots;
    for (std::uint32_t i = 0; i < parts.size(); ++i)
      if (b_.model.processes[i].landscape && !has_whole[i]) roots.push_back(i);
    std::sort(roots.begin(), roots.end(), [&](std::uint32_t a, std::uint32_t b) {
      return b_.model.processes[a].code.value < b_.model.processes[b].code.value;
    });
    for (const std::uint32_t root : roots) {
      const std::string name = lower_case(b_.model.processes[root].name.value);
      for (const RootWord& word : root_words)
        if (begins_with_word(name, word.word)) spread_kind(root, word.kind, parts);
    }
  }

  void spread_kind(std::uint32_t root, ProcessKind kind, const std::vector<std::vector<EntityRef>>& parts) {
    std::vector<std::uint32_t> open{root};
    while (!open.empty()) {
      Process& process = b_.model.processes[open.back()];
      const std::uint32_t at = open.back();
      open.pop_back();
      if (process.kind != ProcessKind::unset) continue;
      process.kind = kind;
      process.kind_trace = {Derivation::kind_by_root, {b_.model.processes[root].name.place}};
      for (const EntityRef part : parts[at]) open.push_back(part.index);
    }
  }

  void finish_functions() {
    for (const Link& link : b_.model.links.all()) {
      if (link.kind != LinkKind::function_part) continue;
      Function& part = b_.model.functions[link.to.index];
      const auto code = [&](EntityRef f) { return b_.model.functions[f.index].code.value; };
      if (!part.parent.known() || code(link.from) < code(part.parent)) part.parent = link.from;
    }
  }

  void count() {
    const auto ends_at_relation = [&](ConceptId end) {
      return end != ConceptId::none && archimate::is_relation(m_.at(end).type);
    };
    std::size_t at_relation = 0;
    std::size_t dangling = 0;
    for (const Concept& c : m_.concepts) {
      if (!archimate::is_relation(c.type)) continue;
      for (const ConceptId end : {c.source, c.target}) {
        if (ends_at_relation(end)) ++at_relation;
        if (end == ConceptId::none) ++dangling;
      }
    }
    b_.tally(source_, "telling.elementen", m_.element_count());
    b_.tally(source_, "telling.relaties", m_.relation_count());
    b_.tally(source_, "telling.weergaven", m_.views.size());
    b_.tally(source_, "telling.relatie-op-relatie", at_relation);
    b_.tally(source_, "telling.loze-einden", dangling);
    b_.tally(source_, "telling.eigenschappen", m_.properties.size());
    b_.tally(source_, "telling.profielen", m_.profiles.size());
    const auto& processes = b_.model.processes;
    const auto tally = [&](const char* key, const auto& wanted) {
      const auto number = std::count_if(processes.begin(), processes.end(), [&](const Process& p) {
        return p.origins.front().source == source_ && wanted(p);
      });
      if (number != 0) b_.tally(source_, key, static_cast<std::size_t>(number));
      return number != 0;
    };
    // Only GEMMA marks a landscape; of other models all processes are on the map.
    if (!tally("telling.landschapsprocessen", [](const Process& p) { return p.landscape; }))
      tally("telling.processen", [](const Process&) { return true; });
  }

  JoinBuilder& b_;
  const ArchimateModel& m_;
  std::uint32_t source_;
  std::vector<EntityRef> refs_;  ///< by concept
  std::vector<std::vector<std::uint32_t>> successors_;
};

}  // namespace

void join_archimate(JoinBuilder& builder, const ArchimateModel& model, std::uint32_t source) {
  ArchimatePart(builder, model, source).run();
}

}  // namespace keuzekaart
