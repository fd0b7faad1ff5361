#include <fmt/format.h>

#include <array>
#include <set>
#include <string>

#include "cli/command.hpp"
#include "cli/find_thing.hpp"
#include "cli/shown_table.hpp"
#include "cli/text_layout.hpp"
#include "cli/workspace.hpp"
#include "modeler/source/characters.hpp"
#include "modeler/tables/choices_table.hpp"

namespace keuzekaart {

namespace {

struct ChoicesRequest {
  std::string state, domain, form;
  WorkspaceRequest workspace;
};

/// "ist", "plateau1", ..., "plateau14", "soll", each at its number.
const std::array<std::string, 16>& state_names() {
  static const std::array<std::string, 16> names = [] {
    std::array<std::string, 16> made;
    for (unsigned s = 0; s < made.size(); ++s) made[s] = to_string(States::only(static_cast<State>(s)));
    return made;
  }();
  return names;
}

/// The choices as a person reads them: by scope, each with why it holds there, who decided, the place and the reason.
class ChoicesText {
 public:
  ChoicesText(const Table& table, const Labels& labels) : table_(table), labels_(labels) {}

  std::string all() {
    std::string out = table_.title + '\n', scope;
    for (const Row& row : table_.rows) {
      if (cell(row, "bereik") != scope) {
        scope = cell(row, "bereik");
        out += fmt::format("\n{}\n", printable(scope));
      }
      out += one(row);
    }
    return out + '\n' + wrap(table_.explanation);
  }

 private:
  std::string cell(const Row& row, std::string_view key) const { return row.cells[*table_.find_column(key)].value(); }

  /// In full the first time; where a scope takes over what was told before, only what holds.
  std::string one(const Row& row) {
    std::string what = cell(row, "dimensie");
    if (const std::string area = cell(row, "aspect"); !area.empty()) what += fmt::format(", {}", area);
    what += fmt::format(", {}: {}", cell(row, "toestand"), cell(row, "waarde"));
    std::string why = cell(row, "geldt-door"), decided;
    if (!told_.insert(cell(row, "plaats")).second) return wrap(printable(fmt::format("{} ({})", what, why)), 2);
    for (const char* key : {"keuzestatus", "besloten-door", "besloten-op"})
      if (const std::string part = cell(row, key); !part.empty())
        decided += fmt::format("{}{}", decided.empty() ? "" : ", ", part);
    if (!decided.empty()) why += fmt::format("; {}", decided);
    for (const char* key : {"geldig-van", "geldig-tot", "herijken-op"})
      if (const std::string date = cell(row, key); !date.empty())
        why += fmt::format("; {}", labels_.fill(fmt::format("choices.{}", key), {date}));
    std::string out = wrap(printable(what), 2);
    out += wrap(printable(fmt::format("{} [{}]", why, cell(row, "plaats"))), 6);
    if (const std::string reason = cell(row, "motivatie"); !reason.empty()) out += wrap(printable(reason), 6);
    return out;
  }

  const Table& table_;
  const Labels& labels_;
  std::set<std::string> told_;  ///< places of choices
};

ExitCode choices(const ChoicesRequest& request, Console& console) {
  const Labels& labels = console.labels();
  const std::unique_ptr<Workspace> workspace = load_and_report(request.workspace, console);
  const Model& model = workspace->model;
  if (!has_map(*workspace)) return workspace->exit_code();
  ChoicesAsked asked;
  if (!request.domain.empty()) asked.scope = find_scope(model, request.domain);
  for (unsigned s = 0; s < state_names().size(); ++s)
    if (state_names()[s] == request.state) asked.state = static_cast<State>(s);
  const TableContext context{model, workspace->sources, labels, workspace->findings};
  const Table table = choices_table(context, asked);
  const bool as_text = request.form.empty() || request.form == "text";
  console.out(as_text ? ChoicesText(table, labels).all() : shown_table(table, request.form, workspace->sources));
  return workspace->exit_code();
}

}  // namespace

Work setup_choices(const Arguments& arguments) {
  ChoicesRequest request;
  const std::vector<std::string_view> states(state_names().begin(), state_names().end());
  request.state = arguments.one_of("state", states);
  request.domain = arguments.value("domain");
  request.form = arguments.one_of("format", table_forms);
  request.workspace = workspace_request(arguments, 0);
  return [request](Console& console) { return choices(request, console); };
}

}  // namespace keuzekaart
