// The real ArchiMate files that are not GRAFICO. What is expected was counted with another XML library.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "importers/archimate_file.hpp"
#include "importers/open_exchange.hpp"
#include "tests/support/places.hpp"

namespace keuzekaart {
namespace {

using archimate::ArchimateModel;

/// Elements, relations, views, and then every code with how often it was said.
std::string read(const std::string& name) {
  Sources sources;
  Diagnostics diagnostics;
  const std::string path = shared_data("/" + std::string(name));
  const ArchimateModel model = name.ends_with(".archimate") ? read_archimate(path, sources, diagnostics)
                                                            : read_open_exchange(path, sources, diagnostics);
  std::map<std::string, int> codes;
  for (const Diagnostic& d : diagnostics.all()) ++codes[d.label_key()];
  std::string out = fmt::format("{} {} {}", model.element_count(), model.relation_count(), model.views.size());
  for (const auto& [code, times] : codes) out += fmt::format(" {}:{}", code, times);
  return out;
}

TEST(RealArchimate, EveryFileIsReadWhole) {
  if (!std::filesystem::exists(shared_data())) GTEST_SKIP() << "shared data is not there";
  EXPECT_EQ("3006 6257 358 K601:1 K602:1 K603:1 K604:1 K605:1", read("gemma/gemma.archimate"));
  EXPECT_EQ("3006 6257 357 K601:1 K602:1 K604:1 K605:1", read("gemma/gemma-open-exchange.xml"));
  EXPECT_EQ("190 481 52", read("nora/NORA-Werkgroep-APs.archimate").substr(0, 10));
  EXPECT_EQ("190 481 52", read("nora/NORA-Werkgroep-APs.xml").substr(0, 10));
  EXPECT_EQ("687 1150 79", read("over-gemma/Over-GEMMA_2025-01-29.xml").substr(0, 11));
  EXPECT_EQ("27 37 4 K631:1", read("ameff/OpenDay-ameff-2.1.xml"));
  EXPECT_EQ("120 178 17 K602:1 K604:1", read("ameff/archisurance_OpenGroupXMLExchange.xml"));
  EXPECT_EQ("122 177 20 K604:1", read("archimate/Archisurance_archi_tests.archimate"));
  EXPECT_EQ("0 0 0 K129:2 K130:1", read("archimate/archi_compatibility_test1.archimate"));
  EXPECT_EQ("0 0 0 K128:1", read("archimate/archi_compatibility_test2.archimate"));
  EXPECT_EQ("0 0 2 K635:1", read("archimate/model_zipped.archimate"));
}

}  // namespace
}  // namespace keuzekaart
