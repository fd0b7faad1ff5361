#include "importers/format_registry.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/messages.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/zip_text.hpp"

namespace keuzekaart {
namespace {

struct Recognise : ::testing::Test {
  testing::TemporaryFolder folder;

  /// The format's id, or the message without the folder's own path and the list of formats.
  std::string of(const std::string& name) const {
    Diagnostics diagnostics;
    if (const Format* format = recognise(folder.at(name), diagnostics)) return std::string(format->id);
    const std::string all = testing::messages(diagnostics, {});
    const std::string whole = all.substr(folder.path().size() + 1);
    return whole.substr(0, whole.find("; gelezen worden"));
  }
  std::string of_bytes(const std::string& bytes) const {
    folder.write("bron", bytes);
    return of("bron");
  }
};

TEST_F(Recognise, GraficoByItsFoldersNotByItsName) {
  std::filesystem::create_directories(folder.at("kopie/model/business"));
  folder.write("kopie/model/folder.xml", "<a/>");
  folder.write("kopie/model/business/folder.xml", "<a/>");
  EXPECT_EQ("grafico", of("kopie"));
  EXPECT_EQ("grafico", of("kopie/model"));
  EXPECT_EQ("kopie/model/business: fout: wat er in deze map staat, is niet te herkennen", of("kopie/model/business"));
}

TEST_F(Recognise, SaysWhatItIsWhenItIsNotRead) {
  EXPECT_EQ("bron: fout: dit is tekst die begint met 'Geachte heer', en daarvoor is geen lezer",
            of_bytes("\n Geachte heer\nHartelijk"));
  EXPECT_EQ("bron: fout: dit is DMN, en dat wordt niet gelezen",
            of_bytes("<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/>"));
  EXPECT_EQ("bron: fout: dit is een ingepakt bestand met daarin a/b.txt, en daarvoor is geen lezer",
            of_bytes(testing::zip_of({{"a/b.txt", "<a/>"}})));
  EXPECT_EQ("bron: fout: dit is Word (docx), en dat wordt niet gelezen",
            of_bytes(testing::zip_of({{"word/document.xml", "<a/>"}})));
  EXPECT_EQ("bron: fout: dit is XML met het hoofdelement <x:lijst> in de naamruimte 'urn:x', en daarvoor is geen lezer",
            of_bytes("<!-- lijst --><x:lijst a='1' xmlns:x='urn:x'>"));
  EXPECT_EQ("bron: fout: dit is XML met het hoofdelement <lijst>, zonder naamruimte, en daarvoor is geen lezer",
            of_bytes("<lijst/>"));
  EXPECT_EQ("bron: fout: dit is JSON met de velden a, b, en daarvoor is geen lezer",
            of_bytes(R"({"a": 1, "b": {"c": 2}})"));
  EXPECT_EQ(
      "bron: fout: dit is JSON, een lijst waarvan het eerste onderdeel de velden a heeft, en daarvoor is geen lezer",
      of_bytes(R"([{"a": 1}, {"b": 2}])"));
  EXPECT_EQ("bron: fout: dit is JSON, en dat wordt niet gelezen", of_bytes("[1]"));
  const std::string table = of_bytes("een;twee;3;4;5;6;7\n1;2;3;4;5;6;7\n");
  EXPECT_EQ("bron: fout: dit is een lijst met de kolommen een, twee, 3, 4, 5, 6, 7", table.substr(0, table.find(';')));
  EXPECT_EQ("bron: fout: wat dit voor bestand is, is niet te herkennen", of_bytes(std::string("a;b\0c", 5)));
  EXPECT_EQ("bron: fout: dit is een catalogus van keuzes, geen bron; noem hem in het kaartbestand bij de catalogi",
            of_bytes("<catalogus xmlns=\"urn:keuzekaart:catalogus:1\"/>"));
  EXPECT_EQ("bron: fout: dit is een kaartbestand, geen bron",
            of_bytes("<?xml version=\"1.0\"?>\n<kaart versie=\"1\">"));
}

TEST_F(Recognise, SaysThatNothingIsThere) {
  EXPECT_EQ("weg: fout: bestaat niet [K101 cannot-read]\n", of("weg"));
  EXPECT_EQ("bron: fout: het bestand is leeg [K102 nothing-found]\n", of_bytes(""));
  std::filesystem::create_directory(folder.at("leeg"));
  EXPECT_EQ(
      "leeg: fout: hier is niets om te lezen: er staat geen enkel bestand van een bron in deze map [K102 "
      "nothing-found]\n",
      of("leeg"));
}

TEST_F(Recognise, FindsAFormatByItsIdOnly) {
  EXPECT_EQ("grafico", find_format("grafico")->id);
  EXPECT_EQ(nullptr, find_format("GRAFICO"));
}

}  // namespace
}  // namespace keuzekaart
