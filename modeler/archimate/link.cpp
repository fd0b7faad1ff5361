#include "modeler/archimate/link.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "modeler/archimate/oddities.hpp"

namespace keuzekaart::archimate {

namespace {

/// Sorts a list by id, then by place, and drops all but the first of equal ids (K201). Things without an id stay.
template <class Thing>
void sort_and_drop_repeats(std::vector<Thing>& things, Diagnostics& diagnostics) {
  std::vector<std::uint32_t> order(things.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Text& left = things[a].id;
    const Text& right = things[b].id;
    if (const int compared = left.value.compare(right.value); compared != 0) return compared < 0;
    return std::tie(left.place, a) < std::tie(right.place, b);
  });
  std::vector<Thing> kept;
  kept.reserve(things.size());
  for (const std::uint32_t number : order) {
    const Text& id = things[number].id;
    if (!kept.empty() && !id.empty() && kept.back().id.value == id.value)
      diagnostics.report(Code::K201, id.place, {std::string(id.value)}).related = kept.back().id.place;
    else
      kept.push_back(things[number]);
  }
  things = std::move(kept);
}

class Linker {
 public:
  Linker(ArchimateModel& model, Diagnostics& diagnostics) : model_(model), diagnostics_(diagnostics) {}

  void run() {
    sort_and_drop_repeats(model_.concepts, diagnostics_);
    sort_and_drop_repeats(model_.views, diagnostics_);
    sort_and_drop_repeats(model_.profiles, diagnostics_);
    by_id_.reserve(model_.concepts.size());
    for (std::uint32_t i = 0; i < model_.concepts.size(); ++i)
      if (!model_.concepts[i].id.empty()) by_id_.emplace(model_.concepts[i].id.value, static_cast<ConceptId>(i));
    for (Concept& c : model_.concepts) {
      if (is_relation(c.type) || c.source_id.place.known() || c.target_id.place.known()) {
        c.source = resolve(c, c.source_id, "no-source");
        c.target = resolve(c, c.target_id, "no-target");
      }
      check_profiles(c);
    }
    for (const View& view : model_.views) check_shown(view);
  }

 private:
  ConceptId find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? ConceptId::none : found->second;
  }

  ConceptId resolve(const Concept& relation, const Text& end, std::string_view variant_without) {
    if (end.empty()) {
      diagnostics_.report(Code::K203, relation.id.place, {std::string(relation.id.value)}).variant = variant_without;
      return ConceptId::none;
    }
    const ConceptId found = find(end.value);
    if (found == ConceptId::none)
      diagnostics_.report(Code::K203, end.place, {std::string(relation.id.value), std::string(end.value)}).variant =
          "relation";
    return found;
  }

  void check_profiles(const Concept& c) {
    for (const Text& reference : model_.profiles_of(c)) {
      const auto found = std::lower_bound(model_.profiles.begin(), model_.profiles.end(), reference.value,
                                          [](const Profile& p, std::string_view id) { return p.id.value < id; });
      if (found == model_.profiles.end() || found->id.value != reference.value)
        diagnostics_.report(Code::K203, reference.place, {std::string(c.id.value), std::string(reference.value)})
            .variant = "profile";
    }
  }

  /// One message a view: a part of a model may show much that it does not hold.
  void check_shown(const View& view) {
    const Text* first = nullptr;
    std::unordered_set<std::string_view> missing;
    for (std::uint32_t i = view.shown.first; i < view.shown.first + view.shown.count; ++i) {
      const Text& shown = model_.shown_ids[i];
      if (find(shown.value) != ConceptId::none) continue;
      if (first == nullptr) first = &shown;
      missing.insert(shown.value);
    }
    if (first != nullptr)
      diagnostics_
          .report(Code::K203, first->place,
                  {std::string(view.name.value), std::to_string(missing.size()), std::string(first->value)})
          .variant = "view";
  }

  ArchimateModel& model_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string_view, ConceptId> by_id_;
};

}  // namespace

void link(ArchimateModel& model, Diagnostics& diagnostics) {
  Linker(model, diagnostics).run();
  report_oddities(model, diagnostics);
}

}  // namespace keuzekaart::archimate
