// What is proposed on the list of uniform names of April 2025 and GEMMA, and what the trace of a product shows.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "modeler/facts/product_chain.hpp"
#include "modeler/proposals/proposal.hpp"
#include "tests/support/places.hpp"
#include "tests/support/whole_map.hpp"

namespace keuzekaart {
namespace {

using ::testing::ElementsAre;

const std::string data = shared_data();

TEST(RealProposals, UplOf2025WithGemma) {
  if (!std::filesystem::exists(data)) GTEST_SKIP() << "shared data is not there";
  const auto whole = testing::sources_alone({data + "/gemma/model", data + "/upl/UPL-actueel-2025-04.csv"});
  const Labels labels = testing::labels_in(Language::nl);
  std::size_t municipal = 0;
  for (const Product& p : whole->model.products) municipal += p.by_municipality ? 1 : 0;
  EXPECT_EQ(511U, municipal);  // 512 with the placeholder

  std::map<std::string, std::size_t> by_confidence;
  std::vector<EntityRef> proposed;
  for (const Proposal& p : propose(whole->model, ProposedFor::listed_products)) {
    ASSERT_EQ(LinkKind::product_process, p.kind);
    ++by_confidence[std::string(word_of(p.confidence))];
    proposed.push_back(p.from);
    const Product& product = whole->model.product(p.from);
    EXPECT_TRUE(product.by_municipality);
    EXPECT_NE("UPL-naam nog niet beschikbaar", product.name.value);
    EXPECT_GE(p.trace.places.size(), 2U) << product.name.value;
    EXPECT_FALSE(reason_of(p, labels).empty());
  }
  EXPECT_TRUE(std::ranges::is_sorted(proposed));
  EXPECT_EQ(proposed.end(), std::ranges::adjacent_find(proposed));  // one for each product
  EXPECT_GE(proposed.size(), 330U);
  EXPECT_EQ((std::map<std::string, std::size_t>{{"sterk", 206}, {"redelijk", 120}, {"zwak", 50}}), by_confidence);
}

/// Every line of the way, indented by how far it is from the product.
void lines_of(const std::vector<ChainNode>& nodes, std::size_t level, std::vector<std::string>& lines) {
  for (const ChainNode& node : nodes) {
    lines.push_back(fmt::format("{:{}}{}: {}", "", 2 * level, node.what, node.value));
    EXPECT_TRUE(node.gap || !node.trace.places.empty()) << lines.back();
    lines_of(node.next, level + 1, lines);
  }
}

TEST(RealProposals, ProductsOfDenHaagReachTheirLawByTheUniformName) {
  if (!std::filesystem::exists(data)) GTEST_SKIP() << "shared data is not there";
  const auto whole =
      testing::sources_alone({data + "/sc/sru_sc_denhaag_sample.xml", data + "/upl/UPL-actueel-2025-04.csv"});
  const Labels labels = testing::labels_in(Language::nl);
  std::vector<std::string> lines;
  std::size_t own = 0;
  for (std::uint32_t i = 0; i < whole->model.products.size(); ++i) {
    if (!whole->model.products[i].own) continue;
    ++own;
    lines.push_back(std::string(whole->model.products[i].code.value));
    lines_of(product_chain(whole->model, labels, {EntityKind::product, i}), 1, lines);
  }
  EXPECT_EQ(3U, own);
  EXPECT_THAT(lines, ElementsAre("135129", "  uniforme productnaam: bijzonderebijstandsuitkering (bijzBijstUitk)",
                                 "    wet: Artikel 35 Participatiewet", "  proces: nog geen proces gekoppeld", "135142",
                                 "  uniforme productnaam: bijzonderebijstandsuitkering (bijzBijstUitk)",
                                 "    wet: Artikel 35 Participatiewet", "  proces: nog geen proces gekoppeld", "135157",
                                 "  uniforme productnaam: bijzonderebijstandsuitkering (bijzBijstUitk)",
                                 "    wet: Artikel 35 Participatiewet", "  proces: nog geen proces gekoppeld"));
}

}  // namespace
}  // namespace keuzekaart
