#include "importers/bpmn_reading.hpp"

#include <fmt/format.h>

#include "importers/bpmn_words.hpp"
#include "importers/tidy_text.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

constexpr std::string_view diagram_namespace = "http://www.omg.org/spec/BPMN/20100524/DI";

}  // namespace

BpmnReading::BpmnReading(const OutlineReader& in, Diagnostics& diagnostics)
    : in_(in),
      xml_(in.xml()),
      pool_(in.pool()),
      diagnostics_(diagnostics),
      namespaces_(in.xml()),
      parts_(in.xml().elements.size()) {}

ProcessFlows BpmnReading::read() {
  index_ids();
  const Text program = name(0, "exporter");
  const Text version = name(0, "exporterVersion");
  out_.exporter = program;
  if (!program.empty() && !version.empty())
    out_.exporter.value = pool_.keep(fmt::format("{} {}", program.value, version.value));
  in_.children(0, [&](std::uint32_t child) { read_root(child); });
  resolve_participants();
  resolve_lanes();
  resolve_stores();
  resolve_flows();
  name_calls();
  say_what_was_left();
  return std::move(out_);
}

/// Extensions have ids of their own kind, which nothing of the process refers to.
void BpmnReading::index_ids() {
  for (std::uint32_t i = 0; i < xml_.elements.size(); ++i) {
    if (!is_own(i) || in_.name(i) == "extensionElements") {
      i = xml_.elements[i].end - 1;
      continue;
    }
    if (const Text found = id(i); !found.empty()) by_id_.try_emplace(found.value, i);
  }
}

Text BpmnReading::id(std::uint32_t element) const { return trimmed(in_.attribute(element, "id")); }

Text BpmnReading::name(std::uint32_t element, std::string_view attribute) const {
  return on_one_line(in_.attribute(element, attribute), pool_);
}

Text BpmnReading::documentation(std::uint32_t element) const {
  Text found;
  in_.children(element, [&](std::uint32_t child) {
    if (!is_own(child) || in_.name(child) != "documentation") return;
    const Text text = in_.trimmed_content(child);
    if (found.empty())
      found = text;
    else if (!text.empty())
      found.value = pool_.keep(fmt::format("{}\n{}", found.value, text.value));
  });
  return found;
}

bool BpmnReading::is_second(std::uint32_t element) {
  const Text own = id(element);
  if (own.empty()) return false;
  const std::uint32_t first = by_id_.at(own.value);
  if (first == element) return false;
  diagnostics_.report(Code::K201, own.place, {std::string(own.value)}).related = id(first).place;
  return true;
}

void BpmnReading::pass_over(std::uint32_t element) {
  const std::string_view local = in_.name(element);
  if (namespaces_.of(element) == diagram_namespace) return;
  if (is_own(element) && local == "extensionElements")
    return in_.children(element, [&](std::uint32_t child) { pass_over(child); });
  if (is_own(element)) {
    const BpmnPart part = bpmn_part(local);
    if (part == BpmnPart::silent) return;
    if (part == BpmnPart::unknown) return unknown_.add(xml_.elements[element].name, in_.place_of(element));
  }
  if (not_read_.empty()) first_not_read_ = in_.place_of(element);
  ++not_read_[is_own(element) ? local : xml_.elements[element].name];
}

void BpmnReading::read_root(std::uint32_t element) {
  const std::string_view local = in_.name(element);
  if (!is_own(element)) return pass_over(element);
  if (local == "extensionElements" || local == "documentation") return pass_over(element);
  if (is_second(element)) return;
  if (local == "process") return read_process(element);
  if (local == "collaboration") return read_collaboration(element);
  if (local == "partnerEntity" || local == "partnerRole") {
    partners_.push_back(element);
    return;
  }
  if (local == "import") {
    // Types of data, services and decisions have no place on the map.
    const Text type = in_.attribute(element, "importType");
    if (!type.empty() && type.value != bpmn_namespace) return;
    const Text location = in_.attribute(element, "location");
    diagnostics_.report(Code::K355, location.place.known() ? location.place : in_.place_of(element),
                        {std::string(location.value)});
    return;
  }
  if (local == "message" || local == "dataStore" || is_global_task(local)) {
    const Text called = name(element);
    if (const Text own = id(element); !own.empty()) names_.emplace(own.value, called);
    if (local != "dataStore") return;
    out_.stores.push_back({id(element), called, documentation(element), no_flow_part, {}});
    is(element, Kind::store, out_.stores.size() - 1);
    return;
  }
  pass_over(element);
}

void BpmnReading::read_collaboration(std::uint32_t element) {
  FlowCollaboration made{id(element), name(element), documentation(element), {}};
  if (made.id.empty()) made.id.place = in_.place_of(element);
  const auto number = static_cast<std::uint32_t>(out_.collaborations.size());
  in_.children(element, [&](std::uint32_t child) {
    const std::string_view local = in_.name(child);
    if (is_own(child) && local == "participant") {
      if (!is_second(child)) read_participant(child, made);
    } else if (is_own(child) && local == "messageFlow") {
      if (!is_second(child)) messages_.push_back({number, child});
    } else if (!is_own(child) || local != "documentation") {
      pass_over(child);
    }
  });
  out_.collaborations.push_back(std::move(made));
}

void BpmnReading::read_participant(std::uint32_t element, FlowCollaboration& collaboration) {
  FlowParticipant made;
  made.id = id(element);
  if (made.id.empty()) made.id.place = in_.place_of(element);
  made.name = name(element);
  made.description = documentation(element);
  const auto number = static_cast<std::uint32_t>(out_.participants.size());
  is(element, Kind::participant, number);
  participants_.push_back({number, element});
  collaboration.participants.push_back(number);
  out_.participants.push_back(std::move(made));
  in_.children(element, [&](std::uint32_t child) {
    if (!is_own(child) || in_.name(child) != "documentation") pass_over(child);
  });
}

void BpmnReading::read_process(std::uint32_t element) {
  FlowProcess made{id(element), name(element), documentation(element)};
  if (made.id.empty()) {
    made.id.place = in_.place_of(element);
    count(Code::K340, made.id.place);
  }
  const auto number = static_cast<std::uint32_t>(out_.processes.size());
  is(element, Kind::process, number);
  out_.processes.push_back(std::move(made));
  lane_of_process_.push_back(false);
  in_.children(element, [&](std::uint32_t child) { read_child(child, {number, no_flow_part}); });
}

void BpmnReading::read_child(std::uint32_t element, Inside inside) {
  if (!is_own(element)) return pass_over(element);
  if (in_.name(element) == "documentation") return;
  const BpmnPart part = bpmn_part(in_.name(element));
  if (part == BpmnPart::silent || part == BpmnPart::not_read || part == BpmnPart::unknown) return pass_over(element);
  if (is_second(element)) return;
  switch (part) {
    case BpmnPart::task:
      return read_step(element, FlowStep::Kind::task, inside);
    case BpmnPart::sub_process:
      return read_step(element, FlowStep::Kind::sub_process, inside);
    case BpmnPart::call:
      return read_step(element, FlowStep::Kind::call, inside);
    case BpmnPart::passage:
      return read_passage(element, inside);
    case BpmnPart::lane_set:
      return read_lane_set(element, inside, no_flow_part);
    case BpmnPart::store_reference:
      return read_store(element, inside);
    case BpmnPart::sequence_flow:
      flows_.push_back(element);
      return in_.children(element, [&](std::uint32_t child) { pass_over(child); });
    default:
      return pass_over(element);
  }
}

void BpmnReading::read_lane_set(std::uint32_t element, Inside inside, std::uint32_t around) {
  in_.children(element, [&](std::uint32_t child) {
    if (!is_own(child) || in_.name(child) != "lane")
      pass_over(child);
    else if (!is_second(child))
      read_lane(child, inside, around);
  });
}

void BpmnReading::read_lane(std::uint32_t element, Inside inside, std::uint32_t around) {
  FlowLane made{id(element), name(element), documentation(element), inside.process, around};
  if (made.id.empty()) made.id.place = in_.place_of(element);
  std::uint32_t counts = around;
  if (made.name.empty()) {
    count(Code::K348, made.id.place);
  } else {
    counts = static_cast<std::uint32_t>(out_.lanes.size());
    out_.lanes.push_back(std::move(made));
    lane_of_process_[inside.process] = true;
  }
  is(element, Kind::lane, counts);
  in_.children(element, [&](std::uint32_t child) {
    const std::string_view local = in_.name(child);
    if (is_own(child) && local == "flowNodeRef")
      lane_members_.push_back({counts, child});
    else if (is_own(child) && bpmn_part(local) == BpmnPart::lane_set)
      read_lane_set(child, inside, counts);
    else if (!is_own(child) || local != "documentation")
      pass_over(child);
  });
}

void BpmnReading::read_step(std::uint32_t element, FlowStep::Kind kind, Inside inside) {
  FlowStep made;
  made.id = id(element);
  if (made.id.empty()) {
    made.id.place = in_.place_of(element);
    count(Code::K340, made.id.place);
  }
  made.name = name(element);
  made.description = documentation(element);
  made.kind = kind;
  made.process = inside.process;
  made.whole = inside.whole;
  if (kind == FlowStep::Kind::call) {
    made.called = trimmed(in_.attribute(element, "calledElement"));
    if (made.called.value.find("${") == std::string_view::npos)  // else worked out while it runs
      if (const std::size_t colon = made.called.value.rfind(':'); colon != std::string_view::npos) {
        made.called.value.remove_prefix(colon + 1);
        made.called.place.offset += static_cast<std::uint32_t>(colon + 1);
      }
  }
  const auto number = static_cast<std::uint32_t>(out_.steps.size());
  out_.steps.push_back(std::move(made));
  in_a_lane_.push_back(false);
  node_of_step_.push_back(graph_.add({number, inside.process, inside.whole, {}, false}));
  is(element, Kind::node, node_of_step_.back());
  const Inside here{inside.process, number};
  in_.children(element, [&](std::uint32_t child) {
    if (is_own(child) && bpmn_part(in_.name(child)) == BpmnPart::store_use)
      store_uses_.push_back({number, child});
    else
      read_child(child, here);
  });
}

void BpmnReading::read_passage(std::uint32_t element, Inside inside) {
  BpmnGraph::Node node{no_flow_part, inside.process, inside.whole, {}, false};
  node.jumps = in_.name(element) == "intermediateThrowEvent";
  in_.children(element, [&](std::uint32_t child) {
    if (is_own(child) && in_.name(child) == "linkEventDefinition") node.link_name = name(child);
    pass_over(child);
  });
  const std::uint32_t number = graph_.add(node);
  is(element, Kind::node, number);
  if (in_.attribute(element, "attachedToRef").place.known()) borders_.push_back({number, element});
}

void BpmnReading::read_store(std::uint32_t element, Inside inside) {
  FlowStore made{id(element), name(element), documentation(element), inside.process, {}};
  if (made.id.empty()) made.id.place = in_.place_of(element);
  const auto number = static_cast<std::uint32_t>(out_.stores.size());
  out_.stores.push_back(std::move(made));
  is(element, Kind::store, number);
  stores_.push_back({number, element});
}

void BpmnReading::say_what_was_left() {
  for (const auto& [code, counted] : counted_)
    diagnostics_.report(code, counted.second, {std::to_string(counted.first)});
  unknown_.report(diagnostics_);
  if (not_read_.empty()) return;
  std::string all;
  for (const auto& [word, number] : not_read_) all += fmt::format("{}{} ({})", all.empty() ? "" : ", ", word, number);
  diagnostics_.report(Code::K345, first_not_read_, {std::move(all)});
}

}  // namespace keuzekaart
