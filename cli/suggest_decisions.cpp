// suggest --decisions: what a person decided in a workbook, into the map file.
#include "cli/suggest_decisions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/catalogues.hpp"
#include "cli/shown_table.hpp"
#include "cli/text_layout.hpp"
#include "exporters/staged_output.hpp"
#include "importers/decision_sheet.hpp"
#include "importers/guarded_xml.hpp"
#include "importers/map_file/map_editor.hpp"
#include "importers/read_file.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagnostics/system_reason.hpp"
#include "modeler/proposals/decide.hpp"
#include "modeler/source/characters.hpp"
#include "modeler/tables/decisions_table.hpp"

namespace keuzekaart {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string kept_path(const std::string& map) {
  const fs::path at(map);
  return (at.parent_path() / (at.stem().string() + ".vorige" + at.extension().string())).string();
}

class BringingIn {
 public:
  BringingIn(const DecisionsRequest& request, Console& console)
      : request_(request), console_(console), labels_(console.labels()), progress_(stderr, request.workspace.quiet) {}

  ExitCode run() {
    workspace_ = load_workspace(request_.workspace, progress_, labels_);
    const bool has = has_map(*workspace_);
    if (has && read()) {
      const bool can = can_edit();
      if (can && request_.apply && changes_ > 0) write();
      if (!can && request_.apply && changes_ > 0) said().report_path(Code::K231, workspace_->map_path);
    }
    progress_.clear();
    print_messages(*workspace_, request_.workspace, console_);
    if (has && rows_) show();
    return written_badly_ ? ExitCode::io : workspace_->exit_code();
  }

 private:
  Diagnostics& said() { return workspace_->diagnostics; }
  const Model& model() const { return workspace_->model; }

  /// The decisions and what they change; false when there is nothing to go on with.
  bool read() {
    const Labels dutch = load_labels(Language::nl);
    const Labels english = load_labels(Language::en);
    const Labels* languages[] = {labels_.language() == Language::nl ? &dutch : &english,
                                 labels_.language() == Language::nl ? &english : &dutch};
    rows_ = read_decisions(request_.workbook, languages, workspace_->sources, said());
    if (!rows_) return false;
    decisions_ = decide(model(), *rows_, said());
    changes_ =
        static_cast<std::size_t>(std::ranges::count(decisions_.all, DecisionOutcome::changes, &Decision::outcome));
    old_text_ = workspace_->sources.text(model().map->place.file);
    edited_ = edit_map(old_text_, decisions_.edits);
    return true;
  }

  /// Whether the changed map would be as decided, and nothing else would be otherwise. What is against it is said.
  bool can_edit() {
    if (workspace_->exit_code() != ExitCode::good) return false;
    if (changes_ == 0) return true;
    const std::string& path = workspace_->map_path;
    std::optional<std::string> bytes = read_file(path, said());
    if (!bytes) return false;
    const bool marked = bytes->starts_with(byte_order_mark);
    if (std::string_view(*bytes).substr(marked ? byte_order_mark.size() : 0) != old_text_) {
      std::string decoded = *bytes;
      check_xml(decoded);
      said().report_path(Code::K233, path).variant = decoded == old_text_ ? "" : "changed";
      return false;
    }
    old_bytes_ = std::move(*bytes);
    new_bytes_ = (marked ? std::string(byte_order_mark) : std::string()) + edited_.text;
    WorkspaceRequest wanted = request_.workspace;
    wanted.map_bytes = &new_bytes_;
    const std::unique_ptr<Workspace> after = load_workspace(wanted, progress_, labels_);
    if (after->model.map && after->sources.text(after->model.map->place.file) != edited_.text) {
      said().report_path(Code::K233, path);  // text that came means something else in the encoding that is declared
      return false;
    }
    if (!after->model.map || after->exit_code() != ExitCode::good) {
      said().report_path(Code::K232, path).variant = "errors";
      return false;
    }
    const DecisionsCheck check = check_decisions(model(), after->model, decisions_);
    for (const Decision* decision : check.do_not_hold)
      said().report(Code::K232, decision->cell,
                    {std::string(model().entity(decision->from).code.value),
                     std::string(model().entity(decision->to).code.value)});
    if (check.do_not_hold.empty() && check.others_change) said().report_path(Code::K232, path).variant = "others";
    return check.holds();
  }

  void write() {
    std::error_code ignored;
    const std::string& path = workspace_->map_path;
    const std::string kept = kept_path(path);
    const bool had_kept = fs::exists(kept, ignored);
    // A link stays one.
    const std::string target = fs::is_symlink(path, ignored) ? fs::canonical(path, ignored).string() : path;
    try {
      OutputFileSystem files;
      write_file_staged(files, kept, old_bytes_, request_.overwrite);
      try {
        write_file_staged(files, target, new_bytes_, true);
      } catch (const OutputError&) {
        if (!had_kept) fs::remove(kept, ignored);
        throw;
      }
    } catch (const OutputError& error) {
      std::vector<std::string> reason;
      if (error.system_error() != 0) reason.push_back(system_reason(error.system_error(), labels_));
      said().report_path(error.code(), error.path(), std::move(reason));
      written_badly_ = true;
      return;
    }
    written_ = true;
    said().report_path(Code::K234, path, {fs::path(kept).filename().string()});
  }

  /// In which line of the map file: as it is now, so as it was before when it was not changed.
  std::string line_of(const MapEditMade& made) const {
    const std::size_t at = written_ ? made.after : made.before;
    const auto line = std::ranges::lower_bound(line_ends_, at) - line_ends_.begin() + 1;
    const std::string place = fmt::format("{}:{}", workspace_->map_path, line);
    return made.added && !written_ ? labels_.fill("besluiten.na", {place}) : place;
  }

  ShownDecision shown(const Decision& decision) const {
    ShownDecision out{&decision, {}, {}};
    switch (decision.outcome) {
      case DecisionOutcome::already:
        out.change = labels_.get("besluiten.al-zo");
        break;
      case DecisionOutcome::otherwise:
        out.change = labels_.get("besluiten.anders");
        break;
      case DecisionOutcome::elsewhere:
        out.change = labels_.get("besluiten.elders");
        break;
      case DecisionOutcome::changes:
        for (const std::size_t number : decision.edits) {
          const MapEditMade& made = edited_.made[number];
          out.change += out.change.empty() ? "" : "; ";
          out.change += made.old_text.empty() ? labels_.fill("besluiten.nieuw", {made.new_text})
                                              : made.old_text + " → " + made.new_text;
          out.where += (out.where.empty() ? "" : "; ") + line_of(made);
        }
        return out;
    }
    out.where = to_string(workspace_->sources.locate(decision.known));
    return out;
  }

  std::string one(const ShownDecision& s) const {
    const auto named = [&](EntityRef ref) {
      const Entity& e = model().entity(ref);
      return fmt::format("{} ‘{}’", labels_.get(label_of(ref.kind)), e.name.empty() ? e.code.value : e.name.value);
    };
    const Decision& d = *s.decision;
    const std::string status = labels_.get(fmt::format("koppelstatus.{}", word_of(d.status)));
    return wrap(printable(fmt::format("{}: {} → {}", status, named(d.from), named(d.to)))) +
           wrap(printable(fmt::format("{}: {}", s.where, s.change)), 4) +
           wrap(printable(labels_.fill("besluiten.cel", {to_string(workspace_->sources.locate(d.cell))})), 4);
  }

  std::string tally() const {
    std::vector<std::pair<std::string, std::string>> rows;
    const auto count = [&](auto is, std::string_view key) {
      const auto number = std::ranges::count_if(decisions_.all, is);
      if (number != 0) rows.emplace_back(labels_.get(fmt::format("besluiten.{}", key)), fmt::format("{}", number));
    };
    const auto changed_to = [](MappingStatus status) {
      return [status](const Decision& d) { return d.outcome == DecisionOutcome::changes && d.status == status; };
    };
    count(changed_to(MappingStatus::confirmed), "telling-bevestigd");
    count(changed_to(MappingStatus::rejected), "telling-afgewezen");
    count([](const Decision& d) { return d.outcome == DecisionOutcome::already; }, "telling-al-zo");
    count([](const Decision& d) { return d.outcome > DecisionOutcome::already; }, "telling-anders");
    if (decisions_.undecided != 0)
      rows.emplace_back(labels_.get("besluiten.telling-open"), fmt::format("{}", decisions_.undecided));
    return definition_list(rows, 2);
  }

  void show() {
    const std::string_view text = written_ ? std::string_view(edited_.text) : old_text_;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      line_ends_.push_back(at);
    std::vector<ShownDecision> all;
    for (const Decision& decision : decisions_.all) all.push_back(shown(decision));
    const Table table =
        decisions_table({model(), workspace_->sources, labels_, workspace_->findings}, all, changes_, written_);
    if (request_.form == "csv" || request_.form == "json")
      return console_.out(shown_table(table, request_.form, workspace_->sources));
    std::string out = table.title + '\n';
    for (const ShownDecision& s : all)
      if (s.decision->outcome != DecisionOutcome::already) out += '\n' + one(s);
    if (const std::string numbers = tally(); !numbers.empty()) out += '\n' + numbers;
    const bool wrong = workspace_->exit_code() != ExitCode::good || written_badly_;
    if (wrong)
      out += '\n' + wrap(labels_.get("besluiten.fouten"));
    else if (changes_ == 0)
      out += '\n' + wrap(labels_.get("besluiten.niets"));
    else if (!written_)
      out += '\n' + wrap(labels_.fill("besluiten.nog-niet",
                                      {workspace_->map_path, fs::path(kept_path(workspace_->map_path)).filename()}));
    console_.out(out);
  }

  const DecisionsRequest& request_;
  Console& console_;
  const Labels& labels_;
  Progress progress_;
  std::unique_ptr<Workspace> workspace_;
  std::optional<std::vector<DecisionRow>> rows_;
  Decisions decisions_;
  std::size_t changes_ = 0;
  std::string_view old_text_;
  EditedMap edited_;
  std::string old_bytes_, new_bytes_;
  std::vector<std::size_t> line_ends_;  ///< of the map file as it is now
  bool written_ = false, written_badly_ = false;
};

}  // namespace

ExitCode bring_in_decisions(const DecisionsRequest& request, Console& console) {
  return BringingIn(request, console).run();
}

}  // namespace keuzekaart
