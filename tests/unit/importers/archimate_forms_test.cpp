// One model in every form gives the same tables: small made-up models, and GEMMA and NORA where they are there.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "cli/catalogues.hpp"
#include "importers/format_registry.hpp"
#include "modeler/join/join.hpp"
#include "modeler/rules/rule_engine.hpp"
#include "modeler/tables/table_registry.hpp"
#include "tests/support/archimate_forms.hpp"
#include "tests/support/messages.hpp"
#include "tests/support/places.hpp"
#include "tests/support/temporary_folder.hpp"

namespace keuzekaart {
namespace {

using testing::FormsModel;
using testing::ModelForm;
using testing::TemporaryFolder;

struct Read {
  std::string format;
  std::string errors;
  std::size_t elements = 0, relations = 0;
  std::vector<std::string> lines;  ///< every cell of every table: table, row, column, value
};

/// The sheet of origins says where things stand, and the reading guide how many views and properties each source has:
/// that differs between forms (docs/formats.md says how).
bool is_about_sources(const Table& table) { return table.key == "herkomst" || table.key == "leeswijzer"; }

Read read(const std::string& path, const std::set<std::string>& without_columns = {}) {
  static const Labels labels = load_labels(Language::nl);
  Read result;
  Sources sources;
  Diagnostics diagnostics;
  const Format* format = recognise(path, diagnostics);
  if (format == nullptr) {
    result.errors = testing::messages(diagnostics, sources);
    return result;
  }
  result.format = format->id;
  JoinInput input;
  input.sources.push_back({{"bron", "", "", ""}, format->read(path, sources, diagnostics), std::nullopt});
  const auto& model = std::get<archimate::ArchimateModel>(input.sources.front().content);
  result.elements = model.element_count();
  result.relations = model.relation_count();
  const Model joined = join(std::move(input), sources, diagnostics);
  for (const Diagnostic& d : diagnostics.all())
    if (d.severity() == Severity::error) result.errors += d.label_key() + ' ';
  const std::vector<Finding> findings = find_all(joined);
  for (const Table& table : make_tables({joined, sources, labels, findings})) {
    if (is_about_sources(table)) continue;
    for (const Row& row : table.rows)
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (!row.cells[i].value().empty() && !without_columns.contains(table.key + '.' + table.columns[i].key))
          result.lines.push_back(table.key + '/' + row.code + '/' + table.columns[i].key + ": " + row.cells[i].value());
  }
  return result;
}

/// The first cells that differ, to be read.
std::string difference(const std::vector<std::string>& expected, const std::vector<std::string>& found) {
  std::string out;
  std::size_t shown = 0;
  for (std::size_t i = 0; i < std::max(expected.size(), found.size()) && shown < 5; ++i) {
    const std::string a = i < expected.size() ? expected[i] : "(nothing)";
    const std::string b = i < found.size() ? found[i] : "(nothing)";
    if (a == b) continue;
    out += "  " + a + "\n  " + b + "\n";
    ++shown;
  }
  return out;
}

/// Plain numbers with a fixed start.
struct Numbers {
  std::uint64_t state;
  std::size_t below(std::size_t bound) {
    state = state * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state >> 33U) % bound;
  }
};

/// A model with everything that real ones have: awkward names, repeated and empty properties, junctions, ends that are
/// relations, loops.
FormsModel made_up(std::uint64_t start) {
  constexpr const char* types[] = {"BusinessProcess",  "BusinessProcess",
                                   "BusinessFunction", "BusinessActor",
                                   "BusinessRole",     "ApplicationComponent",
                                   "Constraint",       "ApplicationService",
                                   "BusinessObject",   "Junction",
                                   "Grouping"};
  constexpr const char* relations[] = {"Composition", "Aggregation", "Assignment", "Realization", "Specialization",
                                       "Serving",     "Access",      "Triggering", "Flow",        "Association"};
  constexpr const char* names[] = {"Zaak & \"zaak\"",   "Proces <nieuw>",      "Beëindigen; of niet",
                                   "Nb\u00A0sp, komma", "Deelproces 'Intake'", "...",
                                   "Gemeente",          "Bedrijfsproces"};
  constexpr const char* gemma_types[] = {"Bedrijfsproces", "Bedrijfsproces (cluster)", "Referentiecomponent",
                                         "Standaard"};
  constexpr const char* access[] = {"", "Read", "Access", "ReadWrite"};
  Numbers numbers{start};
  FormsModel model;
  for (std::size_t i = 0; i < 25; ++i) {
    FormsModel::Element e;
    e.id = "e" + std::to_string(i);
    e.type = types[numbers.below(std::size(types))];
    e.name = names[numbers.below(std::size(names))] + std::string(" ") + std::to_string(i);
    if (numbers.below(2) == 0) e.documentation = "Eerste regel\ntweede; \"regel\" & <meer>\n";
    if (numbers.below(3) == 0) e.properties.emplace_back("GEMMA type", gemma_types[numbers.below(4)]);
    if (numbers.below(2) == 0) e.properties.emplace_back("Object ID", "sleutel-" + std::to_string(i));
    if (numbers.below(4) == 0) e.properties.emplace_back("Status", "");
    if (numbers.below(4) == 0) e.properties.emplace_back("Status", "In gebruik");
    if (e.type == "BusinessProcess" && numbers.below(3) == 0) e.specialisation = "Loket";
    if (numbers.below(3) == 0) e.folder = "Map" + std::to_string(numbers.below(3));
    model.elements.push_back(e);
  }
  for (std::size_t i = 0; i < 40; ++i) {
    FormsModel::Relation r;
    r.id = "r" + std::to_string(i);
    r.type = relations[numbers.below(std::size(relations))];
    r.from = "e" + std::to_string(numbers.below(25));
    r.to = "e" + std::to_string(numbers.below(25));
    if (r.type == "Association" && i > 0) r.from = "r" + std::to_string(numbers.below(i));
    if (r.type == "Association") r.directed = numbers.below(2) == 0;
    if (r.type == "Access") r.access = access[numbers.below(4)];
    if (numbers.below(3) == 0) r.name = "levert \"" + std::to_string(i) + "\"";
    if (numbers.below(4) == 0) r.properties.emplace_back("Toelichting", "nan");
    model.relations.push_back(r);
  }
  return model;
}

TEST(ArchimateForms, OneModelGivesTheSameTablesInEveryForm) {
  // Chains without a common whole are called after their folder, which CSV does not have.
  const std::set<std::string> without{"ketens.keten"};
  for (const std::uint64_t start : {1U, 22U, 333U}) {
    const FormsModel model = made_up(start);
    std::optional<Read> first;
    for (const ModelForm& form : testing::model_forms()) {
      SCOPED_TRACE(form.name);
      const TemporaryFolder folder;
      const Read found = read(form.write(model, folder), form.folders ? std::set<std::string>{} : without);
      EXPECT_EQ(form.format, found.format);
      EXPECT_EQ("", found.errors);
      EXPECT_EQ(model.elements.size(), found.elements);
      EXPECT_EQ(model.relations.size(), found.relations);
      if (!first) {
        EXPECT_LT(100U, found.lines.size());
        first = found;
      }
      std::vector<std::string> expected = first->lines;
      if (!form.folders)
        std::erase_if(expected, [](const std::string& l) {
          return l.starts_with("ketens/") && l.find("/keten: ") != std::string::npos;
        });
      EXPECT_EQ("", difference(expected, found.lines));
    }
  }
}

/// Reads the forms of a real model: every cell of every table about things must be the same.
void expect_equal(const std::vector<std::string>& paths, std::size_t elements, std::size_t relations) {
  std::optional<Read> first;
  for (const std::string& name : paths) {
    SCOPED_TRACE(name);
    const Read found = read(shared_data("/" + std::string(name)));
    EXPECT_EQ("", found.errors);
    EXPECT_EQ(elements, found.elements);
    EXPECT_EQ(relations, found.relations);
    if (!first) first = found;
    EXPECT_EQ("", difference(first->lines, found.lines));
  }
}

TEST(ArchimateForms, GemmaIsTheSameInThreeForms) {
  if (!std::filesystem::exists(shared_data())) GTEST_SKIP() << "shared data is not there";
  expect_equal({"gemma/model", "gemma/gemma.archimate", "gemma/gemma-open-exchange.xml"}, 3006, 6257);
}

TEST(ArchimateForms, NoraIsTheSameInThreeForms) {
  if (!std::filesystem::exists(shared_data())) GTEST_SKIP() << "shared data is not there";
  expect_equal({"nora/grafico-model", "nora/NORA-Werkgroep-APs.archimate", "nora/NORA-Werkgroep-APs.xml"}, 190, 481);
}

}  // namespace
}  // namespace keuzekaart
