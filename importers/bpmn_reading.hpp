#pragma once
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "importers/bpmn_graph.hpp"
#include "importers/outline_reader.hpp"
#include "importers/xml_outline.hpp"
#include "modeler/diagnostics/diagnostics.hpp"
#include "modeler/records/process_flows.hpp"

namespace keuzekaart {

/// One reading of one file. First everything is taken in the order in which it stands, then what refers to something
/// else is resolved, then steps are tied past gateways and events.
class BpmnReading {
 public:
  BpmnReading(const OutlineReader& in, Diagnostics& diagnostics);
  ProcessFlows read();

 private:
  enum class Kind : std::uint8_t { other, node, participant, process, lane, store };
  struct Part {
    Kind kind = Kind::other;
    std::uint32_t number = no_flow_part;
  };
  /// Where something stands while it is read.
  struct Inside {
    std::uint32_t process = no_flow_part;
    std::uint32_t whole = no_flow_part;
  };
  struct Reference {
    std::uint32_t owner = no_flow_part;    ///< number in the list of what refers
    std::uint32_t element = no_flow_part;  ///< that holds the reference
  };

  // Taking.
  void index_ids();
  void read_root(std::uint32_t element);
  void read_collaboration(std::uint32_t element);
  void read_participant(std::uint32_t element, FlowCollaboration& collaboration);
  void read_process(std::uint32_t element);
  void read_child(std::uint32_t element, Inside inside);
  void read_lane_set(std::uint32_t element, Inside inside, std::uint32_t around);
  void read_lane(std::uint32_t element, Inside inside, std::uint32_t around);
  void read_step(std::uint32_t element, FlowStep::Kind kind, Inside inside);
  void read_passage(std::uint32_t element, Inside inside);
  void read_store(std::uint32_t element, Inside inside);
  /// What has no place in the record: counted, or said to be unknown.
  void pass_over(std::uint32_t element);

  // Resolving.
  Part find(const Text& id);
  /// The part that an attribute or content names, when it is of this kind; else said.
  std::uint32_t find(Kind kind, const Text& id);
  void resolve_lanes();
  void resolve_participants();
  void resolve_stores();
  void resolve_flows();
  void order_steps();
  void resolve_messages(WaysBetween& ways);
  std::vector<FlowEnd> ends_at(const Text& id, bool forward, WaysBetween& ways);
  std::uint32_t process_of(const FlowEnd& end) const;
  void name_calls();
  void say_what_was_left();

  // Small things.
  bool is_own(std::uint32_t element) const { return namespaces_.is_own(element); }
  bool is_second(std::uint32_t element);
  Text id(std::uint32_t element) const;
  Text name(std::uint32_t element, std::string_view attribute = "name") const;
  Text documentation(std::uint32_t element) const;
  /// Remembers what an element became.
  void is(std::uint32_t element, Kind kind, std::size_t number) {
    parts_[element] = {kind, static_cast<std::uint32_t>(number)};
  }
  /// Whether a flow or message has this end; else said.
  bool has_end(std::uint32_t element, const Text& end, const char* variant);
  void count(Code code, Place place) {
    auto& counted = counted_[code];
    if (counted.first++ == 0 || place < counted.second) counted.second = place;
  }

  const OutlineReader& in_;
  const XmlOutline& xml_;
  TextPool& pool_;
  Diagnostics& diagnostics_;
  XmlNamespaces namespaces_;
  ProcessFlows out_;
  BpmnGraph graph_;
  std::vector<Part> parts_;  ///< by element
  std::unordered_map<std::string_view, std::uint32_t> by_id_;
  std::unordered_map<std::string_view, Text> names_;  ///< of messages, data stores and shared tasks, by id
  std::vector<std::uint32_t> node_of_step_;
  std::vector<bool> lane_of_process_;  ///< whether a process has lanes with a name
  std::vector<Reference> lane_members_, store_uses_, borders_, messages_, participants_, stores_;
  std::vector<std::uint32_t> flows_, partners_;  ///< elements
  std::vector<bool> in_a_lane_;                  ///< by step
  std::map<Code, std::pair<std::size_t, Place>> counted_;
  std::map<std::string_view, std::size_t> not_read_;
  Place first_not_read_;
  SkippedElements unknown_;
};

}  // namespace keuzekaart
