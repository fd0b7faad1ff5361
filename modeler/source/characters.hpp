#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace keuzekaart {

/// One character of UTF-8 text. A byte that is no UTF-8 counts as one character U+FFFD of one byte.
struct Character {
  char32_t code = 0;
  std::size_t bytes = 1;
};

/// The character that starts at byte `at`, which is inside `text`.
Character character_at(std::string_view text, std::size_t at);

/// The columns that a character takes on a terminal: 0 for combining marks, 2 for wide East Asian ones and emoji.
std::size_t columns_of(char32_t code);

/// The columns that a text takes.
std::size_t columns_of(std::string_view text);

/// The text, or as much of its start as fits in so many bytes, with an ellipsis.
std::string shortened(std::string_view text, std::size_t bytes);

/// The text as it may go to a terminal: control characters and bytes that are no UTF-8 become U+FFFD, a tab or line
/// end becomes a blank. So nothing that was read can steer the terminal.
std::string printable(std::string_view text);

}  // namespace keuzekaart
