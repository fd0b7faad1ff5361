#include "importers/guarded_json.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/messages.hpp"

namespace keuzekaart {
namespace {

using namespace std::string_literals;

struct Json : ::testing::Test {
  Sources sources;
  Diagnostics diagnostics;

  std::unique_ptr<JsonFile> read(std::string bytes, const JsonLimits& limits = {}) {
    return read_json_bytes("a.json", std::move(bytes), sources, diagnostics, limits);
  }
  std::string said() const { return testing::messages(diagnostics, sources); }
  std::string at(Place place) const { return to_string(sources.locate(place)); }
};

/// What a Dutch reader sees of the first line that is said about a file, without the file's name.
std::string reason(std::string bytes, const JsonLimits& limits = {}) {
  Sources sources;
  Diagnostics diagnostics;
  const auto json = read_json_bytes("a.json", std::move(bytes), sources, diagnostics, limits);
  EXPECT_EQ(json == nullptr, diagnostics.has_errors());
  const std::string all = testing::messages(diagnostics, sources);
  return all.empty() ? all : all.substr(7, all.find('\n') - 7);
}

std::string shown(JsonValue value) {
  switch (value.kind()) {
    case JsonKind::missing:
      return "-";
    case JsonKind::null:
      return "null";
    case JsonKind::string:
      return fmt::format("'{}'", value.text().value);
    case JsonKind::boolean:
    case JsonKind::number:
      return std::string(value.text().value);
    default:
      break;
  }
  std::string all;
  for (const JsonValue child : value.children()) {
    if (!all.empty()) all += ' ';
    if (value.is(JsonKind::object)) all.append(child.name().value).append("=");
    all += shown(child);
  }
  return value.is(JsonKind::object) ? "{" + all + "}" : "[" + all + "]";
}

TEST_F(Json, KeepsEveryValueInTheOrderOfTheText) {
  const auto json = read(R"({"a": [1, 0.10, -2e+3, true, false, null, ""], "b": {"c": {}, "d": []}, "e": "\"x\\"})");
  ASSERT_NE(nullptr, json) << said();
  EXPECT_EQ(R"({a=[1 0.10 -2e+3 true false null ''] b={c={} d=[]} e='"x\'})", shown(json->root()));
  EXPECT_EQ(7U, json->root()["a"].size());
  EXPECT_EQ("", said());
}

TEST_F(Json, AnswersNothingToQuestionsAboutWhatIsNotThere) {
  const auto json = read(R"({"a": "x"})");
  ASSERT_NE(nullptr, json);
  const JsonValue none = json->root()["b"]["c"];
  EXPECT_FALSE(none);
  EXPECT_EQ(JsonKind::missing, none.kind());
  EXPECT_TRUE(none.text().empty());
  EXPECT_FALSE(none.place().known());
  EXPECT_EQ(0U, none.size());
  EXPECT_FALSE(json->root()["a"]["x"]);
  EXPECT_FALSE(none.is_true());
}

TEST_F(Json, KnowsWhereEveryValueStands) {
  const auto json = read("{\n  \"één\": \"a\\\"b\",\n  \"twee\" : [ -12.5 , {\"x\":true}, \"\", null ]}");
  ASSERT_NE(nullptr, json) << said();
  const JsonValue root = json->root();
  EXPECT_EQ("a.json:1:1", at(root.place()));
  EXPECT_EQ("a.json:2:4", at(root["één"].name().place));
  EXPECT_EQ("a.json:2:11", at(root["één"].text().place));
  std::vector<std::string> places;
  for (const JsonValue item : root["twee"].children()) places.push_back(at(item.place()));
  EXPECT_EQ((std::vector<std::string>{"a.json:3:14", "a.json:3:22", "a.json:3:35", "a.json:3:38"}), places);
  JsonValue object;
  for (const JsonValue item : root["twee"].children())
    if (item.is(JsonKind::object)) object = item;
  EXPECT_EQ("a.json:3:27", at(object["x"].place()));
  EXPECT_EQ("a.json:3:24", at(object["x"].name().place));
}

TEST_F(Json, SaysANameThatStandsTwiceAndTakesTheFirst) {
  const auto json = read("{\"a\": 1,\n \"b\": 2,\n \"a\": 3}");
  ASSERT_NE(nullptr, json);
  EXPECT_EQ("1", json->root()["a"].text().value);
  EXPECT_EQ(
      "a.json:3:3: waarschuwing: 'a' staat twee keer in hetzelfde object; de eerste waarde geldt [K151 name-twice]\n"
      "    \"a\": 3}\n"
      "     ^\n"
      "    Zie ook a.json:1:3.\n",
      said());
}

TEST_F(Json, DropsControlCharactersAndSaysSo) {
  const auto json = read(R"({"a": "x\u0000y\u001bz\n"})");
  ASSERT_NE(nullptr, json);
  EXPECT_EQ("xyz\n", json->root()["a"].text().value);
  EXPECT_EQ(
      "a.json:1:8: waarschuwing: stuurtekens in deze tekst zijn weggelaten [K152 control-characters-dropped]\n"
      "    {\"a\": \"x\\u0000y\\u001bz\\n\"}\n"
      "           ^\n",
      said());
}

TEST_F(Json, ReadsUtf16WithItsMarkAndUtf8WithAMark) {
  EXPECT_EQ("['é']", shown(read("\xEF\xBB\xBF[\"é\"]")->root()));
  EXPECT_EQ("['é']", shown(read("\xFF\xFE[\0\"\0\xE9\0\"\0]\0"s)->root()));
  EXPECT_EQ("['é']", shown(read("\xFE\xFF\0[\0\"\0\xE9\0\"\0]"s)->root()));
  EXPECT_EQ("['é €']", shown(read("[\"\\u00e9 \\u20AC\"]")->root()));
  EXPECT_EQ("", said());
}

TEST_F(Json, SaysWhereAndWhatIsWrong) {
  EXPECT_EQ(nullptr, read("{\n  \"naam\": één\n}"));
  EXPECT_EQ(
      "a.json:2:11: fout: geen geldige JSON: é hoort hier niet te staan [K150 not-well-formed-json]\n"
      "    \"naam\": één\n"
      "            ^\n",
      said());
}

struct BadJson {
  std::string bytes;
  std::string reason;
};

TEST(GuardedJson, RefusesWhatIsNotWellFormed) {
  const BadJson cases[] = {
      {"", "1:1: fout: geen geldige JSON: het bestand is leeg"},
      {" \n", "1:1: fout: geen geldige JSON: het bestand is leeg"},
      {"naam;code\n", "1:1: fout: geen JSON: het bestand begint niet met een object of een lijst"},
      {"\"tekst\"x", "1:8: fout: geen geldige JSON: na het einde van de gegevens staat nog iets"},
      {"{\"a\": [1,\n 2", "2:3: fout: het bestand is afgebroken: de [ van regel 1 wordt niet gesloten"},
      {"[\n\"a", "2:3: fout: het bestand is afgebroken: de \" van regel 2 wordt niet gesloten"},
      {"[\n\"a\\", "2:4: fout: het bestand is afgebroken: de \" van regel 2 wordt niet gesloten"},
      {"[\"a\", tru", "1:10: fout: het bestand is afgebroken: de [ van regel 1 wordt niet gesloten"},
      {"{", "1:2: fout: het bestand is afgebroken: de { van regel 1 wordt niet gesloten"},
      {"[1,]", "1:4: fout: geen geldige JSON: ] hoort hier niet te staan"},
      {"[1 2]", "1:4: fout: geen geldige JSON: 2 hoort hier niet te staan"},
      {"[01]", "1:2: fout: geen geldige JSON: 01 hoort hier niet te staan"},
      {"[1e999]", "1:2: fout: geen geldige JSON: 1e999 hoort hier niet te staan"},
      {"[NaN]", "1:2: fout: geen geldige JSON: N hoort hier niet te staan"},
      {"{\"a\" \"b\"}", "1:6: fout: geen geldige JSON: \"b\" hoort hier niet te staan"},
      {"[tr\"a\"]", "1:4: fout: geen geldige JSON: \" hoort hier niet te staan"},
      {"{a: 1}", "1:2: fout: geen geldige JSON: a hoort hier niet te staan"},
      {"{'a': 1}", "1:2: fout: geen geldige JSON: ' hoort hier niet te staan"},
      {"[/* x */ 1]", "1:2: fout: geen geldige JSON: / hoort hier niet te staan"},
      {"[\"a\\x\"]", "1:5: fout: geen geldige JSON: wat hier achter de schuine streep (\\) staat, betekent niets"},
      {"[\"\\ud800\"]", "1:9: fout: geen geldige JSON: wat hier achter de schuine streep (\\) staat, betekent niets"},
      {"[\"a\nb\"]",
       "1:4: fout: geen geldige JSON: het teken U+000A mag hier niet staan; misschien ontbreekt er een "
       "aanhalingsteken"},
      {"[1, \0]"s,
       "1:5: fout: geen geldige JSON: het teken U+0000 mag hier niet staan; misschien ontbreekt er een "
       "aanhalingsteken"},
      {"[1]\n{}", "2:1: fout: geen geldige JSON: na het einde van de gegevens staat nog iets"},
  };
  for (const BadJson& bad : cases) EXPECT_EQ(bad.reason + " [K150 not-well-formed-json]", reason(bad.bytes));
}

TEST(GuardedJson, RefusesOtherEncodings) {
  EXPECT_EQ("1:4: fout: verkeerde codering: deze bytes betekenen niets in UTF-8 [K104 wrong-encoding]",
            reason("[\"a\xE9\"]"));
  EXPECT_EQ(
      "1:1: fout: het bestand lijkt UTF-16 te zijn, maar begint niet met het verplichte kenmerk (BOM) [K104 "
      "wrong-encoding]",
      reason("[\0\"\0a\0\"\0]\0"s));
  EXPECT_EQ("1:1: fout: de codering UTF-32 wordt niet gelezen [K104 wrong-encoding]",
            reason("\xFF\xFE\0\0[\0\0\0]\0\0\0"s));
}

TEST(GuardedJson, RefusesWhatPassesALimit) {
  const std::string deep(100000, '[');
  EXPECT_EQ("1:65: fout: lijsten en objecten staan dieper dan 64 lagen in elkaar [K106 too-deep]", reason(deep));
  JsonLimits small;
  small.bytes = 3;
  EXPECT_EQ(" fout: groter dan 0 MiB en daarom niet gelezen [K109 too-large]", reason("[1, 2]", small));
  small = {};
  small.values = 3;
  EXPECT_EQ("", reason("[1, 2]", small));
  EXPECT_EQ(" fout: bevat meer dan 3 waarden en is daarom niet gelezen [K109 too-large]", reason("[1, 2, 3]", small));
}

TEST(GuardedJson, SaysWhyAtEveryCut) {
  const std::string whole = R"({"lijst": [{"a": "x\"yé\u00e9", "b": [1.5, true, null]}, {}], "c": {"d": []}})";
  for (std::size_t length = 0; length < whole.size(); ++length)
    EXPECT_NE("", reason(whole.substr(0, length))) << length;
  EXPECT_EQ("", reason(whole));
}

TEST(JsonHead, HoldsWhatStandsBeforeTheCut) {
  const std::string whole = R"({"metadata":{"laag":"Gemeente"},"lijsten":[{"code":"0.1"},{"code":"0.2"}]})";
  TextPool pool;
  const JsonFile head = json_head(std::string_view(whole).substr(0, whole.size() - 8), pool);
  EXPECT_EQ("{metadata={laag='Gemeente'} lijsten=[{code='0.1'} {}]}", shown(head.root()));
  EXPECT_EQ("-", shown(json_head("naam;code", pool).root()));
  EXPECT_EQ("-", shown(json_head("", pool).root()));
}

}  // namespace
}  // namespace keuzekaart
