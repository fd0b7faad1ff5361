#include "importers/text_encoding.hpp"

#include <gtest/gtest.h>

namespace keuzekaart {
namespace {

using namespace std::string_literals;

TEST(TextEncoding, MarkIsDroppedAndBelievedBeforeAnythingElse) {
  EXPECT_EQ("één", decode_undeclared("\xEF\xBB\xBF"
                                     "één"s)
                       .text);
  EXPECT_EQ("é€", decode_undeclared("\xFF\xFE\xE9\x00\xAC\x20"s).text);
  EXPECT_EQ("é€", decode_undeclared("\xFE\xFF\x00\xE9\x20\xAC"s).text);
}

TEST(TextEncoding, PairOfSurrogatesIsOneCharacter) {
  EXPECT_EQ("\xF0\x9F\x98\x80", decode("\x3D\xD8\x00\xDE"s, Encoding::utf16_le).text);
}

TEST(TextEncoding, HalfASurrogateAndAnOddByteAreFaults) {
  const DecodedText half = decode("a\0\x3D\xD8z\0"s, Encoding::utf16_le);
  EXPECT_EQ("a\uFFFDz", half.text);
  EXPECT_EQ(1U, half.fault);
  EXPECT_EQ(1U, decode("a\0b"s, Encoding::utf16_le).fault);
}

TEST(TextEncoding, TextThatIsNotUtf8AndDoesNotSayIsWindows1252) {
  const DecodedText decoded = decode_undeclared("beh\xE9\xE9r \x80 \x92s");
  EXPECT_EQ("behéér € ’s", decoded.text);
  EXPECT_EQ(Encoding::windows_1252, decoded.encoding);
  EXPECT_FALSE(decoded.fault);
}

TEST(TextEncoding, BytesThatTheCodePageLacksAreFaults) {
  EXPECT_EQ(2U, decode("ab\x81", Encoding::windows_1252).fault);
}

TEST(TextEncoding, EveryKindOfInvalidUtf8IsSeenWhereItStands) {
  for (const std::string& bad : {"\xC0\x80"s, "\xC1\xBF"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xF0\x80\x80\x80"s,
                                 "\xF4\x90\x80\x80"s, "\xF5\x80\x80\x80"s, "\x80"s, "\xE2\x82"s, "\xC3"s, "\xFF"s})
    EXPECT_EQ(9U, first_invalid_utf8("gemeente " + bad)) << bad;
  EXPECT_EQ(std::string_view::npos, first_invalid_utf8("é € \xF4\x8F\xBF\xBF \xEE\x80\x80"));
}

TEST(TextEncoding, WhatIsKeptOfInvalidUtf8CanBeShown) {
  const DecodedText decoded = decode("a\xE2\x82z\xFF", Encoding::utf8);
  EXPECT_EQ("a\uFFFD\uFFFDz\uFFFD", decoded.text);
  EXPECT_EQ(1U, decoded.fault);
}

TEST(TextEncoding, EveryByteOfTheCodePageGoesToUtf8AndUtf32MarkIsNoUtf16) {
  for (unsigned byte = 0xA0; byte < 0x100; ++byte) {
    std::string expected;
    append_utf8(expected, byte);
    EXPECT_EQ(expected, decode(std::string(1, static_cast<char>(byte)), Encoding::windows_1252).text);
  }
  EXPECT_FALSE(encoding_of_mark("\xFF\xFE\0\0a"s));
}

}  // namespace
}  // namespace keuzekaart
