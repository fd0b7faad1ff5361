#include <algorithm>

#include "modeler/records/states_text.hpp"
#include "modeler/tables/coupling_text.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// The processes that an application supports, with how well: "Behandelen aanvraag (deels)".
Gathered supported(const Model& model, const Labels& labels, EntityRef application) {
  Gathered gathered;
  for (const std::uint32_t number : model.links.to(LinkKind::process_application, application)) {
    const Link& link = model.links.at(number);
    if (link.status == MappingStatus::rejected) continue;
    std::string text = name_of(model.entity(link.from));
    const std::string quality = label_of(labels, link.quality);
    if (!quality.empty()) text += " (" + quality + ")";
    gathered.add(std::move(text), link.trace);
  }
  return gathered;
}

/// The couplings of every application, by its row: "naar Zaaksysteem (via Gegevensmakelaar, StUF-ZKN 3.10)".
std::vector<Gathered> couplings_by_application(const Model& model, const Labels& labels) {
  std::vector<Gathered> gathered(model.applications.size());
  for (const Coupling& coupling : model.couplings) {
    const std::string way = way_of(coupling, labels);
    const auto add = [&](EntityRef application, std::string_view label, EntityRef other) {
      gathered[application.index].add(labels.fill(label, {name_of(model.entity(other))}) + way, coupling.trace);
    };
    add(coupling.from, "tabel.applicaties.koppeling-naar", coupling.to);
    add(coupling.to, "tabel.applicaties.koppeling-van", coupling.from);
  }
  return gathered;
}

}  // namespace

Table applications_table(const TableContext& context) {
  TableMaker maker(context, "applicaties");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("code", 16);
  maker.column("naam", 34);
  maker.column("applicatietype", 24);
  maker.column("leverancier", 22);
  maker.choice_column<Lifecycle>("levenscyclus", 15);
  maker.column("toestand", 14);
  maker.column("referentiecomponent", 30);
  maker.column("ondersteunt", 44);
  maker.column("standaarden", 40);
  maker.column("koppelingen", 44);
  maker.column("omschrijving", 60);
  maker.column("object-id", 38);
  maker.print_up_to("standaarden");

  std::vector<EntityRef> applications;
  for (std::size_t i = 0; i < model.applications.size(); ++i)
    applications.push_back({EntityKind::application, static_cast<std::uint32_t>(i)});
  std::ranges::stable_sort(applications, [&](EntityRef a, EntityRef b) {
    const Application& p = model.applications[a.index];
    const Application& q = model.applications[b.index];
    if (p.own != q.own) return p.own;
    return p.name.value != q.name.value && reads_before(p.name.value, q.name.value);
  });
  const std::vector<Gathered> couplings = couplings_by_application(model, labels);
  std::size_t own = 0;
  std::size_t leaving = 0;
  for (const EntityRef ref : applications) {
    const Application& application = model.applications[ref.index];
    const Trace where = trace_of(application);
    if (application.own) ++own;
    const bool leaves = application.lifecycle == Lifecycle::to_phase_out ||
                        (application.own && application.states.has(State::ist) && !application.states.has(State::soll));
    if (application.own && leaves) ++leaving;
    Row& row = maker.row(std::string(application.code.value));
    row.cells.push_back(application.own ? read_cell(application.code, where) : Cell::empty(where));
    row.cells.push_back(read_cell(application.name, where));
    row.cells.push_back(application.own ? Cell::text(labels.get("tabel.applicaties.eigen"), where)
                                        : read_cell(application.type, where));
    const CellMark open = application.own ? CellMark::fill_in : CellMark::plain;
    row.cells.push_back(read_cell(application.vendor, where, open));
    row.cells.push_back(choice_cell(labels, application.lifecycle, where, open));
    row.cells.push_back(application.own ? Cell::text(states_text(labels, application.states), where,
                                                     leaves ? CellMark::ended : CellMark::plain)
                                        : Cell::empty(where));
    row.cells.push_back(linked_from(model, labels, LinkKind::application_reference, ref).cell(where));
    const Gathered processes = supported(model, labels, ref);
    row.cells.push_back(application.own ? processes.cell_or_gap(labels.get("tabel.geen-proces"), where)
                                        : processes.cell(where));
    Gathered standards = linked_from(model, labels, LinkKind::application_standard, ref);
    // An own application is held to the standards of the reference component it is tied to.
    for (const Link& link : model.links.from(LinkKind::application_reference, ref)) {
      const Gathered more = linked_from(model, labels, LinkKind::application_standard, link.to);
      for (const std::string& name : more.texts()) standards.add(name, more.trace(where));
    }
    row.cells.push_back(standards.cell(where));
    row.cells.push_back(couplings[ref.index].cell(where));
    row.cells.push_back(read_cell(application.description, where));
    row.cells.push_back(read_cell(application.object_id, where));
  }
  if (applications.empty()) return maker.finish("tabel.applicaties.titel-leeg", {});
  if (own == 0) return maker.finish("tabel.applicaties.titel-referentie", {count_text(labels, applications.size())});
  return maker.finish("tabel.applicaties.titel", {count_text(labels, own), count_text(labels, leaving)});
}

}  // namespace keuzekaart
