#include "modeler/analyses/compare_versions.hpp"

#include <algorithm>

#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// What stands before the word in the label key of a kind.
constexpr std::string_view kind_prefix = "soort.";

class Changes {
 public:
  Changes(const TableContext& context, const ComparedVersion& before, const ComparedVersion& now,
          const Comparison& comparison)
      : now_(now),
        before_(before),
        labels_(context.labels),
        comparison_(comparison),
        maker_(context, comparison.table) {
    maker_.column("soort", 14);
    maker_.column("naam", 36);
    maker_.column("wat-veranderde", 20);
    maker_.column(comparison.before_column, 50);
    maker_.column(comparison.now_column, 50);
    if (comparison.used) maker_.column("gebruikt-op", 30);
    maker_.column("code", 22);
    maker_.print_up_to(comparison.now_column);
  }

  Table run(std::vector<ChangeTally>* tallies) {
    for (std::size_t kind = 0; kind < comparison_.kinds.size(); ++kind) {
      const ChangeTally made = compare_kind(kind);
      came_ += made.came;
      gone_ += made.gone;
      changed_ += made.changed;
      if (tallies != nullptr) tallies->push_back(made);
    }
    const std::string title = "tabel." + std::string(comparison_.table) + ".titel";
    if (came_ + gone_ + changed_ == 0) return maker_.finish(title + "-leeg", {comparison_.before_title});
    return maker_.finish(title,
                         {count_text(labels_, came_), count_text(labels_, changed_), count_text(labels_, gone_)});
  }

 private:
  ChangeTally compare_kind(std::size_t kind) {
    ChangeTally tally{comparison_.kinds[kind]};
    // Both are sorted by code.
    std::size_t b = 0;
    std::size_t n = 0;
    while (b < before_.count(kind) || n < now_.count(kind)) {
      const std::size_t old = b;
      const std::size_t fresh = n;
      const bool has_old = b < before_.count(kind);
      const bool has_fresh = n < now_.count(kind);
      const int order = !has_fresh ? -1 : !has_old ? 1 : before_.code(kind, old).compare(now_.code(kind, fresh));
      if (order <= 0) ++b;
      if (order >= 0) ++n;
      const bool was = order <= 0 && before_.counts(kind, old);
      const bool is = order >= 0 && now_.counts(kind, fresh);
      tally.before += was ? 1 : 0;
      tally.now += is ? 1 : 0;
      if (was && is && compare(kind, old, fresh)) ++tally.changed;
      if (was && !is) ++tally.gone, whole(before_, kind, old, "wijziging.vervallen", CellMark::ended);
      if (!was && is) ++tally.came, whole(now_, kind, fresh, "wijziging.nieuw", CellMark::added);
    }
    return tally;
  }

  Row& row(const ComparedVersion& version, std::size_t kind, std::size_t thing, std::string_view what,
           const Trace& where) {
    const std::string label(comparison_.kinds[kind]);
    const std::string code(version.code(kind, thing));
    Row& made = maker_.row(label.substr(kind_prefix.size()) + ":" + code + ":" + std::string(what));
    made.cells.push_back(Cell::text(labels_.get(label), where));
    made.cells.push_back(Cell::text(version.shown_name(kind, thing), where));
    return made;
  }

  /// A thing that came or went.
  void whole(const ComparedVersion& version, std::size_t kind, std::size_t thing, const std::string& what,
             CellMark mark) {
    const Trace where{Derivation::compared, version.places(kind, thing)};
    const std::string name = version.name(kind, thing);
    Row& made = row(version, kind, thing, what.substr(what.find('.') + 1), where);
    made.cells.push_back(Cell::text(labels_.get(what), where, mark));
    made.cells.push_back(mark == CellMark::ended ? Cell::text(name, where) : Cell::empty(where));
    made.cells.push_back(mark == CellMark::added ? Cell::text(name, where) : Cell::empty(where));
    add_use(made, mark == CellMark::ended ? version.keys(kind, thing) : std::vector<std::string_view>(), where);
    made.cells.push_back(Cell::text(std::string(version.code(kind, thing)), where));
  }

  /// Where the map uses what went.
  void add_use(Row& row, const std::vector<std::string_view>& gone, const Trace& where) const {
    if (!comparison_.used) return;
    std::string used = gone.empty() ? std::string() : comparison_.used(gone);
    row.cells.push_back(used.empty() ? Cell::empty(where) : Cell::text(std::move(used), where, CellMark::warning));
  }

  /// Whether anything differs.
  bool compare(std::size_t kind, std::size_t old, std::size_t fresh) {
    const ComparedFields before = before_.fields(kind, old);
    const ComparedFields now = now_.fields(kind, fresh);
    bool any = false;
    const auto tell = [&](const std::string& what, const ComparedValues* was, const ComparedValues* is) {
      if (was != nullptr && is != nullptr && was->values == is->values) return;
      any = true;
      Trace where{Derivation::compared, {}};
      for (const ComparedValues* values : {was, is})
        if (values != nullptr) where.places.insert(where.places.end(), values->places.begin(), values->places.end());
      Row& made = row(now_, kind, fresh, what, where);
      made.cells.push_back(Cell::text(what, where, CellMark::changed));
      made.cells.push_back(was == nullptr ? Cell::empty(where) : Cell::text(was->joined(), where));
      made.cells.push_back(is == nullptr ? Cell::empty(where) : Cell::text(is->joined(), where));
      add_use(made, {}, where);
      made.cells.push_back(Cell::text(std::string(now_.code(kind, fresh)), where));
    };
    for (const auto& [what, values] : before) {
      const auto found = now.find(what);
      tell(what, &values, found == now.end() ? nullptr : &found->second);
    }
    for (const auto& [what, values] : now)
      if (!before.contains(what)) tell(what, nullptr, &values);
    return any;
  }

  const ComparedVersion& now_;
  const ComparedVersion& before_;
  const Labels& labels_;
  const Comparison& comparison_;
  TableMaker maker_;
  std::size_t came_ = 0, gone_ = 0, changed_ = 0;
};

}  // namespace

std::string ComparedValues::joined() const {
  std::string out;
  for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
  return out;
}

ComparedFields gathered_fields(const std::vector<Fact>& facts, bool ordered) {
  ComparedFields found;
  for (const Fact& fact : facts) {
    ComparedValues& values = found[fact.what];
    values.values.push_back(fact.value);
    values.places.insert(values.places.end(), fact.trace.places.begin(), fact.trace.places.end());
  }
  if (!ordered)
    for (auto& [what, values] : found) std::ranges::sort(values.values);
  return found;
}

Table compare_versions(const TableContext& context, const ComparedVersion& before, const ComparedVersion& now,
                       const Comparison& comparison, std::vector<ChangeTally>* tallies) {
  return Changes(context, before, now, comparison).run(tallies);
}

}  // namespace keuzekaart
