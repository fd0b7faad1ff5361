#include "modeler/diagnostics/nearest.hpp"

#include <algorithm>

#include "modeler/source/characters.hpp"

namespace keuzekaart {

namespace {

constexpr std::size_t longest_compared = 200;  ///< bytes; longer is no name that somebody mistyped

/// The code points of a name, ASCII letters in lower case.
std::u32string folded(std::string_view word) {
  std::u32string out;
  out.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    const Character c = character_at(word, at);
    at += c.bytes;
    out += c.code >= U'A' && c.code <= U'Z' ? c.code + (U'a' - U'A') : c.code;
  }
  return out;
}

/// Edits between two words: insert, delete, replace, swap of neighbours. Stops counting above `most`.
std::size_t distance(const std::u32string& a, const std::u32string& b, std::size_t most) {
  const std::size_t difference = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (difference > most) return most + 1;
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    if (*std::ranges::min_element(now) > most) return most + 1;
    before.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

}  // namespace

std::vector<std::string> nearest_names(std::string_view word, std::span<const std::string_view> known,
                                       std::size_t most) {
  struct Near {
    std::size_t edits, order;
  };
  if (word.size() > longest_compared) return {};
  const std::u32string wanted = folded(word);
  std::vector<Near> near;
  for (std::size_t i = 0; i < known.size(); ++i) {
    if (known[i].size() > longest_compared) continue;
    const std::u32string name = folded(known[i]);
    const std::size_t allowed = std::max(wanted.size(), name.size()) / 3;
    const std::size_t edits = distance(wanted, name, allowed);
    if (edits <= allowed) near.push_back({edits, i});
  }
  std::ranges::stable_sort(near, {}, &Near::edits);
  std::vector<std::string> out;
  for (const Near& n : near) {
    if (out.size() == most) break;
    if (std::ranges::find(out, known[n.order]) == out.end()) out.emplace_back(known[n.order]);
  }
  return out;
}

std::string nearest_name(std::string_view word, std::span<const std::string_view> known) {
  std::vector<std::string> names = nearest_names(word, known, 1);
  return names.empty() ? std::string() : std::move(names.front());
}

}  // namespace keuzekaart
