#include "modeler/proposals/abbreviated_name.hpp"

#include <algorithm>
#include <array>

namespace keuzekaart {

namespace {

struct Word {
  std::string letters;
  bool cut_off = false;  ///< a full stop follows
};

struct Character {
  char32_t code = 0;
  std::string_view bytes;
};

/// The next character; a byte that is no UTF-8 stands for itself.
Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
  if (length == 1 || at + length > text.size()) return {lead, text.substr(at, 1)};
  char32_t code = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0U) != 0x80U) return {lead, text.substr(at, 1)};
    code = (code << 6U) | (byte(at + i) & 0x3FU);
  }
  return {code, text.substr(at, length)};
}

/// Small letters for ASCII and Latin-1, which is what Dutch names are written in.
std::string small(const Character& c) {
  std::string out(c.bytes);
  if (c.code >= 'A' && c.code <= 'Z') out[0] = static_cast<char>(out[0] + ('a' - 'A'));
  if (c.bytes.size() == 2 && c.code >= 0xC0 && c.code <= 0xDE && c.code != 0xD7)
    out[1] = static_cast<char>(out[1] + 0x20);
  return out;
}

enum class Kind { letter, digit, blank, slash, ampersand, full_stop, plus, hyphen, joining, dividing };

Kind kind_of(char32_t code) {
  if (code >= '0' && code <= '9') return Kind::digit;
  if ((code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z')) return Kind::letter;
  switch (code) {
    case '/':
      return Kind::slash;
    case '&':
      return Kind::ampersand;
    case '.':
      return Kind::full_stop;
    case '+':
      return Kind::plus;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return Kind::hyphen;
    case '(':
    case ')':
    case '[':
    case ']':
    case '\'':
    case '"':
    case '`':
    case 0xAD:
    case 0xB4:
    case 0x2018:
    case 0x2019:
    case 0x201C:
    case 0x201D:
      return Kind::joining;
    case 0xA0:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return Kind::blank;
    default:
      break;
  }
  if (code >= 0x2000 && code <= 0x200B) return Kind::blank;
  if (code <= 0x20 || code == 0x7F) return Kind::blank;
  return code < 0x80 ? Kind::dividing : Kind::letter;
}

bool is_conjunction(std::string_view word) { return word == "of" || word == "en" || word == "/"; }

bool is_small_word(std::string_view word) {
  constexpr std::array<std::string_view, 4> small_words{"de", "het", "een", "van"};
  return is_conjunction(word) || std::find(small_words.begin(), small_words.end(), word) != small_words.end();
}

/// Builds words from characters, one at a time.
class Words {
 public:
  void add(std::string_view letters) { current_.letters += letters; }
  bool ends_in_digit() const {
    return !current_.letters.empty() && kind_of(static_cast<unsigned char>(current_.letters.back())) == Kind::digit;
  }
  void end(bool cut_off = false) {
    if (current_.letters.empty()) return;
    current_.cut_off = cut_off;
    // "en/of" says the same as "/"
    if (is_conjunction(current_.letters) && !words_.empty() && is_conjunction(words_.back().letters)) {
      words_.back().letters = "/";
    } else {
      words_.push_back(current_);
    }
    current_ = {};
  }
  void add_word(std::string_view word) {
    end();
    add(word);
    end();
  }
  std::vector<Word> take() {
    end();
    return std::move(words_);
  }

 private:
  std::vector<Word> words_;
  Word current_;
};

std::vector<Word> words_of(std::string_view name) {
  Words words;
  for (std::size_t at = 0; at < name.size();) {
    const Character c = character_at(name, at);
    at += c.bytes.size();
    const Kind next = at < name.size() ? kind_of(character_at(name, at).code) : Kind::blank;
    const bool after_digit = words.ends_in_digit();
    switch (kind_of(c.code)) {
      case Kind::letter:
      case Kind::digit:
        words.add(small(c));
        break;
      case Kind::slash:
        words.add_word("/");
        break;
      case Kind::ampersand:
        words.add_word("en");
        break;
      case Kind::full_stop:
        words.end(!after_digit);
        break;
      case Kind::plus:
        if (after_digit)
          words.add("+");
        else
          words.end();
        break;
      case Kind::hyphen:
        if (after_digit && next != Kind::digit && next != Kind::letter)
          words.add("-");
        else if (after_digit)
          words.end();
        break;
      case Kind::joining:
        if (after_digit && next == Kind::digit) words.end();
        break;
      case Kind::blank:
      case Kind::dividing:
        words.end();
        break;
    }
  }
  return words.take();
}

bool same_conjunction(std::string_view a, std::string_view b) { return a == b || a == "/" || b == "/"; }

bool same_word(std::string_view a, std::string_view b) {
  return a == b || (is_conjunction(a) && is_conjunction(b) && same_conjunction(a, b));
}

bool equal_when_normalised(const std::vector<Word>& name, const std::vector<Word>& candidate) {
  return std::equal(name.begin(), name.end(), candidate.begin(), candidate.end(),
                    [](const Word& a, const Word& b) { return same_word(a.letters, b.letters); });
}

/// A cut-off word stands for a longer one that begins with it; one letter says too little.
bool stands_for(const Word& name, const Word& candidate) {
  return name.letters == candidate.letters ||
         (name.cut_off && name.letters.size() >= 2 && candidate.letters.starts_with(name.letters));
}

/// The confidence that `name` is `candidate` abbreviated, or 0. Words are matched in order; a small word that only one
/// of the two has is passed over, but where both have "of" or "en" they must be the same.
int abbreviation_confidence(const std::vector<Word>& name, const std::vector<Word>& candidate) {
  std::size_t n = 0;
  std::size_t c = 0;
  std::size_t given = 0;
  std::size_t whole = 0;
  int passed_over = 0;
  while (n < name.size() || c < candidate.size()) {
    const bool name_small = n < name.size() && is_small_word(name[n].letters);
    const bool candidate_small = c < candidate.size() && is_small_word(candidate[c].letters);
    const bool both_conjoin =
        name_small && candidate_small && is_conjunction(name[n].letters) && is_conjunction(candidate[c].letters);
    if (both_conjoin && !same_conjunction(name[n].letters, candidate[c].letters)) return 0;
    if (both_conjoin || (name_small && candidate_small && name[n].letters == candidate[c].letters)) {
      ++n;
      ++c;
    } else if (name_small) {
      ++n;
      ++passed_over;
    } else if (candidate_small) {
      ++c;
      ++passed_over;
    } else {
      if (n == name.size() || c == candidate.size() || !stands_for(name[n], candidate[c])) return 0;
      given += name[n++].letters.size();
      whole += candidate[c++].letters.size();
    }
  }
  if (whole == 0) return 0;
  return std::max(50, 50 + static_cast<int>(40 * given / whole) - 3 * passed_over);
}

}  // namespace

std::vector<NameProposal> fit_reference_name(std::string_view name, std::span<const std::string_view> candidates) {
  std::vector<NameProposal> fits;
  const std::vector<Word> words = words_of(name);
  if (words.empty()) return fits;
  for (std::size_t index = 0; index < candidates.size(); ++index) {
    const std::vector<Word> candidate = words_of(candidates[index]);
    if (name == candidates[index])
      fits.push_back({index, NameFit::exact, 100});
    else if (equal_when_normalised(words, candidate))
      fits.push_back({index, NameFit::normalised, 95});
    else if (const int confidence = abbreviation_confidence(words, candidate); confidence != 0)
      fits.push_back({index, NameFit::abbreviated, confidence});
  }
  std::stable_sort(fits.begin(), fits.end(), [](const NameProposal& a, const NameProposal& b) {
    return a.fit != b.fit ? a.fit > b.fit : a.confidence > b.confidence;
  });
  return fits;
}

std::optional<NameProposal> only_fit(std::span<const NameProposal> fits) {
  if (fits.empty() || (fits.size() > 1 && fits[1].fit == fits[0].fit)) return std::nullopt;
  return fits[0];
}

std::string normalised_name(std::string_view name) {
  std::string out;
  for (const Word& word : words_of(name)) {
    if (!out.empty()) out += ' ';
    out += word.letters;
  }
  return out;
}

}  // namespace keuzekaart
