#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "modeler/facts/facts.hpp"
#include "modeler/records/states_text.hpp"

namespace keuzekaart {

/// Gathers facts of one thing; a fact without a value is left out. Labels stand under `veld.<key>`.
class FactCollector {
 public:
  FactCollector(const Model& model, const Labels& labels, std::vector<Fact>& into)
      : model_(model), labels_(labels), into_(into) {}

  void fact(std::string_view key, std::string value, Trace trace) {
    if (!value.empty())
      into_.push_back({labels_.get(std::string("veld.").append(key)), std::move(value), std::move(trace)});
  }
  void text(std::string_view key, const Text& text) { fact(key, std::string(text.value), Trace::read_at(text.place)); }
  /// Under a name of its own.
  void named(std::string name, const Text& text) {
    if (!text.empty()) into_.push_back({std::move(name), std::string(text.value), Trace::read_at(text.place)});
  }
  /// Several values in one field.
  void texts(std::string_view key, const std::vector<Text>& texts) {
    for (const Text& one : texts) text(key, one);
  }
  template <class Value>
  void word(std::string_view key, Value value, const Trace& trace) {
    fact(key, shown_word(labels_, value), trace);
  }
  /// States that hold always are not worth a line.
  void states(std::string_view key, States states, const Trace& trace) {
    if (states != States::every()) fact(key, state_names(states), trace);
  }
  void thing(std::string_view key, EntityRef other, const Trace& trace) {
    if (other.known()) fact(key, shown_name(model_, other), trace);
  }

 private:
  const Model& model_;
  const Labels& labels_;
  std::vector<Fact>& into_;
};

// The parts of `facts_of`.
void collect_fields(const Model& model, const Labels& labels, EntityRef thing, std::vector<Fact>& into);
void collect_own_links(const Model& model, const Labels& labels, EntityRef thing, std::vector<Fact>& into);
void collect_links(const Model& model, const Labels& labels, EntityRef thing, std::vector<Fact>& into);

}  // namespace keuzekaart
