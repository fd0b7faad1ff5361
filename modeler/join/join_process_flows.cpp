#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "modeler/chains/stable_order.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

/// Makes rows of one source of process diagrams.
class FlowsPart {
 public:
  FlowsPart(JoinBuilder& builder, const ProcessFlows& flows, std::uint32_t source)
      : b_(builder), flows_(flows), source_(source) {
    for (const Link& link : b_.model.links.all())
      if (link.kind == LinkKind::part) wholes_.insert(link.from.index);
    for (const JoinBuilder::JoinedFlows& other : b_.process_flows)
      for (const EntityRef process : other.processes) drawn_.insert(process.index);
    for (std::uint32_t i = 0; i < b_.model.parties.size() && !municipality_.known(); ++i)
      if (const Party& party = b_.model.parties[i]; party.own && party.kind == PartyKind::municipality)
        municipality_ = {EntityKind::party, i};
  }

  void run() {
    made_.flows = &flows_;
    made_.source = source_;
    told_ =
        std::ranges::count_if(flows_.participants, [](const FlowParticipant& p) { return p.process != no_flow_part; });
    party_of_process_.resize(flows_.processes.size());
    const std::vector<bool> empty = empty_frames();
    for (std::size_t i = 0; i < flows_.processes.size(); ++i) {
      if (empty[i]) {
        keeps_steps_.push_back(false);
        made_.processes.emplace_back();
      } else {
        add_process(flows_.processes[i]);
      }
    }
    number_steps();
    for (std::uint32_t i = 0; i < flows_.steps.size(); ++i) add_step(i);
    for (const FlowOrder& order : flows_.orders) add_order(order);
    for (const FlowParticipant& p : flows_.participants) add_participant(p);
    for (const FlowLane& lane : flows_.lanes) add_lane(lane);
    index_applications();
    for (const FlowStore& store : flows_.stores) add_store(store);
    const std::pair<std::string_view, std::size_t> counts[] = {
        {"processen", flows_.processes.size()},     {"stappen", flows_.steps.size()},
        {"deelnemers", flows_.participants.size()}, {"banen", flows_.lanes.size()},
        {"volgordes", flows_.orders.size()},        {"berichtstromen", flows_.messages.size()},
        {"gegevensopslagen", flows_.stores.size()}};
    for (const auto& [key, number] : counts) b_.tally(source_, fmt::format("telling.{}", key), number);
    b_.process_flows.push_back(std::move(made_));
  }

 private:
  std::string_view source_id() const { return b_.model.sources[source_].id; }

  /// The processes that a tool writes for a frame that nobody drew anything in: nameless, empty and without messages.
  std::vector<bool> empty_frames() const {
    std::vector<bool> empty(flows_.processes.size());
    for (const FlowParticipant& p : flows_.participants)
      if (p.process != no_flow_part) {
        const Text& held = flows_.processes[p.process].name;  // of the frame, when it has none of its own
        empty[p.process] = held.empty() || held.place == p.name.place;
      }
    for (const FlowStep& step : flows_.steps) empty[step.process] = false;
    for (const FlowStore& store : flows_.stores)
      if (store.process != no_flow_part) empty[store.process] = false;
    for (const FlowMessage& message : flows_.messages)
      for (const auto* ends : {&message.from, &message.to})
        for (const FlowEnd& end : *ends)
          if (end.kind == FlowEnd::Kind::process)
            empty[end.number] = false;
          else if (const auto& p = flows_.participants; end.kind == FlowEnd::Kind::participant)
            if (p[end.number].process != no_flow_part) empty[p[end.number].process] = false;
    return empty;
  }

  EntityRef new_process(const FlowProcess& p, const Text& code) {
    Process row;
    row.code = code;
    row.name = p.name;
    row.description = p.description;
    row.own = true;
    row.level = ProcessLevel::process;
    row.level_trace = {Derivation::level_by_type, {p.id.place}};
    row.states = States::only(State::ist);  // as it is drawn; the map says whether it stays
    row.origins.push_back({source_, p.id.place, Derivation::read});
    const EntityRef ref = b_.add(EntityKind::process, b_.model.processes, std::move(row));
    b_.process_by_code.emplace(code.value, ref);
    return ref;
  }

  /// A modelling tool gives the first process of every file the same id, so that an equal id is no proof: between
  /// diagrams the name has to be the same too.
  void add_process(const FlowProcess& p) {
    const std::size_t number = made_.processes.size() + 1;
    const auto by_source = [&](const auto& key) {
      return Text{b_.keep(fmt::format("{}.{}", source_id(), key)), p.id.place};
    };
    keeps_steps_.push_back(true);
    if (p.id.empty()) return made_.processes.push_back(new_process(p, by_source(number)));
    const auto known = b_.process_by_code.find(p.id.value);
    if (known == b_.process_by_code.end()) return made_.processes.push_back(new_process(p, p.id));
    Process& row = b_.model.processes[known->second.index];
    if (drawn_.contains(known->second.index) && bare_name(row.name.value) != bare_name(p.name.value)) {
      const Text code = by_source(p.id.value);
      b_.diagnostics
          .report(Code::K349, p.id.place,
                  {std::string(p.id.value), std::string(row.name.value), std::string(p.name.value),
                   std::string(code.value)})
          .related = row.origins.front().place;
      return made_.processes.push_back(new_process(p, code));
    }
    b_.found_again(known->second, p.id, p.name, source_, Derivation::same_process_code);
    made_.processes.push_back(known->second);
    if (!wholes_.contains(known->second.index)) return;
    keeps_steps_.back() = false;
    b_.diagnostics.report(Code::K350, p.id.place,
                          {std::string(p.id.value), b_.model.sources[row.origins.front().source].id});
  }

  /// The number of each step inside its whole, by the arrows.
  void number_steps() {
    numbers_.resize(flows_.steps.size());
    std::vector<std::uint32_t> local(flows_.steps.size());
    std::vector<std::vector<std::uint32_t>> in_step(flows_.steps.size());
    std::vector<std::vector<std::uint32_t>> in_process(flows_.processes.size());
    const auto group_of = [&](const FlowStep& s) -> std::vector<std::uint32_t>& {
      return s.whole == no_flow_part ? in_process[s.process] : in_step[s.whole];
    };
    for (std::uint32_t i = 0; i < flows_.steps.size(); ++i) {
      std::vector<std::uint32_t>& group = group_of(flows_.steps[i]);
      local[i] = static_cast<std::uint32_t>(group.size());
      group.push_back(i);
    }
    using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;
    std::unordered_map<const void*, Edges> edges;
    for (const FlowOrder& order : flows_.orders) {
      const auto* group = &group_of(flows_.steps[order.from]);
      if (group == &group_of(flows_.steps[order.to])) edges[group].emplace_back(local[order.from], local[order.to]);
    }
    for (auto* groups : {&in_process, &in_step})
      for (const std::vector<std::uint32_t>& group : *groups) {
        int number = 0;
        for (const std::uint32_t at : stable_order(static_cast<std::uint32_t>(group.size()), edges[&group]))
          numbers_[group[at]] = ++number;
      }
  }

  void add_step(std::uint32_t number) {
    const FlowStep& step = flows_.steps[number];
    if (!keeps_steps_[step.process]) return made_.steps.push_back({});
    const EntityRef process = made_.processes[step.process];
    const std::string_view whole_code = b_.model.process(process).code.value;
    Process row;
    row.code.place = step.id.place;
    row.code.value = step.id.empty() ? b_.keep(fmt::format("{}.{}", whole_code, number + 1))
                                     : b_.keep(fmt::format("{}.{}", whole_code, step.id.value));
    row.name = step.name;
    row.description = step.description;
    row.own = true;
    row.level = step.kind == FlowStep::Kind::task ? ProcessLevel::step : ProcessLevel::sub_process;
    row.level_trace = {Derivation::level_by_type, {step.id.place}};
    row.order = numbers_[number];
    row.origins.push_back({source_, step.id.place, Derivation::read});
    const std::string_view code = row.code.value;
    if (row.name.empty()) row.name = row.code;
    const EntityRef ref = b_.add(EntityKind::process, b_.model.processes, std::move(row));
    b_.process_by_code.emplace(code, ref);
    const EntityRef whole = step.whole == no_flow_part ? process : made_.steps[step.whole];
    b_.link(LinkKind::part, whole, ref, Derivation::read, {step.id.place});
    made_.steps.push_back(ref);
  }

  void add_order(const FlowOrder& order) {
    const EntityRef from = made_.steps[order.from];
    const EntityRef to = made_.steps[order.to];
    if (from.known() && to.known())
      b_.link(LinkKind::order, from, to, order.places.size() == 1 ? Derivation::read : Derivation::order_by_flow,
              order.places);
  }

  EntityRef organisation_named(const Text& name) {
    if (municipality_.known() && lower_case(name.value) == "gemeente") {
      Party& party = b_.model.parties[municipality_.index];
      if (party.origins.back().source != source_) party.origins.push_back({source_, name.place, Derivation::same_name});
      return municipality_;
    }
    PartyKind kind = kind_of_party(name.value);
    if (kind == PartyKind::municipality && municipality_.known()) kind = PartyKind::other_municipality;
    const EntityRef party = b_.party_named(name, kind, source_);
    if (kind == PartyKind::municipality) municipality_ = party;
    return party;
  }

  /// Some tools give the process in a frame the name of the frame, and some people the frame that of the process. With
  /// a second process beside it, or with a name that is known to be a party's, it is a party; else the frame is only
  /// drawn around the process.
  bool is_named_as_process(const FlowParticipant& p) const {
    if (p.process == no_flow_part) return false;
    const Text& held = flows_.processes[p.process].name;
    if (held.place == p.name.place || bare_name(held.value) != bare_name(p.name.value)) return false;
    return told_ == 1 && kind_of_party(p.name.value) == PartyKind::unset &&
           !b_.party_by_name.contains(lower_case(p.name.value));
  }

  void add_participant(const FlowParticipant& p) {
    EntityRef party;
    if (!p.name.empty()) {
      if (is_named_as_process(p)) {
        b_.diagnostics.report(Code::K347, p.name.place, {std::string(p.name.value)});
      } else {
        party = organisation_named(p.name);
        if (!p.description.empty() && b_.model.party(party).description.empty())
          b_.model.parties[party.index].description = p.description;
        for (const Text& name : p.filled_by) fill_role(party, organisation_named(name), name.place);
        for (const Text& name : p.fills) fill_role(b_.party_named(name, PartyKind::role, source_), party, name.place);
      }
    }
    if (p.process != no_flow_part && !party_of_process_[p.process].known()) party_of_process_[p.process] = party;
    made_.participants.push_back(party);
  }

  void fill_role(EntityRef role, EntityRef actor, Place place) {
    if (role != actor) b_.link(LinkKind::role_filled_by, role, actor, Derivation::read, {place});
  }

  /// A lane is a role inside its participant: lanes of one name in two organisations are two roles. A party of the map
  /// with that name is meant, wherever it belongs.
  void add_lane(const FlowLane& lane) {
    const EntityRef around = lane.around == no_flow_part ? party_of_process_[lane.process] : made_.lanes[lane.around];
    Text name = lane.name;
    if (const auto known = b_.party_by_name.find(lower_case(name.value)); known != b_.party_by_name.end()) {
      const Party& party = b_.model.party(known->second);
      const bool of_map = b_.model.map && party.origins.front().source + 1 == b_.model.sources.size();
      const bool same = !around.known() || known->second == around ||
                        b_.model.organisation(known->second) == b_.model.organisation(around);
      if (!of_map && !same)
        name.value =
            b_.keep(fmt::format("{} ({})", name.value, b_.model.party(b_.model.organisation(around)).name.value));
    }
    const std::size_t before = b_.model.parties.size();
    const EntityRef party = b_.party_named(name, PartyKind::role, source_);
    if (b_.model.parties.size() != before) {
      Party& row = b_.model.parties[party.index];
      row.parent = around;
      row.name = lane.name;
      row.description = lane.description;
    }
    made_.lanes.push_back(party);
  }

  void index_applications() {
    for (std::uint32_t i = 0; i < b_.model.applications.size(); ++i)
      if (const Application& a = b_.model.applications[i]; a.own)
        applications_.emplace(b_.keep(lower_case(a.name.value)), EntityRef{EntityKind::application, i});
  }

  EntityRef application_named(const FlowStore& store) {
    const std::string_view key = b_.keep(lower_case(store.name.value));
    auto [known, is_new] = applications_.try_emplace(key);
    if (is_new) {
      Application row;
      row.code = row.name = store.name;
      row.description = store.description;
      row.own = true;
      row.origins.push_back({source_, store.name.place, Derivation::read});
      known->second = b_.add(EntityKind::application, b_.model.applications, std::move(row));
      b_.application_by_name.emplace(key, known->second);
    } else if (Application& row = b_.model.applications[known->second.index]; row.origins.back().source != source_) {
      row.origins.push_back({source_, store.name.place, Derivation::same_name});
    }
    return known->second;
  }

  void add_store(const FlowStore& store) {
    const EntityRef application = application_named(store);
    const auto support = [&](EntityRef process, std::vector<Place> places) {
      if (!process.known()) return;
      Link made;
      made.kind = LinkKind::process_application;
      made.from = process;
      made.to = application;
      made.states = States::ist_and_soll();
      made.trace = {Derivation::application_by_store, std::move(places)};
      b_.model.links.add(std::move(made));
    };
    for (const FlowStore::Use& use : store.uses) support(made_.steps[use.step], {use.place, store.name.place});
    if (store.uses.empty() && store.process != no_flow_part)
      support(made_.processes[store.process], {store.name.place});
  }

  JoinBuilder& b_;
  const ProcessFlows& flows_;
  std::uint32_t source_;
  JoinBuilder::JoinedFlows made_;
  KeyIndex applications_;  ///< the municipality's own, name in lower case
  EntityRef municipality_;
  std::ptrdiff_t told_ = 0;                   ///< participants with a process
  std::vector<EntityRef> party_of_process_;   ///< the first participant that has it
  std::vector<bool> keeps_steps_;             ///< by process: no earlier source told its steps
  std::vector<int> numbers_;                  ///< by step
  std::unordered_set<std::uint32_t> wholes_;  ///< processes that had parts before this source
  std::unordered_set<std::uint32_t> drawn_;   ///< processes of other diagrams
};

}  // namespace

void join_process_flows(JoinBuilder& b, const ProcessFlows& flows, std::uint32_t source) {
  FlowsPart(b, flows, source).run();
}

}  // namespace keuzekaart
