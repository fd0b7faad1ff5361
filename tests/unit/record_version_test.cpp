#include "modeler/analyses/record_version.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "importers/archimate_file.hpp"
#include "importers/grafico.hpp"
#include "importers/open_exchange.hpp"
#include "tests/support/places.hpp"

namespace keuzekaart {
namespace {

using archimate::ArchimateModel;
using archimate::Concept;
using archimate::ConceptType;

Concept concept_of(ConceptType type, std::string_view id, std::string_view name, std::string_view documentation = {}) {
  Concept made;
  made.type = type;
  made.id.value = id;
  made.name.value = name;
  made.documentation.value = documentation;
  return made;
}

Concept serving(std::string_view id, std::string_view source, std::string_view target) {
  Concept made = concept_of(ConceptType::serving, id, "");
  made.source_id.value = source;
  made.target_id.value = target;
  return made;
}

std::string told(const ArchimateModel& before, const ArchimateModel& now) {
  std::string out;
  for (const ChangeTally& t : tally_concepts(before, now))
    out += fmt::format("{} {}>{} +{} ~{} -{}; ", t.kind, t.before, t.now, t.came, t.changed, t.gone);
  return out;
}

TEST(TallyConcepts, CountsWhatCameWentAndChanged) {
  ArchimateModel before;
  before.concepts = {concept_of(ConceptType::goal, "a", "Snel"), concept_of(ConceptType::goal, "b", "Goed"),
                     concept_of(ConceptType::goal, "c", "Goedkoop"), serving("r", "a", "b"), serving("s", "b", "c")};
  ArchimateModel now;
  now.concepts = {concept_of(ConceptType::goal, "a", "Sneller"), concept_of(ConceptType::requirement, "b", "Goed"),
                  concept_of(ConceptType::goal, "d", "Duurzaam"), serving("r", "a", "d"), serving("s", "b", "c")};
  EXPECT_EQ("soort.modelelement 3>3 +1 ~2 -1; soort.modelrelatie 2>2 +0 ~1 -0; ", told(before, now));
}

TEST(TallyConcepts, SeesAChangedProperty) {
  ArchimateModel before;
  before.concepts = {concept_of(ConceptType::goal, "a", "Snel")};
  before.concepts[0].properties = {0, 1};
  before.properties.resize(1);
  before.properties[0].key.value = "Status";
  ArchimateModel now = before;
  EXPECT_EQ("soort.modelelement 1>1 +0 ~0 -0; soort.modelrelatie 0>0 +0 ~0 -0; ", told(before, now));
  now.properties[0].value.value = "vastgesteld";
  EXPECT_EQ("soort.modelelement 1>1 +0 ~1 -0; soort.modelrelatie 0>0 +0 ~0 -0; ", told(before, now));
}

TEST(TallyConcepts, OverlooksHowAFormWritesIdsAndLineEnds) {
  ArchimateModel before;
  before.concepts = {concept_of(ConceptType::goal, "id-a", "Snel", "Binnen een week.\r\nOf eerder. "),
                     serving("id-r", "id-a", "a")};
  ArchimateModel now;
  now.concepts = {concept_of(ConceptType::goal, "a", "Snel", "Binnen een week.\nOf eerder."),
                  serving("r", "a", "id-a")};
  EXPECT_EQ("soort.modelelement 1>1 +0 ~0 -0; soort.modelrelatie 1>1 +0 ~0 -0; ", told(before, now));
}

TEST(TallyConcepts, FindsNoChangeBetweenTheFormsOfARealModel) {
  const std::string nora = shared_data("/nora/");
  if (!std::filesystem::exists(nora)) GTEST_SKIP() << "shared data is not there";
  Sources sources;
  Diagnostics diagnostics;
  const ArchimateModel grafico = read_grafico(nora + "grafico-model", sources, diagnostics);
  const std::string same = "soort.modelelement 190>190 +0 ~0 -0; soort.modelrelatie 481>481 +0 ~0 -0; ";
  EXPECT_EQ(same, told(grafico, read_archimate(nora + "NORA-Werkgroep-APs.archimate", sources, diagnostics)));
  EXPECT_EQ(same, told(grafico, read_open_exchange(nora + "NORA-Werkgroep-APs.xml", sources, diagnostics)));
}

}  // namespace
}  // namespace keuzekaart
