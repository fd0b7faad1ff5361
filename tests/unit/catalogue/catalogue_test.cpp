#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "cli/catalogues.hpp"
#include "importers/catalogue/description.hpp"
#include "importers/format_registry.hpp"
#include "importers/read_file.hpp"
#include "tests/support/messages.hpp"
#include "tests/support/places.hpp"

namespace keuzekaart {
namespace {

/// The catalogue of the program, then the texts given.
struct Read {
  Sources sources;
  Diagnostics diagnostics;
  std::shared_ptr<const Catalogue> catalogue;

  explicit Read(const std::vector<std::string>& own = {}) {
    std::vector<CatalogueText> all = built_in_catalogues();
    for (const std::string& text : own) all.push_back({"eigen.xml", text});
    catalogue = read_catalogues(all, {}, sources, diagnostics);
  }
  std::string said() const { return testing::messages(diagnostics, sources); }
};

std::string own(const std::string& inside) {
  return "<catalogus xmlns='urn:keuzekaart:catalogus:1' naam='Eigen'>\n" + inside + "\n</catalogus>";
}

const Catalogue& built_in() {
  static const Read read;
  return *read.catalogue;
}

TEST(BuiltInCatalogue, ReadsWithoutAWord) { EXPECT_EQ("", Read().said()); }

TEST(BuiltInCatalogue, HoldsWhatTheFieldKnows) {
  const Catalogue& c = built_in();
  EXPECT_EQ(7U, c.areas.size());
  EXPECT_EQ(7U, c.steps.size());
  EXPECT_EQ(18U, c.functions.size());
  EXPECT_EQ(4U, c.directing_functions.size());
  EXPECT_EQ(5U, c.archetypes.size());
  EXPECT_EQ(5U, c.cooperation_models.size());
  EXPECT_EQ(9, std::ranges::count(c.organisation_models, true,
                                  [](const OrganisationModel& model) { return model.variant_of.empty(); }));
  EXPECT_EQ(4U, c.routes.size());
  EXPECT_EQ(4U, c.working_methods.size());
  EXPECT_EQ(7U, c.municipal_roles.size());
  EXPECT_EQ(3U, c.regie_forms.size());
  EXPECT_EQ(3U, c.chain_types.size());
}

TEST(BuiltInCatalogue, SaysEverythingInBothLanguagesAndWhereItComesFrom) {
  std::vector<std::string> wrong;
  for (const CatalogueEntry* entry : built_in().all()) {
    const std::string id(entry->id.value);
    const auto want = [&](const Bilingual& text, const char* what) {
      if (!text.nl.empty() && text.en.empty()) wrong.push_back(id + ": no English " + what);
    };
    if (entry->name.empty()) wrong.push_back(id + ": no name");
    want(entry->name, "name");
    want(entry->also_known_as, "other name");
    want(entry->description, "description");
    for (const Statement& said : entry->statements) {
      if (said.text.empty()) wrong.push_back(id + ": an empty statement");
      want(said.text, "statement");
    }
    if (entry->kind != EntryKind::source && entry->source.empty()) wrong.push_back(id + ": no source");
    if (entry->basis == Basis::own) wrong.push_back(id + ": the program has nothing of its own");
  }
  EXPECT_EQ(std::vector<std::string>(), wrong);
}

/// A role, form or kind of chain that the map can name is described once.
TEST(BuiltInCatalogue, DescribesEveryWordOfTheMap) {
  const Catalogue& c = built_in();
  for (const auto& row : Vocabulary<MunicipalRole>::words)
    EXPECT_EQ(1, std::ranges::count(c.municipal_roles, row.value, &MunicipalRoleEntry::role)) << row.word;
  for (const auto& row : Vocabulary<RegieForm>::words)
    EXPECT_EQ(1, std::ranges::count(c.regie_forms, row.value, &RegieFormEntry::form)) << row.word;
  for (const auto& row : Vocabulary<ChainType>::words)
    EXPECT_EQ(1, std::ranges::count(c.chain_types, row.value, &ChainTypeEntry::type)) << row.word;
}

std::string order(const char* archetype) {
  std::string out;
  for (const OrderedFunction& f : functions_in_order(built_in(), *built_in().archetype(archetype)))
    out.append(out.empty() ? "" : " ").append(word_of(f.priority)).append(":").append(f.function->id.value);
  return out;
}

TEST(Archetypes, AskForTheirFunctionsInTheirOwnOrder) {
  EXPECT_EQ("V:F01 V:F02 V:F05 V:F11 V:F12 V:F13 V:F15", order("SD1"));
  EXPECT_EQ(
      "L:F06 L:F08 V:F01 V:F02 V:F09 V:F10 V:F11 V:F15 A:F03 A:F04 A:F05 A:F07 A:F12 A:F13 A:F14 A:F16 A:F17 A:F18",
      order("SD2"));
  EXPECT_EQ(
      "1:F11 1:F14 2:F15 3:F01 3:F02 3:F03 3:F04 3:F10 V:F13 A:F05 A:F06 A:F07 A:F08 A:F09 A:F12 A:F16 A:F17 A:F18",
      order("SD3"));
  EXPECT_EQ("1:F16 T:F17", order("SD4"));
  EXPECT_EQ(order("SD3"), order("SD5"));
}

TEST(Archetypes, KnowWhereTheyGrowFromAndTo) {
  EXPECT_EQ("SD3", built_in().archetype("SD2")->predecessors.at(0).value);
  EXPECT_EQ("SD2", built_in().archetype("SD3")->successors.at(0).value);
}

/// The three whose headings stand one place off in the source say that they were put right.
TEST(Archetypes, SayWhichHeadingsWerePutRight) {
  std::string said;
  for (const Archetype& archetype : built_in().archetypes)
    for (const Statement* remark : archetype.saying(StatementKind::remark))
      if (remark->text.nl.value.find("verschoven") != std::string_view::npos)
        said.append(archetype.id.value).append(" ");
  EXPECT_EQ("SD3 SD4 SD5 ", said);
}

/// The matrix of priorities as the project's reference has it.
TEST(Archetypes, HaveThePrioritiesOfTheReference) {
  std::ifstream reference(shared_data("/../reference/catalogue.yaml"));
  if (!reference) GTEST_SKIP() << "the reference is not there";
  const std::regex id_line(R"( *- id: (SD\d))"), priority(R"re((F\d\d): "?([^,"}]+)"?)re");
  std::map<std::string, std::string> wanted, found;
  std::string line, at;
  while (std::getline(reference, line)) {
    std::smatch match;
    if (std::regex_match(line, match, id_line)) at = match[1];
    if (line.find(" prio: ") == std::string::npos) continue;
    for (std::sregex_iterator i(line.begin(), line.end(), priority), end; i != end; ++i)
      wanted[at] += (*i)[1].str() + ":" + (*i)[2].str() + " ";
  }
  for (const Archetype& archetype : built_in().archetypes)
    for (const CatalogueFunction& function : built_in().functions)
      found[std::string(archetype.id.value)] +=
          std::string(function.id.value) + ":" + std::string(word_of(priority_of(archetype, function.id.value))) + " ";
  EXPECT_EQ(5U, wanted.size());
  EXPECT_EQ(wanted, found);
}

/// Every function, process and service that the catalogue names stands in the real GEMMA, with that name and key.
TEST(BuiltInCatalogue, NamesWhatTheGemmaHas) {
  const std::string path = shared_data("/gemma/model");
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "shared data is not there";
  Sources sources;
  Diagnostics diagnostics;
  const SourceContent content = find_format("grafico")->read(path, sources, diagnostics);
  const auto& model = std::get<archimate::ArchimateModel>(content);
  std::map<std::string, std::string> names;  // by Object ID: "functie Ontvangst"
  const std::map<std::string_view, std::string> kinds = {
      {"BusinessFunction", "functie "}, {"BusinessProcess", "proces "}, {"ApplicationService", "applicatieservice "}};
  for (const archimate::Concept& c : model.concepts)
    if (const auto kind = kinds.find(archimate::name_of(c.type)); kind != kinds.end())
      names[std::string(model.property(c, "Object ID").value)] = kind->second + std::string(c.name.value);
  std::size_t looked_up = 0;
  const auto look_up = [&](const CatalogueEntry& entry, const std::vector<GemmaReference>& all) {
    EXPECT_FALSE(all.empty() && entry.id.value != "R6") << entry.id.value;
    for (const GemmaReference& g : all) {
      ++looked_up;
      EXPECT_EQ(std::string(word_of(g.kind)) + " " + std::string(g.name.value), names[std::string(g.object_id.value)])
          << entry.id.value;
    }
  };
  for (const CatalogueFunction& e : built_in().functions) look_up(e, e.gemma);
  for (const DirectingFunction& e : built_in().directing_functions) look_up(e, e.gemma);
  for (const MunicipalRoleEntry& e : built_in().municipal_roles) look_up(e, e.gemma);
  EXPECT_LT(30U, looked_up);
}

TEST(OwnCatalogue, AddsEntries) {
  const Read read(
      {own("<archetypen><archetype id='E1' basis='eigen' vanuit='SD3'><naam><nl>Eigen</nl></naam>"
           "<prioriteit functie='F01' waarde='1'/></archetype></archetypen>")});
  EXPECT_EQ("", read.said());
  ASSERT_NE(nullptr, read.catalogue->value(Dimension::archetype, "E1"));
  EXPECT_EQ("Eigen", read.catalogue->archetype("E1")->name.in(Language::en).value)
      << "the Dutch stands for the English";
  EXPECT_EQ("E1", read.catalogue->archetype("SD3")->successors.back().value);
}

TEST(OwnCatalogue, ReplacesAnEntryByItsId) {
  const Read read(
      {own("<werkwijzen><werkwijze id='W1' basis='eigen' tegenhanger='W2'><naam><nl>Anders</nl></naam>"
           "</werkwijze></werkwijzen>")});
  EXPECT_EQ(
      "eigen.xml:2:28: opmerking: 'W1' vervangt 'Van binnen naar buiten' uit de catalogus die eerder is gelezen [K704 "
      "entry-replaced]\n",
      read.said().substr(0, read.said().find('\n') + 1));
  EXPECT_EQ("Anders", read.catalogue->working_method("W1")->name.nl.value);
  EXPECT_EQ(4U, read.catalogue->working_methods.size());
}

/// Every message about a catalogue, once. The first line of each says where, what and which code.
std::string first_lines(const std::string& said) {
  std::istringstream lines(said);
  std::string out, line;
  while (std::getline(lines, line))
    if (line.starts_with("eigen.xml:") || line.find("Bedoelde u") != std::string::npos) out += line + "\n";
  return out;
}

TEST(OwnCatalogue, SaysWhatIsWrongWhereItIs) {
  const Read read(
      {own("<archetypen><archetype id='E1' basis='egen' toegan='gemeente' vanuit='SD33'>\n"
           "<naam><nl>E</nl></naam><valkuill><nl>x</nl></valkuill>\n"
           "<prioriteit functie='F99' waarde='5'/>\n"
           "<prioriteit functie='F01' waarde='1'/>\n"
           "<prioriteit functie='F01' waarde='2'/></archetype>\n"
           "<archetype id='E1' basis='eigen'><naam><nl>E</nl></naam></archetype>\n"
           "<archetype id='RT1' basis='eigen'><naam><nl>E</nl></naam></archetype></archetypen>\n"
           "<werkwijzen><werkwijze id='W5' basis='eigen' tegenhanger='W1'><naam><nl>E</nl></naam>"
           "</werkwijze></werkwijzen>")});
  EXPECT_EQ(R"(eigen.xml:2:39: fout: 'egen' kan niet bij 'basis'; mogelijk is: bron, afgeleid, eigen [K404 not-in-list]
    Bedoelde u 'eigen'?
eigen.xml:2:45: fout: attribuut 'toegan' is niet bekend bij 'archetype' [K402 unknown-attribute]
    Bedoelde u 'toegang'?
eigen.xml:2:71: fout: 'vanuit' verwijst naar 'SD33', dat in geen catalogus staat [K203 unresolved-reference]
    Bedoelde u 'SD3'?
eigen.xml:3:25: fout: element 'valkuill' is niet bekend in 'archetype' [K401 unknown-element]
    Bedoelde u 'valkuil'?
eigen.xml:4:22: fout: 'functie' verwijst naar 'F99', dat in geen catalogus staat [K203 unresolved-reference]
    Bedoelde u 'F09'?
eigen.xml:4:35: fout: '5' kan niet bij 'waarde'; mogelijk is: L, 1, 2, 3, V, T, A, N, - [K404 not-in-list]
eigen.xml:6:22: fout: 'F01' staat meer dan eens bij 'E1' [K709 listed-twice]
eigen.xml:7:16: fout: de id 'E1' staat al eerder in deze catalogus [K201 duplicate-id]
eigen.xml:8:16: fout: 'RT1' is hier een archetype, maar in de catalogus die eerder is gelezen een route [K705 entry-of-other-kind]
eigen.xml:9:59: fout: 'W5' noemt 'W1' als tegenhanger, maar 'W1' noemt 'W2' [K710 one-sided-counterpart]
)",
            first_lines(read.said()));
  EXPECT_EQ(FunctionPriority::first, priority_of(*read.catalogue->archetype("E1"), "F01")) << "the first counts";
  EXPECT_NE(nullptr, read.catalogue->route("RT1")) << "an archetype does not replace a route";
}

TEST(OwnCatalogue, AnotherFileIsNoCatalogue) {
  const Read read({"<kaart xmlns='urn:keuzekaart:kaart:1' naam='W'/>"});
  EXPECT_EQ(
      "eigen.xml:1:2: fout: dit is geen catalogus: het hoofdelement is 'kaart' in de naamruimte "
      "'urn:keuzekaart:kaart:1' [K700 not-a-catalogue]\n",
      first_lines(read.said()));
}

std::string text_of(const char* path) {
  Diagnostics ignored;
  return read_file(checkout(path), ignored).value();
}

/// As it stands, and with its example no longer a comment.
TEST(Template, IsACatalogueAndSoIsItsExample) {
  const std::string empty = text_of("/catalogues/sjabloon/eigen-archetypen.xml");
  EXPECT_EQ("", Read({empty}).said());
  std::string filled = empty;
  for (const std::string mark : {"<!-- VOORBEELD BEGIN", "VOORBEELD EINDE -->"}) {
    ASSERT_NE(std::string::npos, filled.find(mark));
    filled.erase(filled.find(mark), mark.size());
  }
  const Read read({filled});
  EXPECT_EQ("", read.said());
  const Archetype* example = read.catalogue->archetype("E1");
  ASSERT_NE(nullptr, example);
  for (const AspectArea& area : read.catalogue->areas)
    for (const StatementKind kind : {StatementKind::principle, StatementKind::pitfall, StatementKind::consequence})
      EXPECT_EQ(1, std::ranges::count(example->saying(kind), area.id.value,
                                      [](const Statement* said) { return said->area.value; }))
          << area.id.value;
}

/// docs/catalogus.md names every element and attribute, and its example is right.
TEST(CatalogueManual, IsComplete) {
  const std::string manual = text_of("/docs/catalogus.md");
  std::set<std::string> missing;
  grammar::for_each_element(catalogue::catalogue_grammar().root, nullptr,
                            [&](const grammar::ElementRule& rule, const grammar::ElementRule*) {
                              const auto want = [&](std::string_view name) {
                                const std::string shown = "`" + std::string(name) + "`";
                                if (manual.find(shown) == std::string::npos) missing.insert(shown);
                              };
                              want(rule.name);
                              for (const auto& attribute : rule.attributes) want(attribute.name);
                            });
  EXPECT_EQ(std::set<std::string>(), missing);
  const std::size_t begin = manual.find("```xml\n") + 7;
  EXPECT_EQ("", Read({manual.substr(begin, manual.find("```", begin) - begin)}).said());
}

}  // namespace
}  // namespace keuzekaart
