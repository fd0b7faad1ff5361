#include "importers/grammar/references.hpp"

#include <set>
#include <string>

#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart::grammar {

namespace {

constexpr std::string_view concern = "concern";

bool fits(Thing wanted, Thing found) {
  return wanted == found || (wanted == Thing::scope && (found == Thing::domain || found == Thing::group));
}

}  // namespace

/// The Dutch element that holds things of a kind, as messages name it.
std::string References::element_of(Thing thing) const {
  std::string name;
  for_each_element(grammar_.root, nullptr, [&](const ElementRule& rule, const ElementRule*) {
    if (fits(thing, rule.names) && name.find(rule.name) == std::string::npos)
      name.append(name.empty() ? "" : " / ").append(rule.name);
  });
  return name;
}

void References::define(std::string_view id, Place place, Thing thing, std::string_view inside) {
  const auto [at, added] = named_.try_emplace(id, Named{thing, place, inside, {}, {}});
  if (!added && at->second.place.file != place.file) {
    if (at->second.thing == thing) at->second = {thing, place, inside, {}, {}};
  } else if (!added) {
    Diagnostic& diagnostic = diagnostics_.report(Code::K201, place, {std::string(id)});
    diagnostic.variant = grammar_.variant;
    diagnostic.related = at->second.place;
  }
  if (id == concern && fits(Thing::scope, thing)) diagnostics_.report(Code::K414, place, {std::string(id)});
}

void References::refer(std::string_view attribute, std::string_view id, Place place, Thing thing) {
  references_.push_back({attribute, id, place, thing});
}

void References::part_of(std::string_view id, std::string_view whole, Place place) {
  const auto at = named_.find(id);
  if (at == named_.end() || !at->second.whole.empty()) return;
  at->second.whole = whole;
  at->second.place_of_whole = place;
}

void References::together(std::string_view domain, std::string_view group, Place place_of_group) {
  pairs_.push_back({domain, group, place_of_group});
}

void References::resolve() {
  for (const Reference& reference : references_) resolve(reference);
  circles();
  groups();
}

void References::resolve(const Reference& reference) {
  if (reference.thing == Thing::scope && reference.id == concern) return;
  const auto found = named_.find(reference.id);
  if (found != named_.end() && fits(reference.thing, found->second.thing)) return;
  const auto known = [&] {
    std::vector<std::string_view> ids;
    if (reference.thing == Thing::scope) ids.push_back(concern);
    for (const auto& [id, named] : named_)
      if (fits(reference.thing, named.thing)) ids.push_back(id);
    return ids;
  };
  std::vector<std::string> arguments = {std::string(reference.attribute), std::string(reference.id)};
  if (found == named_.end()) {
    Diagnostic& diagnostic = diagnostics_.report(Code::K203, reference.place, std::move(arguments));
    diagnostic.variant = grammar_.variant;
    diagnostic.nearest = diagnostics_.nearest(reference.id, known);
    return;
  }
  arguments.push_back(element_of(found->second.thing));
  arguments.push_back(element_of(reference.thing));
  Diagnostic& diagnostic = diagnostics_.report(Code::K413, reference.place, std::move(arguments));
  diagnostic.nearest = diagnostics_.nearest(reference.id, known);
  diagnostic.related = found->second.place;
}

void References::circles() {
  std::set<std::string_view> done;
  for (const auto& [start, unused] : named_) {
    std::vector<std::string_view> path;
    std::string_view at = start;
    for (auto found = named_.find(at); found != named_.end() && !done.contains(at); found = named_.find(at)) {
      done.insert(at);
      path.push_back(at);
      at = found->second.whole;
    }
    // The walk came back to itself when it ends on its own path.
    for (std::size_t first = 0; first < path.size(); ++first) {
      if (path[first] != at) continue;
      std::string circle;
      for (std::size_t i = first; i < path.size(); ++i) circle.append(path[i]).append(" > ");
      diagnostics_.report(Code::K415, named_.find(at)->second.place_of_whole, {circle + std::string(at)});
    }
  }
}

void References::groups() {
  for (const Pair& pair : pairs_) {
    const auto group = named_.find(pair.group), domain = named_.find(pair.domain);
    if (group == named_.end() || domain == named_.end()) continue;
    if (group->second.thing != Thing::group || domain->second.thing != Thing::domain) continue;
    if (within(group->second.inside, pair.domain)) continue;
    diagnostics_
        .report(Code::K416, pair.place,
                {std::string(pair.group), std::string(pair.domain), std::string(group->second.inside)})
        .related = group->second.place;
  }
}

bool References::within(std::string_view domain, std::string_view whole) const {
  std::set<std::string_view> seen;
  for (auto at = named_.find(domain); at != named_.end() && seen.insert(at->first).second;
       at = named_.find(at->second.whole))
    if (at->first == whole) return true;
  return false;
}

}  // namespace keuzekaart::grammar
