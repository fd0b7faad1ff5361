#include "modeler/analyses/compare_models.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "modeler/facts/facts.hpp"
#include "modeler/tables/choice_cells.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// Whether the thing is the municipality's own, and not something that only a reference model holds.
bool is_own(const Model& model, EntityRef ref) {
  switch (ref.kind) {
    case EntityKind::product:
      return model.products[ref.index].own;
    case EntityKind::process:
      return model.processes[ref.index].own;
    case EntityKind::party:
      return model.parties[ref.index].own;
    case EntityKind::application:
      return model.applications[ref.index].own;
    case EntityKind::chain:
      return model.chains[ref.index].own;
    default:
      return true;
  }
}

/// What one field of a thing says: several values when it has several.
struct Values {
  std::vector<std::string> values;
  std::vector<Place> places;

  std::string joined() const {
    std::string out;
    for (const std::string& value : values) out += (out.empty() ? "" : "; ") + value;
    return out;
  }
};

class Changes {
 public:
  Changes(const TableContext& context, const Model& before, const Comparison& comparison)
      : now_(context.model),
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
    for (const EntityKind kind : comparison_.kinds) {
      const ChangeTally start{kind, 0, 0, came_, gone_, changed_};
      std::size_t was_there = 0;
      std::size_t is_there = 0;
      // Both tables are sorted by code.
      std::uint32_t b = 0;
      std::uint32_t n = 0;
      while (b < before_.count(kind) || n < now_.count(kind)) {
        const EntityRef old{kind, b};
        const EntityRef fresh{kind, n};
        const bool has_old = b < before_.count(kind);
        const bool has_fresh = n < now_.count(kind);
        const int order = !has_fresh ? -1 : !has_old ? 1 : code(before_, old).compare(code(now_, fresh));
        if (order <= 0) ++b;
        if (order >= 0) ++n;
        const bool was = order <= 0 && counts(before_, old);
        const bool is = order >= 0 && counts(now_, fresh);
        was_there += was ? 1 : 0;
        is_there += is ? 1 : 0;
        if (was && is) compare(old, fresh);
        if (was && !is) whole(before_, old, gone_, "wijziging.vervallen", CellMark::ended);
        if (!was && is) whole(now_, fresh, came_, "wijziging.nieuw", CellMark::added);
      }
      if (tallies != nullptr)
        tallies->push_back(
            {kind, was_there, is_there, came_ - start.came, gone_ - start.gone, changed_ - start.changed});
    }
    const std::string title = "tabel." + std::string(comparison_.table) + ".titel";
    if (came_ + gone_ + changed_ == 0) return maker_.finish(title + "-leeg", {before_.title()});
    return maker_.finish(title,
                         {count_text(labels_, came_), count_text(labels_, changed_), count_text(labels_, gone_)});
  }

 private:
  bool counts(const Model& model, EntityRef ref) const { return !comparison_.own_only || is_own(model, ref); }

  static std::string_view code(const Model& model, EntityRef ref) { return model.entity(ref).code.value; }

  /// A choice has no name but its value: what it is a choice of says which it is.
  std::string shown_name(const Model& model, EntityRef ref) const {
    if (ref.kind != EntityKind::choice) return name_of(model.entity(ref));
    const Choice& choice = model.choices[ref.index];
    const std::string scope =
        choice.scope.known() ? name_of(model.entity(choice.scope)) : labels_.get("bereik.concern");
    std::string name = labels_.fill("wijziging.keuze", {label_of(labels_, choice.dimension), scope});
    if (choice.record != nullptr && !choice.record->aspect_area.empty())
      name += fmt::format(", {}", area_name(labels_, choice.record->aspect_area.value));
    return name + fmt::format(", {}", state_name(labels_, choice.state));
  }

  Row& row(const Model& model, EntityRef ref, std::string_view what, const Trace& where) {
    const Entity& entity = model.entity(ref);
    const std::string kind(label_of(ref.kind));
    Row& made = maker_.row(kind.substr(6) + ":" + std::string(entity.code.value) + ":" + std::string(what));
    made.cells.push_back(Cell::text(labels_.get(kind), where));
    made.cells.push_back(Cell::text(shown_name(model, ref), where));
    return made;
  }

  /// A thing that came or went.
  void whole(const Model& model, EntityRef ref, std::size_t& counter, const std::string& what, CellMark mark) {
    ++counter;
    const Entity& entity = model.entity(ref);
    const Trace where{Derivation::compared, trace_of(entity).places};
    const std::string name = name_of(entity);
    Row& made = row(model, ref, what.substr(what.find('.') + 1), where);
    made.cells.push_back(Cell::text(labels_.get(what), where, mark));
    made.cells.push_back(mark == CellMark::ended ? Cell::text(name, where) : Cell::empty(where));
    made.cells.push_back(mark == CellMark::added ? Cell::text(name, where) : Cell::empty(where));
    add_use(made, mark == CellMark::ended ? ref : EntityRef(), where);
    made.cells.push_back(Cell::text(std::string(entity.code.value), where));
  }

  /// Where the map uses what went.
  void add_use(Row& row, EntityRef gone, const Trace& where) const {
    if (!comparison_.used) return;
    std::string used = gone.known() ? comparison_.used(gone) : std::string();
    row.cells.push_back(used.empty() ? Cell::empty(where) : Cell::text(std::move(used), where, CellMark::warning));
  }

  std::map<std::string, Values> fields(const Model& model, EntityRef ref) const {
    std::map<std::string, Values> found;
    const std::string law = labels_.get("verband.wet");  // a field says it already
    const std::string name = labels_.get("veld.naam");   // of a choice its value
    for (const Fact& fact : own_facts_of(model, labels_, ref)) {
      if (fact.what == law || (ref.kind == EntityKind::choice && fact.what == name)) continue;
      Values& values = found[fact.what];
      values.values.push_back(fact.value);
      values.places.insert(values.places.end(), fact.trace.places.begin(), fact.trace.places.end());
    }
    // Steps of a chain stand in an order of their own; other values do not.
    if (ref.kind != EntityKind::chain)
      for (auto& [what, values] : found) std::ranges::sort(values.values);
    return found;
  }

  void compare(EntityRef old, EntityRef fresh) {
    const std::map<std::string, Values> before = fields(before_, old);
    const std::map<std::string, Values> now = fields(now_, fresh);
    bool any = false;
    const auto tell = [&](const std::string& what, const Values* was, const Values* is) {
      if (was != nullptr && is != nullptr && was->values == is->values) return;
      any = true;
      Trace where{Derivation::compared, {}};
      for (const Values* values : {was, is})
        if (values != nullptr) where.places.insert(where.places.end(), values->places.begin(), values->places.end());
      Row& made = row(now_, fresh, what, where);
      made.cells.push_back(Cell::text(what, where, CellMark::changed));
      made.cells.push_back(was == nullptr ? Cell::empty(where) : Cell::text(was->joined(), where));
      made.cells.push_back(is == nullptr ? Cell::empty(where) : Cell::text(is->joined(), where));
      add_use(made, {}, where);
      made.cells.push_back(Cell::text(std::string(code(now_, fresh)), where));
    };
    for (const auto& [what, values] : before) {
      const auto found = now.find(what);
      tell(what, &values, found == now.end() ? nullptr : &found->second);
    }
    for (const auto& [what, values] : now)
      if (!before.contains(what)) tell(what, nullptr, &values);
    if (any) ++changed_;
  }

  const Model& now_;
  const Model& before_;
  const Labels& labels_;
  const Comparison& comparison_;
  TableMaker maker_;
  std::size_t came_ = 0, gone_ = 0, changed_ = 0;
};

}  // namespace

Table compare_models(const TableContext& context, const Model& before, const Comparison& comparison,
                     std::vector<ChangeTally>* tallies) {
  return Changes(context, before, comparison).run(tallies);
}

}  // namespace keuzekaart
