// The sample with the real GEMMA and UPL in place of its own excerpts: every key it uses is a real one.
#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "importers/grafico.hpp"
#include "importers/map_reader.hpp"
#include "importers/upl.hpp"
#include "modeler/join/join.hpp"
#include "tests/support/places.hpp"

namespace keuzekaart {
namespace {

std::string all_of(const Model& model) {
  std::string keys;
  for (const UnresolvedReference& u : model.unresolved) keys.append(u.name.value).append("\n");
  return keys;
}

TEST(SampleWithRealSources, UsesOnlyRealKeys) {
  const std::string data = shared_data(), folder = checkout("/samples/waterrijk/");
  if (!std::filesystem::exists(data + "/gemma/model")) GTEST_SKIP() << "shared data is not there";
  Sources sources;
  Diagnostics diagnostics;
  JoinInput input;
  input.map = read_map(folder + "kaart.xml", sources, diagnostics);
  input.sources.push_back({{"gemma", "grafico", "", ""},
                           read_grafico(data + "/gemma/model", sources, diagnostics),
                           read_grafico(folder + "bronnen/gemma-vorige/model", sources, diagnostics)});
  input.sources.push_back(
      {{"upl", "upl", "", ""}, read_upl(data + "/upl/UPL-actueel-2025-04.csv", sources, diagnostics), std::nullopt});
  const Model model = join(std::move(input), sources, diagnostics);
  EXPECT_EQ("", all_of(model));
  EXPECT_EQ(0U, diagnostics.count(Severity::error));
}

}  // namespace
}  // namespace keuzekaart
