// The samples: each is recognised by exactly one reader, and the model that stands there in several forms is the same
// in all of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "importers/format_registry.hpp"
#include "tests/support/messages.hpp"
#include "tests/support/places.hpp"

namespace keuzekaart {
namespace {

namespace fs = std::filesystem;

const std::string samples = checkout("/samples/");

/// The format's id, or the codes of what was said.
std::string recognised(const std::string& path) {
  Diagnostics diagnostics;
  if (const Format* format = recognise(path, diagnostics)) return std::string(format->id);
  std::string codes;
  for (const Diagnostic& d : diagnostics.all()) codes += d.label_key();
  return codes;
}

TEST(SampleForms, EverySampleIsRecognisedByExactlyOneReader) {
  std::size_t files = 0;
  for (auto at = fs::recursive_directory_iterator(samples); at != fs::end(at); ++at) {
    const std::string path = at->path().string();
    if (at->is_directory() && recognised(path) == "grafico" && at->path().filename() == "model")
      at.disable_recursion_pending();
    if (at->is_directory() || at->path().extension() == ".md") continue;
    ++files;
    const std::string found = recognised(path);
    const bool list = found.starts_with("K321");  // its description is the source
    EXPECT_TRUE(find_format(found) != nullptr || found == "K110.map" || list) << path << ": " << found;
  }
  EXPECT_LT(8U, files);
}

TEST(SampleForms, TheOwnListsAreReadWithoutAWord) {
  for (const char* file : {"applicaties.lijst.xml", "werklijsten.lijst.xml"}) {
    Sources sources;
    Diagnostics diagnostics;
    const SourceContent content =
        find_format("eigen-lijsten")->read(samples + "waterrijk/bronnen/lijsten/" + file, sources, diagnostics);
    EXPECT_EQ("", testing::messages(diagnostics, sources));
    const auto& lists = std::get<OwnLists>(content);
    EXPECT_EQ(std::string_view(file).starts_with("app"), lists.products.empty());
  }
}

/// Every concept in a line, sorted by id.
std::string concepts_of(const std::string& path) {
  Sources sources;
  Diagnostics diagnostics;
  const Format* format = recognise(path, diagnostics);
  if (format == nullptr) return "not recognised";
  const SourceContent content = format->read(path, sources, diagnostics);
  const auto& model = std::get<archimate::ArchimateModel>(content);
  std::string out(model.name.value);
  for (const archimate::Concept& c : model.concepts) {
    out += '\n';
    for (const std::string_view part :
         {c.id.value, name_of(c.type), c.name.value, c.documentation.value, c.source_id.value, c.target_id.value})
      out.append(part).append("|");
    for (const archimate::Property& p : model.properties_of(c))
      out.append(p.key.value).append("=").append(p.value.value);
    if (c.junction == archimate::JunctionKind::or_junction) out += " or";
    if (c.directed) out += " directed";
  }
  for (const Diagnostic& d : diagnostics.all())
    if (d.severity() != Severity::note) out += '\n' + d.label_key();
  return out;
}

TEST(SampleForms, OneModelIsTheSameInEveryForm) {
  const std::string first = concepts_of(samples + "archimate/melding.archimate");
  EXPECT_EQ(22, std::count(first.begin(), first.end(), '\n') - 1);  // one documentation has two lines
  for (const char* name : {"melding-open-exchange.xml", "melding-open-exchange-2.1.xml", "csv", "csv/relations.csv"})
    EXPECT_EQ(first, concepts_of(samples + "archimate/" + name)) << name;
}

}  // namespace
}  // namespace keuzekaart
