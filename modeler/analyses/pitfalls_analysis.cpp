#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "modeler/analyses/analyses.hpp"
#include "modeler/catalogue/catalogue.hpp"
#include "modeler/gaps/state_facts.hpp"
#include "modeler/tables/choice_cells.hpp"
#include "modeler/tables/choices_table.hpp"
#include "modeler/tables/process_facts.hpp"

namespace keuzekaart {

namespace {

/// Every pitfall of what was chosen, and of the working methods of the plan, with what it touches on the map.
class Pitfalls {
 public:
  explicit Pitfalls(const AnalysisContext& context)
      : c_(context), m_(context.model()), choices_(context.model()), maker_(context.tables, "valkuilen") {}

  Table make() {
    maker_.column("bereik", 22);
    maker_.column("dimensie", 18);
    maker_.column("toestand", 10);
    maker_.column("waarde", 28);
    maker_.column("aspect", 20);
    maker_.column("valkuil", 52);
    maker_.column("raakt", 46);
    maker_.column("bevinding", 24);
    maker_.column("basis", 11);
    for (std::uint32_t i = 0; i < m_.processes.size(); ++i) {
      const EntityRef process{EntityKind::process, i};
      if (m_.processes[i].own && is_in_map(m_, process)) inside_[choices_.scope_of_process(process)].push_back(process);
    }
    for (const Finding& finding : c_.tables.findings)
      for (const EntityRef element : finding.elements)
        if (element.kind == EntityKind::choice && finding.counts()) rules_about_[element].insert(finding.rule);
    for (const Scope scope : choices_.scopes())
      for (const EntityRef choice : choices_.made_for(scope))
        if (c_.asks(m_.choices[choice.index].state) &&
            (is_asked(m_, {c_.state, c_.scope}, scope) || choices_.holds_for(choice, c_.scope)))
          add(choice);
    if (!c_.scope.known() && m_.map && m_.map->plan)
      for (const Text& method : m_.map->plan->working_methods) add_method(method);
    if (rows_ == 0) return maker_.finish("tabel.valkuilen.titel-leeg", {});
    return maker_.finish("tabel.valkuilen.titel", {count_text(c_.labels(), rows_)});
  }

 private:
  std::string in(const Bilingual& text) const { return std::string(text.in(c_.labels().language()).value); }

  /// The processes in the scope of a choice that perform a function that the pitfall is about; when it is about no
  /// function, how many processes the choice holds for.
  Cell touched(EntityRef choice, const Statement& pitfall, const Trace& where) const {
    const auto is_about = [&](const Process& p) {
      for (const Text& marked : p.archetype_functions)
        for (const Text& function : pitfall.functions)
          if (marked.value == function.value) return true;
      return false;
    };
    const bool about_all = pitfall.functions.empty();
    std::vector<EntityRef> refs;
    for (const Scope scope : choices_.inside(m_.choices[choice.index].scope)) {
      const auto here = inside_.find(scope);
      if (here == inside_.end() || !choices_.holds_for(choice, scope)) continue;
      for (const EntityRef ref : here->second)
        if (m_.process(ref).states.has(m_.choices[choice.index].state) && (about_all || is_about(m_.process(ref))))
          refs.push_back(ref);
    }
    std::sort(refs.begin(), refs.end());
    Gathered found;
    for (const EntityRef ref : refs) found.add(name_of(m_.process(ref)), trace_of(m_.process(ref)));
    if (about_all && !refs.empty())
      return Cell::text(c_.labels().fill("tabel.valkuilen.alle", {count_text(c_.labels(), refs.size())}),
                        {Derivation::counted, found.trace(where).places});
    if (about_all) return Cell::text(c_.labels().get("tabel.valkuilen.geen-proces"), where, CellMark::gap);
    std::string functions;
    for (const Text& function : pitfall.functions)
      functions += (functions.empty() ? "" : "; ") + value_name(c_.tables, function.value);
    return found.cell_or_gap(c_.labels().fill("tabel.valkuilen.nog-geen", {functions}), where);
  }

  /// The rules that already say something about this choice.
  Gathered findings_about(EntityRef choice, const Trace& where) const {
    Gathered found;
    if (const auto about = rules_about_.find(choice); about != rules_about_.end())
      for (const std::string& rule : about->second) found.add(rule, where);
    return found;
  }

  void add(EntityRef choice) {
    const CatalogueEntry* entry = m_.catalogue->find(choices_.value(choice));
    if (entry == nullptr) return;
    const Choice& made = m_.choices[choice.index];
    const std::string_view area = choices_.area(choice);
    std::size_t nth = 0;
    for (const Statement* pitfall : entry->saying(StatementKind::pitfall)) {
      ++nth;
      if (!area.empty() && !pitfall->area.empty() && pitfall->area.value != area) continue;
      const Trace where = trace_of_choice(m_, choice);
      Row& row = start(fmt::format("{}:{}", made.code.value, nth), scope_name(c_.tables, made.scope),
                       label_of(c_.labels(), made.dimension), state_name(c_.labels(), made.state),
                       choice_name(c_.tables, choice), where);
      const std::string_view about = pitfall->area.empty() ? area : pitfall->area.value;
      row.cells.push_back(about.empty() ? Cell::empty(where) : Cell::text(area_name(c_.labels(), about), where));
      row.cells.push_back(Cell::text(in(pitfall->text), where, CellMark::warning));
      row.cells.push_back(touched(choice, *pitfall, where));
      row.cells.push_back(findings_about(choice, where).cell(where));
      row.cells.push_back(Cell::text(label_of(c_.labels(), pitfall->basis), where));
    }
  }

  void add_method(const Text& method) {
    const WorkingMethod* entry = m_.catalogue->working_method(method.value);
    if (entry == nullptr) return;
    const Trace where = Trace::read_at(method.place);
    std::size_t nth = 0;
    for (const Statement* danger : entry->saying(StatementKind::pitfall)) {
      Row& row =
          start(fmt::format("plan:{}:{}", method.value, ++nth), c_.labels().get("tabel.valkuilen.plan"),
                label_of(c_.labels(), Dimension::working_method), {}, value_name(c_.tables, method.value), where);
      row.cells.push_back(Cell::empty(where));
      row.cells.push_back(Cell::text(in(danger->text), where, CellMark::warning));
      row.cells.push_back(Cell::text(
          c_.labels().fill("tabel.valkuilen.projecten", {count_text(c_.labels(), m_.projects.size())}), where));
      Gathered rules;
      for (const Finding& finding : c_.tables.findings)
        if (finding.key == method.value && finding.counts()) rules.add(finding.rule, where);
      row.cells.push_back(rules.cell(where));
      row.cells.push_back(Cell::text(label_of(c_.labels(), danger->basis), where));
    }
  }

  Row& start(std::string code, std::string scope, std::string dimension, std::string state, std::string value,
             const Trace& where) {
    ++rows_;
    Row& row = maker_.row(std::move(code));
    for (std::string* text : {&scope, &dimension, &state, &value})
      row.cells.push_back(text->empty() ? Cell::empty(where) : Cell::text(std::move(*text), where));
    return row;
  }

  const AnalysisContext& c_;
  const Model& m_;
  Choices choices_;
  std::map<Scope, std::vector<EntityRef>> inside_;          ///< processes of the map, by nearest scope
  std::map<EntityRef, std::set<std::string>> rules_about_;  ///< that found something about a choice
  TableMaker maker_;
  std::size_t rows_ = 0;
};

}  // namespace

Table pitfalls_analysis(const AnalysisContext& context) { return Pitfalls(context).make(); }

}  // namespace keuzekaart
