#include "tests/fuzz/fuzz_targets.hpp"

#include <string>
#include <vector>

#include "importers/csv_reader.hpp"
#include "importers/grafico_file.hpp"
#include "importers/guarded_json.hpp"
#include "importers/guarded_xml.hpp"
#include "importers/i_navigator.hpp"
#include "importers/map_reader.hpp"
#include "importers/text_encoding.hpp"
#include "importers/upl.hpp"
#include "tests/fuzz/fuzz_run.hpp"

namespace keuzekaart::fuzz {

namespace {

void run_csv(std::string_view bytes) {
  Run run;
  CsvLimits small;
  small.scan = {200, 2000};
  small.columns = 50;
  const auto table = read_csv_bytes("in.csv", std::string(bytes), run.sources, run.diagnostics, small);
  run.check_messages();
  if (!table) return;
  for (const Text& heading : table->header()) run.check(heading);
  for (std::size_t i = 0; i < table->row_count(); ++i) {
    run.check(table->row_place(i));
    for (const Text& cell : table->row(i)) run.check(cell);
  }
}

void run_upl(std::string_view bytes) {
  recognises_upl({"in.csv", false, bytes.substr(0, 65536)});
  Run run;
  const ProductList list = read_upl_bytes("in.csv", std::string(bytes), run.sources, run.diagnostics);
  run.check_messages();
  for (const CatalogueProduct& product : list.products) {
    promise(!product.key.empty() && !product.name.empty(), "a product has a key and a name");
    for (const Text& text : {product.key, product.name, product.upl_uri, product.sdg}) run.check(text);
    for (const LegalGround& ground : product.grounds)
      for (const Text& text : {ground.uri, ground.label, ground.link}) run.check(text);
  }
}

/// XML readers take text that is UTF-8 already; bytes that are not are converted first, as when a file is read.
std::string as_text(std::string_view bytes) { return decode_undeclared(std::string(bytes)).text; }

void run_i_navigator(std::string_view bytes) {
  recognises_i_navigator({"in.xml", false, bytes.substr(0, 65536)});
  Run run;
  const ProcessCatalogue catalogue = read_i_navigator_text("in.xml", as_text(bytes), run.sources, run.diagnostics);
  run.check_messages();
  for (const CatalogueProcess& process : catalogue.processes) {
    promise(!process.id.empty(), "a process has an id");
    for (const Text& text :
         {process.id, process.name, process.long_name, process.gemma_name, process.iv3, process.lead_time})
      run.check(text);
    for (const CatalogueStep& step : process.steps) run.check(step.name);
    for (const LegalGround& ground : process.grounds) run.check(ground.label);
    for (const CatalogueRegister& use : process.registers) run.check(use.name);
  }
}

void check_values(const Run& run, JsonValue value) {
  for (const Text& text : {value.text(), value.name()}) run.check(text);
  for (const JsonValue child : value.children()) check_values(run, child);
}

void run_json(std::string_view bytes) {
  TextPool pool;
  json_head(bytes.substr(0, 65536), pool);
  Run run;
  JsonLimits small;
  small.values = 1000;
  const auto json = read_json_bytes("in.json", std::string(bytes), run.sources, run.diagnostics, small);
  run.check_messages();
  promise((json == nullptr) == run.diagnostics.has_errors(), "a file is read, or it is said why not");
  if (json) check_values(run, json->root());
}

void run_xml(std::string_view bytes) {
  Run run;
  const FileId file = run.sources.add("in.xml", as_text(bytes));
  const auto xml = parse_guarded(file, run.sources.text(file), run.diagnostics);
  run.check_messages();
  if (!xml) {
    promise(run.diagnostics.has_errors(), "a file that is refused is said to be");
    return;
  }
  run.check(xml->place_of(xml->root()));
  run.check(xml->content(xml->root(), run.sources.pool()));
}

void run_grafico(std::string_view bytes) {
  Run run;
  const FileId file = run.sources.add("in.xml", as_text(bytes));
  const std::string_view text = run.sources.text(file);
  XmlOutline xml;
  if (scan_xml(text, xml)) return;
  GraficoPart part;
  take_grafico_file({file, text, xml, 0}, run.sources.pool(), part);
  run.diagnostics.absorb(std::move(part.diagnostics));
  run.check_messages();
}

void run_map(std::string_view bytes) {
  Run run;
  read_map_text("in.xml", as_text(bytes), run.sources, run.diagnostics);
  run.check_messages();
}

constexpr Target all[] = {
    {"csv", run_csv},   {"upl", run_upl},         {"i-navigator", run_i_navigator},
    {"xml", run_xml},   {"grafico", run_grafico}, {"kaart", run_map},
    {"json", run_json},
};

}  // namespace

std::span<const Target> targets() {
  static const std::vector<Target> both = [] {
    std::vector<Target> joined(std::begin(all), std::end(all));
    joined.insert(joined.end(), archimate_targets().begin(), archimate_targets().end());
    joined.insert(joined.end(), source_targets().begin(), source_targets().end());
    joined.insert(joined.end(), list_targets().begin(), list_targets().end());
    return joined;
  }();
  return both;
}

}  // namespace keuzekaart::fuzz
