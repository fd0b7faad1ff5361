#include <fmt/format.h>

#include <algorithm>

#include "modeler/analyses/analyses.hpp"
#include "modeler/analyses/function_support.hpp"
#include "modeler/gaps/state_facts.hpp"
#include "modeler/records/states_text.hpp"
#include "modeler/tables/gathered.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// The functions that an archetype asks for, in its order, where it was chosen.
class Functions {
 public:
  explicit Functions(const AnalysisContext& context)
      : context_(context), world_(context.model()), maker_(context.tables, "analyse-functions") {
    maker_.column("keuze-hier", 20);
    maker_.column("volgorde", 9);
    maker_.column("prioriteit", 16);
    maker_.column("functie", 34);
    maker_.column("processen", 40);
    maker_.column("applicaties", 28);
    maker_.column("eigenaar", 20);
    maker_.column("bereik", 22);
    maker_.column("toestand", 10);
    maker_.column("archetype", 30);
    maker_.print_up_to("eigenaar");
  }

  Table run() {
    for (const Scope scope : world_.choices().scopes())
      for (const State state : asked_states(context_)) chosen(scope, state);
    if (asked_ == 0 && archetypes_ == 0) return maker_.finish("tabel.analyse-functions.titel-geen", {});
    const auto count = [&](std::size_t n) { return count_text(context_.labels(), n); };
    return maker_.finish("tabel.analyse-functions.titel", {count(missing_), count(asked_)});
  }

 private:
  /// Only where a choice was made: what inherits it would say the same again.
  void chosen(Scope scope, State state) {
    if (!is_asked_for(scope)) return;
    for (const EntityRef choice : world_.choices().at(scope, Dimension::archetype, state)) {
      const Choice& made = context_.model().choices[choice.index];
      // What was asked for by name also shows what it inherits.
      if (made.scope != scope && scope != context_.scope) continue;
      const Archetype* archetype = world_.catalogue().archetype(world_.choices().value(choice));
      if (archetype == nullptr) continue;
      ++archetypes_;
      std::size_t number = 0;
      for (const OrderedFunction& asked : functions_in_order(world_.catalogue(), *archetype))
        row(scope, state, *archetype, asked, ++number, choice);
    }
  }

  bool is_asked_for(Scope scope) const {
    if (!context_.scope.known()) return true;
    return std::ranges::count(world_.choices().around(scope), context_.scope) > 0;
  }

  void row(Scope scope, State state, const Archetype& archetype, const OrderedFunction& asked, std::size_t number,
           EntityRef choice) {
    const Model& model = context_.model();
    const Labels& labels = context_.labels();
    const Language language = labels.language();
    const Trace why = Trace::read_at(model.choices[choice.index].record->place);
    const std::string_view id = asked.function->id.value;
    const FunctionSupport support = function_support(world_, scope, id, state);
    ++asked_;
    if (support.is_missing()) ++missing_;
    Gathered processes, applications, owners;
    for (const EntityRef process : support.processes) {
      const Process& p = model.process(process);
      const std::string name(p.name.value);
      processes.add(support.elsewhere ? labels.fill("analyse.functies.elders", {name, domain_of(p)}) : name,
                    trace_of(p));
      for (const EntityRef owner : parties_in(model, process, Role::responsible, state))
        owners.add(std::string(model.party(owner).name.value), trace_of(model.party(owner)));
    }
    for (const EntityRef application : support.applications)
      applications.add(std::string(model.entity(application).name.value), trace_of(model.entity(application)));
    const std::string missing = labels.get("analyse.functies.ontbreekt");
    Row& made = maker_.row(fmt::format("{}:{}:{}", scope_code(scope), to_string(States::only(state)), id));
    made.cells.push_back(Cell::text(
        fmt::format("{}, {}: {}", scope_name(scope), state_names(States::only(state)), archetype.id.value), why));
    made.cells.push_back(Cell::number(static_cast<double>(number), why));
    made.cells.push_back(
        Cell::text(fmt::format("{} ({})", label_of(labels, asked.priority), word_of(asked.priority)), why));
    made.cells.push_back(Cell::text(fmt::format("{} {}", id, asked.function->name.in(language).value), why));
    made.cells.push_back(processes.cell_or_gap(missing, why));
    made.cells.push_back(support.is_missing() ? Cell::text(missing, why, CellMark::gap) : applications.cell(why));
    made.cells.push_back(support.processes.empty() ? Cell::empty(why) : owners.cell_or_gap(missing, why));
    made.cells.push_back(Cell::text(scope_name(scope), why));
    made.cells.push_back(Cell::text(state_names(States::only(state)), why));
    made.cells.push_back(Cell::text(fmt::format("{} {}", archetype.id.value, archetype.name.in(language).value), why));
  }

  std::string scope_code(Scope scope) const {
    return scope.known() ? std::string(context_.model().entity(scope).code.value) : "concern";
  }
  std::string scope_name(Scope scope) const {
    return scope.known() ? std::string(context_.model().entity(scope).name.value)
                         : context_.labels().get("analyse.functies.concern");
  }
  std::string domain_of(const Process& process) const {
    return process.domain.known() ? std::string(context_.model().entity(process.domain).name.value)
                                  : context_.labels().get("analyse.functies.concern");
  }

  const AnalysisContext& context_;
  World world_;
  TableMaker maker_;
  std::size_t asked_ = 0, missing_ = 0, archetypes_ = 0;
};

}  // namespace

Table functions_analysis(const AnalysisContext& context) { return Functions(context).run(); }

}  // namespace keuzekaart
