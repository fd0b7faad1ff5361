#include "tests/support/judged_map.hpp"

#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "cli/catalogues.hpp"
#include "importers/map_reader.hpp"
#include "modeler/findings/finding_text.hpp"
#include "modeler/rules/rule_engine.hpp"
#include "tests/support/rule_scene.hpp"

namespace keuzekaart::testing {

JudgedMap::JudgedMap(const pugi::xml_document& map) {
  std::ostringstream text;
  map.save(text);
  JoinInput input;
  input.map = read_map_text("kaart.xml", text.str(), sources, diagnostics);
  input.catalogue = built_in_catalogue();
  model = join(std::move(input), sources, diagnostics);
  findings = find_all(model);
}

std::string JudgedMap::told(const Finding& finding) const {
  static const Labels labels = load_labels(Language::nl);
  std::string line =
      finding.rule + " " + finding.key + " " + to_string(finding.states) + " " + finding_message(finding, labels);
  for (const EntityRef element : finding.elements) line += " " + std::string(model.entity(element).code.value);
  return line + (finding.counts() ? "" : " (afgehandeld)");
}

std::vector<std::string> JudgedMap::told() const {
  std::vector<std::string> out;
  for (const Finding& finding : findings) out.push_back(told(finding));
  return out;
}

void accept(pugi::xml_document& map, const Finding& finding) {
  pugi::xml_node decisions = map.document_element().child("bevindingen");
  if (!decisions) decisions = map.document_element().append_child("bevindingen");
  pugi::xml_node decision = decisions.append_child("bevinding");
  decision.append_attribute("regel") = finding.rule.c_str();
  decision.append_attribute("element") = finding.key.c_str();
  if (!finding.states.empty()) decision.append_attribute("toestand") = to_string(finding.states).c_str();
  decision.append_attribute("besluit") = "geaccepteerd";
  decision.append_child("reden").text() = "Proef.";
}

void expect_accepting_changes_no_other(const pugi::xml_document& map, std::size_t of_each_rule) {
  const JudgedMap before(map);
  const std::vector<std::string> told = before.told();
  std::map<std::string, std::size_t> tried;
  for (std::size_t i = 0; i < before.findings.size(); ++i) {
    if (!before.findings[i].counts() || ++tried[before.findings[i].rule] > of_each_rule) continue;
    pugi::xml_document decided;
    decided.reset(map);
    accept(decided, before.findings[i]);
    std::vector<std::string> expected = told;
    expected[i] += " (afgehandeld)";
    EXPECT_EQ(expected, JudgedMap(decided).told()) << told[i];
  }
}

void turn_around(pugi::xml_node node) {
  const std::string_view name = node.name();
  if (name == "keten" || name == "project" || name == "transitieplan") return;
  std::vector<pugi::xml_node> children;
  for (const pugi::xml_node child : node.children())
    if (child.type() == pugi::node_element) children.push_back(child);
  const auto in_order = [&](const pugi::xml_node child) {
    const std::string_view kind = child.name();
    return kind == "omschrijving" || kind == "samenwerking" || kind == "motivatie" ||
           (name == "product" && kind == "proces");
  };
  for (const pugi::xml_node child : children) {
    turn_around(child);
    if (!in_order(child)) node.prepend_move(child);
  }
  for (const char* first : {"motivatie", "samenwerking", "omschrijving"})
    if (const pugi::xml_node child = node.child(first)) node.prepend_move(child);
}

}  // namespace keuzekaart::testing
