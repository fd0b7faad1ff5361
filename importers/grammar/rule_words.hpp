#pragma once
#include <string_view>

#include "importers/grammar/grammar.hpp"
#include "modeler/records/vocabulary.hpp"

/// How a grammar is written down: attributes by what they hold.
namespace keuzekaart::grammar {

inline constexpr bool required = true;

constexpr AttributeRule text(std::string_view name) { return {name, Form::text}; }
constexpr AttributeRule name(std::string_view name, bool needed = false) { return {name, Form::name, needed}; }
constexpr AttributeRule key(std::string_view name, bool needed = false) { return {name, Form::key, needed}; }
constexpr AttributeRule keys(std::string_view name) { return {name, Form::keys}; }
constexpr AttributeRule date(std::string_view name, bool needed = false) { return {name, Form::date, needed}; }
constexpr AttributeRule of(Form form, std::string_view name, bool needed = false) { return {name, form, needed}; }
/// One id of a thing in the same file.
constexpr AttributeRule refers(std::string_view name, Thing thing, bool needed = false) {
  return {name, Form::id, needed, thing};
}
/// Ids of things in the same file.
constexpr AttributeRule refer(std::string_view name, Thing thing, bool needed = false) {
  return {name, Form::ids, needed, thing};
}
template <class Value>
constexpr AttributeRule word(std::string_view name, bool needed = false) {
  return {name, Form::word, needed, Thing::none, list_words<Value>};
}
inline constexpr AttributeRule id = {"id", Form::id, required};
inline constexpr AttributeRule states = {"toestand", Form::states};

constexpr ElementRule text_element(std::string_view name) { return {.name = name, .text = true}; }

}  // namespace keuzekaart::grammar
