#include "modeler/archimate/id_index.hpp"

#include <bit>
#include <cstring>

namespace keuzekaart::archimate {

namespace {

constexpr std::uint64_t multiplier = 0x9E3779B97F4A7C15U;

/// Eight bytes at a time, from the end: ids begin alike. Equal ids give equal hashes on one machine, which suffices.
std::uint64_t hash_of(std::string_view id) {
  std::uint64_t hash = id.size() * multiplier;
  while (!id.empty()) {
    const std::string_view part = id.size() < 8 ? id : id.substr(id.size() - 8);
    std::uint64_t eight = 0;
    std::memcpy(&eight, part.data(), part.size());
    hash = (std::rotl(hash, 29) ^ eight) * multiplier;
    id.remove_suffix(part.size());
  }
  return hash ^ (hash >> 32U);
}

}  // namespace

IdIndex::IdIndex(const std::vector<Concept>& concepts) : slots_(std::bit_ceil(concepts.size() * 2 + 1)) {
  for (std::uint32_t i = 0; i < concepts.size(); ++i) {
    const std::string_view id = concepts[i].id.value;
    if (id.empty() || find(id) != ConceptId::none) continue;
    const std::uint64_t hash = hash_of(id);
    std::size_t at = hash & (slots_.size() - 1);
    while (!slots_[at].id.empty()) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {hash, id, static_cast<ConceptId>(i)};
  }
}

ConceptId IdIndex::find(std::string_view id) const {
  const std::uint64_t hash = hash_of(id);
  std::size_t at = hash & (slots_.size() - 1);
  for (; !slots_[at].id.empty(); at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].hash == hash && slots_[at].id == id) return slots_[at].concept_id;
  return ConceptId::none;
}

}  // namespace keuzekaart::archimate
