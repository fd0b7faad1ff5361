#include <algorithm>
#include <array>
#include <deque>
#include <map>

#include "modeler/analyses/analyses.hpp"
#include "modeler/gaps/state_facts.hpp"
#include "modeler/records/states_text.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// How a kind of link carries an impact: from which of its ends to the other.
struct Carrier {
  LinkKind kind;
  bool forward;
};

/// Towards the processes: what a law, a standard, an application or a function bears on.
constexpr Carrier towards_processes[] = {
    {LinkKind::product_law, false},          {LinkKind::process_law, false},
    {LinkKind::application_standard, false}, {LinkKind::application_reference, false},
    {LinkKind::process_application, false},  {LinkKind::service_application, false},
    {LinkKind::function_service, false},     {LinkKind::function_part, true},
    {LinkKind::process_function, false},     {LinkKind::process_object, false},
    {LinkKind::process_partner, false},      {LinkKind::role_filled_by, false},
};

/// From a process to what is around it.
constexpr Carrier around_a_process[] = {
    {LinkKind::part, true},           {LinkKind::reference, false},       {LinkKind::product_process, false},
    {LinkKind::process_law, true},    {LinkKind::process_function, true}, {LinkKind::process_application, true},
    {LinkKind::process_object, true}, {LinkKind::process_partner, true},
};

/// Walks from one thing to everything it touches, the shortest way first. What is reached around a process, or over a
/// handover, is told but leads no further; otherwise everything would touch everything.
class Impact {
 public:
  explicit Impact(const AnalysisContext& context)
      : context_(context), m_(context.model()), labels_(context.labels()), maker_(context.tables, "analyse-impact") {}

  Table run() {
    maker_.column("soort", 16);
    maker_.column("naam", 40);
    maker_.column("stappen", 8);
    maker_.column("weg", 80);
    maker_.column("toestand", 14);
    maker_.column("code", 24);
    maker_.print_up_to("toestand");
    reach(context_.element, {}, States::every(), {});
    while (!waiting_.empty()) {
      const EntityRef at = waiting_.front();
      waiting_.pop_front();
      spread(at);
    }
    std::vector<EntityRef> order;
    for (const auto& [ref, reached] : reached_)
      if (ref != context_.element) order.push_back(ref);
    std::ranges::stable_sort(order, [&](EntityRef a, EntityRef b) {
      if (a.kind != b.kind) return a.kind < b.kind;
      if (reached_.at(a).steps != reached_.at(b).steps) return reached_.at(a).steps < reached_.at(b).steps;
      return reads_before(name_of(m_.entity(a)), name_of(m_.entity(b)));
    });
    std::size_t processes = 0;
    std::size_t products = 0;
    for (const EntityRef ref : order) {
      if (ref.kind == EntityKind::process) ++processes;
      if (ref.kind == EntityKind::product) ++products;
      add(ref);
    }
    const std::string name = name_of(m_.entity(context_.element));
    if (order.empty()) return maker_.finish("tabel.analyse-impact.titel-leeg", {name});
    return maker_.finish("tabel.analyse-impact.titel", {name, count_text(labels_, order.size()),
                                                        count_text(labels_, processes), count_text(labels_, products)});
  }

 private:
  struct Reached {
    EntityRef from;
    std::size_t steps = 0;
    bool leads_on = false;
    States states;
    Trace trace{Derivation::reached, {}};
  };

  /// Takes a thing up unless it was reached before. Handovers, products, chains and so on end the walk.
  void reach(EntityRef ref, EntityRef from, States states, const Trace& trace) {
    if (!ref.known() || (context_.state && !states.has(*context_.state))) return;
    const bool around = from.known() && (from.kind == EntityKind::process ||
                                         (from.kind == EntityKind::agreement && ref.kind == EntityKind::party));
    const bool over_handover = from.known() && from.kind == EntityKind::handover && from != context_.element;
    const bool leads_on = ref.kind == EntityKind::process ? !over_handover : !around;
    const auto [entry, is_new] = reached_.try_emplace(ref);
    Reached& reached = entry->second;
    if (!is_new && from.known() && reached.from == from) return add_states(reached, states, trace);
    if (!is_new && (!leads_on || reached.leads_on)) return;
    reached.leads_on = leads_on;
    if (leads_on) waiting_.push_back(ref);
    const std::size_t steps = from.known() ? reached_.at(from).steps + 1 : 0;
    if (!is_new && steps > reached.steps) return;  // the shorter way is told
    reached.from = from;
    reached.steps = steps;
    reached.states = states;
    reached.trace.places = trace.places;
  }

  /// The same way in more states: a party with several roles. What says nothing of states (a partner in a process
  /// catalogue) gives way to what does.
  static void add_states(Reached& reached, States states, const Trace& trace) {
    if (states == States::every() || reached.states == states) return;
    if (reached.states == States::every()) reached.states = {};
    reached.states = reached.states | states;
    reached.trace.places.insert(reached.trace.places.end(), trace.places.begin(), trace.places.end());
  }

  void spread(EntityRef at) {
    if (at.kind == EntityKind::process) {
      links(at, around_a_process);
      around(at);
      return;
    }
    if (at != context_.element && (at.kind == EntityKind::product || at.kind == EntityKind::chain)) return;
    links(at, towards_processes);
    switch (at.kind) {
      case EntityKind::party:
        party(at);
        break;
      case EntityKind::product:
        links(at, std::array{Carrier{LinkKind::product_process, true}, Carrier{LinkKind::product_law, true}});
        break;
      case EntityKind::handover:
        handover(at);
        break;
      case EntityKind::agreement:
        agreement(at);
        break;
      case EntityKind::chain:
        for (const EntityRef process : m_.chains[at.index].processes) reach(process, at, States::every(), at_place(at));
        break;
      case EntityKind::domain:
      case EntityKind::product_group:
        members(at);
        break;
      case EntityKind::project:
        project(at);
        break;
      default:
        break;
    }
  }

  Trace at_place(EntityRef ref) const { return trace_of(m_.entity(ref)); }

  template <class Carriers>
  void links(EntityRef at, const Carriers& carriers) {
    for (const Carrier& carrier : carriers) {
      if (carrier.forward) {
        for (const Link& link : m_.links.from(carrier.kind, at)) follow_link(link, link.to, at);
      } else {
        for (const std::uint32_t number : m_.links.to(carrier.kind, at))
          follow_link(m_.links.at(number), m_.links.at(number).from, at);
      }
    }
  }
  void follow_link(const Link& link, EntityRef end, EntityRef at) {
    if (link.status == MappingStatus::confirmed) reach(end, at, link.states, link.trace);
  }

  void around(EntityRef process) {
    for (const RoleAssignment& r : m_.roles_of(process)) reach(r.party, process, r.states, r.trace);
    index();
    for (const EntityRef ref : of_process_[process]) {
      const States states = ref.kind == EntityKind::handover ? m_.handovers[ref.index].states : States::every();
      reach(ref, process, states, at_place(ref));
    }
  }

  void party(EntityRef at) {
    for (const RoleAssignment& r : m_.roles)
      if (r.party == at) reach(r.process, at, r.states, r.trace);
    for (std::uint32_t i = 0; i < m_.parties.size(); ++i)
      if (m_.parties[i].parent == at) reach({EntityKind::party, i}, at, States::every(), trace_of(m_.parties[i]));
    for (std::uint32_t i = 0; i < m_.agreements.size(); ++i)
      if (std::ranges::find(m_.agreements[i].parties, at) != m_.agreements[i].parties.end())
        reach({EntityKind::agreement, i}, at, States::every(), trace_of(m_.agreements[i]));
    for (std::uint32_t i = 0; i < m_.chains.size(); ++i)
      if (m_.chains[i].manager == at) reach({EntityKind::chain, i}, at, States::every(), trace_of(m_.chains[i]));
    for (std::uint32_t i = 0; i < m_.handovers.size(); ++i)
      if (m_.handovers[i].informs_client == at)
        reach({EntityKind::handover, i}, at, m_.handovers[i].states, trace_of(m_.handovers[i]));
  }

  void handover(EntityRef at) {
    const Handover& handover = m_.handovers[at.index];
    for (const EntityRef end : {handover.from, handover.to}) reach(end, at, handover.states, trace_of(handover));
    if (at == context_.element) reach(handover.agreement, at, States::every(), trace_of(handover));
  }

  void agreement(EntityRef at) {
    const Agreement& agreement = m_.agreements[at.index];
    for (const EntityRef process : agreement.processes) reach(process, at, States::every(), trace_of(agreement));
    for (std::uint32_t i = 0; i < m_.handovers.size(); ++i)
      if (m_.handovers[i].agreement == at)
        reach({EntityKind::handover, i}, at, m_.handovers[i].states, trace_of(m_.handovers[i]));
    if (at == context_.element)
      for (const EntityRef party : agreement.parties) reach(party, at, States::every(), trace_of(agreement));
  }

  void members(EntityRef at) {
    for (std::uint32_t i = 0; i < m_.processes.size(); ++i)
      if (m_.processes[i].domain == at || m_.processes[i].group == at)
        reach({EntityKind::process, i}, at, m_.processes[i].states, trace_of(m_.processes[i]));
    for (std::uint32_t i = 0; i < m_.products.size(); ++i)
      if (m_.products[i].domain == at || m_.products[i].group == at)
        reach({EntityKind::product, i}, at, States::every(), trace_of(m_.products[i]));
  }

  void project(EntityRef at) {
    const Project& project = m_.projects[at.index];
    if (project.record == nullptr) return;
    for (const MapGap& gap : project.record->gaps)
      reach(m_.find(gap.element.value), at, States::every(), Trace::read_at(gap.place));
  }

  /// The chains, handovers and agreements of every process, once.
  void index() {
    if (indexed_) return;
    indexed_ = true;
    for (std::uint32_t i = 0; i < m_.chains.size(); ++i)
      for (const EntityRef process : m_.chains[i].processes) of_process_[process].push_back({EntityKind::chain, i});
    for (std::uint32_t i = 0; i < m_.handovers.size(); ++i)
      for (const EntityRef end : {m_.handovers[i].from, m_.handovers[i].to})
        of_process_[end].push_back({EntityKind::handover, i});
    for (std::uint32_t i = 0; i < m_.agreements.size(); ++i)
      for (const EntityRef process : m_.agreements[i].processes)
        of_process_[process].push_back({EntityKind::agreement, i});
  }

  void add(EntityRef ref) {
    const Entity& entity = m_.entity(ref);
    const Reached& reached = reached_.at(ref);
    std::vector<std::string> names{name_of(entity)};
    Gathered way;
    way.look_at(reached.trace);
    for (EntityRef at = reached.from; at.known(); at = reached_.at(at).from) {
      names.push_back(name_of(m_.entity(at)));
      way.look_at(reached_.at(at).trace);
    }
    std::string text;
    for (auto name = names.rbegin(); name != names.rend(); ++name) text += (text.empty() ? "" : " › ") + *name;
    const Trace where = way.trace(trace_of(entity));
    Row& row = maker_.row(std::string(label_of(ref.kind).substr(6)) + ":" + std::string(entity.code.value));
    row.cells.push_back(Cell::text(labels_.get(label_of(ref.kind)), where));
    row.cells.push_back(Cell::text(name_of(entity), trace_of(entity)));
    row.cells.push_back(Cell::number(static_cast<double>(names.size() - 1), where));
    row.cells.push_back(Cell::text(text, where));
    row.cells.push_back(reached.states == States::every() ? Cell::empty(where)
                                                          : Cell::text(states_text(labels_, reached.states), where));
    row.cells.push_back(read_cell(entity.code, where));
  }

  const AnalysisContext& context_;
  const Model& m_;
  const Labels& labels_;
  TableMaker maker_;
  std::map<EntityRef, Reached> reached_;
  std::deque<EntityRef> waiting_;
  std::map<EntityRef, Refs> of_process_;
  bool indexed_ = false;
};

}  // namespace

Table impact_analysis(const AnalysisContext& context) { return Impact(context).run(); }

}  // namespace keuzekaart
