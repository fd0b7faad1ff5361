// Every text in both languages, with equal keys and placeholders, and every code explained.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "cli/catalogues.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/model/trace.hpp"

namespace keuzekaart {
namespace {

using Keys = std::vector<std::string>;

const Labels& labels_in(Language language) {
  static const Labels nl = load_labels(Language::nl), en = load_labels(Language::en);
  return language == Language::nl ? nl : en;
}

Keys keys_of(const Labels& labels) {
  Keys out;
  for (const auto& [key, text] : labels.all()) out.push_back(key);
  return out;
}

std::set<std::string> placeholders(const std::string& text) {
  std::set<std::string> out;
  for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1))
    out.insert(text.substr(at, text.find('}', at) - at + 1));
  return out;
}

Keys missing_from(const Labels& labels, const Keys& wanted) {
  Keys out;
  for (const std::string& key : wanted)
    if (!labels.has(key) || labels.get(key).empty()) out.push_back(key);
  return out;
}

TEST(LabelFiles, HoldTheSameKeys) { EXPECT_EQ(keys_of(labels_in(Language::nl)), keys_of(labels_in(Language::en))); }

TEST(LabelFiles, HoldTheSamePlaceholders) {
  for (const auto& [key, text] : labels_in(Language::nl).all())
    EXPECT_EQ(placeholders(text), placeholders(labels_in(Language::en).get(key))) << key;
}

TEST(LabelFiles, NoTextHasBlanksAroundIt) {
  for (const Language language : {Language::nl, Language::en})
    for (const auto& [key, text] : labels_in(language).all()) {
      if (key.ends_with(".voorbeeld") || key.ends_with("-regels")) continue;  // laid out by hand
      EXPECT_FALSE(text.starts_with(' ') || text.ends_with(' ') || text.ends_with('\n')) << key;
    }
}

TEST(LabelFiles, ExplainEveryDerivation) {
  Keys wanted;
  for (std::size_t i = 0; i < derivation_count; ++i)
    for (const char* part : {"", ".explain"}) wanted.push_back(fmt::format("A{:02}{}", i, part));
  EXPECT_EQ(Keys(), missing_from(labels_in(Language::nl), wanted));
}

TEST(LabelFiles, ExplainEveryMessage) {
  Keys wanted;
  for (const CodeRow& row : code_rows)
    for (const char* part : {".next", ".explain"}) wanted.push_back(fmt::format("{}{}", row.key, part));
  EXPECT_EQ(Keys(), missing_from(labels_in(Language::nl), wanted));
}

/// A message has one wording, or one for each of its variants (`K103.cut-off`), or both.
TEST(LabelFiles, WordEveryMessage) {
  const Labels& labels = labels_in(Language::nl);
  for (const CodeRow& row : code_rows) {
    std::size_t wordings = labels.has(row.key) ? 1 : 0;
    for (const std::string& key : keys_of(labels))
      wordings += key.starts_with(fmt::format("{}.", row.key)) && !key.ends_with(".next") && !key.ends_with(".explain");
    EXPECT_NE(0U, wordings) << row.key;
  }
}

}  // namespace
}  // namespace keuzekaart
