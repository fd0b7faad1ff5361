#include <fmt/format.h>

#include <algorithm>

#include "cli/catalogue_text.hpp"
#include "cli/command.hpp"
#include "cli/rule_text.hpp"
#include "cli/text_layout.hpp"
#include "cli/workspace.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/diagnostics/nearest.hpp"
#include "modeler/model/trace.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

/// A code that can be looked up: of a message (K203) or of a derivation rule (A05).
struct Explained {
  std::string code;
  std::string name;      ///< "unresolved-reference"; messages only
  std::string severity;  ///< label key; messages only
};

std::string_view severity_key(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "melding.error";
    case Severity::warning:
      return "melding.warning";
    default:
      return "melding.note";
  }
}

std::vector<Explained> every_code() {
  std::vector<Explained> all;
  for (const CodeRow& row : code_rows)
    all.push_back({std::string(row.key), std::string(row.name), std::string(severity_key(row.severity))});
  for (std::size_t i = 0; i < derivation_count; ++i) all.push_back({fmt::format("A{:02}", i), {}, {}});
  return all;
}

/// A message with its placeholders shown as an ellipsis.
std::string pattern(const Labels& labels, const std::string& key) {
  return labels.fill(key, {"…", "…", "…", "…", "…", "…"});
}

std::string title(const Explained& code, const Labels& labels) {
  if (code.name.empty()) return code.code;
  return fmt::format("{} {} ({})", code.code, code.name, labels.get(code.severity));
}

/// The wordings of a code: its own, and those of its variants.
std::vector<std::string> wordings(const std::string& code, const Labels& labels) {
  std::vector<std::string> out;
  if (labels.has(code)) out.push_back(pattern(labels, code));
  const std::string prefix = code + '.';
  for (auto label = labels.all().lower_bound(prefix); label != labels.all().end() && label->first.starts_with(prefix);
       ++label)
    if (!label->first.ends_with(".next") && !label->first.ends_with(".explain"))
      out.push_back(pattern(labels, label->first));
  return out;
}

std::string explanation(const Explained& code, const Labels& labels) {
  std::string out = title(code, labels) + '\n';
  const std::vector<std::string> all = wordings(code.code, labels);
  for (const std::string& wording : all) out += wrap(all.size() == 1 ? wording : "- " + wording, 2);
  if (labels.has(code.code + ".explain")) out += '\n' + wrap(pattern(labels, code.code + ".explain"));
  if (labels.has(code.code + ".next"))
    out += fmt::format("\n{}\n{}", labels.get("explain.doen"), wrap(pattern(labels, code.code + ".next"), 2));
  return out;
}

std::string overview(const Catalogue& catalogue, const Labels& labels) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (const CatalogueEntry* entry : catalogue.all())
    rows.emplace_back(entry->id.value, fmt::format("{} ({})", printable(entry->name.in(labels.language()).value),
                                                   labels.get(label_of(entry->kind))));
  for (const Rule& rule : catalogue.rules)
    rows.emplace_back(rule.code.value, fmt::format("{} ({})", printable(rule.name.in(labels.language()).value),
                                                   labels.get(fmt::format("ernst.{}", word_of(rule.severity)))));
  for (const Explained& code : every_code()) rows.emplace_back(code.code, wordings(code.code, labels).at(0));
  return definition_list(rows, 0);
}

std::string upper_case(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

void explain(const std::string& wanted, const Catalogue& catalogue, Console& console) {
  const Labels& labels = console.labels();
  for (const CatalogueEntry* entry : catalogue.all())
    if (upper_case(std::string(entry->id.value)) == upper_case(wanted)) {
      return console.out(catalogue_text(*entry, catalogue, labels));
    }
  for (const Rule& rule : catalogue.rules)
    if (upper_case(std::string(rule.code.value)) == upper_case(wanted))
      return console.out(rule_text(rule, catalogue, labels));
  const std::vector<Explained> all = every_code();
  const auto found = std::ranges::find_if(
      all, [&](const Explained& code) { return code.code == upper_case(wanted) || code.name == wanted; });
  if (found == all.end()) {
    std::vector<std::string_view> names;
    for (const CatalogueEntry* entry : catalogue.all()) names.push_back(entry->id.value);
    for (const Rule& rule : catalogue.rules) names.push_back(rule.code.value);
    for (const Explained& code : all) names.push_back(code.code);
    for (const Explained& code : all)
      if (!code.name.empty()) names.push_back(code.name);
    throw UsageError("gebruik.code-onbekend", {wanted}, nearest_names(wanted, names, 3));
  }
  console.out(explanation(*found, labels));
}

}  // namespace

Work setup_explain(const Arguments& arguments) {
  if (arguments.positional.size() > 1) throw UsageError("gebruik.te-veel", {arguments.positional[1]});
  const std::string wanted = arguments.positional.empty() ? std::string() : arguments.positional.front();
  const std::string map = arguments.has("map") ? arguments.value("map") : std::string();
  return [wanted, map, rules = arguments.has("rules")](Console& console) {
    const auto workspace = load_catalogue(map);
    print_messages(*workspace, WorkspaceRequest(), console);
    const Catalogue& catalogue = *workspace->model.catalogue;
    if (rules)
      console.out(rules_document(catalogue, console.labels()));
    else if (!wanted.empty())
      explain(wanted, catalogue, console);
    else
      console.out(overview(catalogue, console.labels()));
    return workspace->exit_code();
  };
}

}  // namespace keuzekaart
