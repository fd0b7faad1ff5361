#include "modeler/diagrams/text_measure.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace keuzekaart {

namespace {

// Advance widths in 1/1000 of the size, U+0020 to U+007E and U+00A0 to U+017F
// (Liberation Sans, metric-equal to Arial).
// clang-format off
constexpr std::uint16_t regular_ascii[] = {278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};
constexpr std::uint16_t bold_ascii[] = {278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584};
constexpr std::uint16_t regular_latin[] = {278, 333, 556, 556, 556, 556, 260, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549, 333, 333, 333, 576, 537, 333, 333, 333, 365, 556, 834, 834, 834, 611, 667, 667, 667, 667, 667, 667, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 500, 556, 556, 556, 556, 278, 278, 278, 278, 556, 556, 556, 556, 556, 556, 556, 549, 611, 556, 556, 556, 556, 500, 556, 500, 667, 556, 667, 556, 667, 556, 722, 500, 722, 500, 722, 500, 722, 500, 722, 615, 722, 556, 667, 556, 667, 556, 667, 556, 667, 556, 667, 556, 778, 556, 778, 556, 778, 556, 778, 556, 722, 556, 722, 556, 278, 278, 278, 278, 278, 278, 278, 222, 278, 278, 735, 444, 500, 222, 667, 500, 500, 556, 222, 556, 222, 556, 292, 556, 334, 556, 222, 722, 556, 722, 556, 722, 556, 604, 723, 556, 778, 556, 778, 556, 778, 556, 1000, 944, 722, 333, 722, 333, 722, 333, 667, 500, 667, 500, 667, 500, 667, 500, 611, 278, 611, 375, 611, 278, 722, 556, 722, 556, 722, 556, 722, 556, 722, 556, 722, 556, 944, 722, 667, 500, 667, 611, 500, 611, 500, 611, 500, 222};
constexpr std::uint16_t bold_latin[] = {278, 333, 556, 556, 556, 556, 280, 556, 333, 737, 370, 556, 584, 333, 737, 552, 400, 549, 333, 333, 333, 576, 556, 333, 333, 333, 365, 556, 834, 834, 834, 611, 722, 722, 722, 722, 722, 722, 1000, 722, 667, 667, 667, 667, 278, 278, 278, 278, 722, 722, 778, 778, 778, 778, 778, 584, 778, 722, 722, 722, 722, 667, 667, 611, 556, 556, 556, 556, 556, 556, 889, 556, 556, 556, 556, 556, 278, 278, 278, 278, 611, 611, 611, 611, 611, 611, 611, 549, 611, 611, 611, 611, 611, 556, 611, 556, 722, 556, 722, 556, 722, 556, 722, 556, 722, 556, 722, 556, 722, 556, 722, 719, 722, 611, 667, 556, 667, 556, 667, 556, 667, 556, 667, 556, 778, 611, 778, 611, 778, 611, 778, 611, 722, 611, 722, 611, 278, 278, 278, 278, 278, 278, 278, 278, 278, 278, 785, 556, 556, 278, 722, 556, 556, 611, 278, 611, 278, 611, 385, 611, 479, 611, 278, 722, 611, 722, 611, 722, 611, 708, 723, 611, 778, 611, 778, 611, 778, 611, 1000, 944, 722, 389, 722, 389, 722, 389, 667, 556, 667, 556, 667, 556, 667, 556, 611, 333, 611, 479, 611, 333, 722, 611, 722, 611, 722, 611, 722, 611, 722, 611, 722, 611, 944, 778, 667, 556, 667, 611, 500, 611, 500, 611, 500, 278};
// clang-format on

struct Wide {
  char32_t character;
  std::uint16_t regular, bold;
};
constexpr Wide others[] = {{0x2010, 333, 333}, {0x2013, 556, 556},   {0x2014, 1000, 1000}, {0x2018, 222, 278},
                           {0x2019, 222, 278}, {0x201C, 333, 500},   {0x201D, 333, 500},   {0x201E, 333, 500},
                           {0x2022, 350, 350}, {0x2026, 1000, 1000}, {0x202F, 200, 200},   {0x20AC, 556, 556},
                           {0x2191, 500, 500}, {0x2192, 1000, 1000}, {0x2193, 500, 500},   {0x2212, 584, 584}};

/// The next character of valid UTF-8; moves `at` on. A bad byte gives U+FFFD
/// and moves one byte.
char32_t next_character(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  if (first < 0x80) return text[at++] & 0x7F;
  const std::size_t length = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
  if (length == 0 || first >= 0xF5 || at + length > text.size()) return ++at, U'\xFFFD';
  char32_t value = first & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return ++at, U'\xFFFD';
    value = (value << 6) | (byte(at + i) & 0x3F);
  }
  const bool too_long = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000) || value > 0x10FFFF;
  if (too_long || (value >= 0xD800 && value < 0xE000)) return ++at, U'\xFFFD';
  at += length;
  return value;
}

unsigned width_of(char32_t c, bool bold) {
  if (c >= 0x20 && c < 0x7F) return (bold ? bold_ascii : regular_ascii)[c - 0x20];
  if (c >= 0xA0 && c < 0x180) return (bold ? bold_latin : regular_latin)[c - 0xA0];
  for (const Wide& row : others)
    if (row.character == c) return bold ? row.bold : row.regular;
  return c >= 0x300 && c < 0x370 ? 0 : 1000;  // a combining mark takes no width;
                                              // anything unknown the widest
}

bool is_vowel(char32_t c) {
  constexpr std::u32string_view vowels = U"aeiouyAEIOUYéèêëáàäâóòöôúùüûíìïî";
  return vowels.find(c) != std::u32string_view::npos;
}

/// Where a word may be broken with a hyphen, as byte offsets: at least three
/// characters on both sides, between two consonants or between a vowel and a
/// consonant that a vowel follows.
std::vector<std::size_t> hyphenation_points(std::string_view word) {
  std::vector<char32_t> characters;
  std::vector<std::size_t> offsets;
  for (std::size_t at = 0; at < word.size();) {
    offsets.push_back(at);
    characters.push_back(next_character(word, at));
  }
  std::vector<std::size_t> points;
  for (std::size_t i = 3; i + 3 <= characters.size(); ++i) {
    const bool before = is_vowel(characters[i - 1]), here = is_vowel(characters[i]);
    const bool after = i + 1 < characters.size() && is_vowel(characters[i + 1]);
    const bool two_before = is_vowel(characters[i - 2]);
    if (!here && after && (before || two_before)) points.push_back(offsets[i]);
  }
  return points;
}

/// Pieces of text between which a line may end. A piece keeps its '-' or '/';
/// `blank` says a blank follows it.
struct Piece {
  std::string_view text;
  bool blank;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t start = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool inside = at > start + 1 && at + 2 < text.size() && text[at + 1] != ' ';
    if (text[at] == ' ') {
      if (at > start) pieces.push_back({text.substr(start, at - start), true});
      start = at + 1;
    } else if ((text[at] == '-' || text[at] == '/') && inside) {
      pieces.push_back({text.substr(start, at + 1 - start), false});
      start = at + 1;
    }
  }
  if (start < text.size()) pieces.push_back({text.substr(start), false});
  return pieces;
}

/// Where Dutch likes to join words: after these endings a break reads best.
std::vector<std::size_t> joints(std::string_view word) {
  constexpr std::string_view endings[] = {"ings", "heids", "teits", "schaps", "ments", "atie", "eits"};
  std::vector<std::size_t> points;
  for (std::size_t at = 3; at + 3 <= word.size(); ++at)
    for (const std::string_view ending : endings)
      if (word.substr(0, at).ends_with(ending) && word[at] != '-') points.push_back(at);
  return points;
}

/// Cuts a word that is wider than a line.
void cut_word(std::string_view word, double width, double size, bool bold, std::vector<std::string>& parts) {
  while (text_width(word, size, bold) > width) {
    std::size_t cut = 0;
    const auto longest = [&](const std::vector<std::size_t>& points) {
      for (const std::size_t point : points)
        if (text_width(std::string(word.substr(0, point)) + "-", size, bold) <= width) cut = point;
    };
    longest(joints(word));
    if (cut == 0 || text_width(word.substr(0, cut), size, bold) < width / 3) longest(hyphenation_points(word));
    const bool hyphen = cut != 0;
    for (std::size_t at = 0; cut == 0 || !hyphen;) {
      const std::size_t before = at;
      next_character(word, at);
      if (before != 0 && text_width(word.substr(0, at), size, bold) > width) break;
      cut = at;
      if (at >= word.size()) break;
    }
    parts.push_back(std::string(word.substr(0, cut)) + (hyphen ? "-" : ""));
    word.remove_prefix(cut);
  }
  if (!word.empty()) parts.emplace_back(word);
}

}  // namespace

PaperSize size_of(Paper paper) {
  constexpr std::array<PaperSize, 4> sizes{{{"a4", 297, 210}, {"a3", 420, 297}, {"a1", 841, 594}, {"a0", 1189, 841}}};
  return sizes[static_cast<std::size_t>(paper)];
}

std::string drawable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t before = at;
    const char32_t c = next_character(text, at);
    if (c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0) || c == ' ') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c == 0xFFFD || c == 0xFFFE || c == 0xFFFF) {
      out += "\xEF\xBF\xBD";
    } else {
      out += text.substr(before, at - before);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

double text_width(std::string_view text, double size, bool bold) {
  unsigned long thousandths = 0;
  for (std::size_t at = 0; at < text.size();) thousandths += width_of(next_character(text, at), bold);
  return static_cast<double>(thousandths) * size / 1000;
}

std::vector<std::string> wrap(std::string_view text, double width, double size, bool bold) {
  const std::string clean = drawable(text);
  std::vector<std::string> lines;
  std::string line;
  bool blank = false;
  for (const Piece& piece : pieces_of(clean)) {
    std::string longer = line + (blank && !line.empty() ? " " : "") + std::string(piece.text);
    if (text_width(longer, size, bold) <= width) {
      line = std::move(longer);
    } else {
      if (!line.empty()) lines.push_back(std::move(line));
      std::vector<std::string> parts;
      cut_word(piece.text, width, size, bold, parts);
      line = std::move(parts.back());
      parts.pop_back();
      for (std::string& part : parts) lines.push_back(std::move(part));
    }
    blank = piece.blank;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

double widest_word(std::string_view text, double size, bool bold) {
  const std::string clean = drawable(text);
  double widest = 0;
  for (const Piece& piece : pieces_of(clean)) widest = std::max(widest, text_width(piece.text, size, bold));
  return widest;
}

std::vector<TextLine> wrapped_lines(std::string_view text, double width, double size, bool bold, Ink ink) {
  std::vector<TextLine> lines;
  for (std::string& line : wrap(text, width, size, bold)) lines.push_back({std::move(line), size, bold, ink});
  return lines;
}

double height_of(const std::vector<TextLine>& lines) {
  double height = 0;
  for (const TextLine& line : lines) height += line_height(line.size);
  return height;
}

bool text_fits(const Box& box) {
  constexpr double hair = 0.01;
  if (height_of(box.lines) > box.rect.height + hair) return false;
  return std::ranges::all_of(box.lines, [&](const TextLine& line) {
    return text_width(line.text, line.size, line.bold) <= box.rect.width - 2 * box.padding + hair;
  });
}

std::string id_of(std::string_view prefix, std::string_view code) {
  std::string id(prefix);
  std::uint32_t hash = 2166136261;
  bool exact = true;
  for (const char c : code) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    exact = exact && plain;
    const bool upper = c >= 'A' && c <= 'Z';
    id += plain ? c : upper ? static_cast<char>(c - 'A' + 'a') : '-';
  }
  if (!exact || code.size() > 60) {  // two codes that differ only in other
                                     // characters keep different ids
    id.resize(std::min<std::size_t>(id.size(), 60));
    id += '-';
    for (int i = 0; i < 8; ++i) id += "0123456789abcdef"[(hash >> (28 - 4 * i)) & 15];
  }
  return id;
}

}  // namespace keuzekaart
