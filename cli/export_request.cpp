#include "cli/export_request.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdlib>
#include <string_view>

#include "cli/find_thing.hpp"
#include "modeler/diagnostics/nearest.hpp"

namespace keuzekaart {

namespace {

constexpr std::string_view format_words[] = {"svg", "pdf", "png", "dot", "xlsx"};

/// The value of an option that a table of words lists.
template <class Table, class Value>
Value word_value(const Arguments& arguments, std::string_view option, const Table& table, Value otherwise) {
  std::vector<std::string_view> words;
  for (const auto& row : table) words.push_back(row.word);
  const std::string word = arguments.one_of(option, words);
  const auto found = std::ranges::find_if(table, [&](const auto& row) { return row.word == word; });
  return found == std::end(table) ? otherwise : found->value;
}

/// The code among `known` that the user means by code or by name; `kinds` are the kinds of thing looked among.
std::string code_among(const Model& model, const std::vector<std::string>& known, const std::string& wanted,
                       std::string_view option, std::initializer_list<EntityKind> kinds) {
  if (std::ranges::find(known, wanted) != known.end()) return wanted;
  for (const EntityKind kind : kinds) {
    std::vector<std::string> fitting;
    for (const EntityRef thing : find_things(model, fmt::format("{}:{}", word_of_kind(kind), wanted)))
      if (std::string code(model.entity(thing).code.value); std::ranges::find(known, code) != known.end())
        fitting.push_back(std::move(code));
    if (fitting.size() == 1) return fitting.front();
    if (fitting.size() > 1) throw UsageError("gebruik.meer-dan-een", {std::string(option), wanted}, fitting);
  }
  const std::vector<std::string_view> names(known.begin(), known.end());
  throw UsageError("gebruik.id-onbekend", {std::string(option), wanted}, nearest_names(wanted, names, 5));
}

}  // namespace

ExportRequest export_request(const Arguments& arguments) {
  ExportRequest request;
  request.workspace = workspace_request(arguments, 0);
  request.folder = arguments.value("out");
  if (request.folder.empty()) throw UsageError("gebruik.geen-uitvoermap", {});

  std::vector<std::string_view> keys;
  for (const DiagramRow& row : diagram_registry()) keys.push_back(row.key);
  request.diagrams = arguments.list_of("diagram", keys);
  const bool some_diagrams = !request.diagrams.empty();
  if (!some_diagrams) request.diagrams.assign(keys.begin(), keys.end());

  const std::vector<std::string> formats = arguments.list_of("format", format_words);
  const auto wants = [&](std::string_view format) {
    return formats.empty() || std::ranges::find(formats, format) != formats.end();
  };
  request.svg = wants("svg");
  request.pdf = wants("pdf");
  request.png = wants("png");
  request.dot = wants("dot");
  request.workbook = wants("xlsx") && !(some_diagrams && formats.empty());

  DiagramOptions& options = request.options;
  options.chain = arguments.value("chain");
  options.domain = arguments.value("domain");
  options.color_by = word_value(arguments, "color-by", color_by_words, options.color_by);
  request.color_chosen = arguments.has("color-by");
  request.state_chosen = arguments.has("state");
  options.state = word_value(arguments, "state", drawn_state_words, options.state);
  options.paper = word_value(arguments, "paper", paper_words, options.paper);
  options.own_processes = arguments.has("own");
  if (const std::optional<std::int64_t> epoch = source_date_epoch()) options.date = day_of(*epoch);
  request.dots_per_inch = arguments.number("dpi", 30, 600, request.dots_per_inch);
  request.overwrite = arguments.has("overwrite");
  request.project_workbooks = arguments.has("projects");
  request.keep_going = arguments.has("keep-going");
  request.everything = !some_diagrams && formats.empty() && options.chain.empty() && options.domain.empty();
  return request;
}

void resolve_names(ExportRequest& request, const Model& model) {
  if (!request.options.chain.empty())
    request.options.chain =
        code_among(model, chain_ids(model), request.options.chain, "chain", {EntityKind::chain, EntityKind::process});
  if (!request.options.domain.empty())
    request.options.domain = code_among(model, domain_ids(model), request.options.domain, "domain",
                                        {EntityKind::domain, EntityKind::product_group});
}

std::optional<std::int64_t> source_date_epoch() {
  const char* value = std::getenv("SOURCE_DATE_EPOCH");
  if (value == nullptr) return std::nullopt;
  const std::string_view text = value;
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  constexpr std::int64_t last_second_of_9999 = 253402300799;
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds > last_second_of_9999)
    return std::nullopt;
  return seconds;
}

std::string day_of(std::int64_t seconds) {
  using namespace std::chrono;
  const year_month_day day{sys_days{floor<days>(std::chrono::seconds{seconds})}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

}  // namespace keuzekaart
