#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "importers/map_file/description.hpp"
#include "importers/read_file.hpp"
#include "tests/support/map_text.hpp"
#include "tests/support/places.hpp"
#include "tests/support/schema.hpp"

/// docs/kaart-bestand.md is complete, and its examples are right.
namespace keuzekaart {
namespace {

std::string manual() {
  Diagnostics ignored;
  return read_file(checkout("/docs/kaart-bestand.md"), ignored).value();
}

/// The part of the manual about one element: from its heading to the next.
std::string section_of(const std::string& text, const std::string& heading) {
  const std::size_t at = text.find(heading);
  if (at == std::string::npos) return {};
  return text.substr(at, text.find("\n#", at + 1) - at);
}

TEST(MapManual, NamesEveryElementAndAttributeWhereItBelongs) {
  const std::string text = manual();
  std::vector<std::string> missing;
  grammar::for_each_element(
      map_file::map_grammar().root, nullptr, [&](const grammar::ElementRule& rule, const grammar::ElementRule* parent) {
        const std::string name(rule.name), quoted = "`" + name + "`";
        std::string section;
        if (!parent)
          section = section_of(text, "# Het kaartbestand");
        else if (parent == &map_file::map_grammar().root)
          section = section_of(text, "\n" + quoted + ": ");
        else if (!rule.text)
          section = section_of(text, "### " + quoted + " in `" + std::string(parent->name) + "`");
        else if (text.find("\n| " + quoted + " | ") != std::string::npos)
          return;
        if (section.empty()) missing.push_back(name);
        for (const auto& a : rule.attributes) {
          const std::string row = "\n| `" + std::string(a.name) + "` | " + (a.required ? "ja" : "") + " | ";
          if (section.find(row) == std::string::npos) missing.push_back(name + "@" + std::string(a.name));
        }
      });
  EXPECT_EQ(std::vector<std::string>(), missing);
}

TEST(MapManual, NamesEveryWordOfEveryList) {
  const std::string text = manual();
  std::set<std::string> missing;
  grammar::for_each_element(map_file::map_grammar().root, nullptr,
                            [&](const grammar::ElementRule& rule, const grammar::ElementRule*) {
                              for (const auto& a : rule.attributes)
                                for (const std::string_view word : a.words)
                                  if (text.find("\n| `" + std::string(word) + "` | ") == std::string::npos)
                                    missing.insert(std::string(word));
                            });
  EXPECT_EQ(std::set<std::string>(), missing);
}

TEST(MapManual, ExamplesTogetherAreOneMap) {
  std::istringstream lines(manual());
  std::string sections, line;
  std::size_t examples = 0;
  for (bool inside = false; std::getline(lines, line);) {
    if (inside && line == "```") inside = false;
    if (inside && line != "```") sections += line + "\n";
    if (line == "```xml") inside = true, ++examples;
  }
  ASSERT_LT(10U, examples);
  // The first example is the empty root; the others are what it holds.
  const std::size_t end = sections.find("/>");
  ASSERT_NE(std::string::npos, end);
  const std::string map = sections.substr(0, end) + ">" + sections.substr(end + 2) + "</kaart>";
  EXPECT_EQ("", MapText::whole(map).messages());
  EXPECT_EQ("", Schema(checkout("/schemas/kaart.xsd")).judge(map));
}

}  // namespace
}  // namespace keuzekaart
