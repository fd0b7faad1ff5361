#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace keuzekaart {

/// The columns that text is laid out for, whatever the terminal: the same output everywhere.
inline constexpr std::size_t page_columns = 100;

/// Paragraphs (apart by an empty line) filled to the page, each line after `indent` blanks. A line that begins with two
/// blanks or more is kept as it is.
std::string wrap(std::string_view text, std::size_t indent = 0);

/// A list with a term on the left and its explanation filled on the right.
std::string definition_list(const std::vector<std::pair<std::string, std::string>>& rows, std::size_t indent);

/// The text with blanks behind it (or, `before`, in front of it) up to a number of columns.
std::string padded(std::string_view text, std::size_t columns, bool before = false);

}  // namespace keuzekaart
