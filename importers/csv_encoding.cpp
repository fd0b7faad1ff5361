#include "importers/csv_encoding.hpp"

#include <algorithm>
#include <array>

#include "importers/text_encoding.hpp"

namespace keuzekaart {

namespace {

/// Whether bytes that are not UTF-8 are slips in UTF-8 text (more characters are right than wrong), or another
/// encoding.
bool mostly_utf8(std::string_view bytes) {
  std::size_t right = 0;
  std::size_t wrong = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_length(bytes, at);
    if (length > 1) ++right;
    if (length == 0) ++wrong;
    at += std::max<std::size_t>(length, 1);
  }
  return right > wrong;
}

/// UTF-16 without a byte order mark: every second byte of plain text is zero.
std::optional<Encoding> unmarked_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < head.size(); ++i)
    if (head[i] == '\0') ++zeros[i % 2];
  if (zeros[1] > head.size() / 4 && zeros[0] == 0) return Encoding::utf16_le;
  if (zeros[0] > head.size() / 4 && zeros[1] == 0) return Encoding::utf16_be;
  return std::nullopt;
}

}  // namespace

CsvDecoded decode_csv(std::string bytes) {
  CsvDecoded converted;
  DecodedText decoded;
  const bool marked = encoding_of_mark(bytes).has_value();
  if (const auto wide = marked ? std::nullopt : unmarked_utf16(bytes)) {
    decoded = decode(std::move(bytes), *wide);
    converted.assumed = "UTF-16";
  } else if (!marked && first_invalid_utf8(bytes) != std::string::npos && mostly_utf8(bytes)) {
    decoded = decode(std::move(bytes), Encoding::utf8);
  } else {
    decoded = decode_undeclared(std::move(bytes));
    if (!marked && decoded.encoding == Encoding::windows_1252) converted.assumed = "windows-1252";
  }
  converted.text = std::move(decoded.text);
  converted.fault = decoded.fault;
  return converted;
}

}  // namespace keuzekaart
