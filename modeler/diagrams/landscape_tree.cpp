#include "modeler/diagrams/landscape_tree.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "modeler/diagrams/diagram_texts.hpp"
#include "modeler/model/reach.hpp"

namespace keuzekaart {

namespace {

EntityRef process_ref(std::size_t row) { return {EntityKind::process, static_cast<std::uint32_t>(row)}; }

class ReferenceTree {
 public:
  explicit ReferenceTree(const Model& model) : m_(model) {}

  LandscapeTree build() {
    std::map<std::uint32_t, int> node_of;
    for (std::size_t i = 0; i < m_.processes.size(); ++i) {
      if (!m_.processes[i].landscape) continue;
      node_of[static_cast<std::uint32_t>(i)] = static_cast<int>(tree_.nodes.size());
      LandscapeNode& node = tree_.nodes.emplace_back();
      node.thing = process_ref(i);
      node.name = name_of(m_, node.thing);
    }
    if (tree_.nodes.empty()) return tree_;
    tree_.reference = true;
    std::vector<int> holder(tree_.nodes.size(), -1);
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
      std::vector<int> wholes;
      for (const std::uint32_t link : m_.links.to(LinkKind::part, tree_.nodes[i].thing))
        if (const auto found = node_of.find(m_.links.at(link).from.index); found != node_of.end())
          if (found->second != static_cast<int>(i)) wholes.push_back(found->second);
      std::sort(wholes.begin(), wholes.end(), [&](int a, int b) { return key(a) < key(b); });
      wholes.erase(std::unique(wholes.begin(), wholes.end()), wholes.end());
      tree_.nodes[i].several_wholes = wholes.size() > 1;
      for (const int whole : wholes)
        if (holder[i] < 0 && !leads_to(holder, whole, static_cast<int>(i))) holder[i] = whole;
    }
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i)
      (holder[i] < 0 ? tree_.roots : tree_.nodes[static_cast<std::size_t>(holder[i])].children)
          .push_back(static_cast<int>(i));
    for (LandscapeNode& node : tree_.nodes) sort_by_key(node.children);
    sort_by_key(tree_.roots);
    tie_own_processes(node_of);
    return std::move(tree_);
  }

 private:
  std::tuple<int, std::string, std::string_view> key(int node) const {
    const LandscapeNode& n = tree_.nodes[static_cast<std::size_t>(node)];
    const Process& p = m_.process(n.thing);
    const int kind = p.kind == ProcessKind::unset ? 9 : static_cast<int>(p.kind);
    return {kind, n.name, p.code.value};
  }

  void sort_by_key(std::vector<int>& list) const {
    std::sort(list.begin(), list.end(), [&](int a, int b) { return key(a) < key(b); });
  }

  /// Whether `from` already stands, directly or not, under `node`: then it cannot hold it (a loop in the source).
  static bool leads_to(const std::vector<int>& holder, int from, int node) {
    for (int at = from; at >= 0; at = holder[static_cast<std::size_t>(at)])
      if (at == node) return true;
    return false;
  }

  void tie_own_processes(const std::map<std::uint32_t, int>& node_of) {
    for (std::size_t i = 0; i < m_.processes.size(); ++i) {
      if (!m_.processes[i].own) continue;
      std::set<int> sure, proposed;
      for (const Link& link : m_.links.from(LinkKind::reference, process_ref(i))) {
        if (link.status == MappingStatus::rejected) continue;
        std::vector<EntityRef> chain = wholes_of(m_, link.to);
        chain.insert(chain.begin(), link.to);
        for (const EntityRef at : chain)
          if (const auto found = node_of.find(at.index); found != node_of.end()) {
            (link.status == MappingStatus::confirmed ? sure : proposed).insert(found->second);
            break;
          }
      }
      for (const int node : sure) tree_.nodes[static_cast<std::size_t>(node)].own.push_back(process_ref(i));
      for (const int node : proposed)
        if (!sure.contains(node)) ++tree_.nodes[static_cast<std::size_t>(node)].proposed;
    }
  }

  const Model& m_;
  LandscapeTree tree_;
};

/// The municipality's own processes by domain and product group; without domains by kind.
class OwnTree {
 public:
  explicit OwnTree(const Model& model) : m_(model) {}

  LandscapeTree build() {
    for (std::size_t i = 0; i < m_.processes.size(); ++i) {
      const Process& p = m_.processes[i];
      if (!p.own || p.is_step()) continue;
      const int holder = p.group.known() ? holder_of(p.group, holder_of(p.domain, -1)) : holder_of(p.domain, -1);
      LandscapeNode& node = tree_.nodes.emplace_back();
      node.thing = process_ref(i);
      node.name = name_of(m_, node.thing);
      node.own = {node.thing};
      tree_.nodes[static_cast<std::size_t>(holder)].children.push_back(static_cast<int>(tree_.nodes.size()) - 1);
    }
    for (LandscapeNode& node : tree_.nodes) sort(node.children);
    sort(tree_.roots);
    return std::move(tree_);
  }

 private:
  int holder_of(EntityRef thing, int inside) {
    const auto [found, is_new] = holders_.try_emplace(thing, static_cast<int>(tree_.nodes.size()));
    if (!is_new) return found->second;
    LandscapeNode& node = tree_.nodes.emplace_back();
    node.thing = thing;
    if (thing.known()) node.name = name_of(m_, thing);
    const int number = found->second;
    (inside < 0 ? tree_.roots : tree_.nodes[static_cast<std::size_t>(inside)].children).push_back(number);
    return number;
  }

  void sort(std::vector<int>& list) const {
    std::sort(list.begin(), list.end(), [&](int a, int b) {
      const LandscapeNode &x = tree_.nodes[static_cast<std::size_t>(a)], &y = tree_.nodes[static_cast<std::size_t>(b)];
      return std::tuple(x.children.empty(), x.name, x.thing) < std::tuple(y.children.empty(), y.name, y.thing);
    });
  }

  const Model& m_;
  LandscapeTree tree_;
  std::map<EntityRef, int> holders_;
};

}  // namespace

LandscapeTree landscape_tree(const Model& model) {
  LandscapeTree tree = ReferenceTree(model).build();
  return tree.nodes.empty() ? OwnTree(model).build() : std::move(tree);
}

}  // namespace keuzekaart
