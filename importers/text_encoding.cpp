#include "importers/text_encoding.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace keuzekaart {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16_le_mark = "\xFF\xFE";
constexpr std::string_view utf16_be_mark = "\xFE\xFF";
constexpr char32_t replacement = 0xFFFD;

/// windows-1252 from 0x80 to 0x9F; 0 where the code page has nothing.
constexpr char16_t upper_1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                     0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

unsigned byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

bool continues(std::string_view text, std::size_t at) {
  return at < text.size() && (byte_at(text, at) & 0xC0U) == 0x80U;
}

/// Skips ASCII eight bytes at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  std::uint64_t eight = 0;
  while (at + sizeof eight <= text.size()) {
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if ((eight & 0x8080808080808080U) != 0) break;
    at += sizeof eight;
  }
  while (at < text.size() && byte_at(text, at) < 0x80U) ++at;
  return at;
}

void note_fault(DecodedText& result) {
  if (!result.fault) result.fault = result.text.size();
  append_utf8(result.text, replacement);
}

DecodedText from_utf8(std::string&& bytes) {
  if (bytes.starts_with(utf8_mark)) bytes.erase(0, utf8_mark.size());
  std::size_t bad = first_invalid_utf8(bytes);
  if (bad == std::string::npos) return {std::move(bytes), Encoding::utf8, {}};
  DecodedText result{{}, Encoding::utf8, {}};
  std::string_view rest = bytes;
  while (bad != std::string_view::npos) {
    result.text.append(rest.substr(0, bad));
    note_fault(result);
    rest.remove_prefix(bad + 1);
    bad = first_invalid_utf8(rest);
  }
  result.text.append(rest);
  return result;
}

DecodedText from_windows_1252(std::string_view bytes) {
  DecodedText result{{}, Encoding::windows_1252, {}};
  result.text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t ascii_end = skip_ascii(bytes, at);
    result.text.append(bytes.substr(at, ascii_end - at));
    at = ascii_end;
    if (at == bytes.size()) break;
    const unsigned byte = byte_at(bytes, at++);
    const char32_t code_point = byte < 0xA0U ? upper_1252[byte - 0x80U] : byte;
    if (code_point == 0)
      note_fault(result);
    else
      append_utf8(result.text, code_point);
  }
  return result;
}

DecodedText from_utf16(std::string_view bytes, Encoding encoding) {
  DecodedText result{{}, encoding, {}};
  const bool little = encoding == Encoding::utf16_le;
  if (encoding_of_mark(bytes) == encoding) bytes.remove_prefix(2);
  result.text.reserve(bytes.size());
  const auto unit = [&](std::size_t at) {
    const unsigned first = byte_at(bytes, at);
    const unsigned second = byte_at(bytes, at + 1);
    return static_cast<char32_t>(little ? first | (second << 8U) : (first << 8U) | second);
  };
  std::size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    const char32_t high = unit(at);
    if (high < 0xD800 || high > 0xDFFF) {
      append_utf8(result.text, high);
      continue;
    }
    const char32_t low = high < 0xDC00 && at + 3 < bytes.size() ? unit(at + 2) : 0;
    if (low < 0xDC00 || low > 0xDFFF) {
      note_fault(result);
      continue;
    }
    append_utf8(result.text, 0x10000 + ((high - 0xD800) << 10U) + (low - 0xDC00));
    at += 2;
  }
  if (at < bytes.size()) note_fault(result);
  return result;
}

}  // namespace

std::optional<Encoding> encoding_of_mark(std::string_view bytes) {
  if (bytes.starts_with(utf8_mark)) return Encoding::utf8;
  // FF FE 00 00 is the mark of UTF-32, which is not read.
  if (bytes.starts_with(utf16_le_mark) && bytes.substr(2, 2) != std::string_view("\0\0", 2)) return Encoding::utf16_le;
  if (bytes.starts_with(utf16_be_mark)) return Encoding::utf16_be;
  return std::nullopt;
}

std::optional<Encoding> encoding_named(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  constexpr std::pair<std::string_view, Encoding> names[] = {
      {"utf-8", Encoding::utf8},
      {"utf8", Encoding::utf8},
      {"us-ascii", Encoding::utf8},
      {"ascii", Encoding::utf8},
      {"iso-8859-1", Encoding::windows_1252},
      {"iso_8859-1", Encoding::windows_1252},
      {"iso8859-1", Encoding::windows_1252},
      {"latin1", Encoding::windows_1252},
      {"latin-1", Encoding::windows_1252},
      {"windows-1252", Encoding::windows_1252},
      {"cp1252", Encoding::windows_1252},
      {"utf-16", Encoding::utf16_le},
      {"utf-16le", Encoding::utf16_le},
      {"utf-16be", Encoding::utf16_be},
  };
  for (const auto& [known, encoding] : names)
    if (known == lower) return encoding;
  return std::nullopt;
}

std::size_t utf8_length(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at);
  if (first < 0x80U) return 1;
  if (first < 0xC2U || first > 0xF4U || !continues(text, at + 1)) return 0;
  if (first < 0xE0U) return 2;
  const unsigned second = byte_at(text, at + 1);
  if (!continues(text, at + 2)) return 0;
  if (first < 0xF0U) {
    if (first == 0xE0U && second < 0xA0U) return 0;
    return first == 0xEDU && second >= 0xA0U ? 0 : 3;
  }
  if (!continues(text, at + 3)) return 0;
  if (first == 0xF0U && second < 0x90U) return 0;
  return first == 0xF4U && second >= 0x90U ? 0 : 4;
}

std::size_t first_invalid_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size(); at = skip_ascii(text, at)) {
    const std::size_t length = utf8_length(text, at);
    if (length == 0) return at;
    at += length;
  }
  return std::string_view::npos;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6U));
    put(0x80 | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12U));
    put(0x80 | ((c >> 6U) & 0x3FU));
    put(0x80 | (c & 0x3FU));
  } else {
    put(0xF0 | (c >> 18U));
    put(0x80 | ((c >> 12U) & 0x3FU));
    put(0x80 | ((c >> 6U) & 0x3FU));
    put(0x80 | (c & 0x3FU));
  }
}

DecodedText decode(std::string bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf16_le:
    case Encoding::utf16_be:
      return from_utf16(bytes, encoding);
    case Encoding::windows_1252:
      return from_windows_1252(bytes);
    case Encoding::utf8:
      break;
  }
  return from_utf8(std::move(bytes));
}

DecodedText decode_undeclared(std::string bytes) {
  if (const auto mark = encoding_of_mark(bytes)) return decode(std::move(bytes), *mark);
  const bool valid = first_invalid_utf8(bytes) == std::string_view::npos;
  return decode(std::move(bytes), valid ? Encoding::utf8 : Encoding::windows_1252);
}

}  // namespace keuzekaart
