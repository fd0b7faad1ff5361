// Real files of catalogues and code lists, when they are there.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "importers/format_registry.hpp"
#include "importers/upl.hpp"
#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "modeler/join/join.hpp"
#include "tests/support/messages.hpp"
#include "tests/support/places.hpp"

namespace keuzekaart {
namespace {

struct RealSources : ::testing::Test {
  const std::string shared = shared_data();
  Sources sources;
  Diagnostics diagnostics;
  JoinInput input;

  void SetUp() override {
    if (!std::filesystem::exists(shared)) GTEST_SKIP() << "shared data is not there";
  }
  /// Reads a file by the one format that recognises it.
  template <class Content>
  Content read(const std::string& path) {
    const Format* format = recognise(shared + "/" + path, diagnostics);
    if (format == nullptr) {
      ADD_FAILURE() << said();
      return {};
    }
    return std::get<Content>(format->read(shared + "/" + path, sources, diagnostics));
  }
  template <class Content>
  void add(const std::string& id, const std::string& path) {
    input.sources.push_back({{id, id, path, id}, read<Content>(path), std::nullopt});
  }
  std::string said() const { return testing::messages(diagnostics, sources); }
  std::size_t said(Code code) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(diagnostics.all(), [code](const Diagnostic& d) { return d.code == code; }));
  }
};

TEST_F(RealSources, ThreeProductsOfDenHaagReachTheLawOfTheirOneUniformName) {
  add<ProductList>("sc", "sc/sru_sc_denhaag_sample.xml");
  add<ProductList>("upl", "upl/UPL-actueel-2025-04.csv");
  EXPECT_EQ(1U, said(Code::K157)) << "3 of the 16 that were found";
  const Model model = join(std::move(input), sources, diagnostics);
  std::set<std::string_view> uniform, laws;
  std::size_t own = 0;
  for (std::uint32_t i = 0; i < model.products.size(); ++i) {
    if (!model.products[i].own) continue;
    ++own;
    const EntityRef ref{EntityKind::product, i};
    for (const Link& link : model.links.from(LinkKind::product_uniform, ref))
      uniform.insert(model.product(link.to).upl_uri.value);
    for (const Link& link : model.links.from(LinkKind::product_law, ref)) laws.insert(model.entity(link.to).name.value);
    EXPECT_EQ(1U, model.links.from(LinkKind::product_provider, ref).size());
  }
  EXPECT_EQ(3U, own);
  EXPECT_EQ((std::set<std::string_view>{"http://standaarden.overheid.nl/owms/terms/bijzBijstUitk"}), uniform);
  EXPECT_EQ((std::set<std::string_view>{"Artikel 35 Participatiewet"}), laws);
  EXPECT_EQ(3U, said(Code::K643)) << "their URI is not the list's, their name is";
  ASSERT_EQ(1U, model.parties.size());
  EXPECT_EQ("'s-Gravenhage", model.parties.front().name.value);
}

TEST_F(RealSources, TheDumpOfOpenZaakHoldsFourCaseTypesWithTheirParts) {
  const auto catalogue = read<ProcessCatalogue>("ztc/openzaak_docker_fixture_catalogi.json");
  EXPECT_EQ(1U, diagnostics.all().size()) << said();
  EXPECT_EQ(1U, said(Code::K345)) << "other tables of the database";
  std::size_t steps = 0, roles = 0, results = 0;
  for (const CatalogueProcess& p : catalogue.processes) {
    steps += p.steps.size();
    roles += p.roles.size();
    results += p.results.size();
    EXPECT_TRUE(p.draft) << p.id.value;
    EXPECT_TRUE(std::ranges::is_sorted(p.steps, {}, &CatalogueStep::order)) << p.id.value;
  }
  EXPECT_EQ(4U, catalogue.processes.size());
  EXPECT_EQ(10U, steps);
  EXPECT_EQ(4U, roles);
  EXPECT_EQ(15U, results);
  EXPECT_EQ("Aanvraag ontvangen", catalogue.processes.front().steps.front().name.value);
  EXPECT_EQ("91 dagen", catalogue.processes.front().lead_time.value);
}

TEST_F(RealSources, TheDumpOfOpenProductHoldsTwoProductTypes) {
  const auto list = read<ProductList>("pdc/openproduct_demodata.json");
  EXPECT_EQ(1U, diagnostics.all().size()) << said();
  EXPECT_EQ(1U, said(Code::K345)) << "other tables of the database";
  std::string products;
  for (const CatalogueProduct& p : list.products)
    products += fmt::format("{} {} {}|", p.code.value, p.name.value, p.upl_uri.value);
  EXPECT_EQ(
      "PARKVER Parkeervergunning http://standaarden.overheid.nl/owms/terms/parkeervergunning|"
      "IDENKAA Identiteitskaart http://standaarden.overheid.nl/owms/terms/identiteitskaart|",
      products);
}

TEST_F(RealSources, EveryResultOfTheSelectielijstHasItsProcessType) {
  const auto types = read<SelectionList>("selectielijst/procestypen.json");
  const auto results = read<SelectionList>("selectielijst/resultaten.json");
  EXPECT_EQ("", said());
  EXPECT_EQ(29U, types.types.size());
  EXPECT_EQ(346U, results.results.size());
  std::set<std::string_view> known;
  for (const ProcessType& type : types.types) known.insert(type.id.value);
  for (const SelectionResult& result : results.results)
    EXPECT_TRUE(known.contains(result.process_type.value)) << result.number.value;
}

TEST_F(RealSources, TaskFieldsOfIv3KeepTheirCodes) {
  const auto list = read<TaskFieldList>("iv3/iv3_definities_Gemeente_2026.json");
  EXPECT_EQ("", said());
  EXPECT_EQ("2026", list.year.value);
  std::set<std::string_view> codes;
  std::size_t main = 0;
  for (const TaskField& field : list.fields) {
    codes.insert(field.code.value);
    if (field.parent.empty()) ++main;
    EXPECT_EQ(field.name.value, std::string(field.name.value).substr(0, field.name.value.find_last_not_of(' ') + 1));
  }
  EXPECT_EQ(9U, main);
  EXPECT_EQ(list.fields.size(), codes.size());
  EXPECT_TRUE(codes.contains("0.1") && codes.contains("0.10") && codes.contains("6.711"));
}

TEST_F(RealSources, ProcessesOfACatalogueGetTheirTaskFields) {
  add<ProcessCatalogue>("i-navigator", "i-navigator/vergunningen-20-processen.xml");
  add<TaskFieldList>("iv3", "iv3/iv3_definities_Gemeente_2026.json");
  const Model model = join(std::move(input), sources, diagnostics);
  std::size_t with_field = 0, listed = 0;
  for (const Process& process : model.processes) {
    if (process.iv3.empty()) continue;
    ++with_field;
    if (!process.listed_task_field.empty()) ++listed;
  }
  EXPECT_NE(0U, with_field);
  EXPECT_EQ(with_field, listed + said(Code::K650)) << "every field is found in the list or said not to be";
  EXPECT_NE(0U, listed);
}

TEST_F(RealSources, ADamagedCopyOfTheUniformNamesIsReadAsTheCleanOne) {
  // As the copy of 2023 was damaged: saved by a spreadsheet that uses semicolons, with quoted rows quoted whole.
  const auto clean = read<ProductList>("upl/UPL-actueel-2025-04.csv");
  const FileId file = static_cast<FileId>(sources.count() - 1);
  std::string damaged;
  std::string_view rest = sources.text(file);
  std::size_t quoted = 0;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1);
    std::string line(rest.substr(0, end));
    rest.remove_prefix(end + 1);
    if (line.ends_with('\r')) line.pop_back();
    if (line.find('"') != std::string::npos) {
      ++quoted;
      std::string doubled = "\"";
      for (const char c : line) doubled += c == '"' ? "\"\"" : std::string(1, c);
      line = doubled + "\"";
    }
    damaged += line + ";;\r\n";
  }
  EXPECT_NE(0U, quoted);
  Sources others;
  Diagnostics said;
  const ProductList repaired = read_upl_bytes("upl.csv", damaged, others, said);
  ASSERT_EQ(clean.products.size(), repaired.products.size());
  for (std::size_t i = 0; i < clean.products.size(); ++i) {
    EXPECT_EQ(clean.products[i].key.value, repaired.products[i].key.value);
    EXPECT_EQ(clean.products[i].name.value, repaired.products[i].name.value);
    EXPECT_EQ(clean.products[i].grounds.size(), repaired.products[i].grounds.size());
  }
  EXPECT_EQ(1U, said.count(Code::K312));
  EXPECT_EQ(quoted, said.count(Code::K313));
  EXPECT_EQ(quoted + 1, said.all().size()) << testing::messages(said, others);
}

TEST_F(RealSources, ABpmnProcessOfUtrechtHasAllItsStepsInALaneAndInOrder) {
  add<ProcessFlows>("utrecht", "bpmn/utrecht_BInG3-v6.bpmn");
  const auto& flows = std::get<ProcessFlows>(input.sources.front().content);
  EXPECT_EQ(9U, flows.steps.size());
  EXPECT_EQ(3U, flows.lanes.size());
  for (const FlowStep& step : flows.steps) EXPECT_EQ(1U, step.lanes.size()) << step.name.value;
  const Model model = join(std::move(input), sources, diagnostics);
  const EntityRef process = model.find(EntityKind::process, "BInGprocesmettabel");
  ASSERT_TRUE(process.known());
  std::set<EntityRef> after;
  for (const Link& link : model.links.all())
    if (link.kind == LinkKind::order) after.insert(link.to);
  std::size_t first = 0;
  for (const Link& link : model.links.from(LinkKind::part, process)) first += after.contains(link.to) ? 0U : 1U;
  EXPECT_EQ(1U, first) << "one step follows on no other, past all gateways";
  EXPECT_FALSE(diagnostics.has_errors()) << said();
}

TEST_F(RealSources, ABpmnProcessOfDenHaagNamesItsApplicationsAndItsClient) {
  add<ProcessFlows>("contact", "bpmn/denhaag_klantcontact.bpmn");
  add<ProcessFlows>("generiek", "bpmn/denhaag_generiekprocesv2.bpmn");
  const Model model = join(std::move(input), sources, diagnostics);
  std::set<std::string_view> applications;
  for (const Application& a : model.applications) applications.insert(a.name.value);
  EXPECT_EQ((std::set<std::string_view>{"DocumentApi (DMS)", "OpenZaak", "OpenZaak API", "gzac", "klantapi"}),
            applications);
  ASSERT_EQ(1U, model.parties.size());
  EXPECT_EQ("aanvrager", model.parties.front().name.value);
  ASSERT_EQ(1U, model.handovers.size());
  EXPECT_EQ("notificatie aanvraag afgehandeld", model.handovers.front().name.value);
  EXPECT_FALSE(diagnostics.has_errors()) << said();
}

}  // namespace
}  // namespace keuzekaart
