#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace keuzekaart {

/// A table's text as UTF-8, and what was assumed about its bytes. A CSV file says nothing about its encoding.
struct CsvDecoded {
  std::string text;
  std::optional<std::string_view> assumed;  ///< the encoding, where it was guessed and is not UTF-8
  std::optional<std::size_t> fault;         ///< offset of the first bytes that mean nothing (shown as U+FFFD)
};

/// By byte order mark; else UTF-16 when every second byte is zero; else UTF-8 when all of it, or more of it than not,
/// is valid; else windows-1252.
CsvDecoded decode_csv(std::string bytes);

}  // namespace keuzekaart
