#include "modeler/findings/coverage.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// Names are shown up to this many; the sheet with gaps has all.
constexpr std::size_t shown_names = 12;

/// The places of what lacks the next hop; where nothing lacks it, the first source stands for the whole count.
Trace counted_over(const TableContext& context, const CoverageHop& hop) {
  Gathered gathered;
  gathered.look_at(hop.trace);
  for (const EntityRef ref : hop.missing) gathered.look_at(trace_of(context.model.entity(ref)));
  Trace trace = gathered.trace(hop.trace);
  trace.rule = Derivation::counted;
  if (trace.places.empty() && context.sources.count() != 0) trace.places.push_back({FileId{0}, 0});
  return trace;
}

}  // namespace

Table coverage_table(const TableContext& context) {
  TableMaker maker(context, "dekking");
  const Labels& labels = context.labels;
  maker.column("dekking", 40);
  maker.column("dekking-uitleg", 60);
  maker.column("aantal-gedekt", 10);
  maker.column("aantal-totaal", 10);
  maker.column("aantal-ontbrekend", 12);
  maker.column("procent", 12);
  maker.column("ontbreekt-bij", 80);
  const std::vector<CoverageHop> hops = coverage(context.model);
  const CoverageHop* widest = nullptr;
  for (const CoverageHop& hop : hops) {
    if (widest == nullptr || hop.missing.size() > widest->missing.size()) widest = &hop;
    const Trace where = counted_over(context, hop);
    Row& row = maker.row(hop.key);
    row.cells.push_back(Cell::text(labels.get(hop.key), where));
    row.cells.push_back(Cell::text(labels.get(hop.key + ".uitleg"), where));
    row.cells.push_back(Cell::number(static_cast<double>(hop.covered), where));
    row.cells.push_back(Cell::number(static_cast<double>(hop.total), where));
    row.cells.push_back(Cell::number(static_cast<double>(hop.missing.size()), where,
                                     hop.missing.empty() ? CellMark::plain : CellMark::gap));
    const std::size_t percent = hop.total == 0 ? 0 : hop.covered * 100 / hop.total;
    row.cells.push_back(Cell::number(static_cast<double>(percent), where));
    std::string names;
    for (std::size_t i = 0; i < std::min(shown_names, hop.missing.size()); ++i)
      names += (i == 0 ? "" : "; ") + name_of(context.model.entity(hop.missing[i]));
    if (hop.missing.size() > shown_names)
      names += " " + labels.fill("tabel.en-meer", {count_text(labels, hop.missing.size() - shown_names)});
    row.cells.push_back(Cell::text(names, where));
  }
  if (widest == nullptr) return maker.finish("tabel.dekking.titel-leeg", {});
  return maker.finish("tabel.dekking.titel", {labels.get(widest->key), count_text(labels, widest->covered),
                                              count_text(labels, widest->total)});
}

Table gaps_table(const TableContext& context) {
  TableMaker maker(context, "gaten");
  const Labels& labels = context.labels;
  const Model& model = context.model;
  maker.column("dekking", 44);
  maker.column("soort", 18);
  maker.column("onderdeel", 60);
  maker.column("code", 40);
  maker.small_paper();
  std::size_t count = 0;
  for (const CoverageHop& hop : coverage(model)) {
    std::vector<EntityRef> missing = hop.missing;
    std::ranges::stable_sort(missing, [&](EntityRef a, EntityRef b) {
      return reads_before(name_of(model.entity(a)), name_of(model.entity(b)));
    });
    for (const EntityRef ref : missing) {
      ++count;
      const Entity& entity = model.entity(ref);
      const Trace where = trace_of(entity);
      Row& row = maker.row(fmt::format("{}:{}", hop.key, entity.code.value));
      row.cells.push_back(Cell::text(labels.get(hop.key), where, CellMark::gap));
      row.cells.push_back(Cell::text(labels.get(label_of(ref.kind)), where));
      row.cells.push_back(Cell::text(name_of(entity), where));
      row.cells.push_back(read_cell(entity.code, where));
    }
  }
  return maker.finish("tabel.gaten.titel", {count_text(labels, count)});
}

}  // namespace keuzekaart
