#include "tests/support/join_scene.hpp"

#include <fmt/format.h>

#include "importers/map_reader.hpp"
#include "modeler/archimate/link.hpp"

namespace keuzekaart::testing {

using archimate::Concept;
using archimate::ConceptType;

SmallArchimate::SmallArchimate(Sources& sources, std::string path)
    : sources_(sources), file_(sources.add(std::move(path), std::string(10000, ' '))) {
  model_.name = text("Proefmodel");
  model_.folders.emplace_back();
}

Text SmallArchimate::text(const std::string& value) {
  return {sources_.pool().keep(value), Place{file_, next_offset_++}};
}

Concept& SmallArchimate::add(ConceptType type, const std::string& id) {
  Concept c;
  c.type = type;
  c.id = text(id);
  c.properties.first = static_cast<std::uint32_t>(model_.properties.size());
  return model_.concepts.emplace_back(c);
}

SmallArchimate& SmallArchimate::element(ConceptType type, const std::string& id, const std::string& name,
                                        const std::string& gemma_type) {
  Concept& c = add(type, id);
  c.name = text(name);
  if (!gemma_type.empty()) {
    model_.properties.push_back({text("GEMMA type"), text(gemma_type)});
    c.properties.count = 1;
  }
  return *this;
}

SmallArchimate& SmallArchimate::relation(ConceptType type, const std::string& from, const std::string& to) {
  Concept& c = add(type, fmt::format("relatie-{}", ++relations_));
  c.source_id = text(from);
  c.target_id = text(to);
  return *this;
}

archimate::ArchimateModel SmallArchimate::linked(Diagnostics& diagnostics) {
  archimate::link(model_, diagnostics);
  return std::move(model_);
}

void JoinScene::map(const std::string& content, const std::string& attributes) {
  input.map = read_map_text(
      "kaart.xml",
      fmt::format("<kaart xmlns=\"urn:keuzekaart:kaart:1\" naam=\"Proef\" {}>{}</kaart>", attributes, content), sources,
      diagnostics);
}

void JoinScene::source(const std::string& id, SourceContent content) {
  input.sources.push_back({ModelSource{id, id, id, id}, std::move(content), std::nullopt});
}

Text JoinScene::text(const std::string& value) {
  const FileId file = sources.add(fmt::format("bron-{}", sources.count()), value);
  return {sources.text(file), Place{file, 0}};
}

void JoinScene::upl(std::initializer_list<std::pair<std::string, std::string>> products) {
  ProductList list;
  for (const auto& [term, name] : products) {
    CatalogueProduct p;
    p.key = p.upl_uri = text("http://standaarden.overheid.nl/owms/terms/" + term);
    p.name = text(name);
    p.by_municipality = true;
    list.products.push_back(std::move(p));
  }
  source("upl", std::move(list));
}

void JoinScene::catalogue(const std::string& id, const std::string& name, const std::string& gemma_name,
                          const std::string& owner) {
  CatalogueProcess p;
  p.id = text(id);
  p.name = text(name);
  if (!gemma_name.empty()) p.gemma_name = text(gemma_name);
  if (!owner.empty()) p.owner = text(owner);
  ProcessCatalogue made;
  made.processes.push_back(std::move(p));
  source("catalogus", std::move(made));
}

Model JoinScene::join() { return keuzekaart::join(std::move(input), sources, diagnostics); }

std::vector<std::string> codes_and_names(const Model& model, EntityKind kind) {
  std::vector<std::string> found;
  for (std::uint32_t i = 0; i < model.count(kind); ++i) {
    const Entity& e = model.entity({kind, i});
    found.push_back(fmt::format("{}={}", e.code.value, e.name.value));
  }
  return found;
}

std::vector<std::string> links_of(const Model& model, LinkKind kind) {
  std::vector<std::string> found;
  for (const Link& link : model.links.all()) {
    if (link.kind != kind) continue;
    std::string line = fmt::format("{} -> {}", model.entity(link.from).code.value, model.entity(link.to).code.value);
    if (link.status != MappingStatus::confirmed) line += fmt::format(" ({})", word_of(link.status));
    found.push_back(std::move(line));
  }
  return found;
}

std::vector<std::string> contradictions(const Model& model) {
  std::vector<std::string> found;
  for (const Contradiction& c : model.contradictions)
    found.push_back(fmt::format("{}.{}: {} ({}), {} ({})", model.entity(c.thing).code.value, c.field, c.kept.value,
                                model.sources[c.kept_source].id, c.other.value, model.sources[c.other_source].id));
  return found;
}

}  // namespace keuzekaart::testing
