#include <gtest/gtest.h>

#include <cstdint>

#include "importers/read_file.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/map_text.hpp"
#include "tests/support/places.hpp"

/// Damaged map files are refused or read, and never break the program. Every place that is reported lies in the file.
namespace keuzekaart {
namespace {

std::string complete() {
  Diagnostics ignored;
  return read_file(checkout("/tests/unit/map_file/complete.xml"), ignored).value();
}

/// Reads it; either a map came out or it was said why not.
void read_damaged(const std::string& text, const std::string& what) {
  const MapText read = MapText::whole(text);
  EXPECT_TRUE(read.map || read.diagnostics.has_errors()) << what;
  for (const Diagnostic& d : read.diagnostics.all())
    EXPECT_TRUE(d.place.known() && d.place.offset <= text.size()) << what << ": " << row_of(d.code).key;
}

/// The same numbers in every run (xorshift64).
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t limit) {
    state_ ^= state_ << 13U;
    state_ ^= state_ >> 7U;
    state_ ^= state_ << 17U;
    return static_cast<std::size_t>(state_ % limit);
  }

 private:
  std::uint64_t state_;
};

TEST(MapDamage, CutOffAtEveryPercent) {
  const std::string text = complete();
  for (std::size_t percent = 0; percent < 100; ++percent) {
    const std::string cut = text.substr(0, text.size() * percent / 100);
    const MapText read = MapText::whole(cut);
    EXPECT_EQ(nullptr, read.map) << percent;
    EXPECT_TRUE(read.diagnostics.has_errors()) << percent;
  }
}

TEST(MapDamage, BytesReplaced) {
  const std::string text = complete();
  Numbers numbers(20261122);
  for (int round = 0; round < 400; ++round) {
    std::string damaged = text;
    for (std::size_t count = 1 + numbers.below(4); count > 0; --count)
      damaged[numbers.below(damaged.size())] = static_cast<char>(numbers.below(256));
    read_damaged(damaged, "round " + std::to_string(round));
  }
}

TEST(MapDamage, PiecesMoved) {
  const std::string text = complete();
  Numbers numbers(30);
  for (int round = 0; round < 200; ++round) {
    std::string damaged = text;
    const std::size_t from = numbers.below(damaged.size()), size = numbers.below(200);
    const std::string piece = damaged.substr(from, size);
    damaged.erase(from, size);
    damaged.insert(numbers.below(damaged.size()), piece);
    read_damaged(damaged, "round " + std::to_string(round));
  }
}

TEST(MapDamage, QuotesAndTagsDropped) {
  const std::string text = complete();
  Numbers numbers(7);
  for (int round = 0; round < 200; ++round) {
    std::string damaged = text;
    const std::size_t at = damaged.find_first_of("<>\"=/&", numbers.below(damaged.size()));
    if (at != std::string::npos) damaged.erase(at, 1);
    read_damaged(damaged, "round " + std::to_string(round));
  }
}

/// A map of so many empty lists with so many empty things in each.
std::string map_of(std::size_t lists, std::size_t things) {
  std::string text = "<kaart xmlns='urn:keuzekaart:kaart:1' naam='x'>";
  for (std::size_t i = 0; i < lists; ++i) {
    text += "<processen>";
    for (std::size_t j = 0; j < things; ++j) text += "<p/>";
    text += "</processen>";
  }
  return text + "</kaart>";
}

/// Code and variant of the one message; the map is refused.
std::string refusal(const std::string& text) {
  const MapText read = MapText::whole(text);
  EXPECT_EQ(nullptr, read.map);
  EXPECT_EQ(1U, read.diagnostics.all().size());
  return read.diagnostics.all().empty() ? "" : read.diagnostics.all().front().label_key();
}

TEST(MapDamage, MoreThingsThanMemoryIsForAreRefused) {
  EXPECT_EQ("K109.of-a-kind", refusal(map_of(1, 150'001)));
  EXPECT_EQ("K109.things", refusal(map_of(4, 100'001)));
}

}  // namespace
}  // namespace keuzekaart
