#include "cli/thing_command.hpp"

#include <fmt/format.h>

#include "cli/find_thing.hpp"
#include "cli/text_layout.hpp"
#include "modeler/facts/facts.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t most_listed = 50;

std::string listed(const Model& model, const std::vector<EntityRef>& things, const std::string& query,
                   const Labels& labels) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const EntityRef thing : things) {
    if (rows.size() == most_listed) break;
    const Entity& entity = model.entity(thing);
    rows.emplace_back(printable(fmt::format("{}:{}", word_of_kind(thing.kind), entity.code.value)),
                      printable(entity.name.value));
  }
  std::string out = labels.fill("show.meer-dan-een", {printable(query), fmt::format("{}", things.size())}) + "\n" +
                    definition_list(rows, 2);
  if (things.size() > most_listed)
    out += labels.fill("show.nog", {fmt::format("{}", things.size() - most_listed)}) + '\n';
  return out;
}

}  // namespace

ExitCode with_thing(const WorkspaceRequest& request, const std::string& query, Console& console,
                    const ThingPrinter& printer) {
  const std::unique_ptr<Workspace> workspace = load_and_report(request, console);
  const std::vector<EntityRef> found = find_things(workspace->model, query);
  if (found.empty()) {
    if (printer.other)
      if (const std::optional<std::string> text = printer.other(*workspace)) {
        console.out(*text);
        return workspace->exit_code();
      }
    if (workspace->exit_code() != ExitCode::good) return workspace->exit_code();  // it may stand in what was not read
    throw UsageError("gebruik.ding-onbekend", {query}, names_near(workspace->model, query));
  }
  console.out(found.size() == 1 ? printer.thing(*workspace, found.front())
                                : listed(workspace->model, found, query, console.labels()));
  return workspace->exit_code();
}

}  // namespace keuzekaart
