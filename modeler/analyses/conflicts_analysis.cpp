#include <fmt/format.h>

#include <algorithm>

#include "modeler/analyses/analyses.hpp"
#include "modeler/findings/finding_text.hpp"
#include "modeler/tables/choice_cells.hpp"
#include "modeler/tables/choices_table.hpp"

namespace keuzekaart {

namespace {

/// Pairs of choices that do not agree, both reasons side by side: a choice that deviates from the one it stands in the
/// place of, and choices that a rule finds at odds.
class Conflicts {
 public:
  explicit Conflicts(const AnalysisContext& context)
      : c_(context), m_(context.model()), choices_(context.model()), maker_(context.tables, "tegenspraak") {}

  Table make() {
    maker_.column("keuze-een", 38);
    maker_.column("toestand", 10);
    maker_.column("motivatie-een", 44);
    maker_.column("keuze-ander", 38);
    maker_.column("motivatie-ander", 44);
    maker_.column("wat-botst", 48);
    maker_.column("code", 24);
    maker_.print_up_to("wat-botst");
    for (std::uint32_t i = 0; i < m_.choices.size(); ++i) {
      const EntityRef choice{EntityKind::choice, i};
      const Held held = choices_.held(m_.choices[i].scope, choice);
      if (!held.deviates) continue;
      for (const EntityRef other : held.instead_of)
        add(choice, other, c_.labels().get("tabel.tegenspraak.wijkt-af"), {});
    }
    for (const Finding& finding : c_.tables.findings) add_finding(finding);
    if (rows_ == 0) return maker_.finish("tabel.tegenspraak.titel-leeg", {});
    return maker_.finish("tabel.tegenspraak.titel",
                         {count_text(c_.labels(), rows_), count_text(c_.labels(), without_reason_)});
  }

 private:
  bool asked(EntityRef choice) const {
    const Choice& made = m_.choices[choice.index];
    return c_.asks(made.state) &&
           (is_asked(m_, {c_.state, c_.scope}, made.scope) || choices_.holds_for(choice, c_.scope));
  }

  /// The same choice now and later: no two that contradict each other.
  bool same(EntityRef one, EntityRef other) const {
    const Choice &first = m_.choices[one.index], &second = m_.choices[other.index];
    return first.dimension == second.dimension && first.record->value.value == second.record->value.value;
  }

  /// A finding about two choices, other than that the one deviates from the other: that has its row already.
  void add_finding(const Finding& finding) {
    std::vector<EntityRef> about;
    for (const EntityRef element : finding.elements)
      if (element.kind == EntityKind::choice) about.push_back(element);
    if (about.size() < 2) return;
    const std::vector<EntityRef> instead = choices_.held(m_.choices[about[0].index].scope, about[0]).instead_of;
    for (std::size_t i = 1; i < about.size(); ++i)
      if (!same(about[0], about[i]) && std::ranges::find(instead, about[i]) == instead.end())
        add(about[0], about[i], fmt::format("{}: {}", finding.rule, finding_message(finding, c_.labels())),
            fmt::format("{}:{}", finding.rule, finding.key));
  }

  void add(EntityRef one, EntityRef other, std::string why, std::string_view rule) {
    if (!asked(one)) return;
    ++rows_;
    const Trace where = trace_of_choice(m_, one);
    const Trace there = trace_of_choice(m_, other);
    const Choice &first = m_.choices[one.index], &second = m_.choices[other.index];
    std::string code = fmt::format("{}:{}", first.code.value, second.code.value);
    if (!rule.empty()) code += fmt::format(":{}", rule);
    Row& row = maker_.row(code);
    row.cells.push_back(choice_cell(one, where));
    row.cells.push_back(Cell::text(state_name(c_.labels(), first.state), where));
    row.cells.push_back(reason_cell(one, where));
    row.cells.push_back(choice_cell(other, there));
    row.cells.push_back(reason_cell(other, there));
    if (first.record->rationale.empty()) ++without_reason_;
    row.cells.push_back(Cell::text(std::move(why), where, CellMark::changed));
    row.cells.push_back(Cell::text(std::move(code), where));
  }

  Cell choice_cell(EntityRef choice, const Trace& where) const {
    const Choice& made = m_.choices[choice.index];
    std::string text = fmt::format("{}: {}", scope_name(c_.tables, made.scope), choice_name(c_.tables, choice));
    if (const std::string_view area = choices_.area(choice); !area.empty())
      text += fmt::format(" ({})", area_name(c_.labels(), area));
    return Cell::text(std::move(text), where);
  }

  Cell reason_cell(EntityRef choice, const Trace& where) const {
    const bool has_reason = !m_.choices[choice.index].record->rationale.empty();
    return Cell::text(reason_or_none(c_.tables, choice), where, has_reason ? CellMark::plain : CellMark::warning);
  }

  const AnalysisContext& c_;
  const Model& m_;
  Choices choices_;
  TableMaker maker_;
  std::size_t rows_ = 0, without_reason_ = 0;
};

}  // namespace

Table conflicts_analysis(const AnalysisContext& context) { return Conflicts(context).make(); }

}  // namespace keuzekaart
