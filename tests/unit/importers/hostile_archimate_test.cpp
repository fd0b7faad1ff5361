// What hostile files of the ArchiMate forms get: one message that says what is wrong and where, and nothing read half.
#include <gtest/gtest.h>

#include <chrono>

#include "importers/archi_csv.hpp"
#include "importers/archimate_file.hpp"
#include "importers/open_exchange.hpp"
#include "tests/support/archimate_forms.hpp"
#include "tests/support/zip_text.hpp"

namespace keuzekaart {
namespace {

struct Form {
  const char* name;
  archimate::ArchimateModel (*read)(std::string path, std::string bytes, Sources& sources, Diagnostics& diagnostics);
  const char* start;  ///< up to the first element inside
  const char* inside;
  const char* end;
};

constexpr Form forms[] = {
    {"archimate", read_archimate_bytes,
     "<archimate:model xmlns:archimate=\"http://www.archimatetool.com/archimate\" "
     "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" id=\"m\"><folder id=\"f\" name=\"F\">",
     "<element xsi:type=\"archimate:Goal\" id=\"g\" name=\"Doel\"/>", "</folder></archimate:model>"},
    {"open-exchange", read_open_exchange_bytes,
     "<model xmlns=\"http://www.opengroup.org/xsd/archimate/3.0/\" "
     "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" identifier=\"m\"><elements>",
     "<element xsi:type=\"Goal\" identifier=\"g\"><name>Doel</name></element>", "</elements></model>"},
};

/// What a file of one form gave: how much was read, and the labels of what was said.
std::string read(const Form& form, const std::string& bytes) {
  Sources sources;
  Diagnostics diagnostics;
  const archimate::ArchimateModel model = form.read("in", bytes, sources, diagnostics);
  std::string out = std::to_string(model.concepts.size());
  for (const Diagnostic& d : diagnostics.all()) out += ' ' + d.label_key();
  return out;
}

std::string utf16(const std::string& ascii, bool marked) {
  std::string out = marked ? "\xFF\xFE" : "";
  for (const char c : ascii) out.append(1, c).append(1, '\0');
  return out;
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

TEST(HostileArchimate, EachAttackIsOneMessage) {
  for (const Form& form : forms) {
    SCOPED_TRACE(form.name);
    const std::string start = form.start, end = form.end, whole = start + form.inside + end;
    EXPECT_EQ("1", read(form, whole));
    EXPECT_EQ("0 K105", read(form, "<!DOCTYPE a [<!ENTITY b \"" + repeated("x", 50) + "\"><!ENTITY c \"" +
                                       repeated("&b;", 50) + "\">]>" + whole));
    EXPECT_EQ("0 K106", read(form, start + repeated("<folder>", 300) + repeated("</folder>", 300) + end));
    EXPECT_EQ("0 K107", read(form, start + "<element id=\"a\" id=\"b\"/>" + end));
    EXPECT_EQ("0 K104.invalid-bytes", read(form, start + "\xC3(" + end));
    EXPECT_EQ("0 K108", read(form, start + std::string(1, '\0') + end));
    EXPECT_EQ("0 K108.reference", read(form, start + "&#0;" + end));
    EXPECT_EQ("0 K103.unknown-entity", read(form, start + "&euro;" + end));
    EXPECT_EQ("1", read(form, utf16(whole, true)));
    EXPECT_EQ("0 K104.no-mark", read(form, utf16(whole, false)));
    EXPECT_EQ("0 K103.second-root", read(form, whole + whole));
    EXPECT_EQ("0 K103.empty", read(form, ""));
    EXPECT_EQ("0 K128.root", read(form, "<a/>"));
  }
}

TEST(HostileArchimate, ManyOfEverythingStaysQuick) {
  // Each of these is a way to ask for a square of the size; none may take more than a moment.
  std::string declared;
  for (int i = 0; i < 3000; ++i) declared += " xmlns:n" + std::to_string(i) + "=\"u\"";
  for (const Form& form : forms) {
    SCOPED_TRACE(form.name);
    const auto begin = std::chrono::steady_clock::now();
    read(form, form.start + ("<a" + declared + ">") + repeated("<b:c/>", 30'000) + "</a>" + form.end);
    read(form, form.start + repeated(form.inside, 20'000) + form.end);
    read(form, form.start + repeated("<folder id=\"f\" name=\"n\">", 200) + repeated(form.inside, 10'000) +
                   repeated("</folder>", 200) + form.end);
    read(form, form.start + repeated("x<b/>", 30'000) + form.end);
    EXPECT_GT(std::chrono::seconds(10), std::chrono::steady_clock::now() - begin);
  }
}

TEST(HostileArchimate, EveryHundredthOfAFileThatIsCutOffIsSaid) {
  testing::FormsModel model;
  for (int i = 0; i < 40; ++i)
    model.elements.push_back({"e" + std::to_string(i), "Goal", "Doel & \"meer\"", "een\ntwee", {{"k", "w"}}, "", ""});
  const std::string texts[] = {testing::as_archimate(model), testing::as_open_exchange(model)};
  for (std::size_t f = 0; f < std::size(forms); ++f)
    for (std::size_t percent = 0; percent < 100; ++percent) {
      Sources sources;
      Diagnostics diagnostics;
      forms[f].read("in", texts[f].substr(0, texts[f].size() * percent / 100), sources, diagnostics);
      EXPECT_EQ(1U, diagnostics.count(Severity::error)) << forms[f].name << ' ' << percent;
    }
  const std::string archive = testing::zip_of({{"model.xml", texts[0], true}, {"images/a.png", "x"}});
  for (std::size_t percent = 0; percent < 100; ++percent)
    EXPECT_EQ(percent == 0                         ? "0 K103.empty"
              : percent * archive.size() / 100 < 4 ? "0 K103.not-xml"
                                                   : "0 K121",
              read(forms[0], archive.substr(0, archive.size() * percent / 100)));
}

TEST(HostileArchimate, PackedModelsAreGuardedToo) {
  const Form& form = forms[0];
  const std::string whole = std::string(form.start) + form.inside + form.end;
  EXPECT_EQ("1", read(form, testing::zip_of({{"model.xml", whole, true}})));
  EXPECT_EQ("0 K122.ratio", read(form, testing::zip_of({{"model.xml", std::string(4 << 20, ' '), true}})));
  EXPECT_EQ("1 K123", read(form, testing::zip_of({{"../model.xml", "x"}, {"model.xml", whole}})));
  EXPECT_EQ("0 K123 K127", read(form, testing::zip_of({{"../model.xml", whole}})));
  EXPECT_EQ("0 K103.not-xml", read(form, testing::zip_of({{"model.xml", testing::zip_of({{"model.xml", whole}})}})));
}

TEST(HostileArchimate, TablesThatAreCutOffOrBinaryAreRead) {
  const std::string elements = "ID,Type,Name,Documentation\na,Goal,\"Doel\",\"een\ntwee\"\nb,Goal,B,\n";
  for (std::size_t size = 0; size <= elements.size(); ++size) {
    Sources sources;
    Diagnostics diagnostics;
    read_archi_csv_bytes(
        {elements.substr(0, size), "ID,Type,Name,Documentation,Source,Target\nr,FlowRelationship,,,a,b\n",
         std::string("ID,Key,Value\n\0,\xFF,\"", 18)},
        sources, diagnostics);
    EXPECT_LT(0U, diagnostics.all().size()) << size;
  }
}

}  // namespace
}  // namespace keuzekaart
