// The counts of the real models. Those that a person may want to check again were computed with another XML library.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "importers/grafico.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/places.hpp"

namespace keuzekaart {
namespace {

using archimate::ArchimateModel;
using archimate::Concept;
using archimate::ConceptId;

struct Loaded {
  Sources sources;
  Diagnostics diagnostics;
  ArchimateModel model;
};

const Loaded& loaded(const std::string& folder) {
  static std::map<std::string, Loaded> all;
  const auto [at, fresh] = all.try_emplace(folder);
  if (fresh) at->second.model = read_grafico(folder, at->second.sources, at->second.diagnostics);
  return at->second;
}

#define REAL(name, folder)                                                               \
  const std::string name##_path = shared_data("/" + std::string(folder));                \
  if (!std::filesystem::exists(name##_path)) GTEST_SKIP() << "shared data is not there"; \
  const Loaded& name = loaded(name##_path)

std::size_t count_concepts(const ArchimateModel& model, auto wanted) {
  return static_cast<std::size_t>(std::count_if(model.concepts.begin(), model.concepts.end(), wanted));
}

std::size_t count_in_texts(const ArchimateModel& model, std::string_view what) {
  std::size_t number = 0;
  const auto count = [&](std::string_view text) {
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++number;
  };
  for (const Concept& c : model.concepts) {
    count(c.name.value);
    count(c.documentation.value);
    for (const archimate::Property& p : model.properties_of(c)) {
      count(p.key.value);
      count(p.value.value);
    }
  }
  return number;
}

TEST(RealGrafico, GemmaHoldsAllElementsRelationsAndViews) {
  REAL(gemma, "gemma");
  EXPECT_EQ(3006U, gemma.model.element_count());
  EXPECT_EQ(6257U, gemma.model.relation_count());
  EXPECT_EQ(358U, gemma.model.views.size());
  EXPECT_EQ(290U, gemma.model.folders.size());
  EXPECT_EQ(1U, gemma.model.profiles.size());
  EXPECT_EQ("GEMMA", gemma.model.name.value);
  EXPECT_FALSE(gemma.diagnostics.has_errors());

  // The oddities, and nothing else.
  std::map<std::string_view, std::vector<std::string>> said;
  for (const Diagnostic& d : gemma.diagnostics.all()) said[row_of(d.code).key] = d.arguments;
  const std::map<std::string_view, std::vector<std::string>> expected{
      {"K601", {"26"}}, {"K602", {"81", "58"}}, {"K603", {"2"}}, {"K604", {"238"}}, {"K605", {"3"}}};
  EXPECT_EQ(expected, said);

  std::size_t ends = 0;
  for (const Concept& c : gemma.model.concepts)
    for (const ConceptId end : {c.source, c.target})
      if (end != ConceptId::none && is_relation(gemma.model.at(end).type)) ++ends;
  EXPECT_EQ(4U, ends);
}

/// What can get lost without anyone seeing it.
struct Kept {
  std::size_t properties = 0, without_key = 0, without_value = 0, keys = 0, profile_references = 0, directed = 0;
  std::size_t name_bytes = 0, documentation_bytes = 0, value_bytes = 0, line_feeds = 0, carriage_returns = 0;
  std::size_t shown = 0, view_properties = 0;

  friend bool operator==(const Kept&, const Kept&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Kept& k) {
    for (const std::size_t n :
         {k.properties, k.without_key, k.without_value, k.keys, k.profile_references, k.directed, k.name_bytes,
          k.documentation_bytes, k.value_bytes, k.line_feeds, k.carriage_returns, k.shown, k.view_properties})
      out << n << ' ';
    return out;
  }
};

Kept kept_by(const ArchimateModel& model) {
  Kept kept;
  std::set<std::string_view> keys;
  for (const Concept& c : model.concepts) {
    kept.name_bytes += c.name.value.size();
    kept.documentation_bytes += c.documentation.value.size();
    kept.profile_references += c.profiles.count;
    if (c.directed) ++kept.directed;
    for (const archimate::Property& p : model.properties_of(c)) {
      ++kept.properties;
      kept.value_bytes += p.value.value.size();
      if (p.value.empty()) ++kept.without_value;
      if (p.key.empty())
        ++kept.without_key;
      else if (!is_relation(c.type))
        keys.insert(p.key.value);
    }
  }
  kept.keys = keys.size();
  kept.line_feeds = count_in_texts(model, "\n");
  kept.carriage_returns = count_in_texts(model, "\r");
  for (const archimate::View& v : model.views) {
    kept.shown += v.shown.count;
    kept.view_properties += v.properties.count;
  }
  return kept;
}

TEST(RealGrafico, GemmaKeepsEveryPropertyLineBreakAndProfile) {
  REAL(gemma, "gemma");
  const Kept expected{.properties = 12078 + 12530,
                      .without_key = 2,
                      .without_value = 76 + 1,
                      .keys = 59,
                      .profile_references = 1,
                      .directed = 796,
                      .name_bytes = 95948,
                      .documentation_bytes = 414588,
                      .value_bytes = 885657,
                      .line_feeds = 557,
                      .carriage_returns = 26,
                      .shown = 27673,
                      .view_properties = 2553};
  EXPECT_EQ(expected, kept_by(gemma.model));

  // Junk is kept as read.
  const auto explained_by = [&](std::string_view value) {
    return count_concepts(gemma.model, [&](const Concept& c) {
      return is_relation(c.type) && gemma.model.property(c, "Toelichting").value == value;
    });
  };
  EXPECT_EQ(589U, explained_by("nan"));
  EXPECT_EQ(31U, explained_by("<memo>"));

  // What the file leaves out is the default.
  const auto access = [&](archimate::AccessMode mode) {
    return count_concepts(
        gemma.model, [&](const Concept& c) { return c.type == archimate::ConceptType::access && c.access == mode; });
  };
  EXPECT_EQ(18U, access(archimate::AccessMode::write));
  EXPECT_EQ(7U, access(archimate::AccessMode::read));
  EXPECT_EQ(1U, access(archimate::AccessMode::unspecified));

  // Every text stands where its place says.
  for (const Concept& c : gemma.model.concepts) {
    const std::string_view text = gemma.sources.text(c.id.place.file);
    ASSERT_EQ(c.id.value, text.substr(c.id.place.offset, c.id.value.size()));
    ASSERT_EQ(c.source_id.value,
              text.substr(c.source_id.place.known() ? c.source_id.place.offset : 0, c.source_id.value.size()));
  }
}

TEST(RealGrafico, NoraHoldsAll) {
  REAL(nora, "nora/grafico-model");
  EXPECT_EQ(190U, nora.model.element_count());
  EXPECT_EQ(481U, nora.model.relation_count());
  EXPECT_EQ(52U, nora.model.views.size());
  const Kept expected{.properties = 89,
                      .keys = 1,
                      .directed = 25,
                      .name_bytes = 7647,
                      .documentation_bytes = 61083,
                      .value_bytes = 445,
                      .line_feeds = 300,
                      .carriage_returns = 142,
                      .shown = 951};
  EXPECT_EQ(expected, kept_by(nora.model));
  EXPECT_FALSE(nora.diagnostics.has_errors());
}

TEST(RealGrafico, OverGemmaHoldsAll) {
  REAL(over, "over-gemma/grafico-model");
  EXPECT_EQ(483U, over.model.element_count());
  EXPECT_EQ(808U, over.model.relation_count());
  const Kept expected{.properties = 735 + 888,
                      .keys = 15,
                      .directed = 29,
                      .name_bytes = 11203,
                      .documentation_bytes = 31948,
                      .value_bytes = 54199,
                      .line_feeds = 104,
                      .carriage_returns = 24,
                      .shown = 2048,
                      .view_properties = 139};
  EXPECT_EQ(expected, kept_by(over.model));
  EXPECT_FALSE(over.diagnostics.has_errors());
}

}  // namespace
}  // namespace keuzekaart
