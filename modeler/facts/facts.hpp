#pragma once
#include <string>
#include <vector>

#include "modeler/diagnostics/labels.hpp"
#include "modeler/findings/finding.hpp"
#include "modeler/model/model.hpp"

namespace keuzekaart {

/// One thing that the model knows of something: a field, a link with something else, a finding.
struct Fact {
  std::string what;   ///< "uitvoerder", as shown
  std::string value;  ///< as shown
  Trace trace;
};

/// Everything that the model knows of one thing.
struct Facts {
  std::vector<Fact> fields;  ///< only those that have a value, in a fixed order
  std::vector<Fact> links;   ///< with everything else, in both directions, by kind
  std::vector<Fact> findings;
};

/// What one thing says of itself, without findings and without what only others say of it: its fields, and for a
/// process its roles, for a chain its steps. Costs no more than the thing is large.
std::vector<Fact> own_facts_of(const Model& model, const Labels& labels, EntityRef thing);

Facts facts_of(const Model& model, const std::vector<Finding>& findings, const Labels& labels, EntityRef thing);

/// "Toegang jeugdhulp (toegang-jeugd)", or the code alone when there is no name.
std::string shown_name(const Model& model, EntityRef thing);

/// The words for values of closed lists, as shown; empty when not set.
template <class Value>
std::string shown_word(const Labels& labels, Value value) {
  const std::string_view word = word_of(value);
  return word.empty() ? std::string() : labels.get(std::string(Vocabulary<Value>::name).append(".").append(word));
}

}  // namespace keuzekaart
