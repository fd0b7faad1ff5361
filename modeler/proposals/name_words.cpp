#include "modeler/proposals/name_words.hpp"

#include <algorithm>
#include <array>

#include "modeler/model/sort_unique.hpp"
#include "modeler/proposals/abbreviated_name.hpp"

namespace keuzekaart {

namespace {

constexpr std::array<std::string_view, 27> small_words{
    "/",  "aan", "bij",  "de", "door", "een", "en",   "het", "in",  "met",  "na",   "naar",  "of", "om",
    "op", "per", "over", "te", "tot",  "uit", "voor", "van", "via", "zijn", "niet", "onder", "ten"};

/// How words of handling begin.
constexpr std::array<std::string_view, 20> handling{"behandel", "afhandel", "verstrek", "verlenen", "verlening",
                                                    "aanvra",   "verzoek",  "heffen",   "innen",    "inzamel",
                                                    "beslis",   "besluit",  "beoorde",  "organise", "opleggen",
                                                    "toekenn",  "regelen",  "leveren",  "uitvoer",  "activiteit"};

constexpr std::size_t most_words = 40;      ///< of one name; what follows is no name any more
constexpr std::size_t least_part = 5;       ///< letters of a part that still tells something
constexpr std::size_t least_beginning = 6;  ///< letters of a common beginning that still tell something

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/// The part, by weight, of the words wanted that are there.
double share(const std::vector<std::string>& wanted, const std::vector<double>& weights,
             const std::vector<std::string>& there) {
  double all = 0;
  double met = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    double best = 0;
    for (const std::string& other : there) best = std::max(best, word_likeness(wanted[i], other));
    all += weights[i];
    met += weights[i] * best;
  }
  return all == 0 ? 0 : met / all;
}

template <class F>
void each_part(const std::string& stem, F&& f) {
  f(stem);
  if (stem.size() <= least_part) return;
  f("^" + stem.substr(0, least_part));
  f(stem.substr(stem.size() - least_part) + "$");
}

}  // namespace

std::vector<std::string> telling_words(std::string_view name) {
  std::vector<std::string> words;
  const std::string normal = normalised_name(name);
  for (std::size_t at = 0; at < normal.size() && words.size() < most_words;) {
    const std::size_t end = std::min(normal.find(' ', at), normal.size());
    std::string word = normal.substr(at, end - at);
    at = end + 1;
    if (std::ranges::find(small_words, word) == small_words.end() && std::ranges::find(words, word) == words.end())
      words.push_back(std::move(word));
  }
  return words;
}

std::string stem_of(std::string_view word) {
  std::string stem(word);
  if (stem.size() > 4 && stem.ends_with("en")) {
    stem.resize(stem.size() - 2);
    if (stem.ends_with('z')) stem.back() = 's';
    if (stem.ends_with('v')) stem.back() = 'f';
    const std::size_t n = stem.size();  // "pakket", "pakketten"
    if (n > 3 && stem[n - 1] == stem[n - 2] && !is_vowel(stem[n - 1])) stem.pop_back();
  } else if (stem.size() > 4 && stem.ends_with('e')) {
    stem.pop_back();
  } else if (stem.size() > 4 && stem.ends_with("es")) {
    stem.resize(stem.size() - 2);
  }
  if (stem.size() > 4 && stem.ends_with('s') && !stem.ends_with("ss")) stem.pop_back();
  std::string out;
  for (const char c : stem)  // "aanvraag", "aanvragen"
    if (out.empty() || out.back() != c || !is_vowel(c)) out += c;
  return out;
}

double word_likeness(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  if (a.size() > b.size()) std::swap(a, b);
  const auto share = [&](std::size_t letters) { return static_cast<double>(letters) / static_cast<double>(b.size()); };
  if (a.size() >= least_part && (b.starts_with(a) || b.ends_with(a))) return share(a.size());
  const auto common = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  return common >= least_beginning ? share(common) : 0;
}

std::vector<std::string> telling_stems(std::string_view name) {
  std::vector<std::string> stems;
  for (const std::string& word : telling_words(name))
    if (std::string stem = stem_of(word); std::ranges::find(stems, stem) == stems.end())
      stems.push_back(std::move(stem));
  return stems;
}

bool is_handling_word(std::string_view word) {
  return std::ranges::any_of(handling, [&](std::string_view start) { return word.starts_with(start); });
}

std::vector<std::string> own_stems(std::string_view name) {
  std::vector<std::string> stems;
  for (const std::string& word : telling_words(name))
    if (std::string stem = stem_of(word); !is_handling_word(word) && std::ranges::find(stems, stem) == stems.end())
      stems.push_back(std::move(stem));
  return stems.empty() ? telling_stems(name) : stems;
}

NameIndex::NameIndex(const std::vector<std::vector<std::string>>& names) : names_(names) {
  for (std::size_t i = 0; i < names_.size(); ++i)
    for (const std::string& stem : names_[i]) {
      ++count_[stem];
      each_part(stem, [&](const std::string& part) {
        std::vector<std::size_t>& holders = by_part_[part];
        if (holders.empty() || holders.back() != i) holders.push_back(i);
      });
    }
  for (const std::vector<std::string>& stems : names_) {
    std::vector<double>& weights = weights_.emplace_back();
    for (const std::string& stem : stems) weights.push_back(weight(stem));
  }
}

double NameIndex::weight(const std::string& stem) const {
  const auto found = count_.find(stem);
  return found == count_.end() ? 1.0 : 1.0 / static_cast<double>(found->second);
}

std::vector<NameIndex::Match> NameIndex::find(const std::vector<std::string>& stems) const {
  // What everybody shares leads to everybody: such words count, but do not lead.
  constexpr std::size_t too_many = 100;
  std::vector<std::size_t> candidates;
  for (const std::string& stem : stems)
    each_part(stem, [&](const std::string& part) {
      const auto found = by_part_.find(part);
      if (found != by_part_.end() && found->second.size() <= too_many)
        candidates.insert(candidates.end(), found->second.begin(), found->second.end());
    });
  sort_unique(candidates);

  std::vector<double> asked_weights;
  for (const std::string& stem : stems) asked_weights.push_back(weight(stem));
  std::vector<Match> matches;
  for (const std::size_t i : candidates)
    matches.push_back({i, share(stems, asked_weights, names_[i]), share(names_[i], weights_[i], stems)});
  return matches;
}

}  // namespace keuzekaart
