#include "modeler/model/links.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "modeler/model/sort_unique.hpp"

namespace keuzekaart {

namespace {

auto forward_key(const Link& link) { return std::tuple(link.kind, link.from, link.to, link.status); }
auto backward_key(const Link& link) { return std::tuple(link.kind, link.to, link.from, link.status); }

}  // namespace

void Links::freeze() {
  std::stable_sort(links_.begin(), links_.end(),
                   [](const Link& a, const Link& b) { return forward_key(a) < forward_key(b); });
  std::vector<Link> unique;
  unique.reserve(links_.size());
  for (Link& link : links_) {
    if (!unique.empty() && forward_key(unique.back()) == forward_key(link) && unique.back().states == link.states) {
      auto& places = unique.back().trace.places;
      places.insert(places.end(), link.trace.places.begin(), link.trace.places.end());
      sort_unique(places);
    } else {
      unique.push_back(std::move(link));
    }
  }
  links_ = std::move(unique);
  by_target_.resize(links_.size());
  std::iota(by_target_.begin(), by_target_.end(), 0U);
  std::stable_sort(by_target_.begin(), by_target_.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return backward_key(links_[a]) < backward_key(links_[b]); });
}

std::span<const Link> Links::from(LinkKind kind, EntityRef from) const {
  const auto wanted = std::tuple(kind, from);
  const auto first = std::lower_bound(links_.begin(), links_.end(), wanted, [](const Link& link, const auto& key) {
    return std::tuple(link.kind, link.from) < key;
  });
  const auto last = std::upper_bound(first, links_.end(), wanted, [](const auto& key, const Link& link) {
    return key < std::tuple(link.kind, link.from);
  });
  return {first, last};
}

std::span<const std::uint32_t> Links::to(LinkKind kind, EntityRef to) const {
  const auto wanted = std::tuple(kind, to);
  const auto first = std::lower_bound(
      by_target_.begin(), by_target_.end(), wanted,
      [&](std::uint32_t number, const auto& key) { return std::tuple(links_[number].kind, links_[number].to) < key; });
  const auto last = std::upper_bound(first, by_target_.end(), wanted, [&](const auto& key, std::uint32_t number) {
    return key < std::tuple(links_[number].kind, links_[number].to);
  });
  return {first, last};
}

}  // namespace keuzekaart
