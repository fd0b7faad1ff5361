#include "importers/guarded_zip.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "importers/format_registry.hpp"
#include "tests/support/reading.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/zip_text.hpp"

namespace keuzekaart {
namespace {

using testing::zip_of;
using testing::ZipPart;

struct GuardedZip : ::testing::Test {
  testing::Reading reading;

  std::unique_ptr<ZipArchive> open(const std::vector<ZipPart>& parts, const ZipLimits& limits = {}) {
    return ZipArchive::open_bytes("a.zip", zip_of(parts), reading.diagnostics, limits);
  }
  std::string names(const std::vector<ZipPart>& parts) {
    const auto archive = open(parts);
    std::string all;
    for (const ZipEntry& entry : archive->entries()) all += entry.name + ' ';
    return all;
  }
  /// What the first file holds, or a dash.
  std::string content(const std::vector<ZipPart>& parts, const ZipLimits& limits = {}) {
    const auto archive = open(parts, limits);
    return archive->read(archive->entries().front(), reading.diagnostics).value_or("-");
  }
  /// What was said first, without what to do next.
  std::string said() const {
    const std::string all = reading.said();
    return all.substr(0, all.find('\n'));
  }
};

TEST_F(GuardedZip, ReadsPlainAndPackedFiles) {
  const std::string xml(5000, 'x');
  const auto archive = open({{"model.xml", xml, true}, {"images/", ""}, {"images/a.png", "p"}});
  ASSERT_EQ(2U, archive->entries().size());
  EXPECT_EQ("a.zip/images/a.png", archive->path_of(archive->entries()[0]));
  EXPECT_EQ("p", archive->read(archive->entries()[0], reading.diagnostics));
  EXPECT_EQ(xml, archive->read(*archive->find("model.xml"), reading.diagnostics));
  EXPECT_EQ(nullptr, archive->find("model"));
  EXPECT_EQ("", reading.said());
}

TEST_F(GuardedZip, LeavesOutFilesWhoseNamesLeadOut) {
  EXPECT_EQ("...x a..b/c.. ok ", names({{"../x", ""},
                                        {"/etc/x", ""},
                                        {"a/../../x", ""},
                                        {"a\\..\\x", ""},
                                        {"C:x", ""},
                                        {"x\n", ""},
                                        {"../", ""},
                                        {"..", ""},
                                        {"...x", ""},
                                        {"a..b/c..", ""},
                                        {"ok", ""}}));
  EXPECT_EQ(8U, reading.diagnostics.count(Severity::error));
  EXPECT_NE(std::string::npos,
            reading.said().find("a.zip/../x: fout: de naam wijst naar een plaats buiten het archief; dit bestand is "
                                "overgeslagen [K123 path-out-of-archive]\n"));
}

TEST_F(GuardedZip, KeepsTheFirstOfTwoFilesWithOneName) {
  EXPECT_EQ("een", content({{"x", "een"}, {"x", "twee"}}));
  EXPECT_EQ("a.zip/x: fout: staat twee keer in het archief; het tweede bestand is overgeslagen [K126 entry-twice]",
            said());
}

TEST_F(GuardedZip, SaysWhatIsEncryptedOrPackedInAnotherWay) {
  ZipPart secret{"geheim", "x"};
  secret.encrypted = true;
  EXPECT_EQ("", names({secret}));
  EXPECT_EQ("a.zip/geheim: fout: is met een wachtwoord versleuteld en kan niet worden gelezen [K124 encrypted]",
            said());
  reading.diagnostics = {};
  ZipPart odd{"raar", "x"};
  odd.method = 97;
  EXPECT_EQ("", names({odd}));
  EXPECT_EQ(
      "a.zip/raar: fout: is ingepakt op een manier die niet wordt gelezen (methode 97) [K125 unsupported-compression]",
      said());
}

TEST_F(GuardedZip, RefusesWhatDoesNotAgreeWithItsSizeOrCheckNumber) {
  constexpr std::string_view damaged =
      "a.zip/x: fout: is in het archief beschadigd of afgebroken en kan niet worden uitgepakt [K121 damaged-archive]";
  ZipPart part{"x", "inhoud", true};
  part.said_check = 1;
  EXPECT_EQ("-", content({part}));
  EXPECT_EQ(damaged, said());
  part = {"x", "inhoud van het bestand", true};
  for (const std::uint32_t size : {3U, 4000U}) {
    part.said_bytes = size;
    reading.diagnostics = {};
    EXPECT_EQ("-", content({part}));
    EXPECT_EQ(damaged, said());
  }
}

TEST_F(GuardedZip, RefusesABomb) {
  const std::string zeros(std::size_t{2} * 1024 * 1024, '\0');
  EXPECT_EQ("-", content({{"x", zeros, true}}));
  EXPECT_EQ(
      "a.zip/x: fout: wordt bij het uitpakken meer dan 200 keer zo groot en is daarom niet gelezen; geen gewoon "
      "bestand is zo goed in te pakken [K122 archive-too-large]",
      said());
  ZipLimits small;
  small.entry_bytes = std::size_t{1024} * 1024;
  reading.diagnostics = {};
  EXPECT_EQ("-", content({{"x", zeros, true}}, small));
  EXPECT_EQ("a.zip/x: fout: wordt uitgepakt groter dan 1 MiB en is daarom niet gelezen [K122 archive-too-large]",
            said());
  small = {};
  small.total_bytes = std::size_t{3} * 1024 * 1024;
  small.ratio = 2000;
  reading.diagnostics = {};
  const auto archive = open({{"x", zeros, true}, {"y", zeros, true}}, small);
  EXPECT_TRUE(archive->read(archive->entries()[0], reading.diagnostics));
  EXPECT_FALSE(archive->read(archive->entries()[1], reading.diagnostics));
  EXPECT_EQ(
      "a.zip/y: fout: alle bestanden samen worden uitgepakt groter dan 3 MiB; dit bestand is niet meer gelezen [K122 "
      "archive-too-large]",
      said());
}

TEST_F(GuardedZip, RefusesMoreFilesThanAnArchiveHas) {
  std::vector<ZipPart> parts;
  for (int i = 0; i < 51; ++i) parts.push_back({fmt::format("{}", i), ""});
  ZipLimits small;
  small.entries = 50;
  EXPECT_EQ(nullptr, open(parts, small));
  EXPECT_EQ("a.zip: fout: meer dan 50 bestanden in het archief; het is niet gelezen [K122 archive-too-large]", said());
}

TEST_F(GuardedZip, RefusesAnArchiveThatIsTooLarge) {
  ZipLimits small;
  small.archive_bytes = 100;
  EXPECT_EQ(nullptr, open({{"x", std::string(200, 'x')}}, small));
  EXPECT_EQ("a.zip: fout: groter dan 0 MiB en daarom niet gelezen [K109 too-large]", said());
}

TEST_F(GuardedZip, EveryCutOfAnArchiveIsSaid) {
  const std::string whole = zip_of({{"model.xml", "<a/>", true}, {"b", "c"}});
  for (std::size_t size = 0; size < whole.size(); ++size) {
    Diagnostics diagnostics;
    EXPECT_EQ(nullptr, ZipArchive::open_bytes("a.zip", whole.substr(0, size), diagnostics)) << size;
    EXPECT_EQ(1U, diagnostics.count(Severity::error)) << size;
  }
}

TEST_F(GuardedZip, TheRegistrySaysThatAnArchiveIsDamaged) {
  testing::TemporaryFolder folder;
  folder.write("a.zip", zip_of({{"x", "y"}}).substr(0, 40));
  EXPECT_EQ(nullptr, recognise(folder.at("a.zip"), reading.diagnostics));
  EXPECT_EQ(folder.at("a.zip") +
                ": fout: het archief (ZIP) is beschadigd of afgebroken en kan niet worden uitgepakt [K121 "
                "damaged-archive]",
            said());
}

}  // namespace
}  // namespace keuzekaart
