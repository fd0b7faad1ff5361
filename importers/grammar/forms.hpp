#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "importers/grammar/grammar.hpp"
#include "modeler/records/states.hpp"

namespace keuzekaart::grammar {

/// `text` without the blanks (space, tab, line end) at both ends.
std::string_view trim(std::string_view text);

/// The words of a list value, in order, each a part of `text`.
std::vector<std::string_view> split(std::string_view text);

/// The state of a word such as `plateau3`.
std::optional<State> state_of(std::string_view word);

/// Whether one trimmed item (of a list: one word of it) has the form. Closed lists are judged against `words`.
bool item_fits(Form form, std::string_view item, std::span<const std::string_view> words);

/// Whether values of this form are lists separated by blanks.
bool is_list(Form form);

}  // namespace keuzekaart::grammar
