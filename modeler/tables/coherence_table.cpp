#include <fmt/format.h>

#include <algorithm>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/tables/choice_cells.hpp"
#include "modeler/tables/choices_table.hpp"
#include "modeler/tables/sheet_tables.hpp"

namespace keuzekaart {

namespace {

class CoherenceRows {
 public:
  CoherenceRows(const TableContext& context, const ChoicesAsked& asked)
      : c_(context),
        m_(context.model),
        labels_(context.labels),
        asked_(asked),
        choices_(context.model),
        maker_(context, "samenhang") {}

  Table make() {
    maker_.column("bereik", 24);
    maker_.column("dimensie", 18);
    maker_.column("toestand", 10);
    maker_.column("geheel", 30);
    for (const std::string_view area : aspect_areas) {
      Column& column = maker_.column("aspect", 26);
      column.key = area;
      column.heading = area_name(labels_, area);
    }
    for (const Scope scope : choices_.scopes())
      if (is_asked(m_, asked_, scope))
        for (const auto& dimension : Vocabulary<Dimension>::words)
          for (const State state : choices_.states())
            if ((!asked_.state || *asked_.state == state) && speaks_of(scope, dimension.value, state))
              add(scope, dimension.value, state);
    if (rows_ == 0) return maker_.finish("tabel.samenhang.titel-leeg", {});
    return maker_.finish("tabel.samenhang.titel",
                         {count_text(labels_, without_reason_), count_text(labels_, deviating_)});
  }

 private:
  /// A domain has a row for its archetype, and for another dimension when an area deviates; a product group has one
  /// only for what it chose itself, unless it is what was asked about.
  bool speaks_of(Scope scope, Dimension dimension, State state) const {
    const bool is_group = scope.known() && scope.kind == EntityKind::product_group && scope != asked_.scope;
    const auto says_it = [&](EntityRef choice) {
      const Choice& c = m_.choices[choice.index];
      return c.dimension == dimension && c.state == state &&
             (dimension == Dimension::archetype || !choices_.area(choice).empty());
    };
    if (std::ranges::any_of(choices_.made_for(scope), says_it)) return true;
    return !is_group && dimension == Dimension::archetype && !choices_.at(scope, dimension, state).empty();
  }

  void add(Scope scope, Dimension dimension, State state) {
    const std::vector<EntityRef> whole = choices_.at(scope, dimension, state);
    Gathered at_large;
    for (const EntityRef choice : whole) at_large.add(choice_name(c_, choice), trace_of_choice(m_, choice));
    Trace where{Derivation::composed, {}};
    if (scope.known()) where = trace_of(m_.entity(scope));
    where = at_large.trace(where);
    const std::string code = scope.known() ? std::string(m_.entity(scope).code.value) : "concern";
    Row& row = maker_.row(fmt::format("{}:{}:{}", code, word_of(dimension), to_string(States::only(state))));
    ++rows_;
    row.cells.push_back(Cell::text(scope_name(c_, scope), where));
    row.cells.push_back(Cell::text(label_of(labels_, dimension), where));
    row.cells.push_back(Cell::text(state_name(labels_, state), where));
    row.cells.push_back(at_large.cell_or_gap(labels_.get("tabel.samenhang.niets"), where));
    for (const std::string_view area : aspect_areas)
      row.cells.push_back(area_cell(scope, dimension, state, area, where));
  }

  /// What holds for an area: as the whole, or its own with the reason.
  Cell area_cell(Scope scope, Dimension dimension, State state, std::string_view area, const Trace& where) {
    Gathered own;
    bool deviates = false, reasoned = true;
    for (const EntityRef choice : choices_.at(scope, dimension, state, area)) {
      if (choices_.area(choice).empty()) continue;
      const bool differs = choices_.held(scope, choice).deviates;
      own.add(differs ? fmt::format("{}: {}", choice_name(c_, choice), reason_or_none(c_, choice))
                      : choice_name(c_, choice),
              trace_of_choice(m_, choice));
      deviates = deviates || differs;
      reasoned = reasoned && (!differs || !m_.choices[choice.index].record->rationale.empty());
    }
    if (own.empty()) return Cell::text(labels_.get("tabel.samenhang.als-geheel"), where);
    if (deviates) ++deviating_;
    if (!reasoned) ++without_reason_;
    return own.cell(where, !deviates ? CellMark::plain : reasoned ? CellMark::changed : CellMark::warning);
  }

  const TableContext& c_;
  const Model& m_;
  const Labels& labels_;
  const ChoicesAsked& asked_;
  Choices choices_;
  TableMaker maker_;
  std::size_t rows_ = 0, deviating_ = 0, without_reason_ = 0;
};

}  // namespace

Table coherence_table(const TableContext& context, const ChoicesAsked& asked) {
  return CoherenceRows(context, asked).make();
}

Table coherence_sheet(const TableContext& context) { return coherence_table(context, {}); }

}  // namespace keuzekaart
