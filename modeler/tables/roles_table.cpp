#include <array>
#include <string>

#include "modeler/gaps/state_facts.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/records/states_text.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

struct ShownRole {
  Role role;
  std::string_view column;   ///< its columns are `<column>-ist` and `<column>-soll`
  std::string_view missing;  ///< label when nobody has the role, empty when the role need not be filled
};

constexpr std::array<ShownRole, 4> shown_roles = {{
    {Role::responsible, "eigenaar", "tabel.geen-eigenaar"},
    {Role::executor, "uitvoerder", "tabel.geen-uitvoerder"},
    {Role::director, "regisseur", ""},
    {Role::client_contact, "klantcontact", ""},
}};

Cell now_cell(const Labels& labels, const ShownRole& shown, const Gathered& now, const Gathered& later, bool exists,
              const Trace& where) {
  if (!exists && later.empty() && shown.role >= Role::director) return Cell::empty(where);
  if (!exists) return Cell::text(labels.get("tabel.nog-niet"), where, CellMark::added);
  if (now.empty() && !shown.missing.empty()) return Cell::text(labels.get(shown.missing), where, CellMark::gap);
  return now.cell(where, !now.empty() && later.empty() ? CellMark::ended : CellMark::plain);
}

Cell later_cell(const Labels& labels, const ShownRole& shown, const Gathered& now, const Gathered& later, bool exists,
                bool is_known, const Trace& where) {
  if (!exists && now.empty() && shown.role >= Role::director) return Cell::empty(where);
  if (!is_known) return Cell::text(labels.get("tabel.niet-bekend"), where);
  if (!exists) return Cell::text(labels.get("tabel.niet-meer"), where, CellMark::ended);
  if (later.empty() && !shown.missing.empty()) return Cell::text(labels.get(shown.missing), where, CellMark::gap);
  if (later.empty() && !now.empty()) return Cell::text(labels.get("tabel.niemand"), now.trace(where), CellMark::ended);
  if (later.empty()) return Cell::empty(where);
  if (now.empty()) return later.cell(where, CellMark::added);
  return later.cell(where, now == later ? CellMark::plain : CellMark::changed);
}

/// A step of a catalogue process has no roles of its own; one that has them is shown.
bool is_shown(const Model& model, EntityRef ref) {
  return !model.roles_of(ref).empty() || (model.process(ref).own && model.process(ref).level != ProcessLevel::step);
}

}  // namespace

Table roles_table(const TableContext& context) {
  TableMaker maker(context, "rollen");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("domein", 18);
  maker.column("proces", 34);
  for (const ShownRole& shown : shown_roles)
    for (const char* state : {"-ist", "-soll"}) maker.column(std::string(shown.column) + state, 22);
  maker.column("verandering", 24);
  maker.column("overige-rollen", 40);
  maker.column("code", 20);
  maker.print_up_to("overige-rollen");

  std::vector<EntityRef> processes = own_processes(model);
  const bool any_own = !processes.empty();
  if (!any_own)
    for (const std::vector<EntityRef>& some : {landscape_processes(model), other_processes(model)})
      processes.insert(processes.end(), some.begin(), some.end());
  std::size_t total = 0;
  std::size_t other_executor = 0;
  for (const EntityRef ref : processes) {
    if (!is_shown(model, ref)) continue;
    const Process& process = model.process(ref);
    if (!any_own && model.roles_of(ref).empty()) continue;
    ++total;
    const Trace where = trace_of(process);
    Row& row = maker.row(std::string(process.code.value));
    row.cells.push_back(process.domain.known() ? Cell::text(name_of(model.entity(process.domain)), where)
                                               : Cell::empty(where));
    row.cells.push_back(read_cell(process.name, where));
    Gathered changes;
    const bool in_ist = process.states.has(State::ist);
    const bool in_soll = process.states.has(State::soll);
    const bool is_known = in_soll || is_said(model, ref, State::soll);
    for (const ShownRole& shown : shown_roles) {
      const Gathered now = parties_of(model, ref, shown.role, State::ist);
      const Gathered later = parties_of(model, ref, shown.role, State::soll);
      // What a reference model says holds for no state in particular; a missing owner there is no gap.
      const auto asked = [&](State state) {
        const bool by_parts = shown.role == Role::executor && has_executor(model, ref, state);
        return any_own && !by_parts ? shown : ShownRole{shown.role, shown.column, ""};
      };
      row.cells.push_back(now_cell(labels, asked(State::ist), now, later, in_ist, where));
      row.cells.push_back(later_cell(labels, asked(State::soll), now, later, in_soll, is_known, where));
      if (!in_ist || !in_soll || now == later) continue;
      changes.add(label_of(labels, shown.role), now.trace(where));
      changes.look_at(later.trace(where));
      if (shown.role == Role::executor) ++other_executor;
    }
    if (in_ist != in_soll && is_known)
      changes.add(labels.get(in_soll ? "tabel.proces-nieuw" : "tabel.proces-stopt"), where);
    row.cells.push_back(changes.empty() ? Cell::text(labels.get(is_known ? "tabel.gelijk" : "tabel.niet-bekend"), where)
                                        : changes.cell(where, CellMark::changed));
    Gathered others;
    for (const RoleAssignment& assignment : model.roles_of(ref)) {
      if (assignment.role < Role::decider) continue;
      others.add(
          labels.fill("tabel.rol-van", {label_of(labels, assignment.role), name_of(model.party(assignment.party)),
                                        states_text(labels, assignment.states)}),
          assignment.trace);
    }
    row.cells.push_back(others.cell(where));
    row.cells.push_back(read_cell(process.code, where));
  }
  if (!any_own) return maker.finish("tabel.rollen.titel-referentie", {count_text(labels, total)});
  return maker.finish("tabel.rollen.titel", {count_text(labels, other_executor), count_text(labels, total)});
}

}  // namespace keuzekaart
