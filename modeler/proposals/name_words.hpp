#pragma once
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace keuzekaart {

/// The telling words of a name: normalised (`normalised_name`), without words such as "van" and "het", each once, the
/// first forty of them.
std::vector<std::string> telling_words(std::string_view name);

/// A word without its plural and with its sounds written one way, so that "aanvragen" and "aanvraag", "rijbewijzen" and
/// "rijbewijs" are the same. For comparing only: it need not be a word.
std::string stem_of(std::string_view word);

/// How alike two stems are, 0 to 1: equal 1; a compound and its first or last part ("parkeervergunning", "vergunning")
/// the share of letters that the part has; words with a long common beginning the share of that; else 0.
double word_likeness(std::string_view a, std::string_view b);

/// Names to choose from, found by the words of another name. A word that many of the names hold tells little: it weighs
/// one part in as many.
class NameIndex {
 public:
  explicit NameIndex(const std::vector<std::vector<std::string>>& names);

  struct Match {
    std::size_t index = 0;  ///< in the list of names
    double asked = 0;       ///< share, by weight, of the words asked for that the name holds
    double held = 0;        ///< share, by weight, of the name's own words that were asked for
  };
  /// Every name that shares a word or part of a word with these stems, in the order of the list.
  std::vector<Match> find(const std::vector<std::string>& stems) const;
  const std::vector<std::string>& stems(std::size_t index) const { return names_[index]; }

 private:
  double weight(const std::string& stem) const;
  std::vector<std::vector<std::string>> names_;                        ///< stems
  std::vector<std::vector<double>> weights_;                           ///< of each stem
  std::unordered_map<std::string, std::vector<std::size_t>> by_part_;  ///< look-up only
  std::unordered_map<std::string, std::size_t> count_;
};

/// Stems of the telling words.
std::vector<std::string> telling_stems(std::string_view name);
/// The same without the words of handling that many names share ("behandelen", "aanvraag"), unless nothing else is
/// left.
std::vector<std::string> own_stems(std::string_view name);
/// Whether a word says that something asked for is handled, and not what: "behandelen", "aanvraag".
bool is_handling_word(std::string_view word);

}  // namespace keuzekaart
