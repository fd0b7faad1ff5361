#include "modeler/gaps/state_facts.hpp"
#include "modeler/model/reach.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

Trace with_places(const Trace& trace, const Trace& where) { return trace.places.empty() ? where : trace; }

/// Who executes the process in a state; says so when the process is not there in that state.
Cell executor_cell(const TableContext& context, EntityRef ref, State state, const Trace& where, bool expected) {
  const Process& process = context.model.process(ref);
  if (!process.states.has(state) && !is_said(context.model, ref, state))
    return Cell::text(context.labels.get("tabel.niet-bekend"), where);
  if (!process.states.has(state))
    return Cell::text(context.labels.get(state == State::ist ? "tabel.nog-niet" : "tabel.niet-meer"), where,
                      state == State::ist ? CellMark::added : CellMark::ended);
  const Gathered parties = parties_of(context.model, ref, Role::executor, state);
  if (!parties.empty() || !expected) return parties.cell(where);
  const bool by_parts = has_executor(context.model, ref, state);
  return by_parts ? Cell::text(context.labels.get("tabel.zie-delen"), where)
                  : Cell::text(context.labels.get("tabel.geen-uitvoerder"), where, CellMark::gap);
}

/// Who is responsible: now and in SOLL when these differ and there is one in both.
Cell owner_cell(const TableContext& context, EntityRef ref, const Trace& where, bool expected) {
  const Gathered now = parties_of(context.model, ref, Role::responsible, State::ist);
  const Gathered later = parties_of(context.model, ref, Role::responsible, State::soll);
  const Gathered& known = now.empty() ? later : now;
  if (now.empty() || later.empty() || now == later)
    return expected ? known.cell_or_gap(context.labels.get("tabel.geen-eigenaar"), where) : known.cell(where);
  Gathered both;
  both.look_at(now.trace(where));
  both.look_at(later.trace(where));
  return Cell::text(context.labels.fill("analyse.van-naar", {now.joined(), later.joined()}), both.trace(where),
                    CellMark::changed);
}

/// The domain that the map gives the process, else the one that its task field suggests.
Cell domain_cell(const TableContext& context, const Process& process, const Trace& where) {
  const Model& model = context.model;
  if (process.domain.known()) return Cell::text(name_of(model.entity(process.domain)), where);
  if (!process.suggested_domain.known()) return Cell::empty(where);
  const std::string name = name_of(model.entity(process.suggested_domain));
  return Cell::text(context.labels.fill("tabel.voorgesteld", {name}), process.suggested_domain_trace,
                    CellMark::proposal);
}

/// A value that was joined from a list, by the rule that joined it.
Cell listed_cell(const Text& text, const Trace& trace, const Trace& where) {
  return text.empty() ? Cell::empty(where) : Cell::text(std::string(text.value), trace);
}

void add_row(TableMaker& maker, EntityRef ref) {
  const Model& model = maker.model();
  const Labels& labels = maker.labels();
  const Process& process = model.process(ref);
  const Trace where = trace_of(process);
  const CellMark open = process.own ? CellMark::fill_in : CellMark::plain;
  const bool expects_roles = process.own && process.level != ProcessLevel::step;
  Row& row = maker.row(std::string(process.code.value));
  const auto add = [&row](Cell cell) { row.cells.push_back(std::move(cell)); };

  add(process.own ? read_cell(process.code, where) : Cell::empty(where));
  add(read_cell(process.name, where));
  add(choice_cell(labels, process.kind, with_places(process.kind_trace, where), open));
  add(choice_cell(labels, process.level, with_places(process.level_trace, where), open));
  add(domain_cell(maker.context(), process, where));
  add(linked_to(model, labels, LinkKind::part, ref).cell(where));
  add(linked_from(model, labels, LinkKind::reference, ref).cell(where));
  add(owner_cell(maker.context(), ref, where, expects_roles));
  add(executor_cell(maker.context(), ref, State::ist, where, expects_roles));
  Cell later = executor_cell(maker.context(), ref, State::soll, where, expects_roles);
  const Gathered now_parties = parties_of(model, ref, Role::executor, State::ist);
  const Gathered later_parties = parties_of(model, ref, Role::executor, State::soll);
  if (later.mark() == CellMark::plain && !later_parties.empty() && !(now_parties == later_parties))
    later = Cell::text(later.value(), later.trace(), now_parties.empty() ? CellMark::added : CellMark::changed);
  add(std::move(later));
  add(linked_from(model, labels, LinkKind::process_function, ref).cell(where));
  add(linked_from(model, labels, LinkKind::process_application, ref).cell(where));
  add(linked_to(model, labels, LinkKind::product_process, ref).count_cell(where));
  add(read_cell(process.trigger, where, open));
  add(read_cell(process.result, where, open));
  add(read_cell(process.lead_time, where, open));
  add(choice_cell(labels, process.personal_data, where, open));
  Gathered roles;
  for (const ProcessRole& role : process.roles)
    roles.add(std::string(role.name.value), Trace::read_at(role.name.place));
  add(roles.cell(where));
  add(linked_from(model, labels, LinkKind::process_object, ref).cell(where));
  Gathered laws = linked_from(model, labels, LinkKind::process_law, ref);
  add(laws.cell(where));
  add(read_cell(process.iv3, where));
  add(listed_cell(process.listed_task_field,
                  {Derivation::named_by_list, {process.iv3.place, process.listed_task_field.place}}, where));
  const bool named = !process.process_type_trace.places.empty();
  add(named ? listed_cell(process.process_type, process.process_type_trace, where) : Cell::empty(where));
  Gathered results;
  for (const ProcessResult& result : process.results)
    results.add(std::string(result.name.value), Trace::read_at(result.name.place));
  add(results.cell(where));
  add(read_cell(process.object_id, where));
  add(read_cell(process.description, where));
}

}  // namespace

Table processes_table(const TableContext& context) {
  TableMaker maker(context, "processen");
  const Model& model = context.model;
  maker.column("code", 17);
  maker.column("naam", 34);
  maker.choice_column<ProcessKind>("processoort", 14);
  maker.choice_column<ProcessLevel>("niveau", 14);
  maker.column("domein", 18);
  maker.column("deel-van", 24);
  maker.column("referentieproces", 26);
  maker.column("eigenaar", 22);
  maker.column("uitvoerder-ist", 22);
  maker.column("uitvoerder-soll", 22);
  maker.column("functies", 24);
  maker.column("applicaties", 24);
  maker.column("aantal-producten", 10);
  maker.column("aanleiding", 30).fill_in = true;
  maker.column("resultaat", 30).fill_in = true;
  maker.column("doorlooptijd", 14).fill_in = true;
  maker.choice_column<YesNo>("persoonsgegevens", 12);
  for (const auto& [key, width] : {std::pair("catalogusrollen", 30.0),
                                   {"registers", 30.0},
                                   {"grondslag", 36.0},
                                   {"taakveld", 24.0},
                                   {"taakveld-lijst", 36.0},
                                   {"procestype", 28.0},
                                   {"catalogusresultaten", 30.0},
                                   {"object-id", 38.0},
                                   {"omschrijving", 50.0}})
    maker.column(key, width);
  maker.print_up_to("aantal-producten");

  const std::vector<EntityRef> own = own_processes(model);
  const std::vector<EntityRef> landscape = landscape_processes(model);
  std::size_t tied = 0;
  for (const EntityRef ref : own) {
    if (!model.links.from(LinkKind::reference, ref).empty()) ++tied;
    add_row(maker, ref);
  }
  for (const EntityRef ref : landscape) add_row(maker, ref);
  const Labels& labels = context.labels;
  if (!own.empty())
    return maker.finish(landscape.empty() ? "tabel.processen.titel-zonder-referentie" : "tabel.processen.titel",
                        {count_text(labels, own.size()), count_text(labels, tied)});
  const std::vector<EntityRef> others = other_processes(model);
  for (const EntityRef ref : others) add_row(maker, ref);
  return maker.finish("tabel.processen.titel-referentie",
                      {count_text(labels, landscape.size()), count_text(labels, others.size())});
}

}  // namespace keuzekaart
