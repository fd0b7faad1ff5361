#include <algorithm>
#include <map>
#include <set>

#include "modeler/analyses/analyses.hpp"
#include "modeler/gaps/state_facts.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// What a product asks of the resident in one state.
struct Seen {
  Gathered counters;   ///< who has the contact with the client
  Gathered parties;    ///< who executes or has contact
  Gathered handovers;  ///< between the processes of the product
};

class Residents {
 public:
  explicit Residents(const AnalysisContext& context)
      : context_(context), m_(context.model()), labels_(context.labels()), maker_(context.tables, "analyse-resident") {
    for (std::uint32_t i = 0; i < m_.handovers.size(); ++i)
      starting_at_[m_.handovers[i].from].push_back({EntityKind::handover, i});
  }

  Table run() {
    maker_.column("product", 32);
    for (const char* what : {"loketten", "partijen-aantal", "overdrachten-aantal"}) maker_.column(what, 12);
    maker_.column("digitaal", 9);
    maker_.column("statusinzicht", 10);
    maker_.column("verandering-inwoner", 30);
    for (const State state : asked_states(context_)) {
      maker_.column(state_key("namen-loketten", state), 40);
      for (const char* what : {"loketten", "partijen", "overdrachten"}) maker_.column(state_key(what, state), 12);
    }
    maker_.column("domein", 18);
    maker_.column("code", 22);
    maker_.print_up_to("verandering-inwoner");
    std::size_t total = 0;
    std::size_t several = 0;
    for (const EntityRef ref : shown_products(m_)) {
      const Product& product = m_.product(ref);
      if (!in_scope(context_, product)) continue;
      ++total;
      if (add(ref)) ++several;
    }
    if (total == 0) return maker_.finish("tabel.analyse-resident.titel-leeg", {});
    return maker_.finish(std::string("tabel.analyse-resident.titel").append(title_suffix(context_)),
                         {count_text(labels_, several), count_text(labels_, total)});
  }

 private:
  /// The processes of a product with their parts.
  Refs steps(EntityRef product) const {
    Refs found = follow(m_, LinkKind::product_process, {product});
    for (std::size_t i = 0; i < found.size(); ++i)
      for (const EntityRef part : follow(m_, LinkKind::part, {found[i]}))
        if (std::ranges::find(found, part) == found.end()) found.push_back(part);
    sort_unique(found);
    return found;
  }

  Seen seen(const Refs& steps, State state) const {
    Seen seen;
    for (const EntityRef step : steps) {
      if (!exists(m_, step, state)) continue;
      for (const Role role : {Role::client_contact, Role::executor}) {
        const Gathered parties = parties_of(m_, step, role, state);
        for (const std::string& name : parties.texts()) {
          seen.parties.add(name, parties.trace({Derivation::composed, {}}));
          if (role == Role::client_contact) seen.counters.add(name, parties.trace({Derivation::composed, {}}));
        }
      }
      const auto found = starting_at_.find(step);
      if (found == starting_at_.end()) continue;
      for (const EntityRef ref : found->second) {
        const Handover& handover = m_.handovers[ref.index];
        if (exists(m_, handover, state) && std::ranges::binary_search(steps, handover.to))
          seen.handovers.add(std::string(handover.code.value), trace_of(handover));
      }
    }
    return seen;
  }

  /// Adds the row of a product; whether the resident meets more than one counter in a state asked for.
  bool add(EntityRef ref) {
    const Product& product = m_.product(ref);
    const Trace where = trace_of(product);
    const Refs steps = this->steps(ref);
    std::vector<Seen> all;
    for (const State state : asked_states(context_)) all.push_back(seen(steps, state));
    Row& row = maker_.row(std::string(product.code.value));
    row.cells.push_back(read_cell(product.name, where));
    constexpr Gathered Seen::*parts[] = {&Seen::counters, &Seen::parties, &Seen::handovers};
    bool several = false;
    bool any_counter = false;
    for (const Seen& seen : all) {
      several = several || seen.counters.count() > 1;
      any_counter = any_counter || !seen.counters.empty();
    }
    for (const auto part : parts) {
      std::vector<std::size_t> counts;
      Gathered looked;
      for (const Seen& seen : all) {
        counts.push_back((seen.*part).count());
        looked.look_at((seen.*part).trace(where));
      }
      if (part == &Seen::counters && !any_counter)
        row.cells.push_back(Cell::text(labels_.get("analyse.geen-loket"), where, CellMark::gap));
      else
        row.cells.push_back(counts_cell(context_, counts, looked.trace(where), CellMark::plain));
    }
    row.cells.push_back(choice_cell(labels_, product.digital, where));
    row.cells.push_back(choice_cell(labels_, product.insight_in_status, where));
    row.cells.push_back(all.size() == 2 ? change(all.front(), all.back(), where) : Cell::empty(where));
    for (const Seen& seen : all) {
      row.cells.push_back(seen.counters.cell(where));
      for (const auto part : parts) row.cells.push_back((seen.*part).count_cell(where));
    }
    row.cells.push_back(product.domain.known() ? Cell::text(name_of(m_.entity(product.domain)), where)
                                               : Cell::empty(where));
    row.cells.push_back(read_cell(product.code, where));
    return several;
  }

  /// "1 loket minder; 2 partijen meer".
  Cell change(const Seen& now, const Seen& later, const Trace& where) const {
    Gathered said;
    const auto compare = [&](std::string_view what, const Gathered& a, const Gathered& b) {
      if (a.count() == b.count()) return;
      const bool more = b.count() > a.count();
      const std::size_t number = more ? b.count() - a.count() : a.count() - b.count();
      std::string key = std::string("analyse.").append(what).append(more ? "-meer" : "-minder");
      if (number == 1) key += "-een";
      said.add(labels_.fill(key, {count_text(labels_, number)}), b.trace(a.trace(where)));
    };
    compare("loket", now.counters, later.counters);
    compare("partij", now.parties, later.parties);
    compare("overdracht", now.handovers, later.handovers);
    if (said.empty() && !(now.counters == later.counters && now.parties == later.parties))
      said.add(labels_.get("analyse.andere-partijen"), later.parties.trace(where));
    return said.cell(where, said.empty() ? CellMark::plain : CellMark::changed);
  }

  const AnalysisContext& context_;
  const Model& m_;
  const Labels& labels_;
  TableMaker maker_;
  std::map<EntityRef, Refs> starting_at_;
};

}  // namespace

Table resident_analysis(const AnalysisContext& context) { return Residents(context).run(); }

}  // namespace keuzekaart
