#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/find_thing.hpp"
#include "cli/text_layout.hpp"
#include "cli/thing_command.hpp"
#include "modeler/facts/facts.hpp"
#include "modeler/facts/product_chain.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

/// Lays the facts of one thing out; what stands in the file of the thing itself names only its line.
class CardPrinter {
 public:
  CardPrinter(const Workspace& workspace, const Entity& entity, const Labels& labels)
      : sources_(workspace.sources), labels_(labels) {
    if (!entity.origins.empty()) home_ = entity.origins.front().place.file;
  }

  std::string part(std::string_view heading, const std::vector<Fact>& facts) const {
    if (facts.empty()) return {};
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Fact& fact : facts) rows.emplace_back(fact.what, printable(fact.value + where(fact.trace)));
    return fmt::format("\n{}\n{}", labels_.get(heading), definition_list(rows, 2));
  }

  /// What follows from what, each level further in. A gap has a dash before it.
  std::string chain(const std::vector<ChainNode>& nodes, std::size_t indent = 2) const {
    std::string out;
    for (const ChainNode& node : nodes) {
      const std::string value = node.gap ? "– " + node.value : node.value + where(node.trace);
      out += wrap(printable(fmt::format("{}: {}", node.what, value)), indent) + chain(node.next, indent + 2);
    }
    return out;
  }

 private:
  std::string where(const Trace& trace) const {
    if (trace.places.empty() || !trace.places.front().known()) return {};
    const Location location = sources_.locate(trace.places.front());
    const bool home = trace.places.front().file == home_;
    if (!location.sheet.empty())
      return fmt::format(
          " [{}]", home ? labels_.fill("show.cel", {cell_name(location.line, location.column)}) : to_string(location));
    if (home) return fmt::format(" [{}]", labels_.fill("show.regel", {fmt::format("{}", location.line)}));
    return fmt::format(" [{}:{}]", location.path, location.line);
  }

  const Sources& sources_;
  const Labels& labels_;
  FileId home_ = FileId::none;
};

std::string origins(const Workspace& workspace, const Entity& entity, const Labels& labels) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Origin& origin : entity.origins) {
    const std::string rule = fmt::format("A{:02}", static_cast<unsigned>(origin.joined_by));
    rows.emplace_back(printable(to_string(workspace.sources.locate(origin.place))),
                      fmt::format("{} [{}]", labels.get(rule), rule));
  }
  if (rows.empty()) return {};
  return fmt::format("\n{}\n{}", labels.get("show.herkomst"), definition_list(rows, 2));
}

/// From a product to the standards behind it.
std::string way(const Workspace& workspace, EntityRef thing, const CardPrinter& printer, const Labels& labels) {
  if (thing.kind != EntityKind::product) return {};
  return fmt::format("\n{}\n{}", labels.get("show.keten-van-product"),
                     printer.chain(product_chain(workspace.model, labels, thing)));
}

std::string card(const Workspace& workspace, EntityRef thing, const Labels& labels) {
  const Entity& entity = workspace.model.entity(thing);
  const Facts facts = facts_of(workspace.model, workspace.findings, labels, thing);
  const CardPrinter printer(workspace, entity, labels);
  return fmt::format("{} {}\n", labels.get(label_of(thing.kind)), printable(entity.code.value)) +
         printer.part("show.velden", facts.fields) + way(workspace, thing, printer, labels) +
         printer.part("show.verbanden", facts.links) + printer.part("show.bevindingen", facts.findings) +
         origins(workspace, entity, labels);
}

}  // namespace

Work setup_show(const Arguments& arguments) {
  if (arguments.positional.empty()) throw UsageError("gebruik.ding-ontbreekt", {});
  return [query = arguments.positional.front(), request = workspace_request(arguments, 1)](Console& console) {
    const ThingPrinter printer{
        [&](const Workspace& workspace, EntityRef thing) { return card(workspace, thing, console.labels()); }, {}};
    return with_thing(request, query, console, printer);
  };
}

}  // namespace keuzekaart
