#include <fmt/format.h>

#include <set>

#include "modeler/analyses/analyses.hpp"
#include "modeler/chains/cycles.hpp"
#include "modeler/records/date_text.hpp"
#include "modeler/tables/process_facts.hpp"
#include "modeler/tables/table_maker.hpp"

namespace keuzekaart {

namespace {

class Feasibility {
 public:
  explicit Feasibility(const AnalysisContext& context)
      : m_(context.model()), labels_(context.labels()), maker_(context.tables, "analyse-feasibility") {
    maker_.column("wat-staat-in-de-weg", 30);
    maker_.column("onderdeel", 36);
    maker_.column("toelichting", 60);
    maker_.column("wat-te-doen", 56);
    maker_.column("code", 20);
    maker_.print_up_to("wat-te-doen");
  }

  Table run() {
    loops();
    for (const Project& project : m_.projects) {
      if (project.record == nullptr) continue;
      lead(project);
      dates(project);
    }
    std::size_t points = 0;
    if (m_.map && m_.map->plan) {
      points = m_.map->plan->intervention_points.size() + m_.map->plan->milestones.size();
      for (const MapMilestone& point : m_.map->plan->intervention_points) point_without_date("ingrijppunt", point);
      for (const MapMilestone& point : m_.map->plan->milestones) point_without_date("mijlpaal", point);
    }
    const std::string projects = count_text(labels_, m_.projects.size());
    if (m_.projects.empty()) return maker_.finish("tabel.analyse-feasibility.titel-leeg", {});
    if (problems_ == 0) return maker_.finish("tabel.analyse-feasibility.titel-goed", {projects});
    return maker_.finish("tabel.analyse-feasibility.titel",
                         {count_text(labels_, problems_), count_text(labels_, hindered_.size()), projects,
                          count_text(labels_, points_without_date_), count_text(labels_, points)});
  }

 private:
  void add(std::string_view what, std::string_view code, const std::string& name,
           std::initializer_list<std::string> fill, const Trace& where) {
    ++problems_;
    const std::string key = fmt::format("uitvoerbaarheid.{}", what);
    Row& row = maker_.row(fmt::format("{}:{}", what, code));
    row.cells.push_back(Cell::text(labels_.get(key), where, CellMark::warning));
    row.cells.push_back(Cell::text(name, where));
    row.cells.push_back(Cell::text(labels_.fill(key + ".toelichting", fill), where));
    row.cells.push_back(Cell::text(labels_.get(key + ".doen"), where));
    row.cells.push_back(Cell::text(std::string(code), where));
  }

  /// Projects that wait for each other.
  void loops() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
    for (std::uint32_t i = 0; i < m_.projects.size(); ++i)
      for (const EntityRef before : m_.projects[i].after) edges.emplace_back(before.index, i);
    for (const std::vector<std::uint32_t>& loop : cycles(static_cast<std::uint32_t>(m_.projects.size()), edges)) {
      std::string names;
      Gathered places;
      for (const std::uint32_t i : loop) {
        names += name_of(m_.projects[i]) + " › ";
        hindered_.insert(m_.projects[i].code.value);
        places.look_at(trace_of(m_.projects[i]));
      }
      const Project& first = m_.projects[loop.front()];
      names += name_of(first);
      add("kringloop", first.code.value, name_of(first), {names}, places.trace(trace_of(first)));
    }
  }

  void lead(const Project& project) {
    if (!project.record->lead.empty()) return;
    hindered_.insert(project.code.value);
    add("geen-leider", project.code.value, name_of(project), {}, trace_of(project));
  }

  /// A project that begins before one it waits for ends, and one that ends after the wanted state is to be there.
  void dates(const Project& project) {
    const MapProject& record = *project.record;
    for (const EntityRef ref : project.after) {
      const Project& before = m_.projects[ref.index];
      if (before.record == nullptr || record.start.empty() || before.record->end.empty()) continue;
      if (record.start.value > before.record->end.value) continue;
      Gathered places;
      places.look_at(Trace::read_at(record.start.place));
      places.look_at(Trace::read_at(before.record->end.place));
      hindered_.insert(project.code.value);
      add("te-vroeg", fmt::format("{}:{}", project.code.value, before.code.value), name_of(project),
          {readable_date(labels_, record.start.value), name_of(before),
           readable_date(labels_, before.record->end.value)},
          places.trace(trace_of(project)));
    }
    if (m_.map && !m_.map->soll_date.empty() && !record.end.empty() && record.end.value > m_.map->soll_date.value) {
      hindered_.insert(project.code.value);
      add("te-laat", project.code.value, name_of(project),
          {readable_date(labels_, record.end.value), readable_date(labels_, m_.map->soll_date.value)},
          Trace::read_at(record.end.place));
    }
  }

  void point_without_date(std::string_view kind, const MapMilestone& point) {
    if (!point.date.empty()) return;
    ++points_without_date_;
    add(fmt::format("{}-zonder-datum", kind), point.id.value, std::string(point.name.value), {},
        Trace::read_at(point.place));
  }

  const Model& m_;
  const Labels& labels_;
  TableMaker maker_;
  std::size_t problems_ = 0, points_without_date_ = 0;
  std::set<std::string_view> hindered_;  ///< projects that something stands in the way of
};

}  // namespace

Table feasibility_analysis(const AnalysisContext& context) { return Feasibility(context).run(); }

}  // namespace keuzekaart
