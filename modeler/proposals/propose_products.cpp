// A product to the process that delivers it: by its name, by what the list of uniform names says of it, and by its law.
#include <algorithm>
#include <array>
#include <unordered_map>

#include "modeler/model/reach.hpp"
#include "modeler/proposals/propose_parts.hpp"

namespace keuzekaart {

namespace {

constexpr double alike_enough = 0.75;  ///< of a product's own words, that a process's name must hold
constexpr double held_in_part = 0.4;   ///< of a process's own words, that a product's name must hold to be alike
constexpr double held_enough = 0.6;    ///< the same, to be as good as equal: "vergunning" is not every permit

/// A kind of product in the list of uniform names, and the processes that go with it.
struct KindRow {
  bool UniformKinds::*flag;
  std::string_view label;
  std::array<Target, 4> goes_with;
  Target alone;  ///< what the kind points to by itself
  bool general;
};

constexpr KindRow kinds[] = {
    {&UniformKinds::subsidy, "upl-soort.subsidie", {Target::subsidy}, Target::subsidy, false},
    {&UniformKinds::notification,
     "upl-soort.melding",
     {Target::notification, Target::report},
     Target::notification,
     false},
    {&UniformKinds::application,
     "upl-soort.aanvraag",
     {Target::permit, Target::on_demand, Target::support, Target::exploration},
     Target::on_demand,
     true},
    {&UniformKinds::obligation, "upl-soort.verplichting", {Target::levy, Target::notification}, Target::none, true},
};

bool goes_with(const KindRow& kind, Target target) {
  return std::ranges::find(kind.goes_with, target) != kind.goes_with.end();
}

class Products {
 public:
  Products(const Model& model, const ReferenceProcesses& reference)
      : m_(model), reference_(reference), own_(own_processes(model)), index_(stems_of(model, own_)) {}

  void run(ProposedFor products, std::vector<Proposal>& into) {
    for (std::uint32_t i = 0; i < m_.products.size(); ++i) {
      const Product& p = m_.products[i];
      const bool wanted = p.own || (products == ProposedFor::listed_products && p.by_municipality);
      const EntityRef ref{EntityKind::product, i};
      if (wanted && !has_process(ref)) propose_one(ref, p, into);
    }
  }

 private:
  /// Where the signs point.
  struct Pointing {
    Target target = Target::none;
    Confidence confidence = Confidence::weak;
    std::vector<Sign> signs;
  };

  static std::vector<EntityRef> own_processes(const Model& model) {
    std::vector<EntityRef> found;
    for (std::uint32_t i = 0; i < model.processes.size(); ++i) {
      const Process& p = model.processes[i];
      if (p.own && !p.is_step()) found.push_back({EntityKind::process, i});
    }
    return found;
  }

  static std::vector<std::vector<std::string>> stems_of(const Model& model, const std::vector<EntityRef>& processes) {
    std::vector<std::vector<std::string>> all;
    for (const EntityRef ref : processes) all.push_back(own_stems(model.process(ref).name.value));
    return all;
  }

  /// Tied already, or waiting for a person: nothing to propose.
  bool has_process(EntityRef product) const {
    return std::ranges::any_of(m_.links.from(LinkKind::product_process, product),
                               [](const Link& link) { return link.status != MappingStatus::rejected; });
  }

  bool refused(EntityRef product, EntityRef process) const {
    return std::ranges::any_of(m_.links.from(LinkKind::product_process, product), [&](const Link& link) {
      return link.status == MappingStatus::rejected && link.to == process;
    });
  }

  void propose_one(EntityRef ref, const Product& product, std::vector<Proposal>& into) {
    Pointing pointing = where_signs_point(product);
    const EntityRef target = pointing.target == Target::none ? EntityRef() : reference_.of(pointing.target);
    if (propose_own_process(ref, product, target, pointing, into) || !target.known()) return;
    const EntityRef mine = only_process_of(target);
    if (mine.known() && !refused(ref, mine)) {
      pointing.signs.push_back(
          {"eigen-proces-van", {said(m_.process(target).name.value)}, m_.process(mine).name.place});
      add(ref, mine, std::min(pointing.confidence, Confidence::fair), std::move(pointing.signs), into);
    } else if (!refused(ref, target)) {
      add(ref, target, pointing.confidence, std::move(pointing.signs), into);
    }
  }

  void add(EntityRef from, EntityRef to, Confidence confidence, std::vector<Sign> signs, std::vector<Proposal>& into) {
    into.push_back(make_proposal(m_, LinkKind::product_process, from, to, confidence, std::move(signs)));
  }

  /// A process of the municipality whose name holds that of the product.
  bool propose_own_process(EntityRef ref, const Product& product, EntityRef target, const Pointing& pointing,
                           std::vector<Proposal>& into) {
    const std::vector<NameIndex::Match> matches = index_.find(own_stems(product.name.value));
    const NameIndex::Match* best = only_best(matches, [](const NameIndex::Match& a, const NameIndex::Match& b) {
      return a.asked != b.asked ? a.asked > b.asked : a.held > b.held;
    });
    if (best == nullptr || best->asked < alike_enough || best->held < held_in_part) return false;
    const EntityRef process = own_[best->index];
    if (refused(ref, process)) return false;
    const std::vector<EntityRef> tied = follow(m_, LinkKind::reference, {process});
    const bool agrees = target.known() && std::ranges::find(tied, target) != tied.end();
    const bool whole = best->asked > 0.999 && best->held >= held_enough;
    std::vector<Sign> signs{{whole ? "naam-in-proces" : "naam-lijkt-op-proces", {}, product.name.place}};
    if (agrees) signs.insert(signs.end(), pointing.signs.begin(), pointing.signs.end());
    add(ref, process,
        whole && agrees   ? Confidence::strong
        : whole || agrees ? Confidence::fair
                          : Confidence::weak,
        std::move(signs), into);
    into.back().trace.rule = Derivation::proposed_by_likeness;
    return true;
  }

  /// The only own process that is tied to a reference process.
  EntityRef only_process_of(EntityRef reference) {
    const auto [row, is_new] = only_.try_emplace(reference.index);
    if (is_new) {
      const std::vector<EntityRef> tied = follow_back(m_, LinkKind::reference, {reference});
      if (tied.size() == 1) row->second = tied.front();
    }
    return row->second;
  }

  static Sign kind_sign(const KindRow& kind, const Product& product) {
    return {"soort", {{std::string(kind.label), {}, true}}, listed_at(product)};
  }

  /// Where the list has the product: what says of it which kinds it is of.
  static Place listed_at(const Product& product) {
    if (product.upl_uri.place.known()) return product.upl_uri.place;
    return product.origins.empty() ? product.name.place : product.origins.back().place;
  }

  /// The law that most tells by which process a product is delivered.
  struct Law {
    TellingLaw law;
    Place place;
  };
  static std::optional<Law> law_of(const Product& product) {
    for (const LegalGround& ground : product.grounds)
      if (const std::optional<TellingLaw> told = telling_law(ground.label.value)) return Law{*told, ground.label.place};
    return std::nullopt;
  }

  Pointing where_signs_point(const Product& product) const {
    const std::optional<TellingWord> word = telling_word(product.name.value);
    const std::optional<Law> law = law_of(product);
    const KindRow* kind = nullptr;  // the most telling one
    for (const KindRow& row : kinds)
      if (kind == nullptr && product.kinds.*row.flag) kind = &row;
    Pointing made;
    if (word && word->target == Target::unclear) return made;
    if (kind != nullptr && !kind->general && (!word || !goes_with(*kind, word->target))) {
      made.target = kind->alone;
      made.signs.push_back(kind_sign(*kind, product));
      made.confidence = word || contradicts(law, made.target) ? Confidence::weak : Confidence::fair;
    } else if (word) {
      by_word(product, *word, law, made);
    } else if (law && !(product.kinds.obligation && law->law.target == Target::support)) {
      by_law(product, *law, made);
    } else if (product.kinds.application) {
      made.target = Target::on_demand;
      made.signs.push_back({"alleen-aanvraag", {}, listed_at(product)});
    }
    return made;
  }

  static bool contradicts(const std::optional<Law>& law, Target target) {
    return law && law->law.target == Target::support && target != Target::support && target != Target::care;
  }

  static void by_word(const Product& product, const TellingWord& word, const std::optional<Law>& law, Pointing& made) {
    made.target = word.target;
    made.signs.push_back({"woord", {said(word.word)}, product.name.place});
    bool agrees = false;
    for (const KindRow& row : kinds)
      if (product.kinds.*row.flag && goes_with(row, word.target)) {
        made.signs.push_back(kind_sign(row, product));
        agrees = true;
        break;
      }
    if (law && law->law.target == word.target) {
      made.signs.push_back({"wet", {said(law->law.law)}, law->place});
      agrees = true;
    }
    const bool doubtful = word.general || (word.target == Target::subsidy && contradicts(law, word.target));
    made.confidence = doubtful ? Confidence::weak : agrees ? Confidence::strong : Confidence::fair;
    if (doubtful && law && contradicts(law, word.target))
      made.signs.push_back({"maar-wet", {said(law->law.law)}, law->place});
  }

  static void by_law(const Product& product, const Law& law, Pointing& made) {
    made.target = law.law.target;
    made.signs.push_back({"wet", {said(law.law.law)}, law.place});
    for (const KindRow& row : kinds)
      if (product.kinds.*row.flag && goes_with(row, made.target)) {
        made.signs.push_back(kind_sign(row, product));
        made.confidence = Confidence::fair;
        return;
      }
    if (made.target == Target::election) made.confidence = Confidence::fair;
  }

  const Model& m_;
  const ReferenceProcesses& reference_;
  std::vector<EntityRef> own_;
  NameIndex index_;
  std::unordered_map<std::uint32_t, EntityRef> only_;  ///< look-up only
};

}  // namespace

void propose_for_products(const Model& model, const ReferenceProcesses& reference, ProposedFor products,
                          std::vector<Proposal>& into) {
  Products(model, reference).run(products, into);
}

}  // namespace keuzekaart
