#include "modeler/facts/facts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "modeler/facts/fact_collector.hpp"
#include "modeler/findings/finding_text.hpp"

namespace keuzekaart {

std::string shown_name(const Model& model, EntityRef thing) {
  const Entity& entity = model.entity(thing);
  if (entity.name.empty()) return std::string(entity.code.value);
  if (entity.name.value == entity.code.value) return std::string(entity.name.value);
  return fmt::format("{} ({})", entity.name.value, entity.code.value);
}

std::vector<Fact> own_facts_of(const Model& model, const Labels& labels, EntityRef thing) {
  std::vector<Fact> facts;
  collect_fields(model, labels, thing, facts);
  collect_own_links(model, labels, thing, facts);
  return facts;
}

Facts facts_of(const Model& model, const std::vector<Finding>& findings, const Labels& labels, EntityRef thing) {
  Facts facts;
  collect_fields(model, labels, thing, facts.fields);
  collect_links(model, labels, thing, facts.links);
  for (const Finding& finding : findings)
    if (std::ranges::find(finding.elements, thing) != finding.elements.end())
      facts.findings.push_back({finding.rule, finding_text(labels, finding), finding.trace});
  return facts;
}

}  // namespace keuzekaart
