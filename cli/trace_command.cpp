#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/facts.hpp"
#include "cli/text_layout.hpp"
#include "cli/thing_command.hpp"
#include "modeler/diagnostics/diagnostic_printer.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

/// Where a value comes from: the rule, what it means when it is more than copying, and every place with its line.
std::string trace_text(const Trace& trace, const Sources& sources, const Labels& labels) {
  const std::string rule = fmt::format("A{:02}", static_cast<unsigned>(trace.rule));
  std::string out = fmt::format("  {} [{}]\n", labels.get(rule), rule);
  if (trace.rule != Derivation::read) out += wrap(labels.get(rule + ".explain"), 4);
  for (const Place place : trace.places) {
    if (!place.known()) continue;
    out += fmt::format("  {}\n{}", printable(to_string(sources.locate(place))), excerpt_at(place, sources));
  }
  return out;
}

std::string traced(const std::vector<Fact>& facts, const Sources& sources, const Labels& labels) {
  std::string out;
  for (const Fact& fact : facts)
    out += fmt::format("\n{}: {}\n{}", fact.what, printable(fact.value), trace_text(fact.trace, sources, labels));
  return out;
}

std::string everything(const Workspace& workspace, EntityRef thing, const Labels& labels) {
  const Facts facts = facts_of(workspace.model, workspace.findings, labels, thing);
  return fmt::format("{} {}\n", labels.get(label_of(thing.kind)), printable(workspace.model.entity(thing).code.value)) +
         traced(facts.fields, workspace.sources, labels) + traced(facts.links, workspace.sources, labels) +
         traced(facts.findings, workspace.sources, labels);
}

}  // namespace

Work setup_trace(const Arguments& arguments) {
  if (arguments.positional.empty()) throw UsageError("gebruik.ding-ontbreekt", {});
  return [query = arguments.positional.front(), request = workspace_request(arguments, 1)](Console& console) {
    return with_thing(request, query, console, [&](const Workspace& workspace, EntityRef thing) {
      return everything(workspace, thing, console.labels());
    });
  };
}

}  // namespace keuzekaart
