#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "modeler/catalogue/catalogue.hpp"
#include "modeler/findings/finding.hpp"
#include "tests/support/join_scene.hpp"

namespace keuzekaart::testing {

/// The program's own catalogue, read once.
std::shared_ptr<const Catalogue> built_in_catalogue();

/// A map with parties and domains to write rules' cases on, judged with the program's own catalogue:
/// the municipality `gem` with front office `kcc` and back office `team`, and outside it `regio` and `bieder`; domain
/// `sociaal` with product groups `jeugd` and `wmo`, and domain `publiek`. IST is 2026-11-01, SOLL 2028-01-01.
class RuleScene {
 public:
  explicit RuleScene(const std::string& content);

  /// What a rule finds: its key and states, "(geaccepteerd)" behind what is accepted.
  std::vector<std::string> found(std::string_view rule) const;
  const Finding* finding(std::string_view rule, std::string_view key) const;
  std::string text(const Finding& finding, Language language) const;
  /// What was said about reading, a code each.
  std::vector<std::string> codes() const;

  JoinScene scene;
  Model model;
  std::vector<Finding> findings;
};

/// The same content with a decision about what a rule found.
std::string accepting(const std::string& content, std::string_view rule, std::string_view key);

/// One choice.
std::string choice(std::string_view scope, std::string_view dimension, std::string_view state, std::string_view value,
                   std::string_view more = {}, std::string_view inside = {});

}  // namespace keuzekaart::testing
