#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "modeler/chains/stable_order.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

using Ends = std::pair<EntityRef, EntityRef>;

/// What diagrams say that the map may say otherwise.
class FlowStatements {
 public:
  explicit FlowStatements(JoinBuilder& builder) : b_(builder) {
    for (std::uint32_t i = 0; i < b_.model.roles.size(); ++i)
      if (b_.model.roles[i].role == Role::executor) executors_[b_.model.roles[i].process].push_back(i);
    for (std::uint32_t i = 0; i < b_.model.handovers.size(); ++i) {
      const Handover& h = b_.model.handovers[i];
      told_.try_emplace({h.from, h.to}, i);
      codes_.insert(h.code.value);
    }
    first_handover_ = static_cast<std::uint32_t>(b_.model.handovers.size());
    for (const Chain& chain : b_.model.chains) chain_codes_.insert(chain.code.value);
    wholes_.resize(b_.model.processes.size());
    for (const Link& link : b_.model.links.all())
      if (link.kind == LinkKind::part) wholes_[link.to.index].push_back(link.from.index);
  }

  void run() {
    for (const JoinBuilder::JoinedFlows& part : b_.process_flows) {
      at_ = &part;
      f_ = part.flows;
      boxes_.assign(f_->participants.size(), {});
      limit_states();
      sort_by_owner();
      find_parties();
      add_executors();
      for (const FlowOrder& order : f_->orders) add_flow_handover(order);
      for (const FlowMessage& message : f_->messages) add_message(message);
      for (std::uint32_t i = 0; i < f_->collaborations.size(); ++i) add_chain(f_->collaborations[i], i);
    }
    for (const JoinBuilder::JoinedFlows& part : b_.process_flows)  // a source may call a process of a later one
      for (std::uint32_t i = 0; i < part.flows->steps.size(); ++i) tie_call(part.flows->steps[i], part.steps[i]);
    tie_agreements();
  }

 private:
  std::string_view source_id() const { return b_.model.sources[at_->source].id; }

  /// The code itself, or with the source before it when another thing has it.
  std::string_view free_code(std::set<std::string_view>& taken, const std::string& wanted) {
    std::string_view code = b_.keep(wanted);
    if (taken.contains(code)) code = b_.keep(fmt::format("{}.{}", source_id(), wanted));
    for (int n = 2; taken.contains(code); ++n) code = b_.keep(fmt::format("{}.{}-{}", source_id(), wanted, n));
    taken.insert(code);
    return code;
  }

  /// A step is there as long as its process is, of which the map may say until when.
  void limit_states() {
    for (std::uint32_t i = 0; i < f_->steps.size(); ++i)
      if (at_->steps[i].known()) {
        Process& step = b_.model.processes[at_->steps[i].index];
        step.states = step.states & b_.model.process(at_->processes[f_->steps[i].process]).states;
      }
  }

  void sort_by_owner() {
    first_level_.assign(f_->processes.size(), {});
    for (std::uint32_t i = 0; i < f_->steps.size(); ++i)
      if (f_->steps[i].whole == no_flow_part && at_->steps[i].known())
        first_level_[f_->steps[i].process].push_back(at_->steps[i]);
    orders_.assign(f_->processes.size(), {});
    for (const FlowOrder& order : f_->orders) orders_[f_->steps[order.from].process].push_back(&order);
    in_chain_.assign(f_->processes.size(), false);
    messages_.assign(f_->collaborations.size(), {});
    for (const FlowMessage& message : f_->messages) messages_[message.collaboration].push_back(&message);
  }

  EntityRef step_or_process(std::uint32_t step) const {
    return at_->steps[step].known() ? at_->steps[step] : at_->processes[f_->steps[step].process];
  }

  /// Who does each step, in the order of the lanes: those of the step, else of the sub-process around it, else the
  /// participant.
  void find_parties() {
    std::vector<std::vector<EntityRef>> of_process(f_->processes.size());
    for (std::size_t i = 0; i < f_->participants.size(); ++i)
      if (const std::uint32_t process = f_->participants[i].process;
          process != no_flow_part && at_->participants[i].known())
        of_process[process].push_back(at_->participants[i]);
    parties_.assign(f_->steps.size(), {});
    for (std::uint32_t i = 0; i < f_->steps.size(); ++i) {
      const FlowStep& step = f_->steps[i];
      for (const std::uint32_t lane : step.lanes) parties_[i].push_back(at_->lanes[lane]);
      if (parties_[i].empty())
        parties_[i] = step.whole == no_flow_part ? of_process[step.process] : parties_[step.whole];
    }
  }

  /// The map decides who does a process: the diagram counts only in the states for which the map names nobody.
  void assign(EntityRef process, EntityRef party, std::vector<Place> places) {
    if (!process.known() || !party.known() || !assigned_.insert({process, party}).second) return;
    RoleAssignment made;
    made.party = party;
    made.process = process;
    made.role = Role::executor;
    made.states = States::ist_and_soll() & b_.model.process(process).states;
    made.trace = {Derivation::executor_by_lane, std::move(places)};
    const RoleAssignment* other = nullptr;
    bool same = false;
    if (const auto known = executors_.find(process); known != executors_.end())
      for (const std::uint32_t number : known->second) {
        const RoleAssignment& r = b_.model.roles[number];
        for (const State state : {State::ist, State::soll})
          if (r.states.has(state)) made.states = made.states.without(state);
        same = same || b_.model.organisation(r.party) == b_.model.organisation(party);
        if (other == nullptr && r.states.has(State::ist)) other = &r;
      }
    if (other != nullptr && !same)
      b_.diagnostics.report(
          Code::K206, made.trace.places.front(),
          {std::string(b_.model.process(process).code.value), std::string(b_.model.party(other->party).name.value),
           std::string(b_.model.party(party).name.value)});
    if (!made.states.empty()) b_.model.roles.push_back(std::move(made));
  }

  void add_executors() {
    for (std::size_t i = 0; i < f_->participants.size(); ++i)
      if (const FlowParticipant& p = f_->participants[i]; p.process != no_flow_part)
        assign(at_->processes[p.process], at_->participants[i], {p.name.place});
    for (std::uint32_t i = 0; i < f_->steps.size(); ++i)
      for (const std::uint32_t lane : f_->steps[i].lanes)
        assign(at_->steps[i], at_->lanes[lane], {f_->lanes[lane].name.place, f_->steps[i].id.place});
  }

  /// When the map tells of a handover between the two, it is that one.
  void add_handover(const Text& code, const Text& name, const Text& description, const Ends& ends, Derivation rule) {
    if (!ends.first.known() || !ends.second.known() || ends.first == ends.second) return;
    if (const auto told = told_.find(ends); told != told_.end()) {
      b_.model.handovers[told->second].origins.push_back({at_->source, code.place, rule});
      return;
    }
    Handover made;
    made.code = {free_code(codes_, std::string(code.value)), code.place};
    made.name = name;
    made.description = description;
    made.origins.push_back({at_->source, code.place, rule});
    made.from = ends.first;
    made.to = ends.second;
    made.states = States::ist_and_soll();
    b_.add(EntityKind::handover, b_.model.handovers, std::move(made));
  }

  /// An arrow from a step of one party to a step of another is a handover too.
  void add_flow_handover(const FlowOrder& order) {
    const std::vector<EntityRef>& from = parties_[order.from];
    const std::vector<EntityRef>& to = parties_[order.to];
    const auto does_both = [&](EntityRef party) { return std::ranges::find(to, party) != to.end(); };
    if (from.empty() || to.empty() || std::ranges::any_of(from, does_both)) return;
    const Ends ends{at_->steps[order.from], at_->steps[order.to]};
    if (!ends.first.known() || !ends.second.known()) return;
    const std::string code = fmt::format(
        "{}--{}", b_.model.process(ends.first).code.value,
        f_->steps[order.to].id.empty() ? b_.model.process(ends.second).code.value : f_->steps[order.to].id.value);
    add_handover({b_.keep(code), order.places.front()}, {}, {}, ends, Derivation::handover_by_flow);
  }

  /// What a participant does whose process is not told, as one process. It is none of the municipality's own.
  EntityRef box(std::uint32_t number) {
    EntityRef& made = boxes_[number];
    if (made.known()) return made;
    const FlowParticipant& p = f_->participants[number];
    Process row;
    row.code = p.id;
    if (p.id.empty() || b_.process_by_code.contains(p.id.value))
      row.code.value = b_.keep(
          fmt::format("{}.{}", source_id(), p.id.empty() ? fmt::format("{}", number + 1) : std::string(p.id.value)));
    row.name = p.name.empty() ? row.code : p.name;
    row.description = p.description;
    row.origins.push_back({at_->source, p.id.place, Derivation::read});
    const std::string_view code = row.code.value;
    made = b_.add(EntityKind::process, b_.model.processes, std::move(row));
    b_.process_by_code.emplace(code, made);
    wholes_.emplace_back();
    assign(made, at_->participants[number], {p.name.place});
    return made;
  }

  EntityRef at_end(const FlowEnd& end) {
    if (end.kind == FlowEnd::Kind::step) return step_or_process(end.number);
    return end.kind == FlowEnd::Kind::process ? at_->processes[end.number] : box(end.number);
  }

  void add_message(const FlowMessage& message) {
    Text code = message.id;
    if (code.empty()) code.value = b_.keep(fmt::format("{}.bericht-{}", source_id(), ++nameless_));
    const bool direct = message.from.size() == 1 && message.to.size() == 1;
    for (const FlowEnd& from : message.from)
      for (const FlowEnd& to : message.to)
        add_handover(code, message.name, message.description, {at_end(from), at_end(to)},
                     direct ? Derivation::read : Derivation::handover_by_flow);
  }

  /// The things of a collaboration that are drawn side by side: steps, processes as a whole that a message goes to,
  /// and participants whose process is not told. A process stands in the chain of the first collaboration that has it.
  std::vector<EntityRef> members_of(const FlowCollaboration& collaboration, std::uint32_t number) {
    std::set<std::uint32_t> whole;  // processes that a message goes to or comes from as a whole
    std::set<std::uint32_t> silent;
    for (const FlowMessage* message : messages_[number])
      for (const auto* ends : {&message->from, &message->to})
        for (const FlowEnd& end : *ends) {
          if (end.kind == FlowEnd::Kind::process) whole.insert(end.number);
          if (end.kind == FlowEnd::Kind::participant) silent.insert(end.number);
        }
    std::vector<EntityRef> members;
    std::size_t with_members = 0;
    for (const std::uint32_t p : collaboration.participants) {
      const std::size_t before = members.size();
      const std::uint32_t process = f_->participants[p].process;
      if (silent.contains(p)) members.push_back(box(p));
      if (process != no_flow_part && !in_chain_[process]) {
        in_chain_[process] = true;
        if ((whole.contains(process) || first_level_[process].empty()) && at_->processes[process].known())
          members.push_back(at_->processes[process]);
        members.insert(members.end(), first_level_[process].begin(), first_level_[process].end());
      }
      with_members += members.size() != before;
    }
    if (with_members < 2) members.clear();
    return members;
  }

  void add_chain(const FlowCollaboration& collaboration, std::uint32_t number) {
    const std::vector<EntityRef> members = members_of(collaboration, number);
    if (members.empty()) return;
    std::map<EntityRef, std::uint32_t> index;
    for (const EntityRef member : members) index.try_emplace(member, static_cast<std::uint32_t>(index.size()));
    std::vector<EntityRef> by_number(index.size());
    for (const auto& [member, i] : index) by_number[i] = member;
    Chain chain;
    chain.code = collaboration.id;
    if (chain.code.empty()) chain.code.value = b_.keep(fmt::format("{}.{}", source_id(), number + 1));
    chain.code.value = free_code(chain_codes_, std::string(chain.code.value));
    chain.name = collaboration.name.empty() ? name_of_processes(collaboration) : collaboration.name;
    chain.description = collaboration.description;
    chain.own = true;
    chain.origins.push_back({at_->source, collaboration.id.place, Derivation::chain_by_collaboration});
    for (const std::uint32_t i : stable_order(static_cast<std::uint32_t>(by_number.size()), edges_of(index, number))) {
      chain.processes.push_back(by_number[i]);
      chain.link_places.push_back(b_.model.process(by_number[i]).origins.front().place);
    }
    b_.add(EntityKind::chain, b_.model.chains, std::move(chain));
  }

  /// What comes before what. A participant that starts the chain with a message stands first, also when it hears how
  /// it ended.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges_of(const std::map<EntityRef, std::uint32_t>& index,
                                                                std::uint32_t collaboration) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    const auto connect = [&](EntityRef from, EntityRef to) {
      const auto a = index.find(from), b = index.find(to);
      if (a != index.end() && b != index.end()) edges.emplace_back(a->second, b->second);
    };
    std::set<std::uint32_t> senders;
    for (const FlowMessage* message : messages_[collaboration])
      for (const FlowEnd& end : message->from)
        if (end.kind == FlowEnd::Kind::participant) senders.insert(end.number);
    for (const std::uint32_t p : f_->collaborations[collaboration].participants)
      if (const std::uint32_t process = f_->participants[p].process; process != no_flow_part)
        for (const FlowOrder* order : std::exchange(orders_[process], {}))
          connect(at_->steps[order->from], at_->steps[order->to]);
    for (const FlowMessage* message : messages_[collaboration])
      for (const FlowEnd& from : message->from)
        for (const FlowEnd& to : message->to)
          if (to.kind != FlowEnd::Kind::participant || !senders.contains(to.number)) connect(at_end(from), at_end(to));
    return edges;
  }

  Text name_of_processes(const FlowCollaboration& collaboration) {
    Text name{{}, collaboration.id.place};
    std::string all;
    for (const std::uint32_t p : collaboration.participants) {
      const std::uint32_t process = f_->participants[p].process;
      if (process == no_flow_part) continue;
      const Text& one = f_->processes[process].name;
      if (all.empty()) name.place = one.place;
      all.append(all.empty() ? "" : ", ").append(one.value);
    }
    name.value = all.empty() ? collaboration.id.value : b_.keep(all);
    return name;
  }

  /// A called process is part of the step that calls it, unless the step is itself part of that process.
  void tie_call(const FlowStep& call, EntityRef step) {
    if (call.called.empty() || !step.known()) return;
    const auto found = b_.process_by_code.find(call.called.value);
    if (found == b_.process_by_code.end()) {
      b_.diagnostics.report(Code::K346, call.called.place,
                            {std::string(call.name.value), std::string(call.called.value)});
      return;
    }
    const std::uint32_t called = found->second.index;
    if (is_in(step.index, called))
      return b_.link(LinkKind::process_related, step, found->second, Derivation::read, {call.called.place});
    b_.link(LinkKind::part, step, found->second, Derivation::same_identifier, {call.called.place});
    wholes_[called].push_back(step.index);
  }

  /// A process and everything that it is in, nearest first.
  std::vector<std::uint32_t> with_wholes(std::uint32_t process) const {
    std::vector<std::uint32_t> found{process};
    std::unordered_set<std::uint32_t> seen{process};
    for (std::size_t at = 0; at < found.size(); ++at)
      for (const std::uint32_t whole : wholes_[found[at]])
        if (seen.insert(whole).second) found.push_back(whole);
    return found;
  }

  bool is_in(std::uint32_t process, std::uint32_t whole) const {
    const std::vector<std::uint32_t> all = with_wholes(process);
    return std::ranges::find(all, whole) != all.end();
  }

  /// The agreement of a handover: the first that the map has for one of its processes, or a whole of that, between the
  /// two organisations.
  void tie_agreements() {
    if (b_.model.agreements.empty() || first_handover_ == b_.model.handovers.size()) return;
    std::map<std::uint32_t, std::vector<std::uint32_t>> covering;
    for (std::uint32_t i = 0; i < b_.model.agreements.size(); ++i)
      for (const EntityRef process : b_.model.agreements[i].processes) covering[process.index].push_back(i);
    std::map<std::uint32_t, std::set<EntityRef>> doing;
    for (const RoleAssignment& r : b_.model.roles)
      if (r.role == Role::executor) doing[r.process.index].insert(b_.model.organisation(r.party));
    for (std::uint32_t i = first_handover_; i < b_.model.handovers.size(); ++i) {
      Handover& handover = b_.model.handovers[i];
      std::set<std::uint32_t> agreements;
      std::set<EntityRef> ends[2];
      for (const int side : {0, 1})
        for (const std::uint32_t process : with_wholes((side == 0 ? handover.from : handover.to).index)) {
          if (const auto found = covering.find(process); found != covering.end())
            agreements.insert(found->second.begin(), found->second.end());
          if (const auto found = doing.find(process); ends[side].empty() && found != doing.end())
            ends[side] = found->second;
        }
      for (const std::uint32_t number : agreements)
        if (is_between(b_.model.agreements[number], ends[0], ends[1])) {
          const Agreement& agreement = b_.model.agreements[number];
          handover.agreement = {EntityKind::agreement, number};
          handover.origins.push_back(
              {agreement.origins.front().source, agreement.origins.front().place, Derivation::same_identifier});
          break;
        }
    }
  }

  bool is_between(const Agreement& agreement, const std::set<EntityRef>& from, const std::set<EntityRef>& to) const {
    std::set<EntityRef> parties;
    for (const EntityRef party : agreement.parties) parties.insert(b_.model.organisation(party));
    const auto named = [&](const std::set<EntityRef>& side) {
      return std::ranges::any_of(side, [&](EntityRef party) { return parties.contains(party); });
    };
    return from != to && named(from) && named(to);
  }

  JoinBuilder& b_;
  const JoinBuilder::JoinedFlows* at_ = nullptr;  ///< the source that is being joined
  const ProcessFlows* f_ = nullptr;
  std::map<EntityRef, std::vector<std::uint32_t>> executors_;  ///< that other sources name, by process
  std::set<std::pair<EntityRef, EntityRef>> assigned_;         ///< process and executor, by diagrams
  std::map<Ends, std::uint32_t> told_;                         ///< handovers of other sources
  std::set<std::string_view> codes_, chain_codes_;
  std::vector<std::vector<std::uint32_t>> wholes_;         ///< of each process
  std::vector<std::vector<EntityRef>> parties_;            ///< of each step of the source
  std::vector<std::vector<EntityRef>> first_level_;        ///< steps of each process that are in no sub-process
  std::vector<std::vector<const FlowOrder*>> orders_;      ///< of each process, until a chain has them
  std::vector<bool> in_chain_;                             ///< by process
  std::vector<std::vector<const FlowMessage*>> messages_;  ///< of each collaboration
  std::vector<EntityRef> boxes_;                           ///< by participant
  std::size_t nameless_ = 0;
  std::uint32_t first_handover_ = 0;  ///< of those made here
};

}  // namespace

void join_flow_statements(JoinBuilder& builder) {
  if (!builder.process_flows.empty()) FlowStatements(builder).run();
}

}  // namespace keuzekaart
