#include <algorithm>

#include "modeler/gaps/plan.hpp"
#include "modeler/gaps/project_texts.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/sheet_tables.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

/// One line of the plan that has its place in time.
struct Line {
  std::string_view kind;  ///< of the label "transitieplan.<kind>"
  std::string code;
  std::string name;
  Text from, to;
  Text text;
  std::vector<Text> projects;  ///< of a point: ids of those that it is a moment of
  Trace where{Derivation::read, {}};
};

/// What has no date comes behind what has one, points before projects on the same day.
bool comes_before(const Line& a, const Line& b) {
  const auto date = [](const Line& line) { return line.from.empty() ? std::string_view("~") : line.from.value; };
  return date(a) < date(b);
}

}  // namespace

Table transition_table(const TableContext& context) {
  TableMaker maker(context, "transitieplan");
  const Model& model = context.model;
  const Labels& labels = context.labels;
  maker.column("planonderdeel", 22);
  maker.column("start", 13);
  maker.column("einde", 13);
  maker.column("naam", 50);
  maker.column("project", 30);
  maker.column("toelichting", 80);
  maker.column("code", 26);
  maker.print_up_to("toelichting");

  const Plan plan = make_plan(model, context.findings);
  const MapTransitionPlan* said = model.map && model.map->plan ? &*model.map->plan : nullptr;
  std::vector<Line> lines;
  std::size_t points = 0;
  if (said != nullptr) {
    const auto add = [&](std::string_view kind, const MapMilestone& point) {
      lines.push_back({kind,
                       std::string(point.id.value),
                       std::string(point.name.value),
                       point.date,
                       {},
                       point.description,
                       point.projects,
                       Trace::read_at(point.place)});
    };
    for (const MapMilestone& point : said->intervention_points) add("ingrijppunt", point);
    for (const MapMilestone& point : said->milestones) add("mijlpaal", point);
    points = lines.size();
  }
  for (const PlannedProject& project : plan.projects) {
    const MapProject* record = project.own.known() ? model.projects[project.own.index].record : nullptr;
    Line& line = lines.emplace_back();
    line.kind = project.own.known() ? "project" : "voorstel";
    line.code = project.code;
    line.name = project_title(context, project);
    line.where = project_trace(model, plan, project);
    if (record == nullptr) continue;
    line.from = record->start;
    line.to = record->end;
    line.text = record->result;
  }
  std::ranges::stable_sort(lines, comes_before);

  const auto general = [&](std::string_view what, const Text& text) {
    const Trace where = said != nullptr ? Trace::read_at(said->place) : Trace::read_at(model.map->place);
    Row& row = maker.row(std::string(what));
    row.cells.push_back(Cell::text(labels.get("transitieplan." + std::string(what)), where));
    for (int n = 0; n < 4; ++n) row.cells.push_back(Cell::empty(where));
    row.cells.push_back(text.empty() ? Cell::text(labels.get("tabel.nog-invullen"), where, CellMark::fill_in)
                                     : read_cell(text, where));
    row.cells.push_back(Cell::empty(where));
  };
  if (model.map) {
    general("besturing", said != nullptr ? said->governance : Text());
    general("veranderaanpak", said != nullptr ? said->change_approach : Text());
  }
  for (const Line& line : lines) {
    const bool is_project = line.kind == "project" || line.kind == "voorstel";
    const auto date = [&](const Text& text, bool needed) {
      if (!text.empty()) return date_cell(text, line.where);
      if (!needed) return Cell::empty(line.where);
      return Cell::text(labels.get(is_project ? "tabel.nog-invullen" : "transitieplan.geen-datum"), line.where,
                        is_project ? CellMark::fill_in : CellMark::gap);
    };
    Row& row = maker.row(std::string(line.kind) + ":" + line.code);
    row.cells.push_back(Cell::text(labels.get("transitieplan." + std::string(line.kind)), line.where,
                                   line.kind == "voorstel" ? CellMark::proposal : CellMark::plain));
    row.cells.push_back(date(line.from, true));
    row.cells.push_back(date(line.to, is_project));
    row.cells.push_back(Cell::text(line.name, line.where));
    Gathered projects;
    for (const Text& id : line.projects)
      if (const EntityRef project = model.find(id.value); project.known())
        projects.add(name_of(model.entity(project)), Trace::read_at(id.place));
    row.cells.push_back(projects.cell(line.where));
    row.cells.push_back(read_cell(line.text, line.where));
    row.cells.push_back(Cell::text(line.code, line.where));
  }
  if (lines.empty()) return maker.finish("tabel.transitieplan.titel-leeg", {});
  return maker.finish("tabel.transitieplan.titel",
                      {count_text(labels, plan.projects.size()), count_text(labels, points)});
}

}  // namespace keuzekaart
