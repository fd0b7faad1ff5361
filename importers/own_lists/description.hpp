#pragma once
#include <span>
#include <string_view>

#include "importers/grammar/grammar.hpp"

/// The file that describes a municipality's own lists, as data. schemas/lijsten.xsd says the same, and a test holds the
/// two equal.
namespace keuzekaart::own_lists {

/// What a cell of a field holds.
enum class Holds : std::uint8_t {
  text,
  number,  ///< a whole number from 0
  word,    ///< a word of a closed list
  words,   ///< several of them
  states,  ///< ist, soll, plateau1, ...
  many     ///< several texts in one cell
};

/// A field of a kind of list: the element that binds it to a column.
struct Field {
  std::string_view name;
  Holds holds = Holds::text;
  bool required = false;  ///< without it the list cannot be read, and a row without it is left out
  std::span<const std::string_view> words{};

  constexpr bool splits() const { return holds == Holds::many || holds == Holds::words; }
};

/// A kind of list: the element that describes it, with its fields.
struct Kind {
  std::string_view name;
  std::span<const Field> fields;
};

std::span<const Kind> kinds();

/// The kind with this name, or null.
const Kind* find_kind(std::string_view name);

/// The encodings that a description may name, for text files that do not show theirs.
std::span<const std::string_view> encodings();

const grammar::Grammar& lists_grammar();

}  // namespace keuzekaart::own_lists
