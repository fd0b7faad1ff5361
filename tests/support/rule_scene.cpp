#include "tests/support/rule_scene.hpp"

#include <fmt/format.h>

#include "cli/catalogues.hpp"
#include "importers/catalogue_reader.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/findings/finding_text.hpp"
#include "modeler/rules/rule_engine.hpp"

namespace keuzekaart::testing {

namespace {

constexpr const char* surroundings =
    "<partijen><partij id='gem' naam='Gemeente' soort='gemeente'/>"
    "<partij id='kcc' naam='Balie' soort='organisatieonderdeel' deel-van='gem' kantoor='frontoffice'/>"
    "<partij id='team' naam='Team' soort='organisatieonderdeel' deel-van='gem' kantoor='backoffice'/>"
    "<partij id='regio' naam='Regio' soort='samenwerkingsverband'/>"
    "<partij id='bieder' naam='Aanbieder' soort='zorgaanbieder'/></partijen>"
    "<domeinen><domein id='sociaal' naam='Sociaal domein'><productgroep id='jeugd' naam='Jeugd'/>"
    "<productgroep id='wmo' naam='Wmo'/></domein><domein id='publiek' naam='Publiekszaken'/></domeinen>";

}  // namespace

std::shared_ptr<const Catalogue> built_in_catalogue() {
  static Sources sources;
  static const std::shared_ptr<const Catalogue> read = [] {
    Diagnostics diagnostics;
    return read_catalogues(built_in_catalogues(), {}, sources, diagnostics);
  }();
  return read;
}

RuleScene::RuleScene(const std::string& content) {
  scene.map(surroundings + content, "datum='2026-11-01' soll-datum='2028-01-01'");
  scene.input.catalogue = built_in_catalogue();
  model = scene.join();
  findings = find_all(model);
  check_dispositions(model, findings, scene.diagnostics);
}

std::vector<std::string> RuleScene::found(std::string_view rule) const {
  std::vector<std::string> out;
  for (const Finding& f : findings) {
    if (f.rule != rule) continue;
    std::string line = f.key;
    if (!f.states.empty()) line += " " + to_string(f.states);
    if (!f.counts()) line += fmt::format(" ({})", word_of(f.disposition));
    out.push_back(std::move(line));
  }
  return out;
}

const Finding* RuleScene::finding(std::string_view rule, std::string_view key) const {
  for (const Finding& f : findings)
    if (f.rule == rule && f.key == key) return &f;
  return nullptr;
}

std::string RuleScene::text(const Finding& finding, Language language) const {
  return finding_message(finding, load_labels(language));
}

std::vector<std::string> RuleScene::codes() const {
  std::vector<std::string> out;
  for (const Diagnostic& d : scene.diagnostics.all()) out.emplace_back(row_of(d.code).key);
  return out;
}

std::string accepting(const std::string& content, std::string_view rule, std::string_view key) {
  return content + fmt::format(
                       "<bevindingen><bevinding regel='{}' element='{}' besluit='geaccepteerd'><reden>Zo is het "
                       "bedoeld.</reden></bevinding></bevindingen>",
                       rule, key);
}

std::string choice(std::string_view scope, std::string_view dimension, std::string_view state, std::string_view value,
                   std::string_view more, std::string_view inside) {
  return fmt::format("<keuze bereik='{}' dimensie='{}' toestand='{}' waarde='{}' {}>{}</keuze>", scope, dimension,
                     state, value, more, inside);
}

}  // namespace keuzekaart::testing
