#include <fmt/format.h>

#include <algorithm>

#include "importers/bpmn_reading.hpp"
#include "importers/tidy_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

/// An event with more steps around it than this says too little of which of them has the message.
constexpr std::size_t most_ends = 20;
/// More lanes around one step are no lanes any more.
constexpr std::size_t most_lanes = 20;

}  // namespace

/// A reference may bear the prefix of a namespace.
BpmnReading::Part BpmnReading::find(const Text& id) {
  auto found = by_id_.find(id.value);
  if (found == by_id_.end())
    if (const std::size_t colon = id.value.find(':'); colon != std::string_view::npos)
      found = by_id_.find(id.value.substr(colon + 1));
  if (found != by_id_.end()) {
    const Part part = parts_[found->second];
    if (part.kind != Kind::other) return part;
    diagnostics_.report(Code::K354, id.place, {std::string(id.value), std::string(in_.name(found->second))});
  } else {
    diagnostics_.report(Code::K203, id.place, {std::string(id.value)});
  }
  return {};
}

std::uint32_t BpmnReading::find(Kind kind, const Text& id) {
  const Part part = find(id);
  if (part.kind == kind) return part.number;
  if (part.kind != Kind::other) {
    const auto found = by_id_.find(id.value);
    const std::string_view what = found == by_id_.end() ? id.value : in_.name(found->second);
    diagnostics_.report(Code::K354, id.place, {std::string(id.value), std::string(what)});
  }
  return no_flow_part;
}

void BpmnReading::resolve_participants() {
  for (const Reference& r : participants_) {
    FlowParticipant& participant = out_.participants[r.owner];
    const Text process = trimmed(in_.attribute(r.element, "processRef"));
    if (!process.empty()) participant.process = find(Kind::process, process);
    if (participant.process != no_flow_part) {
      // A tool that draws a pool asks for its name, and often never for that of the process in it.
      FlowProcess& held = out_.processes[participant.process];
      if (held.name.empty()) held.name = participant.name;
    }
    if (!participant.name.empty() || participant.process != no_flow_part) continue;
    participant.name = participant.id;
    count(Code::K351, participant.id.place);
  }
  for (FlowProcess& process : out_.processes)
    if (process.name.empty()) {
      process.name = process.id;
      count(Code::K351, process.id.place);
    }
  for (const std::uint32_t element : partners_) {
    const Text called = name(element);
    in_.children(element, [&](std::uint32_t child) {
      if (!is_own(child) || in_.name(child) != "participantRef") return pass_over(child);
      const std::uint32_t number = find(Kind::participant, in_.trimmed_content(child));
      if (number == no_flow_part || called.empty()) return;
      FlowParticipant& participant = out_.participants[number];
      (in_.name(element) == "partnerEntity" ? participant.filled_by : participant.fills).push_back(called);
    });
  }
}

void BpmnReading::resolve_lanes() {
  const auto is_around = [&](std::uint32_t outer, std::uint32_t inner) {
    while (inner != no_flow_part && inner != outer) inner = out_.lanes[inner].around;
    return inner == outer;
  };
  for (const Reference& r : lane_members_) {
    const Text id = in_.trimmed_content(r.element);
    const std::uint32_t node = find(Kind::node, id);
    if (node == no_flow_part || graph_.nodes[node].step == no_flow_part) continue;
    const std::uint32_t step = graph_.nodes[node].step;
    in_a_lane_[step] = true;
    if (r.owner == no_flow_part) continue;
    std::vector<std::uint32_t>& lanes = out_.steps[step].lanes;
    if (lanes.size() == most_lanes ||
        std::ranges::any_of(lanes, [&](std::uint32_t lane) { return is_around(r.owner, lane); }))
      continue;
    std::erase_if(lanes, [&](std::uint32_t lane) { return is_around(lane, r.owner); });
    lanes.push_back(r.owner);
    if (lanes.size() == 2)
      diagnostics_.report(Code::K341, id.place,
                          {std::string(id.value), std::string(out_.lanes[lanes[0]].name.value),
                           std::string(out_.lanes[lanes[1]].name.value)});
  }
  for (std::uint32_t i = 0; i < out_.steps.size(); ++i) {
    const FlowStep& step = out_.steps[i];
    if (step.whole == no_flow_part && !in_a_lane_[i] && lane_of_process_[step.process])
      count(Code::K352, step.id.place);
  }
}

void BpmnReading::resolve_stores() {
  std::vector<bool> referred(out_.stores.size());
  for (const Reference& r : stores_) {
    FlowStore& reference = out_.stores[r.owner];
    const Text store = trimmed(in_.attribute(r.element, "dataStoreRef"));
    if (!store.empty())
      if (const std::uint32_t meant = find(Kind::store, store); meant != no_flow_part) {
        referred[meant] = true;
        const FlowStore& known = out_.stores[meant];
        if (reference.name.empty()) reference.name = known.name;
        if (reference.description.empty()) reference.description = known.description;
      }
  }
  for (const Reference& r : store_uses_)
    in_.children(r.element, [&](std::uint32_t child) {
      const std::string_view local = in_.name(child);
      if (!is_own(child) || (local != "sourceRef" && local != "targetRef")) return;
      const Text id = in_.trimmed_content(child);
      if (id.empty()) return;
      const auto found = by_id_.find(id.value);
      if (found == by_id_.end())
        diagnostics_.report(Code::K203, id.place, {std::string(id.value)});
      else if (const Part part = parts_[found->second]; part.kind == Kind::store)
        out_.stores[part.number].uses.push_back({r.owner, id.place});
    });
  std::vector<FlowStore> kept;  // a store that is drawn somewhere speaks through its references
  for (std::uint32_t i = 0; i < out_.stores.size(); ++i) {
    FlowStore& store = out_.stores[i];
    if (referred[i] && store.uses.empty()) continue;
    if (store.name.empty()) {
      store.name = store.id;
      count(Code::K351, store.id.place);
    }
    kept.push_back(std::move(store));
  }
  out_.stores = std::move(kept);
}

bool BpmnReading::has_end(std::uint32_t element, const Text& end, const char* variant) {
  if (!end.empty()) return true;
  const Text own = id(element);
  diagnostics_.report(Code::K203, own.place.known() ? own.place : in_.place_of(element), {std::string(own.value)})
      .variant = variant;
  return false;
}

void BpmnReading::resolve_flows() {
  for (const std::uint32_t element : flows_) {
    const Text source = trimmed(in_.attribute(element, "sourceRef"));
    const Text target = trimmed(in_.attribute(element, "targetRef"));
    const bool whole = has_end(element, source, "no-source") & has_end(element, target, "no-target");
    if (!whole) continue;
    const std::uint32_t from = find(Kind::node, source);
    const std::uint32_t to = find(Kind::node, target);
    if (from == no_flow_part || to == no_flow_part) continue;
    const BpmnGraph::Node& a = graph_.nodes[from];
    const BpmnGraph::Node& b = graph_.nodes[to];
    if (a.process != b.process || a.whole != b.whole) {
      Diagnostic& said =
          diagnostics_.report(Code::K342, source.place, {std::string(source.value), std::string(target.value)});
      if (a.process == b.process) said.variant = "sub-process";
    }
    const Text own = id(element);
    graph_.connect(from, to, own.place.known() ? own.place : source.place);
  }
  for (const Reference& r : borders_) {
    const Text border = trimmed(in_.attribute(r.element, "attachedToRef"));
    if (const std::uint32_t step = find(Kind::node, border); step != no_flow_part)
      graph_.connect(step, r.owner, border.place);
  }
  connect_links(graph_);
  order_steps();
}

void BpmnReading::order_steps() {
  std::vector<bool> is_stop;
  for (const BpmnGraph::Node& node : graph_.nodes) is_stop.push_back(node.step != no_flow_part);
  WaysBetween ways(std::move(is_stop), graph_.edges);
  for (std::uint32_t step = 0; step < out_.steps.size(); ++step)
    for (const Way& way : ways.from(node_of_step_[step])) {
      if (way.from == way.to) continue;
      FlowOrder made{step, graph_.nodes[way.to].step, {}};
      for (const std::uint32_t edge : way.edges) made.places.push_back(graph_.edge_places[edge]);
      out_.orders.push_back(std::move(made));
    }
  resolve_messages(ways);
  if (ways.gave_up() && !out_.processes.empty())
    diagnostics_.report(Code::K344, out_.processes.front().id.place, {std::to_string(out_.orders.size())});
}

/// An event passes a message on to the steps after it, or has it from the steps before it; without any, or with very
/// many, the process that it stands in has it.
std::vector<FlowEnd> BpmnReading::ends_at(const Text& id, bool forward, WaysBetween& ways) {
  const Part part = find(id);
  switch (part.kind) {
    case Kind::process:
      return {{FlowEnd::Kind::process, part.number}};
    case Kind::participant: {
      const std::uint32_t process = out_.participants[part.number].process;
      if (process != no_flow_part) return {{FlowEnd::Kind::process, process}};
      return {{FlowEnd::Kind::participant, part.number}};
    }
    case Kind::node: {
      const BpmnGraph::Node& node = graph_.nodes[part.number];
      if (node.step != no_flow_part) return {{FlowEnd::Kind::step, node.step}};
      std::vector<FlowEnd> ends;
      for (const Way& way : forward ? ways.from(part.number) : ways.to(part.number))
        ends.push_back({FlowEnd::Kind::step, graph_.nodes[forward ? way.to : way.from].step});
      if (!ends.empty() && ends.size() <= most_ends) return ends;
      if (node.whole != no_flow_part) return {{FlowEnd::Kind::step, node.whole}};
      return {{FlowEnd::Kind::process, node.process}};
    }
    case Kind::lane:
    case Kind::store:
      diagnostics_.report(Code::K354, id.place,
                          {std::string(id.value), part.kind == Kind::lane ? "lane" : "dataStoreReference"});
      return {};
    case Kind::other:
      return {};
  }
  return {};
}

std::uint32_t BpmnReading::process_of(const FlowEnd& end) const {
  if (end.kind == FlowEnd::Kind::process) return end.number;
  return end.kind == FlowEnd::Kind::step ? out_.steps[end.number].process : no_flow_part;
}

void BpmnReading::resolve_messages(WaysBetween& ways) {
  for (const Reference& r : messages_) {
    FlowMessage made;
    made.collaboration = r.owner;
    made.id = id(r.element);
    made.name = name(r.element);
    made.description = documentation(r.element);
    if (made.id.empty()) made.id.place = in_.place_of(r.element);
    const Text message = trimmed(in_.attribute(r.element, "messageRef"));
    if (made.name.empty() && !message.empty()) {
      const std::string_view bare = message.value.substr(message.value.find(':') + 1);
      if (const auto found = names_.find(bare); found != names_.end()) made.name = found->second;
    }
    const Text source = trimmed(in_.attribute(r.element, "sourceRef"));
    const Text target = trimmed(in_.attribute(r.element, "targetRef"));
    const bool whole = has_end(r.element, source, "no-source") & has_end(r.element, target, "no-target");
    if (!whole) continue;
    made.from = ends_at(source, false, ways);
    made.to = ends_at(target, true, ways);
    if (made.from.empty() || made.to.empty()) continue;
    const std::uint32_t sender = process_of(made.from.front());
    if (sender != no_flow_part && sender == process_of(made.to.front()))
      diagnostics_.report(Code::K343, source.place, {std::string(source.value), std::string(target.value)});
    in_.children(r.element, [&](std::uint32_t child) {
      if (!is_own(child) || in_.name(child) != "documentation") pass_over(child);
    });
    out_.messages.push_back(std::move(made));
  }
}

void BpmnReading::name_calls() {
  for (FlowStep& step : out_.steps) {
    if (step.kind == FlowStep::Kind::call && !step.called.empty()) {
      if (const auto shared = names_.find(step.called.value); shared != names_.end()) {
        if (step.name.empty()) step.name = shared->second;
        step.called = {};  // a task that processes share, not a process
        step.kind = FlowStep::Kind::task;
      } else if (const auto found = by_id_.find(step.called.value); step.name.empty() && found != by_id_.end()) {
        if (const Part part = parts_[found->second]; part.kind == Kind::process)
          step.name = out_.processes[part.number].name;
      }
    }
    if (!step.name.empty()) continue;
    step.name = step.id;
    count(Code::K351, step.id.place);
  }
}

}  // namespace keuzekaart
