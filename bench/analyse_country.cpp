// A made-up country in one map: what reading, joining and every analysis of it cost, and how that grows with its size.
// Usage: analyse_country MUNICIPALITIES...     one line per step for each size; run one size at a time for its memory
#include <fmt/format.h>
#include <sys/resource.h>

#include <charconv>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "bench/country.hpp"
#include "cli/catalogues.hpp"
#include "importers/catalogue_reader.hpp"
#include "importers/map_reader.hpp"
#include "modeler/analyses/analysis_registry.hpp"
#include "modeler/findings/coverage.hpp"
#include "modeler/gaps/plan.hpp"
#include "modeler/join/join.hpp"
#include "modeler/rules/rule_engine.hpp"

namespace {

using namespace keuzekaart;

double peak_megabytes() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

/// Does one step and prints what it took.
template <class Step>
auto timed(std::string_view what, std::size_t municipalities, Step step) {
  const auto start = std::chrono::steady_clock::now();
  auto result = step();
  const std::chrono::duration<double, std::milli> spent = std::chrono::steady_clock::now() - start;
  fmt::print("{:<24}{:>12.0f}{:>16.2f}{:>12.0f}\n", what, spent.count(),
             spent.count() / static_cast<double>(municipalities), peak_megabytes());
  return result;
}

void measure(std::size_t municipalities) {
  const std::string text = bench::country_map(municipalities);
  fmt::print("\n{} municipalities, a map of {:.1f} MB\n", municipalities, static_cast<double>(text.size()) / 1e6);
  fmt::print("{:<24}{:>12}{:>16}{:>12}\n", "step", "ms", "ms a municip.", "peak MiB");
  Sources sources;
  Diagnostics diagnostics;
  const Labels labels = load_labels(Language::nl);
  JoinInput input;
  input.catalogue = read_catalogues(built_in_catalogues(), {}, sources, diagnostics);
  input.map =
      timed("read the map", municipalities, [&] { return read_map_text("land.xml", text, sources, diagnostics); });
  if (diagnostics.has_errors()) {
    const Diagnostic& why = diagnostics.all().front();
    fmt::print("the map is refused: {}\n", labels.fill(why.label_key(), why.arguments));
    return;
  }
  const Model model = timed("join", municipalities, [&] { return join(std::move(input), sources, diagnostics); });
  const std::vector<Finding> findings = timed("findings", municipalities, [&] { return find_all(model); });
  timed("coverage", municipalities, [&] { return coverage(model); });
  const Plan plan = timed("gaps and plan", municipalities, [&] { return make_plan(model, findings); });
  for (const AnalysisRow& row : analysis_registry()) {
    AnalysisContext context{{model, sources, labels, findings}, std::nullopt, {}, {}, nullptr};
    if (row.need == AnalysisNeed::element) context.element = model.find("g0-partij0");
    if (row.need == AnalysisNeed::earlier_map) context.earlier = &model;
    const Table table = timed(fmt::format("analyse {}", row.name), municipalities, [&] { return row.make(context); });
  }
  fmt::print("read {} products, {} processes, {} parties, {} handovers; {} messages; {} gaps, {} projects\n",
             model.products.size(), model.processes.size(), model.parties.size(), model.handovers.size(),
             diagnostics.all().size(), plan.gaps.size(), plan.projects.size());
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    fmt::print(stderr, "usage: analyse_country MUNICIPALITIES...\n");
    return 2;
  }
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    std::size_t municipalities = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), municipalities);
    if (error != std::errc() || end != word.data() + word.size() || municipalities == 0) {
      fmt::print(stderr, "analyse_country: '{}' is no number of municipalities\n", word);
      return 2;
    }
    measure(municipalities);
  }
}
