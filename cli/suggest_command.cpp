#include <fmt/format.h>

#include <algorithm>

#include "cli/command.hpp"
#include "cli/shown_table.hpp"
#include "cli/suggest_decisions.hpp"
#include "cli/text_layout.hpp"
#include "cli/workspace.hpp"
#include "modeler/proposals/map_lines.hpp"
#include "modeler/source/characters.hpp"
#include "modeler/tables/proposals_table.hpp"

namespace keuzekaart {

namespace {

constexpr std::string_view forms[] = {"text", "csv", "json", "xml"};
constexpr std::string_view confidences[] = {"sterk", "redelijk", "zwak"};

struct KindWord {
  std::string_view word;
  LinkKind kind;
};

constexpr KindWord kind_words[] = {{"product", LinkKind::product_process},
                                   {"proces", LinkKind::reference},
                                   {"applicatie", LinkKind::application_reference}};
constexpr std::string_view kinds[] = {"product", "proces", "applicatie"};

struct SuggestRequest {
  std::vector<LinkKind> kinds;  ///< empty: all
  Confidence least = Confidence::weak;
  ProposedFor products = ProposedFor::own_products;
  std::string form;
  WorkspaceRequest workspace;
};

/// The proposals as a person reads them: what to what and how sure, why, and where both stand.
class ProposalsText {
 public:
  ProposalsText(const Workspace& workspace, const Labels& labels) : w_(workspace), labels_(labels) {}

  std::string one(const Proposal& p) const {
    const Entity& from = w_.model.entity(p.from);
    const Entity& to = w_.model.entity(p.to);
    return wrap(printable(fmt::format("{} {} → {} {} [{}]", labels_.get(label_of(p.from.kind)), named(from),
                                      labels_.get(label_of(p.to.kind)), named(to), word(p.confidence)))) +
           wrap(printable(reason_of(p, labels_)), 4) + wrap(printable(place(from) + " → " + place(to)), 4);
  }

  /// How many there are of each confidence, and what each means.
  std::string scale(std::span<const Proposal> shown) const {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const auto& row : Vocabulary<Confidence>::words)
      rows.emplace_back(
          fmt::format("{} ({})", word(row.value), std::ranges::count(shown, row.value, &Proposal::confidence)),
          labels_.get(fmt::format("zekerheid.{}.uitleg", row.word)));
    return labels_.get("suggest.zekerheid") + '\n' + definition_list(rows, 2);
  }

 private:
  std::string word(Confidence c) const { return labels_.get(fmt::format("zekerheid.{}", word_of(c))); }
  static std::string named(const Entity& e) {
    return fmt::format("‘{}’", e.name.empty() ? e.code.value : e.name.value);
  }
  std::string place(const Entity& e) const {
    const Place at = e.name.place.known() || e.origins.empty() ? e.name.place : e.origins.front().place;
    return to_string(w_.sources.locate(at));
  }

  const Workspace& w_;
  const Labels& labels_;
};

std::string text_of(const Workspace& workspace, std::span<const Proposal> shown, const Labels& labels,
                    const std::string& title) {
  const ProposalsText text(workspace, labels);
  std::string out = title + '\n';
  for (const Proposal& p : shown) out += '\n' + text.one(p);
  if (shown.empty()) {
    const bool reference = std::ranges::any_of(workspace.model.processes, &Process::landscape);
    return out + '\n' + wrap(labels.get(reference ? "suggest.geen" : "suggest.geen-gemma"));
  }
  return out + '\n' + text.scale(shown) + '\n' + wrap(labels.get("suggest.verder"));
}

ExitCode suggest(const SuggestRequest& request, Console& console) {
  const Labels& labels = console.labels();
  const std::unique_ptr<Workspace> workspace = load_and_report(request.workspace, console);
  std::vector<Proposal> shown = propose(workspace->model, request.products);
  std::erase_if(shown, [&](const Proposal& p) {
    return p.confidence < request.least ||
           (!request.kinds.empty() && std::ranges::find(request.kinds, p.kind) == request.kinds.end());
  });
  if (request.form == "xml") {
    std::erase_if(shown, [](const Proposal& p) {
      return p.kind != LinkKind::product_process && p.kind != LinkKind::reference &&
             p.kind != LinkKind::application_reference;
    });
    console.out(map_lines(workspace->model, shown, workspace->sources, labels));
  } else {
    const Table table = proposals_table_of({workspace->model, workspace->sources, labels, workspace->findings}, shown);
    console.out(request.form.empty() || request.form == "text" ? text_of(*workspace, shown, labels, table.title)
                                                               : shown_table(table, request.form, workspace->sources));
  }
  return workspace->exit_code();
}

/// With --decisions nothing is proposed: what chooses among proposals does not go with it.
Work setup_decisions(const Arguments& arguments) {
  for (const char* option : {"kind", "confidence", "every-product"})
    if (arguments.has(option)) throw UsageError("gebruik.opties-niet-samen", {option, "decisions"});
  if (arguments.has("overwrite") && !arguments.has("apply"))
    throw UsageError("gebruik.optie-alleen-met", {"overwrite", "apply"});
  DecisionsRequest request;
  request.workbook = arguments.value("decisions");
  request.apply = arguments.has("apply");
  request.overwrite = arguments.has("overwrite");
  request.form = arguments.one_of("format", table_forms);
  request.workspace = workspace_request(arguments, 0);
  return [request](Console& console) { return bring_in_decisions(request, console); };
}

}  // namespace

Work setup_suggest(const Arguments& arguments) {
  if (arguments.has("decisions")) return setup_decisions(arguments);
  for (const char* option : {"apply", "overwrite"})
    if (arguments.has(option)) throw UsageError("gebruik.optie-alleen-met", {option, "decisions"});
  SuggestRequest request;
  for (const std::string& word : arguments.list_of("kind", kinds))
    request.kinds.push_back(std::ranges::find(kind_words, word, &KindWord::word)->kind);
  if (const auto least = value_of<Confidence>(arguments.one_of("confidence", confidences))) request.least = *least;
  if (arguments.has("every-product")) request.products = ProposedFor::listed_products;
  request.form = arguments.one_of("format", forms);
  request.workspace = workspace_request(arguments, 0);
  return [request](Console& console) { return suggest(request, console); };
}

}  // namespace keuzekaart
