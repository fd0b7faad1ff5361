#pragma once
#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "importers/grammar/grammar.hpp"
#include "modeler/records/vocabulary.hpp"

namespace keuzekaart::testing {

using Names = std::vector<std::string>;

/// What an XSD says, in the shape in which the program's grammar can be laid beside it.
class SchemaWords {
 public:
  explicit SchemaWords(const std::string& path) { document_.load_file(path.c_str()); }

  pugi::xml_node root() const { return document_.document_element(); }
  pugi::xml_node type(const char* kind, std::string_view name) const;
  /// The words of a closed list; empty when the type is none.
  Names enumeration(std::string_view type_name) const;
  /// How many types are closed lists.
  std::size_t enumerations() const;
  /// An element and all inside it with their attributes, a line each, with what is required and which closed list
  /// holds.
  Names describe(const std::string& element, std::string_view type_name) const;
  /// Parts without an explanation.
  Names without_explanation() const;

 private:
  void describe(const std::string& path, std::string_view type_name, Names& lines) const;

  pugi::xml_document document_;
};

/// The same lines of a grammar.
Names describe(const grammar::Grammar& grammar);

template <class Value>
Names words() {
  Names out;
  for (const auto& row : Vocabulary<Value>::words) out.emplace_back(row.word);
  return out;
}

}  // namespace keuzekaart::testing
