#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "modeler/chains/stable_order.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

class ChainDerivation {
 public:
  explicit ChainDerivation(JoinBuilder& b)
      : b_(b), group_(b.model.processes.size()), wholes_(b.model.processes.size()) {
    std::iota(group_.begin(), group_.end(), 0U);
    for (const Link& link : b_.model.links.all()) {
      if (link.kind == LinkKind::part) wholes_[link.to.index].push_back(link.from.index);
      if (link.kind == LinkKind::order && !b_.model.process(link.from).own) {
        order_.push_back(&link);
        group_[root(link.from.index)] = root(link.to.index);
      }
    }
  }

  void run() {
    std::map<std::string_view, std::vector<std::uint32_t>> groups;  // by the least code of the members
    std::map<std::uint32_t, std::set<std::uint32_t>> members;
    for (const Link* link : order_)
      for (const EntityRef end : {link->from, link->to}) members[root(end.index)].insert(end.index);
    for (const auto& [root, set] : members) {
      std::vector<std::uint32_t> sorted(set.begin(), set.end());
      std::sort(sorted.begin(), sorted.end(), [&](auto x, auto y) { return code(x) < code(y); });
      groups.emplace(code(sorted.front()), std::move(sorted));
    }
    for (const auto& [first, processes] : groups) add_chain(processes);
  }

 private:
  std::uint32_t root(std::uint32_t i) {
    while (group_[i] != i) i = group_[i] = group_[group_[i]];
    return i;
  }

  std::string_view code(std::uint32_t process) const { return b_.model.processes[process].code.value; }

  /// Everything that `process` is part of, directly or not, with itself.
  std::set<std::uint32_t> all_wholes(std::uint32_t process) const {
    std::set<std::uint32_t> found;
    std::vector<std::uint32_t> open{process};
    while (!open.empty()) {
      const std::uint32_t at = open.back();
      open.pop_back();
      if (found.insert(at).second) open.insert(open.end(), wholes_[at].begin(), wholes_[at].end());
    }
    return found;
  }

  /// The least process that all of these are part of: of the wholes they share, the one that is itself part of the most
  /// others. None when they share none.
  EntityRef common_whole(const std::vector<std::uint32_t>& processes) const {
    std::set<std::uint32_t> shared = all_wholes(processes.front());
    for (const std::uint32_t p : processes) {
      const std::set<std::uint32_t> wholes = all_wholes(p);
      std::erase_if(shared, [&](std::uint32_t w) { return !wholes.contains(w); });
    }
    EntityRef best;
    std::size_t best_depth = 0;
    for (const std::uint32_t w : shared) {
      const std::size_t depth = all_wholes(w).size();
      if (!best.known() || depth > best_depth || (depth == best_depth && code(w) < code(best.index))) {
        best = {EntityKind::process, w};
        best_depth = depth;
      }
    }
    return best;
  }

  void add_chain(const std::vector<std::uint32_t>& processes) {
    Chain chain;
    const EntityRef whole = common_whole(processes);
    const std::uint32_t named = whole.known() ? whole.index : processes.front();
    chain.code = b_.model.processes[named].code;
    chain.name = b_.model.processes[named].name;
    if (!whole.known()) {
      const Text& folder = b_.folder_of_process[named];
      const bool same = std::ranges::all_of(
          processes, [&](std::uint32_t p) { return b_.folder_of_process[p].value == folder.value; });
      if (same && !folder.empty()) chain.name = folder;
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    std::vector<Place> places;
    const auto number = [&](EntityRef p) {
      return static_cast<std::uint32_t>(std::ranges::find(processes, p.index) - processes.begin());
    };
    for (const Link* link : order_)
      if (std::ranges::find(processes, link->from.index) != processes.end()) {
        edges.emplace_back(number(link->from), number(link->to));
        places.push_back(link->trace.places.front());
      }
    for (const std::uint32_t at : stable_order(static_cast<std::uint32_t>(processes.size()), edges)) {
      chain.processes.push_back({EntityKind::process, processes[at]});
      const Process& p = b_.model.processes[processes[at]];
      chain.link_places.push_back(p.origins.front().place);
    }
    chain.origins.push_back(
        {b_.model.processes[named].origins.front().source, places.front(), Derivation::chain_by_triggering});
    b_.add(EntityKind::chain, b_.model.chains, std::move(chain));
  }

  JoinBuilder& b_;
  std::vector<const Link*> order_;
  std::vector<std::uint32_t> group_;
  std::vector<std::vector<std::uint32_t>> wholes_;
};

}  // namespace

void derive_reference_chains(JoinBuilder& builder) {
  builder.folder_of_process.resize(builder.model.processes.size());
  ChainDerivation(builder).run();
}

}  // namespace keuzekaart
