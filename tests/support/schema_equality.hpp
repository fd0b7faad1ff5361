#pragma once
#include <gtest/gtest.h>

#include <functional>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "importers/grammar/grammar.hpp"
#include "tests/support/schema.hpp"

namespace keuzekaart::testing {

/// Holds an XSD and the program equal: a file with everything in it is changed in every systematic way, and both must
/// give the same verdict on each result.
class SchemaEquality : public ::testing::Test {
 protected:
  struct Subject {
    const grammar::Grammar& grammar;
    const Schema& schema;
    std::string complete;  ///< path of a file that holds every element and attribute
    /// Why the program refuses a text, as far as a schema could; empty when it does not.
    std::string (*verdict)(const std::string& xml);
    /// Takes away what a change of one element cannot touch: small files are judged quickly.
    void (*leave_only_what_matters_to)(pugi::xml_node element);
    /// Whether an element shows more than others of its name.
    bool (*has_everything)(pugi::xml_node element);
  };
  explicit SchemaEquality(const Subject& subject);

  void both_accept_the_complete_file();
  void the_complete_file_holds_every_element_and_attribute();
  void attributes_left_out_misspelt_or_added();
  /// `telling` for every attribute, `borders` once for every form of value.
  void values(const std::vector<std::string>& telling, const std::vector<std::string>& borders);
  void elements_left_out_repeated_renamed_or_moved();
  void text_and_comments_where_elements_belong();
  /// `kept` is the element whose first child must stay for it to be right.
  void every_element_in_every_other(std::string_view kept);

  std::size_t good_ = 0, bad_ = 0;
  std::size_t forms_seen_ = 0;

 private:
  std::vector<pugi::xml_node> elements(pugi::xml_document& document) const;
  void judge(std::size_t index, const std::string& what, const std::function<void(pugi::xml_node)>& change);
  grammar::Form form_of(pugi::xml_node node, std::string_view attribute) const;

  Subject subject_;
  pugi::xml_document original_;
  std::size_t differences_ = 0;
};

}  // namespace keuzekaart::testing
