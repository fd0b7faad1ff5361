#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace keuzekaart {

/// The known name nearest to `word` by edits (insert, delete, replace, swap of neighbours), ASCII case aside, or empty
/// when none is near enough (more than a third of the letters differ, or the word has more than 200 bytes). Ties: the
/// first in the order of `known`.
std::string nearest_name(std::string_view word, std::span<const std::string_view> known);

/// Up to `most` near names, nearest first.
std::vector<std::string> nearest_names(std::string_view word, std::span<const std::string_view> known,
                                       std::size_t most);

}  // namespace keuzekaart
