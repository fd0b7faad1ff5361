#include <fmt/format.h>

#include <optional>

#include "cli/command.hpp"
#include "cli/text_layout.hpp"
#include "cli/thing_command.hpp"
#include "modeler/diagnostics/diagnostic_printer.hpp"
#include "modeler/facts/facts.hpp"
#include "modeler/source/characters.hpp"
#include "modeler/tables/cell_address.hpp"
#include "modeler/tables/table_registry.hpp"

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

/// Where a cell of the workbook comes from; nothing when `address` is no address of a cell. Throws UsageError when it
/// is one and the cell is not there.
std::optional<std::string> cell_text(const Workspace& workspace, const std::string& address, const Labels& labels) {
  const std::vector<Table> tables = make_tables({workspace.model, workspace.sources, labels, workspace.findings});
  const CellLookup lookup = find_cell(tables, address);
  if (lookup.problem == CellLookup::Problem::not_an_address) return std::nullopt;
  if (!lookup.found()) throw UsageError("gebruik.cel-onbekend", {address}, lookup.nearest);
  const Cell& cell = lookup.cell();
  const std::string value = cell.kind() == CellKind::empty ? labels.get("trace.leeg") : cell.value();
  return fmt::format("{}, {}, {}: {}\n{}", lookup.table->sheet, printable(lookup.row->code),
                     lookup.table->columns[lookup.column].heading, printable(value),
                     trace_text(cell.trace(), workspace.sources, labels));
}

}  // namespace

Work setup_trace(const Arguments& arguments) {
  if (arguments.positional.empty()) throw UsageError("gebruik.ding-ontbreekt", {});
  return [query = arguments.positional.front(), request = workspace_request(arguments, 1)](Console& console) {
    const Labels& labels = console.labels();
    ThingPrinter printer;
    printer.thing = [&](const Workspace& workspace, EntityRef thing) { return everything(workspace, thing, labels); };
    printer.other = [&](const Workspace& workspace) { return cell_text(workspace, query, labels); };
    return with_thing(request, query, console, printer);
  };
}

}  // namespace keuzekaart
