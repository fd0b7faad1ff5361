// Two sources that say different things of one thing: the earlier one counts, and both are told about.
#include <algorithm>

#include "modeler/join/join_builder.hpp"
#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

constexpr std::string_view blanks = " \t\r\n";

/// Words apart by one blank, in small letters. A blank that may not break is a blank.
std::string plain(std::string_view text) {
  std::string out;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (blanks.find(text[at]) != std::string_view::npos || c.code == 0xA0 || c.code == 0x202F) {
      gap = !out.empty();
    } else {
      if (gap) out += ' ';
      gap = false;
      out += text.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  out = lower_case(out);
  // Addresses: how to get there and a slash at the end say nothing about where it leads.
  for (const std::string_view scheme : {"https://", "http://"})
    if (out.starts_with(scheme)) {
      out.erase(0, scheme.size());
      while (out.ends_with('/')) out.pop_back();
    }
  return out;
}

std::string_view name_of(const LegalGround& ground) {
  return ground.label.empty() ? ground.uri.value : ground.label.value;
}

bool holds(const std::vector<LegalGround>& grounds, const LegalGround& wanted) {
  return std::ranges::any_of(grounds, [&](const LegalGround& g) {
    return (!g.uri.empty() && !wanted.uri.empty() && plain(g.uri.value) == plain(wanted.uri.value)) ||
           plain(name_of(g)) == plain(name_of(wanted));
  });
}

/// Whether every one of `some` is among `all`.
bool within(const std::vector<LegalGround>& some, const std::vector<LegalGround>& all) {
  return std::ranges::all_of(some, [&](const LegalGround& g) { return holds(all, g); });
}

std::string together(const std::vector<LegalGround>& grounds) {
  std::string out;
  for (const LegalGround& g : grounds) out.append(out.empty() ? "" : "; ").append(name_of(g));
  return out;
}

Place place_of(const LegalGround& ground) { return ground.label.empty() ? ground.uri.place : ground.label.place; }

}  // namespace

bool means_the_same(std::string_view a, std::string_view b) { return a == b || plain(a) == plain(b); }

std::uint32_t JoinBuilder::source_of(const Entity& thing, Place place) const {
  for (const Origin& origin : thing.origins)
    if (origin.place.file == place.file) return origin.source;
  return thing.origins.front().source;
}

void JoinBuilder::contradict(EntityRef thing, std::string_view field, const Text& kept, const Text& other,
                             std::uint32_t other_source, std::string_view list) {
  if (kept.empty() || other.empty() || means_the_same(kept.value, other.value)) return;
  const std::uint32_t kept_source = source_of(model.entity(thing), kept.place);
  model.contradictions.push_back({thing, field, list, kept, other, kept_source, other_source});
}

void JoinBuilder::contradict_client_group(EntityRef product, ClientGroup kept, Place kept_place, ClientGroup other,
                                          Place other_place, std::uint32_t other_source) {
  if (kept == ClientGroup::both || other == ClientGroup::both) return;
  contradict(product, "doelgroep", {word_of(kept), kept_place}, {word_of(other), other_place}, other_source,
             Vocabulary<ClientGroup>::name);
}

void JoinBuilder::take_or_contradict(EntityRef thing, std::string_view field, Text& kept, const Text& other,
                                     std::uint32_t other_source) {
  if (kept.empty())
    kept = other;
  else
    contradict(thing, field, kept, other, other_source);
}

void JoinBuilder::contradict_grounds(EntityRef thing, const std::vector<LegalGround>& kept,
                                     const std::vector<LegalGround>& other, std::uint32_t other_source) {
  // Naming fewer is no contradiction: a source need not be complete.
  if (kept.empty() || other.empty() || within(kept, other) || within(other, kept)) return;
  contradict(thing, "grondslag", {keep(together(kept)), place_of(kept.front())},
             {keep(together(other)), place_of(other.front())}, other_source);
}

void contradict_product(JoinBuilder& b, EntityRef ref, const MapProduct& said) {
  const Product& row = b.model.product(ref);
  if (row.origins.size() < 2) return;
  const Origin& other = row.origins[1];
  b.contradict_client_group(ref, said.client_group.value, said.client_group.place, row.client_group, other.place,
                            other.source);
  b.contradict(ref, "digitaal", {word_of(said.digital.value), said.digital.place}, {word_of(row.digital), other.place},
               other.source, Vocabulary<YesNo>::name);
}

}  // namespace keuzekaart
