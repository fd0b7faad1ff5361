#include "modeler/archimate/link.hpp"

#include <algorithm>
#include <string>
#include <tuple>
#include <unordered_set>
#include <vector>

#include "modeler/archimate/id_index.hpp"
#include "modeler/archimate/oddities.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart::archimate {

namespace {

/// An id with its first bytes as numbers, so that nearly every comparison while sorting stays in these few bytes.
struct SortKey {
  std::uint64_t first = 0, second = 0;
  std::uint32_t number = 0;
};

std::uint64_t as_number(std::string_view bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i)
    number = number << 8U | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U);
  return number;
}

/// The numbers of a list's things in the order of their ids, then of their places.
template <class Thing>
std::vector<SortKey> order_of(const std::vector<Thing>& things) {
  std::vector<SortKey> order;
  order.reserve(things.size());
  for (const Thing& thing : things) {
    const std::string_view id = thing.id.value;
    order.push_back({as_number(id.substr(0, 8)), id.size() > 8 ? as_number(id.substr(8, 8)) : 0,
                     static_cast<std::uint32_t>(order.size())});
  }
  std::sort(order.begin(), order.end(), [&](const SortKey& a, const SortKey& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.second != b.second) return a.second < b.second;
    const Text& left = things[a.number].id;
    const Text& right = things[b.number].id;
    if (const int compared = left.value.compare(right.value); compared != 0) return compared < 0;
    return std::tie(left.place, a.number) < std::tie(right.place, b.number);
  });
  return order;
}

/// Sorts a list by id, then by place, and drops all but the first of equal ids (K201). Things without an id stay.
template <class Thing>
void sort_and_drop_repeats(std::vector<Thing>& things, Diagnostics& diagnostics) {
  std::vector<Thing> kept;
  kept.reserve(things.size());
  for (const SortKey& key : order_of(things)) {
    const Text& id = things[key.number].id;
    if (!kept.empty() && !id.empty() && kept.back().id.value == id.value)
      diagnostics.report(Code::K201, id.place, {std::string(id.value)}).related = kept.back().id.place;
    else
      kept.push_back(things[key.number]);
  }
  things = std::move(kept);
}

/// Resolves the references of a model whose lists are sorted.
class Linker {
 public:
  Linker(ArchimateModel& model, Diagnostics& diagnostics)
      : model_(model), diagnostics_(diagnostics), by_id_(model.concepts) {}

  void run() {
    for (Concept& c : model_.concepts) {
      if (is_relation(c.type) || c.source_id.place.known() || c.target_id.place.known()) {
        c.source = resolve(c, c.source_id, "no-source");
        c.target = resolve(c, c.target_id, "no-target");
        check_type(c.source, c.source_type);
        check_type(c.target, c.target_type);
      }
      check_profiles(c);
    }
    for (const View& view : model_.views) check_shown(view);
  }

 private:
  ConceptId resolve(const Concept& relation, const Text& end, std::string_view variant_without) {
    if (end.empty()) {
      diagnostics_.report(Code::K203, relation.id.place, {std::string(relation.id.value)}).variant = variant_without;
      return ConceptId::none;
    }
    const ConceptId found = by_id_.find(end.value);
    if (found == ConceptId::none)
      diagnostics_.report(Code::K203, end.place, {std::string(relation.id.value), std::string(end.value)}).variant =
          "relation";
    return found;
  }

  void check_type(ConceptId end, const Text& declared) {
    if (end == ConceptId::none || declared.empty()) return;
    const Concept& real = model_.at(end);
    if (real.type_name.value != declared.value)
      diagnostics_.report(Code::K205, declared.place,
                          {std::string(declared.value), std::string(real.id.value), std::string(real.type_name.value)});
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
      if (by_id_.find(shown.value) != ConceptId::none) continue;
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
  IdIndex by_id_;
};

}  // namespace

void link(ArchimateModel& model, Diagnostics& diagnostics) {
  sort_and_drop_repeats(model.concepts, diagnostics);
  sort_and_drop_repeats(model.views, diagnostics);
  sort_and_drop_repeats(model.profiles, diagnostics);
  Linker(model, diagnostics).run();
  report_oddities(model, diagnostics);
}

}  // namespace keuzekaart::archimate
