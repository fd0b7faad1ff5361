#include "cli/map_uses.hpp"

#include <fmt/format.h>

#include <set>

namespace keuzekaart {

MapUses::MapUses(const PresentSource& present, const SourceVersion& fresh, Progress& progress, const Labels& labels) {
  WorkspaceRequest wanted;
  wanted.items.push_back({present.map, nullptr});
  wanted.replacement = {present.id, fresh.path, fresh.instead};
  workspace_ = load_workspace(wanted, progress, labels);
  for (const Disappeared& d : workspace_->model.disappeared) add(d.key, d.used_at);
  for (const UnresolvedReference& u : workspace_->model.unresolved) add(u.name.value, u.name.place);
}

std::string MapUses::of(std::span<const std::string_view> keys) const {
  std::set<Place> places;
  for (const std::string_view key : keys)
    if (const auto found = places_.find(key); found != places_.end())
      places.insert(found->second.begin(), found->second.end());
  std::string out;
  for (const Place place : places) {
    const Location at = workspace_->sources.locate(place);
    out += fmt::format("{}{}:{}", out.empty() ? "" : "; ", at.path, at.line);
  }
  return out;
}

void MapUses::add(std::string_view key, Place place) {
  constexpr std::string_view prefix = "id-";
  if (key.starts_with(prefix)) key.remove_prefix(prefix.size());
  places_[std::string(key)].push_back(place);
}

}  // namespace keuzekaart
