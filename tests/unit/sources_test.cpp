#include "modeler/source/sources.hpp"

#include <gtest/gtest.h>

namespace keuzekaart {
namespace {

TEST(Sources, ColumnCountsCharactersNotBytes) {
  Sources sources;
  const FileId file = sources.add("a.xml", "één\ntwee é=x");
  EXPECT_EQ("a.xml:2:8", to_string(sources.locate({file, static_cast<std::uint32_t>(sources.text(file).find('x'))})));
}

TEST(Sources, LineIsWholeWithoutItsEnd) {
  Sources sources;
  const FileId file = sources.add("a.csv", "een\r\ntwee\r\n");
  EXPECT_EQ("een", sources.line({file, 1}));
  EXPECT_EQ("twee", sources.line({file, 6}));
}

TEST(Sources, PlacePastTheEndIsTheEnd) {
  Sources sources;
  const FileId file = sources.add("a.csv", "een\n");
  EXPECT_EQ("a.csv:2:1", to_string(sources.locate({file, 99})));
}

}  // namespace
}  // namespace keuzekaart
