#pragma once
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "modeler/findings/finding.hpp"
#include "tests/support/join_scene.hpp"

namespace keuzekaart::testing {

/// A map file without its sources, judged with the program's own catalogue.
class JudgedMap {
 public:
  explicit JudgedMap(const pugi::xml_document& map);

  /// Everything that is said of a finding, without places: "KK03 o1 ist de overdracht ...". "(afgehandeld)" behind what
  /// no longer counts.
  std::string told(const Finding& finding) const;
  /// What is said of all.
  std::vector<std::string> told() const;

  Sources sources;
  Diagnostics diagnostics;
  Model model;
  std::vector<Finding> findings;
};

/// Adds the decision to accept a finding.
void accept(pugi::xml_document& map, const Finding& finding);

/// Expects that accepting any one finding, or so many of each rule, marks it and leaves every other as it was.
void expect_accepting_changes_no_other(const pugi::xml_document& map, std::size_t of_each_rule = 1000);

/// Turns the order of everything around, but for what is in order: the links of a chain, the processes of a product,
/// the parts of a project and of a plan, and what must stand first.
void turn_around(pugi::xml_node node);

}  // namespace keuzekaart::testing
