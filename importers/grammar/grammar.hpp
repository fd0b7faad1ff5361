#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "modeler/diagnostics/diagnostic_codes.hpp"

/// The grammar of a file that people write (the map file, a catalogue) as data: every element, attribute, closed list
/// and reference, once. The checker walks a file along it; an XSD says the same for editors, and a test holds the two
/// equal.
namespace keuzekaart::grammar {

inline constexpr std::string_view schema_instance_namespace = "http://www.w3.org/2001/XMLSchema-instance";

/// The form of a value. Blanks around every value are dropped before it is judged, as XSD's `collapse` does.
enum class Form : std::uint8_t {
  text,       ///< anything
  name,       ///< anything but nothing
  id,         ///< one id: letters without accents, digits, point, hyphen, underscore
  ids,        ///< ids separated by blanks
  key,        ///< the key of something in a source: anything but nothing
  keys,       ///< keys without blanks, separated by blanks
  word,       ///< one word of a closed list
  words,      ///< words of a closed list, separated by blanks
  state,      ///< ist, soll or plateau1 to plateau14
  states,     ///< states separated by blanks, at least one
  date,       ///< a day that exists, yyyy-mm-dd
  count,      ///< a whole number from 0, at most nine digits
  functions,  ///< codes of archetype functions, F01 to F99, separated by blanks
  area,       ///< a business area, A1 to A7
  areas       ///< business areas separated by blanks
};

/// What an id in the file names, and so what a reference may point to. Processes, products and findings' elements may
/// also stand in a source: joining resolves those. The first kinds are those of the map file, the last of catalogues.
enum class Thing : std::uint8_t {
  none,
  source,
  party,
  domain,
  group,
  scope,  ///< a domain, a product group or the word `concern`
  application,
  process,
  product,
  chain,
  handover,
  agreement,
  choice,
  project,
  milestone,
  catalogue_source,
  aspect_area,
  step,
  function,
  directing_function,
  archetype,
  cooperation_model,
  organisation_model,
  route,
  working_method,
  municipal_role,
  regie_form,
  chain_type,
  service_formula
};

struct AttributeRule {
  std::string_view name;
  Form form = Form::text;
  bool required = false;
  Thing refers = Thing::none;                 ///< resolved inside the file
  std::span<const std::string_view> words{};  ///< for Form::word and Form::words
};

/// Two dates of one element, the second not before the first.
struct Period {
  std::string_view from, to;
};

struct ElementRule;

struct ChildRule {
  const ElementRule* element = nullptr;
  std::uint8_t step = 0;  ///< children with a lower step stand before those with a higher one
  bool repeats = false;
  bool required = false;
};

struct ElementRule {
  std::string_view name;
  std::span<const AttributeRule> attributes{};
  std::span<const ChildRule> children{};
  bool text = false;          ///< holds text and no elements
  Thing names = Thing::none;  ///< what its `id` names
  std::span<const Period> periods{};
  bool needs_reason = false;  ///< a decision other than `open` needs a `reden`
};

/// One kind of file.
struct Grammar {
  const ElementRule& root;
  std::string_view uri;      ///< of its namespace
  std::string_view variant;  ///< of the messages whose wording depends on the kind of file: "kaart"
  Code other_file{};         ///< reported when the root is another element
};

/// Calls `visit(rule, parent rule or null)` for every place where an element may stand, parents first, in the file's
/// order. An element may hold elements of its own kind; what it holds is told once.
template <class Visit>
void for_each_element(const ElementRule& rule, const ElementRule* parent, const Visit& visit,
                      std::vector<const ElementRule*>& told) {
  visit(rule, parent);
  if (std::find(told.begin(), told.end(), &rule) != told.end()) return;
  told.push_back(&rule);
  for (const ChildRule& child : rule.children) for_each_element(*child.element, &rule, visit, told);
}
template <class Visit>
void for_each_element(const ElementRule& rule, const ElementRule* parent, const Visit& visit) {
  std::vector<const ElementRule*> told;
  for_each_element(rule, parent, visit, told);
}

}  // namespace keuzekaart::grammar
