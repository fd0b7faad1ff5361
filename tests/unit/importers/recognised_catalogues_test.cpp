#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "importers/format_registry.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"

namespace keuzekaart {
namespace {

/// The format's id, or the codes of what was said.
std::string recognised(const std::string& path) {
  Diagnostics diagnostics;
  if (const Format* format = recognise(path, diagnostics)) return std::string(format->id);
  std::string codes;
  for (const Diagnostic& d : diagnostics.all()) codes += row_of(d.code).key;
  return codes;
}

TEST(RecognisedCatalogues, EveryRealFileByExactlyItsOwnReader) {
  const std::string shared = KEUZEKAART_SHARED_DATA;
  if (!std::filesystem::exists(shared)) GTEST_SKIP() << "shared data is not there";
  EXPECT_EQ("upl", recognised(shared + "/upl/UPL-actueel-2021-12.csv"));
  EXPECT_EQ("upl", recognised(shared + "/upl/UPL-actueel-2025-04.csv"));
  EXPECT_EQ("i-navigator", recognised(shared + "/i-navigator/budget-3-processen.xml"));
  EXPECT_EQ("i-navigator", recognised(shared + "/i-navigator/vergunningen-20-processen.xml"));
  EXPECT_EQ("i-navigator", recognised(shared + "/i-navigator/minimal.xml"));
  EXPECT_EQ("i-navigator", recognised(shared + "/i-navigator/invalid-version.xml"));
  EXPECT_EQ("K110", recognised(shared + "/i-navigator/invalid-malformed.xml"));
  EXPECT_EQ("K110", recognised(shared + "/upl/overheid-Gemeente-waardelijst.xml"));
}

}  // namespace
}  // namespace keuzekaart
