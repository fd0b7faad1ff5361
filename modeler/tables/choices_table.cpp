#include "modeler/tables/choices_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/tables/choice_cells.hpp"
#include "modeler/tables/sheet_tables.hpp"

namespace keuzekaart {

namespace {

class ChoiceRows {
 public:
  ChoiceRows(const TableContext& context, const ChoicesAsked& asked)
      : c_(context),
        m_(context.model),
        labels_(context.labels),
        asked_(asked),
        choices_(context.model),
        maker_(context, "keuzes") {}

  Table make() {
    maker_.column("code", 20);
    maker_.column("bereik", 24);
    maker_.column("dimensie", 18);
    maker_.column("aspect", 20);
    maker_.column("toestand", 10);
    maker_.column("waarde", 26);
    maker_.column("geldt-door", 28);
    maker_.column("motivatie", 46).fill_in = true;
    maker_.choice_column<ChoiceStatus>("keuzestatus", 13);
    maker_.column("besloten-door", 18).fill_in = true;
    maker_.column("besloten-op", 12).fill_in = true;
    maker_.column("herijken-op", 12).fill_in = true;
    maker_.column("geldig-van", 12).fill_in = true;
    maker_.column("geldig-tot", 12).fill_in = true;
    maker_.column("basis", 11);
    maker_.column("plaats", 26);
    for (const Scope scope : choices_.scopes())
      if (is_asked(m_, asked_, scope))
        for (const auto& dimension : Vocabulary<Dimension>::words)
          for (const State state : choices_.states())
            if (!asked_.state || *asked_.state == state) add(scope, dimension.value, state);
    if (m_.choices.empty()) return maker_.finish("tabel.keuzes.titel-leeg", {});
    return maker_.finish("tabel.keuzes.titel", {count_text(labels_, own_), count_text(labels_, deviating_),
                                                count_text(labels_, without_reason_)});
  }

 private:
  void add(Scope scope, Dimension dimension, State state) {
    const std::vector<EntityRef> whole = choices_.at(scope, dimension, state);
    for (const EntityRef choice : whole) add_row(scope, choice, {});
    for (const std::string_view area : aspect_areas)
      for (const EntityRef choice : choices_.at(scope, dimension, state, area))
        if (std::ranges::find(whole, choice) == whole.end() && !choices_.area(choice).empty())
          add_row(scope, choice, area);
  }

  /// Own, inherited from where, deviating from what.
  Cell why(const Held& held, const Trace& where) {
    if (!held.own()) return Cell::text(labels_.fill("tabel.keuzes.van", {scope_name(c_, held.from)}), where);
    if (!held.deviates)
      return Cell::text(labels_.get(held.instead_of.empty() ? "tabel.keuzes.eigen" : "tabel.keuzes.eigen-gelijk"),
                        where);
    ++deviating_;
    const bool reasoned = !m_.choices[held.choice.index].record->rationale.empty();
    if (!reasoned) ++without_reason_;
    Gathered other;
    for (const EntityRef instead : held.instead_of)
      other.add(fmt::format("{} ({})", choice_name(c_, instead), scope_name(c_, m_.choices[instead.index].scope)),
                trace_of_choice(m_, instead));
    return Cell::text(
        labels_.fill(reasoned ? "tabel.keuzes.wijkt-af" : "tabel.keuzes.wijkt-af-zonder", {other.joined()}),
        other.trace(where), reasoned ? CellMark::changed : CellMark::warning);
  }

  void add_row(Scope scope, EntityRef choice, std::string_view area) {
    const Choice& made = m_.choices[choice.index];
    const MapChoice& record = *made.record;
    const Held held = choices_.held(scope, choice);
    const Trace where = trace_of_choice(m_, choice);
    if (held.own()) ++own_;
    const std::string scope_code = scope.known() ? std::string(m_.entity(scope).code.value) : "concern";
    Row& row =
        maker_.row(held.own() ? std::string(made.code.value) : fmt::format("{}/{}", scope_code, made.code.value));
    const auto put = [&row](Cell cell) { row.cells.push_back(std::move(cell)); };
    put(held.own() ? read_cell(made.code, where)
                   : Cell::text(fmt::format("{}/{}", scope_code, made.code.value), where));
    put(Cell::text(scope_name(c_, scope), where));
    put(Cell::text(label_of(labels_, made.dimension), where));
    put(area.empty() ? Cell::empty(where) : Cell::text(area_name(labels_, area), where));
    put(Cell::text(state_name(labels_, made.state), where));
    put(Cell::text(choice_name(c_, choice), where));
    put(why(held, where));
    const CellMark open = held.own() ? CellMark::fill_in : CellMark::plain;
    put(read_cell(record.rationale, where, open));
    put(choice_cell(labels_, record.status.value, where, open));
    put(read_cell(record.decided_by, where, open));
    put(date_cell(record.decided_on, where, open));
    put(date_cell(record.reconsider_on, where, open));
    put(date_cell(record.valid_from, where, open));
    put(date_cell(record.valid_to, where, open));
    const CatalogueEntry* entry = m_.catalogue->find(record.value.value);
    put(entry == nullptr ? Cell::empty(where) : Cell::text(label_of(labels_, entry->basis), where));
    put(Cell::text(to_string(c_.sources.locate(made.origins.front().place)), where));
  }

  const TableContext& c_;
  const Model& m_;
  const Labels& labels_;
  const ChoicesAsked& asked_;
  Choices choices_;
  TableMaker maker_;
  std::size_t own_ = 0, deviating_ = 0, without_reason_ = 0;
};

}  // namespace

bool is_asked(const Model& model, const ChoicesAsked& asked, Scope scope) {
  if (!asked.scope.known()) return true;
  const std::vector<Scope> around = scopes_around(model, scope);
  return std::ranges::find(around, asked.scope) != around.end();
}

Table choices_table(const TableContext& context, const ChoicesAsked& asked) {
  return ChoiceRows(context, asked).make();
}

Table choices_sheet(const TableContext& context) { return choices_table(context, {}); }

}  // namespace keuzekaart
