#include <algorithm>
#include <map>
#include <set>

#include "modeler/analyses/analyses.hpp"
#include "modeler/gaps/state_facts.hpp"
#include "modeler/model/crossing.hpp"
#include "modeler/records/states_text.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// Handovers are named up to this many; the sheet with handovers has all.
constexpr std::size_t most_named = 8;

/// The columns, in the order of the parts of `Counted`.
constexpr const char* counted_parts[] = {"binnen", "tussen", "tussen-zonder", "overdracht-onbekend"};

/// The handovers of a chain in one state.
struct Counted {
  struct Part {
    std::size_t count = 0;
    Gathered looked;

    void add(const Handover& handover) {
      ++count;
      looked.look_at(trace_of(handover));
    }
  };
  Part inside, across, weak, unknown;
};

class Places {
 public:
  explicit Places(const AnalysisContext& context)
      : context_(context), m_(context.model()), labels_(context.labels()), maker_(context.tables, "analyse-handovers") {
    for (const State state : asked_states(context_)) {
      for (const AgreementNeed& need : agreement_needs(m_, state))
        if (need.handover.known()) crossing_[{state, need.handover}] |= !need.is_met();
    }
    for (std::uint32_t i = 0; i < m_.handovers.size(); ++i) {
      const Handover& handover = m_.handovers[i];
      if (handover.from.known() && handover.to.known())
        starting_at_[handover.from].push_back({EntityKind::handover, i});
    }
  }

  Table run() {
    maker_.column("keten", 28);
    for (const char* what : counted_parts) maker_.column(what, 12);
    maker_.column("waar-tussen", 60);
    for (const State state : asked_states(context_))
      for (const char* what : counted_parts) maker_.column(state_key(what, state), 12);
    maker_.column("code", 20);
    maker_.print_up_to("waar-tussen");

    std::vector<EntityRef> chains;
    for (std::uint32_t i = 0; i < m_.chains.size(); ++i)
      if (m_.chains[i].own) chains.push_back({EntityKind::chain, i});
    std::ranges::stable_sort(chains, [&](EntityRef a, EntityRef b) {
      return reads_before(name_of(m_.chains[a.index]), name_of(m_.chains[b.index]));
    });
    std::set<EntityRef> told;
    for (const EntityRef ref : chains) {
      const Chain& chain = m_.chains[ref.index];
      Refs steps = chain.processes;
      sort_unique(steps);
      if (std::ranges::none_of(steps, [&](EntityRef p) { return in_scope(context_, m_.process(p)); })) continue;
      Refs handovers;
      for (const EntityRef step : steps)
        if (const auto found = starting_at_.find(step); found != starting_at_.end())
          for (const EntityRef handover : found->second)
            if (std::ranges::binary_search(steps, m_.handovers[handover.index].to)) handovers.push_back(handover);
      told.insert(handovers.begin(), handovers.end());
      add(std::string(chain.code.value), name_of(chain), trace_of(chain), handovers);
    }
    Refs others;
    for (const auto& [from, handovers] : starting_at_)
      for (const EntityRef handover : handovers)
        if (!told.contains(handover) && in_scope(context_, m_.process(from))) others.push_back(handover);
    if (!others.empty()) {
      sort_unique(others);
      add("buiten", labels_.get("analyse.buiten-ketens"), trace_of(m_.entity(others.front())), others);
    }
    if (all_.empty()) return maker_.finish("tabel.analyse-handovers.titel-leeg", {});
    return maker_.finish(
        std::string("tabel.analyse-handovers.titel").append(title_suffix(context_)),
        {count_text(labels_, across_.size()), count_text(labels_, all_.size()), count_text(labels_, weak_.size())});
  }

 private:
  void add(std::string code, const std::string& name, const Trace& where, const Refs& handovers) {
    Row& row = maker_.row(code);
    row.cells.push_back(Cell::text(name, where));
    std::map<EntityRef, States> crossing;
    std::vector<Counted> all;
    for (const State state : asked_states(context_)) {
      Counted& counted = all.emplace_back();
      for (const EntityRef ref : handovers) {
        const Handover& handover = m_.handovers[ref.index];
        if (!exists(m_, handover, state)) continue;
        all_.insert(ref);
        const auto found = crossing_.find({state, ref});
        if (found == crossing_.end()) {
          const bool unknown = crossing_of(m_, handover, state) == Crossing::unknown;
          (unknown ? counted.unknown : counted.inside).add(handover);
          continue;
        }
        counted.across.add(handover);
        across_.insert(ref);
        crossing[ref] = crossing[ref].with(state);
        if (!found->second) continue;
        counted.weak.add(handover);
        weak_.insert(ref);
      }
    }
    constexpr Counted::Part Counted::*parts[] = {&Counted::inside, &Counted::across, &Counted::weak, &Counted::unknown};
    for (const auto part : parts) {
      std::vector<std::size_t> counts;
      Gathered looked;
      bool any = false;
      for (const Counted& counted : all) {
        counts.push_back((counted.*part).count);
        any = any || counts.back() != 0;
        looked.look_at((counted.*part).looked.trace(where));
      }
      row.cells.push_back(counts_cell(context_, counts, looked.trace(where),
                                      part == &Counted::weak && any ? CellMark::warning : CellMark::plain));
    }
    Gathered places;
    std::size_t named = 0;
    for (const auto& [ref, states] : crossing) {
      if (++named > most_named) {
        places.add(labels_.fill("tabel.en-meer", {count_text(labels_, crossing.size() - most_named)}), where);
        break;
      }
      const Handover& handover = m_.handovers[ref.index];
      const std::string ends =
          labels_.fill("analyse.van-naar", {name_of(m_.process(handover.from)), name_of(m_.process(handover.to))});
      places.add(labels_.fill("analyse.in-toestand", {ends, states_text(labels_, states)}), trace_of(handover));
    }
    row.cells.push_back(places.cell(where));
    for (const Counted& counted : all)
      for (const auto part : parts)
        row.cells.push_back(Cell::number(static_cast<double>((counted.*part).count),
                                         {Derivation::counted, (counted.*part).looked.trace(where).places}));
    row.cells.push_back(Cell::text(std::move(code), where));
  }

  const AnalysisContext& context_;
  const Model& m_;
  const Labels& labels_;
  TableMaker maker_;
  /// The handovers that cross organisations, and whether they do without a valid agreement.
  std::map<std::pair<State, EntityRef>, bool> crossing_;
  std::map<EntityRef, Refs> starting_at_;
  std::set<EntityRef> all_, across_, weak_;
};

}  // namespace

Table handovers_analysis(const AnalysisContext& context) { return Places(context).run(); }

}  // namespace keuzekaart
