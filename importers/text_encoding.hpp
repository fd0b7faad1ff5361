#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace keuzekaart {

/// The encodings that are read. `windows_1252` is also used for text that says ISO-8859-1, as browsers do: it differs
/// only in 0x80 to 0x9F, which ISO-8859-1 gives to control characters that nobody writes.
enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, windows_1252 };

/// Text after conversion. Always valid UTF-8 without a byte order mark, so that it can be shown; places in it are
/// places in this text, not in the bytes of the file.
struct DecodedText {
  std::string text;
  Encoding encoding = Encoding::utf8;
  /// Offset in `text` of the first byte sequence that means nothing in the encoding (each stands as U+FFFD).
  std::optional<std::size_t> fault;
};

/// The encoding that a byte order mark at the start says, or none.
std::optional<Encoding> encoding_of_mark(std::string_view bytes);

/// The encoding with this name in an XML declaration (case aside: "UTF-8", "ISO-8859-1", "latin1", "windows-1252",
/// "cp1252", "UTF-16", "US-ASCII"), or none for one that is not read. "UTF-16" alone is taken as little endian.
std::optional<Encoding> encoding_named(std::string_view name);

/// Length of the character that starts at `at`, or 0 when the bytes there are not valid UTF-8 (overlong forms,
/// surrogates and code points past U+10FFFF are not valid).
std::size_t utf8_length(std::string_view text, std::size_t at);

/// Offset of the first byte that is not valid UTF-8, or npos.
std::size_t first_invalid_utf8(std::string_view text);

/// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// Converts bytes in a known encoding; a byte order mark at the start is dropped.
DecodedText decode(std::string bytes, Encoding encoding);

/// Converts text that does not say its encoding (CSV): by byte order mark, else UTF-8 when it is valid UTF-8, else
/// windows-1252.
DecodedText decode_undeclared(std::string bytes);

}  // namespace keuzekaart
