#include <fmt/format.h>

#include <stdexcept>

#include "exporters/diagram_writers.hpp"
#include "exporters/pinned_graph.hpp"
#include "exporters/svg_polish.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {

namespace {

struct Job {
  std::size_t diagram, page;
};

}  // namespace

std::vector<DrawnDiagram> draw(std::span<const Diagram> diagrams, Diagnostics& diagnostics, const SvgOptions& options,
                               const WorkerLimits& limits) {
  std::vector<DrawnDiagram> drawn;
  std::vector<Job> jobs;
  for (std::size_t i = 0; i < diagrams.size(); ++i) {
    const Diagram& d = diagrams[i];
    drawn.push_back(
        {d.name, d.title, d.description, d.language, d.date, d.sheet(), std::vector<std::string>(d.pages.size())});
    for (std::size_t page = 0; page < d.pages.size(); ++page) jobs.push_back({i, page});
  }
  for (const bool straight : {false, true}) {
    const auto results = run_in_workers(
        jobs.size(),
        [&](std::size_t number) {
          const Diagram& diagram = diagrams[jobs[number].diagram];
          const Graph graph = make_pinned_graph(diagram, jobs[number].page, straight);
          return polish_svg(graphviz_svg(graph.get()), diagram, jobs[number].page, options.link_base);
        },
        limits);
    std::vector<Job> failed;
    for (std::size_t i = 0; i < jobs.size(); ++i) {
      const Job job = jobs[i];
      if (results[i]) {
        drawn[job.diagram].svg[job.page] = *results[i];
        continue;
      }
      failed.push_back(job);
      diagnostics.report_path(straight ? Code::K511 : Code::K510, diagrams[job.diagram].name,
                              {diagrams[job.diagram].name, std::to_string(job.page + 1)});
    }
    jobs = std::move(failed);
    if (jobs.empty()) break;
  }
  return drawn;
}

std::string write_dot(const Diagram& diagram, std::size_t page) {
  return dot_text(make_pinned_graph(diagram, page, false).get());
}

std::string write_svg(const DrawnDiagram& diagram, std::size_t page) { return diagram.svg.at(page); }

}  // namespace keuzekaart
