#include "cli/summary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "cli/text_layout.hpp"
#include "modeler/findings/finding_text.hpp"
#include "modeler/rules/rule.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t shown_of_one_rule = 20;
constexpr std::size_t number_columns = 7;

std::string heading(const std::string& text) { return fmt::format("\n{}\n", text); }

std::string map_part(const Workspace& workspace, const Labels& labels) {
  const Model& m = workspace.model;
  if (m.map == nullptr) return {};
  const MapDocument& map = *m.map;
  std::string out = heading(fmt::format("{} ({})", printable(map.name.value), printable(workspace.map_path)));
  for (const auto& [key, number] : counts_of(map)) out += number_line(number, labels.get(fmt::format("kaart.{}", key)));
  return out;
}

std::string sources_part(const Model& model, const Labels& labels) {
  std::string out;
  for (std::uint32_t i = 0; i < model.sources.size(); ++i) {
    const ModelSource& source = model.sources[i];
    if (source.format == "kaart") continue;  // counted above
    const std::string name = source.name.empty() ? source.id : fmt::format("{}: {}", source.id, source.name);
    out += heading(printable(fmt::format("{} ({}, {})", name, source.format, source.path)));
    for (const Tally& tally : model.tallies)
      if (tally.source == i) out += number_line(tally.number, labels.get(tally.key));
  }
  return out;
}

std::string coverage_part(const Workspace& workspace, const Labels& labels, bool everything) {
  if (workspace.coverage.empty()) return {};
  std::string out = heading(labels.get("check.dekking"));
  for (const CoverageHop& hop : workspace.coverage) {
    out += fmt::format("{}  {}\n",
                       labels.fill("check.van", {padded(fmt::format("{}", hop.covered), number_columns, true),
                                                 padded(fmt::format("{}", hop.total), 5, true)}),
                       labels.get(hop.key));
    if (!everything) continue;
    for (const EntityRef ref : hop.missing) {
      const Entity& entity = workspace.model.entity(ref);
      out += fmt::format("{}- {} ({})\n", std::string(number_columns + 2, ' '), printable(entity.name.value),
                         printable(entity.code.value));
    }
  }
  return out;
}

std::string severity_key(FindingSeverity severity) { return fmt::format("ernst.{}", word_of(severity)); }

std::string where(const Finding& finding, const Sources& sources) {
  if (finding.trace.places.empty()) return {};
  return printable(to_string(sources.locate(finding.trace.places.front()))) + ": ";
}

/// One line per rule and severity: how many count, and how many a person has settled.
std::string finding_counts(const std::vector<Finding>& findings, const Labels& labels) {
  struct Count {
    std::size_t open = 0, settled = 0;
  };
  std::map<std::pair<std::string, FindingSeverity>, Count> counts;
  for (const Finding& finding : findings) {
    Count& count = counts[{finding.rule, finding.severity}];
    ++(finding.counts() ? count.open : count.settled);
  }
  std::string out;
  for (const auto& [key, count] : counts) {
    std::string line = fmt::format("{} {}", key.first, labels.get(severity_key(key.second)));
    if (count.settled != 0) line += ' ' + labels.fill("check.afgehandeld", {fmt::format("{}", count.settled)});
    out += number_line(count.open, line);
  }
  return out;
}

std::string findings_part(const Workspace& workspace, const Labels& labels, bool everything) {
  std::string out = heading(labels.get("check.bevindingen"));
  if (workspace.findings.empty()) return out + number_line(0, labels.get("check.geen-bevindingen"));
  out += finding_counts(workspace.findings, labels) + '\n';
  std::map<std::string, std::size_t, std::less<>> seen;
  for (const Finding& finding : workspace.findings) {
    if (!finding.counts()) continue;
    if (++seen[finding.rule] > shown_of_one_rule && !everything) continue;
    const std::string text = finding_text(labels, finding);
    fmt::format_to(std::back_inserter(out), "{}{}: {} [{}]\n", where(finding, workspace.sources),
                   labels.get(severity_key(finding.severity)), printable(text), finding.rule);
  }
  for (const auto& [rule, number] : seen)
    if (number > shown_of_one_rule && !everything)
      out += labels.fill("check.nog", {fmt::format("{}", number - shown_of_one_rule), rule}) + '\n';
  // Rules of the municipality's own catalogue are only known with its map.
  const auto known = std::ranges::find_if(workspace.findings,
                                          [](const Finding& f) { return f.counts() && f.record->basis != Basis::own; });
  if (known != workspace.findings.end()) out += labels.fill("check.uitleg", {known->rule}) + '\n';
  return out;
}

}  // namespace

std::vector<std::pair<std::string_view, std::size_t>> counts_of(const MapDocument& map) {
  return {{"domeinen", map.domains.size()},         {"producten", map.products.size()},
          {"processen", map.processes.size()},      {"partijen", map.parties.size()},
          {"applicaties", map.applications.size()}, {"ketens", map.chains.size()},
          {"overdrachten", map.handovers.size()},   {"afspraken", map.agreements.size()},
          {"keuzes", map.choices.size()},           {"projecten", map.projects.size()}};
}

std::string number_line(std::size_t number, const std::string& what) {
  return fmt::format("{}  {}\n", padded(fmt::format("{}", number), number_columns, true), printable(what));
}

std::string summary_of(const Workspace& workspace, const Labels& labels, bool everything) {
  if (workspace.model.map == nullptr && workspace.model.sources.empty()) return {};  // nothing was read
  std::string out = map_part(workspace, labels) + sources_part(workspace.model, labels) +
                    coverage_part(workspace, labels, everything) + findings_part(workspace, labels, everything);
  if (out.starts_with('\n')) out.erase(0, 1);
  return out;
}

}  // namespace keuzekaart
