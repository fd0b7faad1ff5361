#include "modeler/analyses/analyses.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/records/states_text.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

class Coverage {
 public:
  explicit Coverage(const AnalysisContext& context)
      : context_(context), m_(context.model()), labels_(context.labels()), maker_(context.tables, "analyse-coverage") {
    maker_.column("soort", 9);
    maker_.column("domein", 18);
    maker_.column("naam", 36);
    maker_.column("wat-ontbreekt", 60);
    maker_.column("code", 22);
    maker_.small_paper();
  }

  Table run() {
    products();
    processes();
    const auto title = [&](std::string_view which, const std::string& first) {
      return maker_.finish(
          std::string("tabel.analyse-coverage.titel").append(which),
          {first, count_text(labels_, products_), count_text(labels_, lone_), count_text(labels_, processes_)});
    };
    if (incomplete_ == 0 && lone_ == 0) return title("-alle", count_text(labels_, incomplete_));
    return title("", count_text(labels_, incomplete_));
  }

 private:
  void add(EntityRef ref, std::string_view kind, EntityRef domain, const Gathered& missing) {
    const Entity& entity = m_.entity(ref);
    const Trace where = trace_of(entity);
    Row& row = maker_.row(std::string(entity.code.value));
    row.cells.push_back(Cell::text(labels_.get(kind), where));
    row.cells.push_back(domain.known() ? Cell::text(name_of(m_.entity(domain)), where) : Cell::empty(where));
    row.cells.push_back(Cell::text(name_of(entity), where));
    row.cells.push_back(missing.cell(where, CellMark::gap));
    row.cells.push_back(read_cell(entity.code, where));
  }

  std::string state_text(State state) const { return states_text(labels_, States::only(state)); }

  /// What a process lacks to be complete, each said of the process by name.
  void look_at(EntityRef process, Gathered& missing) const {
    const Process& p = m_.process(process);
    const Trace where = trace_of(p);
    const std::string name = name_of(p);
    bool has_owner = false;
    for (const State state : {State::ist, State::soll})
      has_owner = has_owner || !roles_in(m_, process, Role::responsible, state).empty();
    if (!has_owner) missing.add(labels_.fill("analyse.zonder-eigenaar", {name}), where);
    for (const State state : asked_states(context_))
      if (p.states.has(state) && !has_executor(m_, process, state))
        missing.add(labels_.fill("analyse.zonder-uitvoerder", {name, state_text(state)}), where);
  }

  void products() {
    for (const EntityRef ref : shown_products(m_)) {
      const Product& product = m_.product(ref);
      if (!in_scope(context_, product)) continue;
      ++products_;
      const Trace where = trace_of(product);
      Gathered missing;
      const std::vector<EntityRef> confirmed = follow(m_, LinkKind::product_process, {ref});
      if (confirmed.empty()) {
        const std::vector<EntityRef> proposed = follow(m_, LinkKind::product_process, {ref}, WithProposals::yes);
        for (const EntityRef process : proposed)
          missing.add(labels_.fill("analyse.alleen-voorgesteld", {name_of(m_.process(process))}), where);
        if (proposed.empty()) missing.add(labels_.get("tabel.geen-proces"), where);
      }
      for (const State state : asked_states(context_)) {
        bool any = confirmed.empty();
        for (const EntityRef process : confirmed) any = any || m_.process(process).states.has(state);
        if (!any) missing.add(labels_.fill("analyse.geen-proces-in", {state_text(state)}), where);
      }
      for (const EntityRef process : confirmed) look_at(process, missing);
      if (missing.empty()) continue;
      ++incomplete_;
      add(ref, "soort.product", product.domain, missing);
    }
  }

  /// Primary processes; parts deliver by way of their whole.
  void processes() {
    for (const EntityRef ref : own_processes(m_)) {
      const Process& p = m_.process(ref);
      if (p.kind != ProcessKind::primary || p.is_step()) continue;
      if (!in_scope(context_, p) || (context_.state && !p.states.has(*context_.state))) continue;
      ++processes_;
      std::vector<EntityRef> line = wholes_of(m_, ref);
      line.push_back(ref);
      if (!follow_back(m_, LinkKind::product_process, line).empty()) continue;
      ++lone_;
      Gathered missing;
      const bool proposed = !follow_back(m_, LinkKind::product_process, line, WithProposals::yes).empty();
      missing.add(labels_.get(proposed ? "analyse.product-voorgesteld" : "analyse.geen-product"), trace_of(p));
      add(ref, "soort.proces", p.domain, missing);
    }
  }

  const AnalysisContext& context_;
  const Model& m_;
  const Labels& labels_;
  TableMaker maker_;
  std::size_t products_ = 0, incomplete_ = 0, processes_ = 0, lone_ = 0;
};

}  // namespace

Table coverage_analysis(const AnalysisContext& context) { return Coverage(context).run(); }

}  // namespace keuzekaart
