#include "cli/find_thing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "cli/command_line.hpp"
#include "modeler/diagnostics/nearest.hpp"
#include "modeler/proposals/abbreviated_name.hpp"

namespace keuzekaart {

namespace {

constexpr unsigned kinds = static_cast<unsigned>(EntityKind::business_object) + 1;

using Test = std::function<bool(const Entity&)>;

std::vector<EntityRef> all_that(const Model& model, std::span<const EntityKind> among, const Test& test) {
  std::vector<EntityRef> found;
  for (const EntityKind kind : among)
    for (std::uint32_t i = 0; i < model.count(kind); ++i)
      if (test(model.entity({kind, i}))) found.push_back({kind, i});
  return found;
}

}  // namespace

std::string_view word_of_kind(EntityKind kind) {
  const std::string_view label = label_of(kind);
  return label.substr(label.find('.') + 1);
}

std::vector<EntityRef> find_things(const Model& model, std::string_view query) {
  std::vector<EntityKind> among;
  const std::size_t colon = query.find(':');
  for (unsigned kind = 0; kind < kinds; ++kind)
    if (colon != std::string_view::npos && query.substr(0, colon) == word_of_kind(static_cast<EntityKind>(kind)))
      among.push_back(static_cast<EntityKind>(kind));
  if (among.empty())
    for (unsigned kind = 0; kind < kinds; ++kind) among.push_back(static_cast<EntityKind>(kind));
  else
    query.remove_prefix(colon + 1);
  if (query.empty()) return {};

  const std::string name = normalised_name(query);
  const Test tests[] = {
      [&](const Entity& e) { return e.code.value == query; },
      [&](const Entity& e) { return !name.empty() && normalised_name(e.name.value) == name; },
      [&](const Entity& e) { return !name.empty() && normalised_name(e.name.value).find(name) != std::string::npos; },
  };
  for (const Test& test : tests)
    if (std::vector<EntityRef> found = all_that(model, among, test); !found.empty()) return found;
  return {};
}

EntityRef find_one(const Model& model, std::string_view option, const std::string& wanted,
                   std::span<const EntityKind> kinds) {
  std::vector<std::string_view> known;
  for (const EntityKind kind : kinds) {
    const std::vector<EntityRef> found = find_things(model, fmt::format("{}:{}", word_of_kind(kind), wanted));
    if (found.size() == 1) return found.front();
    if (found.size() > 1) {
      std::vector<std::string> codes;
      for (const EntityRef thing : found) codes.emplace_back(model.entity(thing).code.value);
      throw UsageError("gebruik.meer-dan-een", {std::string(option), wanted}, std::move(codes));
    }
    for (std::uint32_t i = 0; i < model.count(kind); ++i) {
      known.push_back(model.entity({kind, i}).code.value);
      known.push_back(model.entity({kind, i}).name.value);
    }
  }
  throw UsageError("gebruik.id-onbekend", {std::string(option), wanted}, nearest_names(wanted, known, 5));
}

EntityRef find_scope(const Model& model, const std::string& wanted) {
  constexpr EntityKind scopes[] = {EntityKind::domain, EntityKind::product_group};
  return find_one(model, "domain", wanted, scopes);
}

std::vector<std::string> names_near(const Model& model, std::string_view query) {
  std::vector<std::string_view> known;
  for (unsigned kind = 0; kind < kinds; ++kind)
    for (std::uint32_t i = 0; i < model.count(static_cast<EntityKind>(kind)); ++i) {
      const Entity& entity = model.entity({static_cast<EntityKind>(kind), i});
      known.push_back(entity.code.value);
      known.push_back(entity.name.value);
    }
  return nearest_names(query, known, 5);
}

}  // namespace keuzekaart
