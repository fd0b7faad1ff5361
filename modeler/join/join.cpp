#include "modeler/join/join.hpp"

#include <algorithm>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/join/join_builder.hpp"

namespace keuzekaart {

namespace {

void remember_previous(JoinBuilder& b, const SourceContent& previous) {
  const auto remember = [&](std::string_view key, std::string_view name) { b.previous_names.emplace(key, name); };
  if (const auto* model = std::get_if<archimate::ArchimateModel>(&previous)) {
    for (const archimate::Concept& c : model->concepts) {
      if (archimate::is_relation(c.type)) continue;
      remember(without_id_prefix(c.id.value), c.name.value);
      if (const Text id = model->property(c, "Object ID"); !id.empty()) remember(id.value, c.name.value);
    }
  } else if (const auto* list = std::get_if<ProductList>(&previous)) {
    for (const CatalogueProduct& p : list->products) remember(p.upl_uri.value, p.name.value);
  } else if (const auto* catalogue = std::get_if<ProcessCatalogue>(&previous)) {
    for (const CatalogueProcess& p : catalogue->processes) remember(p.id.value, p.name.value);
  } else if (const auto* flows = std::get_if<ProcessFlows>(&previous)) {
    for (const FlowProcess& p : flows->processes) remember(p.id.value, p.name.value);
  } else if (const auto* lists = std::get_if<OwnLists>(&previous)) {
    for (const ListedProcess& p : lists->processes) remember(p.process.id.value, p.process.name.value);
  }
}

/// Links that rest on what both sides say: laws of products.
void link_laws(JoinBuilder& b) {
  for (std::uint32_t i = 0; i < b.model.products.size(); ++i) {
    const std::vector<LegalGround> grounds = b.model.products[i].grounds;
    const std::uint32_t source = b.model.products[i].origins.back().source;
    for (const LegalGround& ground : grounds)
      b.link(LinkKind::product_law, {EntityKind::product, i}, b.law(ground, source), Derivation::read,
             {ground.uri.empty() ? ground.label.place : ground.uri.place});
  }
}

}  // namespace

Model join(JoinInput input, Sources& sources, Diagnostics& diagnostics) {
  JoinBuilder b(sources, diagnostics);
  b.model.map = input.map;
  if (input.map && input.catalogue) check_choices(*input.map, *input.catalogue, diagnostics);
  b.model.catalogue = input.catalogue ? std::move(input.catalogue) : std::make_shared<const Catalogue>();
  for (const ReadSource& s : input.sources) {
    b.model.sources.push_back(s.source);
    if (s.previous) remember_previous(b, *s.previous);
  }
  const auto map_source = static_cast<std::uint32_t>(b.model.sources.size());
  if (input.map) {
    const std::string path = input.map->place.known() ? std::string(sources.path(input.map->place.file)) : "";
    b.model.sources.push_back({"kaart", "kaart", path, std::string(input.map->name.value)});
    join_map_parties(b, *input.map, map_source);
  }
  for (std::uint32_t i = 0; i < input.sources.size(); ++i) {
    const SourceContent& content = input.sources[i].content;
    if (const auto* model = std::get_if<archimate::ArchimateModel>(&content)) join_archimate(b, *model, i);
    if (const auto* list = std::get_if<ProductList>(&content)) join_products(b, *list, i);
    if (const auto* catalogue = std::get_if<ProcessCatalogue>(&content)) join_catalogue(b, *catalogue, i);
    if (const auto* flows = std::get_if<ProcessFlows>(&content)) join_process_flows(b, *flows, i);
    if (const auto* lists = std::get_if<OwnLists>(&content)) join_own_lists(b, *lists, i);
    if (const auto* fields = std::get_if<TaskFieldList>(&content)) {
      b.task_fields.push_back(fields);
      b.tally(i, "telling.taakvelden", fields->fields.size());
    }
    if (const auto* selection = std::get_if<SelectionList>(&content)) {
      b.selection_lists.push_back(selection);
      if (!selection->types.empty()) b.tally(i, "telling.procestypen", selection->types.size());
      if (!selection->results.empty()) b.tally(i, "telling.selectielijstresultaten", selection->results.size());
    }
  }
  join_listed_applications(b);
  if (input.map) join_map(b, *input.map, map_source);
  join_flow_statements(b);
  join_listed_references(b);
  link_laws(b);
  join_uniform_names(b);
  join_statements(b);
  join_task_fields(b);
  join_selection_lists(b);
  join_reference_links(b);
  propose_reference_processes(b);
  derive_reference_chains(b);
  return b.freeze();
}

}  // namespace keuzekaart
