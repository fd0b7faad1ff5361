#include "exporters/workbook_text.hpp"

#include <algorithm>

namespace keuzekaart {

namespace {

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// The number of bytes of the valid character that starts here; 0 when there is none.
std::size_t character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return follows(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
    const bool surrogate = lead == 0xED && byte(1) > 0x9F;
    const bool not_a_character = lead == 0xEF && byte(1) == 0xBF && byte(2) >= 0xBE;
    return follows(1) && follows(2) && !overlong && !surrogate && !not_a_character ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool overlong = lead == 0xF0 && byte(1) < 0x90;
    const bool too_large = lead == 0xF4 && byte(1) > 0x8F;
    return follows(1) && follows(2) && follows(3) && !overlong && !too_large ? 4 : 0;
  }
  return 0;
}

bool is_escape(std::string_view text, std::size_t at) {
  return at + 7 <= text.size() && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_' &&
         std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                     text.begin() + static_cast<std::ptrdiff_t>(at) + 6, is_hex);
}

double width_of(char c) {
  constexpr std::string_view narrow = "ijl|',.:;! tfIr()[]/-";
  constexpr std::string_view wide = "mwMWQOG@%&";
  if (narrow.find(c) != std::string_view::npos) return 0.55;
  if (wide.find(c) != std::string_view::npos) return 1.45;
  return c >= 'A' && c <= 'Z' ? 1.2 : 1.0;
}

}  // namespace

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = character_at(text, at);
    const auto byte = static_cast<unsigned char>(text[at]);
    if (size == 0) {
      out += "\xEF\xBF\xBD";
      ++at;
      continue;
    }
    if (size == 1 && byte == '\r') {
      if (at + 1 >= text.size() || text[at + 1] != '\n') out += '\n';
    } else if (size == 1 && byte == '\t') {
      out += ' ';
    } else if (size == 1 && (byte == 0x7F || (byte < 0x20 && byte != '\n'))) {
      // Dropped: nothing to see, and not allowed in XML.
    } else {
      out.append(text.substr(at, size));
    }
    at += size;
  }
  return out;
}

std::string workbook_text(std::string_view text) {
  const std::string valid = valid_utf8(text);
  std::string out;
  out.reserve(valid.size());
  for (std::size_t at = 0; at < valid.size(); ++at) {
    if (is_escape(valid, at)) out += "_x005F";
    out += valid[at];
  }
  return out;
}

std::size_t utf16_length(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

std::string_view utf16_prefix(std::string_view text, std::size_t most) {
  std::size_t units = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0U) == 0x80U) continue;
    units += byte >= 0xF0 ? 2 : 1;
    if (units > most) return text.substr(0, at);
  }
  return text;
}

double text_width(std::string_view text) {
  double width = 0;
  for (const char c : text)
    if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) width += width_of(c);
  return width;
}

double widest_word(std::string_view text) {
  double widest = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n-/", at), text.size());
    widest = std::max(widest, text_width(text.substr(at, end - at + (end < text.size() && text[end] == '-' ? 1 : 0))));
    at = end + 1;
  }
  return widest;
}

std::size_t wrapped_lines(std::string_view text, double width) {
  width = std::max(width, 1.0);  // a hidden column has none
  std::size_t lines = 1;
  double used = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\n') {
      ++lines;
      used = 0;
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const double word = text_width(text.substr(at, end - at));
    if (used > 0 && used + word > width) {
      ++lines;
      used = 0;
    }
    used += word;
    while (used > width) {
      ++lines;
      used -= width;
    }
    const bool blank = end < text.size() && text[end] == ' ';
    if (blank) used += width_of(' ');
    at = blank ? end + 1 : end;
  }
  return lines;
}

}  // namespace keuzekaart
