#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/command.hpp"
#include "cli/export_request.hpp"
#include "exporters/diagram_writers.hpp"
#include "exporters/staged_output.hpp"
#include "exporters/workbook.hpp"
#include "modeler/diagnostics/system_reason.hpp"
#include "modeler/source/characters.hpp"
#include "modeler/tables/assignment_tables.hpp"
#include "modeler/tables/table_registry.hpp"

namespace keuzekaart {

namespace {

/// Makes every file of one run and publishes them together.
class Export {
 public:
  Export(const ExportRequest& request, Workspace& workspace, Progress& progress, const Labels& labels)
      : request_(request), workspace_(workspace), progress_(progress), labels_(labels) {}

  void make(StagedOutput& output) {
    std::vector<DrawnDiagram> drawn;
    if (request_.svg || request_.pdf || request_.png || request_.dot) drawn = diagrams(output);
    if (request_.workbook) workbook(output, drawn);
  }

 private:
  std::vector<DrawnDiagram> diagrams(StagedOutput& output) {
    DiagramContext context{workspace_.model, workspace_.sources, labels_, workspace_.findings, request_.options};
    std::vector<Diagram> described;
    for (const std::string& key : request_.diagrams)
      for (const DiagramOptions& options : variants(key)) {
        progress_.say(labels_.fill("voortgang.tekenen", {key}));
        context.options = options;
        std::ranges::move(make_on_paper(*find_diagram(key), context), std::back_inserter(described));
      }
    if (request_.dot)
      for (const Diagram& diagram : described)
        for (std::size_t page = 0; page < diagram.pages.size(); ++page)
          add(output, page_name(diagram.name, page, diagram.pages.size(), "dot"), write_dot(diagram, page));
    if (!request_.svg && !request_.wants_paper()) return {};
    if (request_.wants_paper()) check_fonts(workspace_.diagnostics);
    progress_.say(labels_.fill("voortgang.diagrammen", {fmt::format("{}", described.size())}));
    std::vector<DrawnDiagram> drawn = draw(described, workspace_.diagnostics);
    for (const DrawnDiagram& diagram : drawn) files(output, diagram);
    return drawn;
  }

  /// In which ways a diagram is drawn. What the user did not choose comes in every way that says something.
  std::vector<DiagramOptions> variants(std::string_view key) const {
    std::vector<DiagramOptions> all{request_.options};
    if (workspace_.model.map == nullptr) return all;
    const auto also = [&](auto DiagramOptions::*member, auto value) {
      all.push_back(request_.options);
      all.back().*member = value;
    };
    if (key == "landschap" && !request_.color_chosen && !request_.state_chosen)
      also(&DiagramOptions::color_by, ColorBy::change);
    if (key == "keten" && !request_.state_chosen) {
      also(&DiagramOptions::state, DrawnState::soll);
      also(&DiagramOptions::state, DrawnState::change);
    }
    return all;
  }

  void files(StagedOutput& output, const DrawnDiagram& diagram) {
    const std::size_t pages = diagram.svg.size();
    for (std::size_t page = 0; page < pages; ++page) {
      if (diagram.svg[page].empty()) continue;  // reported while drawing
      if (request_.svg) add(output, page_name(diagram.name, page, pages, "svg"), write_svg(diagram, page));
      if (request_.png)
        add(output, page_name(diagram.name, page, pages, "png"), write_png(diagram, page, request_.dots_per_inch));
    }
    if (request_.pdf && std::ranges::none_of(diagram.svg, &std::string::empty) && pages != 0)
      add(output, diagram.name + ".pdf", write_pdf(diagram));
  }

  void workbook(StagedOutput& output, const std::vector<DrawnDiagram>& drawn) {
    progress_.say(labels_.get("voortgang.werkmap"));
    const TableContext context{workspace_.model, workspace_.sources, labels_, workspace_.findings};
    WorkbookProperties properties;
    properties.name = workspace_.model.title();
    properties.created = source_date_epoch();
    if (workspace_.model.map != nullptr) {
      properties.version = workspace_.model.map->version.value;
      properties.date = workspace_.model.map->date.value;
      properties.author = workspace_.model.map->author.value;
    }
    const std::vector<Table> tables = make_tables(context);
    if (request_.project_workbooks)
      for (const ProjectWorkbook& project : project_workbooks(context, tables)) {
        properties.name = project.title;
        add(output, fmt::format("project-{}.xlsx", file_part(project.code)),
            write_workbook(project.tables, properties, labels_, workspace_.diagnostics));
      }
    properties.name = workspace_.model.title();
    if (request_.everything) properties.pictures = pictures(drawn);
    add(output, "werkmap.xlsx", write_workbook(tables, properties, labels_, workspace_.diagnostics));
  }

  /// A code as a part of a file's name.
  static std::string file_part(std::string code) {
    for (char& c : code) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!plain && c != '-' && c != '_') c = '-';
    }
    return code;
  }

  /// The pages of the landscape and of every chain, each on a sheet of its own: what changes where there is a map to
  /// say so, else how it is.
  std::vector<WorkbookPicture> pictures(const std::vector<DrawnDiagram>& drawn) const {
    constexpr std::size_t longest_sheet_name = 31;
    constexpr int picture_dots_per_inch = 110;
    const std::string_view state = workspace_.model.map == nullptr ? "-ist" : "-verschil";
    std::vector<WorkbookPicture> out;
    std::set<std::string> taken;
    for (const DrawnDiagram& diagram : drawn) {
      const bool landscape = diagram.name.starts_with("landschap");
      if (!landscape && !(diagram.name.starts_with("keten") && diagram.name.ends_with(state))) continue;
      std::string sheet = landscape ? diagram.name : diagram.name.substr(0, diagram.name.size() - state.size());
      sheet.resize(std::min(sheet.size(), longest_sheet_name));
      if (!taken.insert(sheet).second) continue;  // names are ASCII; two that are cut may be the same
      for (std::size_t page = 0; page < diagram.svg.size(); ++page) {
        if (diagram.svg[page].empty()) continue;
        const std::string title =
            page == 0 ? diagram.title
                      : fmt::format("{} ({})", diagram.title,
                                    labels_.fill("tekening.blad",
                                                 {fmt::format("{}", page + 1), fmt::format("{}", diagram.svg.size())}));
        out.push_back({landscape ? "processen" : "ketens", sheet, title, diagram.description,
                       write_png(diagram, page, picture_dots_per_inch)});
      }
    }
    return out;
  }

  static std::string page_name(const std::string& name, std::size_t page, std::size_t pages,
                               std::string_view extension) {
    return pages == 1 ? fmt::format("{}.{}", name, extension) : fmt::format("{}-{}.{}", name, page + 1, extension);
  }

  void add(StagedOutput& output, const std::string& name, const std::string& bytes) {
    progress_.say(labels_.fill("voortgang.schrijven", {name}));
    output.add(name, bytes);
  }

  const ExportRequest& request_;
  Workspace& workspace_;
  Progress& progress_;
  const Labels& labels_;
};

std::string file_list(const StagedOutput& output, const std::string& folder) {
  std::string out;
  for (const std::string& name : output.names())
    out += fmt::format("{}{}{}\n", folder, folder.ends_with('/') ? "" : "/", name);
  return out;
}

ExitCode export_all(ExportRequest request, Console& console) {
  const Labels& labels = console.labels();
  Progress progress(stderr, request.workspace.quiet);
  const std::unique_ptr<Workspace> workspace = load_workspace(request.workspace, progress, labels);
  const auto refuse = [&](ExitCode code) {
    progress.clear();
    print_messages(*workspace, request.workspace, console);
    if (!request.workspace.json) console.err(labels.get("export.niets-geschreven") + '\n');
    return code;
  };
  if (workspace->exit_code() != ExitCode::good && !request.keep_going) return refuse(workspace->exit_code());
  resolve_names(request, workspace->model);
  try {
    OutputFileSystem files;
    StagedOutput output(files, request.folder, {request.overwrite, request.everything});
    Export(request, *workspace, progress, labels).make(output);
    if (workspace->exit_code() != ExitCode::good && !request.keep_going) return refuse(workspace->exit_code());
    output.publish();
    console.out(file_list(output, request.folder));
  } catch (const OutputError& error) {
    std::vector<std::string> reason;
    if (error.system_error() != 0) reason.push_back(system_reason(error.system_error(), labels));
    workspace->diagnostics.report_path(error.code(), error.path(), std::move(reason));
    return refuse(ExitCode::io);
  }
  progress.clear();
  print_messages(*workspace, request.workspace, console);
  return workspace->exit_code();
}

}  // namespace

Work setup_export(const Arguments& arguments) {
  return [request = export_request(arguments)](Console& console) { return export_all(request, console); };
}

}  // namespace keuzekaart
