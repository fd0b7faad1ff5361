#include "modeler/archimate/oddities.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/model/sort_unique.hpp"

namespace keuzekaart::archimate {

namespace {

constexpr std::uint32_t unseen = 0xFFFFFFFF;

/// Counts cases and keeps the first in the order of the files.
struct Cases {
  std::size_t number = 0;
  Place first;

  void add(Place place) {
    if (number++ == 0 || place < first) first = place;
  }
  void report(Code code, Diagnostics& diagnostics, std::vector<std::string> more = {}) const {
    if (number == 0) return;
    more.insert(more.begin(), std::to_string(number));
    diagnostics.report(code, first, std::move(more));
  }
};

bool is_part_of(ConceptType type) { return type == ConceptType::composition || type == ConceptType::aggregation; }

/// Relations whose both ends were found.
std::vector<const Concept*> whole_relations(const ArchimateModel& model) {
  std::vector<const Concept*> relations;
  for (const Concept& c : model.concepts)
    if (is_relation(c.type) && c.source != ConceptId::none && c.target != ConceptId::none) relations.push_back(&c);
  return relations;
}

void report_repeats(std::vector<const Concept*> relations, Diagnostics& diagnostics) {
  const auto key = [](const Concept* r) { return std::tie(r->type, r->source, r->target); };
  std::sort(relations.begin(), relations.end(), [&](const Concept* a, const Concept* b) {
    return std::tuple_cat(key(a), std::tie(a->id.place)) < std::tuple_cat(key(b), std::tie(b->id.place));
  });
  Cases extra;
  std::size_t groups = 0;
  for (std::size_t i = 1; i < relations.size(); ++i) {
    if (key(relations[i]) != key(relations[i - 1])) continue;
    extra.add(relations[i]->id.place);
    if (i == 1 || key(relations[i - 1]) != key(relations[i - 2])) ++groups;
  }
  extra.report(Code::K602, diagnostics, {std::to_string(groups)});
}

void report_parents(const ArchimateModel& model, const std::vector<const Concept*>& relations,
                    Diagnostics& diagnostics) {
  std::vector<std::pair<ConceptId, ConceptId>> parents;
  for (const Concept* r : relations)
    if (is_part_of(r->type) && r->source != r->target) parents.emplace_back(r->target, r->source);
  sort_unique(parents);
  Cases several;
  for (std::size_t i = 1; i < parents.size(); ++i)
    if (parents[i].first == parents[i - 1].first && (i == 1 || parents[i - 2].first != parents[i].first))
      several.add(model.at(parents[i].first).id.place);
  several.report(Code::K604, diagnostics);
}

/// Strongly connected groups of elements over triggering relations, without recursion (Tarjan).
class Loops {
 public:
  Loops(const ArchimateModel& model, const std::vector<const Concept*>& relations)
      : model_(model), nodes_(model.concepts.size()) {
    for (const Concept* r : relations)
      if (r->type == ConceptType::triggering && r->source != r->target) edges_.emplace_back(r->source, r->target);
    std::sort(edges_.begin(), edges_.end());
  }

  Cases find() {
    for (const auto& [from, to] : edges_)
      if (nodes_[index_of(from)].number == unseen) visit(index_of(from));
    return loops_;
  }

 private:
  struct Node {
    std::uint32_t number = unseen;
    std::uint32_t lowest = unseen;
    bool on_stack = false;
  };
  struct Step {
    std::size_t node;
    std::size_t next_edge;
  };

  Step open(std::size_t node) {
    nodes_[node].number = nodes_[node].lowest = count_++;
    nodes_[node].on_stack = true;
    stack_.push_back(node);
    const auto first = std::lower_bound(edges_.begin(), edges_.end(),
                                        std::pair(static_cast<ConceptId>(node), static_cast<ConceptId>(0)));
    return {node, static_cast<std::size_t>(first - edges_.begin())};
  }

  void visit(std::size_t start) {
    std::vector<Step> path{open(start)};
    while (!path.empty()) {
      Step& step = path.back();
      Node& node = nodes_[step.node];
      if (step.next_edge < edges_.size() && index_of(edges_[step.next_edge].first) == step.node) {
        const std::size_t target = index_of(edges_[step.next_edge++].second);
        if (nodes_[target].number == unseen)
          path.push_back(open(target));
        else if (nodes_[target].on_stack)
          node.lowest = std::min(node.lowest, nodes_[target].number);
        continue;
      }
      const std::size_t done = step.node;
      path.pop_back();
      if (!path.empty())
        nodes_[path.back().node].lowest = std::min(nodes_[path.back().node].lowest, nodes_[done].lowest);
      if (nodes_[done].lowest == nodes_[done].number) close(done);
    }
  }

  void close(std::size_t head) {
    Cases members;
    std::size_t member = unseen;
    do {
      member = stack_.back();
      stack_.pop_back();
      nodes_[member].on_stack = false;
      members.add(model_.concepts[member].id.place);
    } while (member != head);
    if (members.number > 1) loops_.add(members.first);
  }

  const ArchimateModel& model_;
  std::vector<Node> nodes_;
  std::vector<std::pair<ConceptId, ConceptId>> edges_;
  std::vector<std::size_t> stack_;
  std::uint32_t count_ = 0;
  Cases loops_;
};

}  // namespace

void report_oddities(const ArchimateModel& model, Diagnostics& diagnostics) {
  const std::vector<const Concept*> relations = whole_relations(model);
  Cases self;
  for (const Concept* r : relations)
    if (r->source == r->target) self.add(r->id.place);
  self.report(Code::K601, diagnostics);
  report_repeats(relations, diagnostics);
  Cases without_key;
  for (const Property& p : model.properties)
    if (p.key.empty()) without_key.add(p.key.place);
  without_key.report(Code::K603, diagnostics);
  report_parents(model, relations, diagnostics);
  Loops(model, relations).find().report(Code::K605, diagnostics);
}

}  // namespace keuzekaart::archimate
