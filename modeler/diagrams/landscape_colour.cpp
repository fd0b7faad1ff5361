#include "modeler/diagrams/landscape_colour.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "modeler/diagrams/diagram_texts.hpp"
#include "modeler/model/reach.hpp"

namespace keuzekaart {

namespace {

/// The categories before they are counted and lettered. `key` orders the legend.
struct Verdict {
  int key = 0;
  std::string label;
  std::string mark;
  Tone tone = Tone::none;
};

class Colourer {
 public:
  Colourer(const DiagramContext& context, const LandscapeTree& tree) : c_(context), m_(context.model), tree_(tree) {}

  LandscapeColouring run() {
    LandscapeColouring out;
    const bool by_party = c_.options.color_by == ColorBy::executor || c_.options.color_by == ColorBy::owner;
    std::vector<Verdict> verdicts(tree_.nodes.size());
    if (by_party) choose_parties();
    std::map<std::tuple<int, std::string>, int> index;
    std::vector<std::pair<std::tuple<int, std::string>, Verdict>> kinds;
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
      if (tree_.nodes[i].thing.kind != EntityKind::process || !tree_.nodes[i].thing.known()) continue;
      verdicts[i] = verdict(i);
      index.try_emplace({verdicts[i].key, verdicts[i].label}, -1);
    }
    int next = 0;
    for (auto& [key, number] : index) number = next++;
    out.categories.resize(index.size());
    out.of_node.assign(tree_.nodes.size(), -1);
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
      const Verdict& v = verdicts[i];
      if (v.label.empty()) continue;
      const int number = index.at({v.key, v.label});
      out.of_node[i] = number;
      LandscapeCategory& category = out.categories[static_cast<std::size_t>(number)];
      category.label = v.label;
      category.mark = v.mark;
      category.tone = v.tone;
      ++category.count;
    }
    write_title(out);
    return out;
  }

 private:
  std::string text(std::string_view key) const { return c_.labels.get(key); }

  /// Own processes tied to the node and to everything below it.
  std::vector<EntityRef> own_below(std::size_t node) const {
    std::set<EntityRef> found(tree_.nodes[node].own.begin(), tree_.nodes[node].own.end());
    for (const int child : tree_.nodes[node].children)
      for (const EntityRef p : own_below(static_cast<std::size_t>(child))) found.insert(p);
    return {found.begin(), found.end()};
  }

  Verdict verdict(std::size_t node) const {
    switch (c_.options.color_by) {
      case ColorBy::kind:
        return by_kind(node);
      case ColorBy::product_coverage:
      case ColorBy::application_coverage:
        return by_own_coverage(node);
      case ColorBy::function_coverage:
        return by_function(node);
      case ColorBy::executor:
      case ColorBy::owner:
        return by_party(node);
      case ColorBy::findings:
        return by_findings(node);
      case ColorBy::change:
        break;
    }
    return by_change(node);
  }

  Verdict by_kind(std::size_t node) const {
    const ProcessKind kind = m_.process(tree_.nodes[node].thing).kind;
    if (kind == ProcessKind::unset) return {9, text("landschap.soort-onbekend"), "?", Tone::missing};
    const std::string label = text(fmt::format("processoort.{}", word_of(kind)));
    const Tone tone = kind == ProcessKind::steering  ? Tone::category1
                      : kind == ProcessKind::primary ? Tone::category2
                                                     : Tone::category3;
    return {static_cast<int>(kind), label, text(fmt::format("landschap.letter.{}", word_of(kind))), tone};
  }

  Verdict by_function(std::size_t node) const {
    const EntityRef process = tree_.nodes[node].thing;
    const bool reached = !functions_of(m_, process).empty();
    if (reached) return {0, text("landschap.functie.ja"), text("landschap.letter.ja"), Tone::good};
    const auto own = tree_.nodes[node].own;
    if (tree_.reference && std::ranges::any_of(own, [&](EntityRef p) { return !functions_of(m_, p).empty(); }))
      return {1, text("landschap.functie.eigen"), text("landschap.letter.eigen"), Tone::partly};
    return {2, text("landschap.functie.nee"), text("landschap.letter.nee"), Tone::missing};
  }

  bool covered(EntityRef own) const {
    return c_.options.color_by == ColorBy::product_coverage ? !follow_back(m_, LinkKind::product_process, {own}).empty()
                                                            : !follow(m_, LinkKind::process_application, {own}).empty();
  }

  Verdict by_own_coverage(std::size_t node) const {
    const std::string what = c_.options.color_by == ColorBy::product_coverage ? "product" : "applicatie";
    const std::vector<EntityRef> own = own_below(node);
    const auto with = static_cast<std::size_t>(std::ranges::count_if(own, [&](EntityRef p) { return covered(p); }));
    if (own.empty()) return {3, text("landschap.geen-eigen"), "–", Tone::missing};
    if (with == own.size()) return {0, text("landschap." + what + ".alle"), text("landschap.letter.alle"), Tone::good};
    if (with > 0) return {1, text("landschap." + what + ".deels"), text("landschap.letter.deels"), Tone::partly};
    return {2, text("landschap." + what + ".geen"), text("landschap.letter.nee"), Tone::bad};
  }

  Role role() const { return c_.options.color_by == ColorBy::owner ? Role::responsible : Role::executor; }
  State state() const { return c_.options.state == DrawnState::soll ? State::soll : State::ist; }

  std::set<EntityRef> parties_of(std::size_t node, State in) const {
    std::set<EntityRef> found;
    std::vector<EntityRef> processes = own_below(node);
    if (tree_.reference && processes.empty()) processes = {tree_.nodes[node].thing};
    for (const EntityRef p : processes)
      for (const RoleAssignment* r : roles_in(m_, p, role(), in)) found.insert(r->party);
    return found;
  }

  /// The seven parties that alone do most get a colour; the rest share one.
  void choose_parties() {
    std::map<EntityRef, std::size_t> alone;
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
      if (tree_.nodes[i].thing.kind != EntityKind::process || !tree_.nodes[i].thing.known()) continue;
      const std::set<EntityRef> parties = parties_of(i, state());
      if (parties.size() == 1) ++alone[*parties.begin()];
    }
    std::vector<std::pair<EntityRef, std::size_t>> order(alone.begin(), alone.end());
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    for (std::size_t i = 0; i < order.size() && i < 7; ++i) shown_[order[i].first] = static_cast<int>(i);
  }

  Verdict by_party(std::size_t node) const {
    const std::set<EntityRef> parties = parties_of(node, state());
    if (parties.empty()) return {99, text("landschap.partij-onbekend"), "–", Tone::missing};
    if (parties.size() > 1) return {50, text("landschap.gemengd"), "+", Tone::mixed};
    const auto found = shown_.find(*parties.begin());
    if (found == shown_.end()) return {40, text("landschap.andere-partij"), "*", Tone::rest};
    const auto tone = static_cast<Tone>(static_cast<int>(Tone::category1) + found->second);
    return {found->second, name_of(m_, *parties.begin()), std::string(1, static_cast<char>('A' + found->second)), tone};
  }

  Verdict by_findings(std::size_t node) const {
    std::set<EntityRef> things;
    for (const EntityRef p : own_below(node)) things.insert(p);
    things.insert(tree_.nodes[node].thing);
    const auto number = std::ranges::count_if(c_.findings, [&](const Finding& f) {
      return f.counts() && std::ranges::any_of(f.elements, [&](EntityRef e) { return things.contains(e); });
    });
    if (number == 0) return {0, text("landschap.bevindingen.0"), "0", Tone::none};
    if (number <= 2) return {1, text("landschap.bevindingen.weinig"), "1-2", Tone::partly};
    if (number <= 5) return {2, text("landschap.bevindingen.meer"), "3-5", Tone::category2};
    return {3, text("landschap.bevindingen.veel"), "6+", Tone::bad};
  }

  Verdict by_change(std::size_t node) const {
    const std::vector<EntityRef> own = own_below(node);
    std::size_t changing = 0, known = 0, added = 0, ended = 0;
    for (const EntityRef p : own) {
      if (!m_.process(p).states.has(State::ist)) ++added;
      if (!m_.process(p).states.has(State::soll)) ++ended;
      std::set<EntityRef> now, wanted;
      for (const RoleAssignment* r : roles_in(m_, p, Role::executor, State::ist)) now.insert(r->party);
      for (const RoleAssignment* r : roles_in(m_, p, Role::executor, State::soll)) wanted.insert(r->party);
      if (!now.empty() || !wanted.empty()) ++known;
      if (now != wanted) ++changing;
    }
    if (known == 0) return {3, text("landschap.partij-onbekend"), "–", Tone::missing};
    if (added == own.size())
      return {4, text("landschap.verandering.nieuw"), text("landschap.letter.nieuw"), Tone::added};
    if (ended == own.size())
      return {5, text("landschap.verandering.vervalt"), text("landschap.letter.vervalt"), Tone::ended};
    if (changing == 0) return {2, text("landschap.verandering.gelijk"), "=", Tone::same};
    if (changing == own.size())
      return {0, text("landschap.verandering.alle"), text("landschap.letter.wijzigt"), Tone::changed};
    return {1, text("landschap.verandering.deels"), text("landschap.letter.deels"), Tone::category1};
  }

  void write_title(LandscapeColouring& out) const {
    const std::string key = std::string(word());
    std::size_t total = 0;
    for (const LandscapeCategory& category : out.categories) total += category.count;
    std::size_t figure = 0;  // what the title counts: the boxes in the category that the message is about
    const auto of_tones = [&](std::initializer_list<Tone> wanted) {
      std::size_t sum = 0;
      for (const LandscapeCategory& category : out.categories)
        if (std::ranges::find(wanted, category.tone) != wanted.end()) sum += category.count;
      return sum;
    };
    std::vector<std::string> arguments;
    switch (c_.options.color_by) {
      case ColorBy::kind:
        for (const Tone tone : {Tone::category1, Tone::category2, Tone::category3})
          arguments.push_back(std::to_string(of_tones({tone})));
        arguments.insert(arguments.begin(), std::to_string(total));
        out.title = c_.labels.fill("landschap.titel.soort", arguments);
        break;
      case ColorBy::product_coverage:
      case ColorBy::application_coverage:
        figure = of_tones({Tone::good, Tone::partly});
        break;
      case ColorBy::function_coverage:
        figure = of_tones({Tone::missing, Tone::partly});
        break;
      case ColorBy::executor:
      case ColorBy::owner:
        figure = of_tones({Tone::missing});
        break;
      case ColorBy::findings:
        figure = total - of_tones({Tone::none});
        break;
      case ColorBy::change:
        figure = of_tones({Tone::changed, Tone::category1});
        break;
    }
    if (out.title.empty())
      out.title = c_.labels.fill("landschap.titel." + key, {std::to_string(figure), std::to_string(total)});
    out.subject = text("kleur." + key);
  }

  std::string_view word() const {
    for (const ColorByWord& row : color_by_words)
      if (row.value == c_.options.color_by) return row.word;
    return {};
  }

  const DiagramContext& c_;
  const Model& m_;
  const LandscapeTree& tree_;
  std::map<EntityRef, int> shown_;
};

}  // namespace

LandscapeColouring colour_landscape(const DiagramContext& context, const LandscapeTree& tree) {
  return Colourer(context, tree).run();
}

}  // namespace keuzekaart
