#include <gtest/gtest.h>

#include <filesystem>

#include "importers/own_lists.hpp"
#include "importers/read_file.hpp"
#include "tests/support/messages.hpp"
#include "tests/support/places.hpp"

namespace keuzekaart {
namespace {

/// What the example of Open Inwoner gives, as CSV and as a workbook.
std::string open_inwoner(const std::string& file) {
  Sources sources;
  Diagnostics diagnostics;
  const OwnLists lists = read_own_lists_text(
      shared_data("/pdc/lijst.xml"),
      "<lijsten xmlns=\"urn:keuzekaart:lijsten:1\"><producten bestand=\"" + file +
          "\"><id kolom=\"slug\"/><naam kolom=\"name\"/><omschrijving kolom=\"summary\"/></producten></lijsten>",
      [](const std::string& path, Diagnostics& found) { return read_file(path, found); }, sources, diagnostics);
  std::string out = testing::messages(diagnostics, sources);
  for (const MapProduct& p : lists.products)
    for (const Text& text : {p.id, p.name, p.description}) out.append(text.value).append("|");
  return out;
}

TEST(RealLists, TheExampleOfOpenInwonerIsTheSameInBothForms) {
  if (!std::filesystem::exists(shared_data())) GTEST_SKIP() << "shared data is not there";
  const std::string text = open_inwoner("product_file_example.csv");
  EXPECT_NE("", text);
  EXPECT_EQ(text, open_inwoner("product_file_example.xlsx"));
}

}  // namespace
}  // namespace keuzekaart
