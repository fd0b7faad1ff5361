#include "modeler/analyses/analysis.hpp"

#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

bool in_scope(const AnalysisContext& context, EntityRef domain, EntityRef group) {
  const EntityRef scope = context.scope;
  if (!scope.known() || group == scope) return true;
  const Model& model = context.model();
  // Domains that are part of each other end the walk after as many steps as there are domains.
  for (std::size_t step = 0; domain.known() && step <= model.domains.size(); ++step) {
    if (domain == scope) return true;
    domain = model.domains[domain.index].parent;
  }
  return false;
}

std::vector<State> asked_states(const AnalysisContext& context) {
  if (context.state) return {*context.state};
  return {State::ist, State::soll};
}

std::string state_key(std::string_view key, State state) {
  return std::string(key).append(state == State::ist ? "-ist" : "-soll");
}

Cell counts_cell(const AnalysisContext& context, const std::vector<std::size_t>& counts, Trace trace, CellMark mark) {
  trace.rule = Derivation::counted;
  if (counts.size() == 1) return Cell::number(static_cast<double>(counts.front()), std::move(trace), mark);
  return Cell::text(context.labels().fill("analyse.van-naar", {count_text(context.labels(), counts.front()),
                                                               count_text(context.labels(), counts.back())}),
                    std::move(trace), counts.front() == counts.back() ? mark : CellMark::changed);
}

std::string_view title_suffix(const AnalysisContext& context) {
  if (!context.state) return "";
  return *context.state == State::ist ? "-ist" : "-soll";
}

}  // namespace keuzekaart
