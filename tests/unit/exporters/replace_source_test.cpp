#include "exporters/replace_source.hpp"

#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "exporters/staged_output.hpp"
#include "tests/support/failing_file_system.hpp"
#include "tests/support/temporary_folder.hpp"

namespace keuzekaart {
namespace {

using testing::FailingFileSystem;
using testing::TemporaryFolder;
using Tree = std::map<std::string, std::string>;

/// As on file systems where two paths cannot change places at once.
template <class Base>
class WithoutExchange : public Base {
 public:
  using Base::Base;
  int exchange(const std::string&, const std::string&) override { return EINVAL; }
};

const Tree old_model = {{"bron", "<folder>"}, {"bron/a", "<folder>"}, {"bron/a/een.xml", "oud"}};
const Tree new_model = {{"bron", "<folder>"},
                        {"bron/b", "<folder>"},
                        {"bron/b/c", "<folder>"},
                        {"bron/b/c/een.xml", "nieuw"},
                        {"bron/twee.xml", "nieuw"}};

/// The tree with a folder under another name.
Tree named(const Tree& tree, const std::string& name) {
  Tree out;
  for (const auto& [path, bytes] : tree) out[name + path.substr(std::string("bron").size())] = bytes;
  return out;
}
Tree both(Tree one, const Tree& other) {
  one.insert(other.begin(), other.end());
  return one;
}
Tree without_new_files(Tree tree) {
  std::erase_if(tree, [](const auto& entry) { return entry.first.starts_with("uit"); });
  return tree;
}
bool holds(const Tree& tree, const Tree& part) {
  return std::includes(tree.begin(), tree.end(), part.begin(), part.end());
}

void write_versions(const TemporaryFolder& folder) {
  folder.write("bron/a/een.xml", "oud");
  folder.write("uit1", "nieuw");
}

std::string replace(OutputFileSystem& files, const TemporaryFolder& folder, bool overwrite = false) {
  return replace_folder(files, folder.at("bron"), folder.at("bron.vorige"),
                        {{"b/c/een.xml", folder.at("uit1")}, {"twee.xml", folder.at("uit1")}}, overwrite);
}

TEST(ReplaceFolder, PutsTheNewFilesInPlaceAndKeepsTheOldFolder) {
  const TemporaryFolder folder;
  write_versions(folder);
  OutputFileSystem files;
  EXPECT_EQ("", replace(files, folder));
  EXPECT_EQ(both(new_model, named(old_model, "bron.vorige")), without_new_files(folder.tree()));
}

TEST(ReplaceFolder, DoesSoWherePathsCannotChangePlacesAtOnce) {
  const TemporaryFolder folder;
  write_versions(folder);
  WithoutExchange<OutputFileSystem> files;
  EXPECT_EQ("", replace(files, folder));
  EXPECT_EQ(both(new_model, named(old_model, "bron.vorige")), without_new_files(folder.tree()));
}

TEST(ReplaceFolder, AnEarlierVersionInTheWayNeedsOverwrite) {
  const TemporaryFolder folder;
  write_versions(folder);
  folder.write("bron.vorige/x/nog-ouder.xml", "ouder");
  const Tree before = folder.tree();
  OutputFileSystem files;
  try {
    replace(files, folder);
    FAIL() << "not refused";
  } catch (const OutputError& error) {
    EXPECT_EQ(Code::K502, error.code());
    EXPECT_EQ(folder.at("bron.vorige"), error.path());
  }
  EXPECT_EQ(before, folder.tree());
  EXPECT_EQ("", replace(files, folder, true));
  EXPECT_EQ(both(new_model, named(old_model, "bron.vorige")), without_new_files(folder.tree()));
}

/// Lets each step fail once; afterwards all is as it was, or replaced.
template <class Files>
void fail_everywhere() {
  const Tree kept = {{"bron.vorige", "<folder>"}, {"bron.vorige/nog-ouder.xml", "ouder"}};
  int fail_at = 0;
  for (;; ++fail_at) {
    const TemporaryFolder folder;
    write_versions(folder);
    folder.write("bron.vorige/nog-ouder.xml", "ouder");
    Files files(fail_at, false);
    bool failed = false;
    std::string left;
    try {
      left = replace(files, folder, true);
    } catch (const OutputError&) {
      failed = true;
    }
    if (fail_at >= files.steps()) break;
    Tree tree = without_new_files(folder.tree());
    // Only when removing was itself refused, or what was left is told, may something hidden be left.
    if (files.refused_removal() || !left.empty())
      std::erase_if(tree, [](const auto& entry) { return entry.first.starts_with("."); });
    EXPECT_EQ(failed ? both(old_model, kept) : both(new_model, named(old_model, "bron.vorige")), tree)
        << "failing step " << fail_at;
  }
  EXPECT_GT(fail_at, 20);
}

TEST(ReplaceFolder, AFailureAtAnyStepLeavesTheOldSource) { fail_everywhere<FailingFileSystem>(); }
TEST(ReplaceFolder, AFailureAtAnyStepLeavesTheOldSourceWithoutExchange) {
  fail_everywhere<WithoutExchange<FailingFileSystem>>();
}

TEST(ReplaceFolder, ARunThatDiesAtAnyStepLeavesAWholeSourceAndLosesNothing) {
  int interrupted = 0;
  int die_at = 0;
  for (;; ++die_at) {
    const TemporaryFolder folder;
    write_versions(folder);
    FailingFileSystem files(die_at, true);
    try {
      replace(files, folder);
    } catch (const OutputError&) {
    }
    if (die_at >= files.steps()) break;
    const Tree tree = folder.tree();
    EXPECT_TRUE(holds(tree, old_model) || holds(tree, new_model)) << "dying at step " << die_at;
    EXPECT_TRUE(holds(tree, old_model) || holds(tree, named(old_model, "bron.vorige")) ||
                holds(tree, named(old_model, ".bron.keuzekaart-wissel")))
        << "dying at step " << die_at;
    if (holds(tree, named(old_model, "bron.vorige"))) continue;
    // The next run does its work, or says what the one that died has left.
    OutputFileSystem healthy;
    try {
      replace(healthy, folder);
      EXPECT_EQ(both(new_model, named(old_model, "bron.vorige")), without_new_files(folder.tree()));
    } catch (const OutputError& error) {
      EXPECT_EQ(Code::K225, error.code());
      EXPECT_EQ(tree, folder.tree());
      ++interrupted;
    }
  }
  EXPECT_GT(die_at, 15);
  EXPECT_GE(interrupted, 1);
}

TEST(ReplaceFolder, FollowsNoLinkWhenItRemovesAnOlderVersion) {
  const TemporaryFolder folder;
  write_versions(folder);
  folder.write("elders/blijft.xml", "van iemand anders");
  folder.write("bron.vorige/nog-ouder.xml", "ouder");
  ASSERT_EQ(0, ::symlink(folder.at("elders").c_str(), folder.at("bron.vorige/link").c_str()));
  OutputFileSystem files;
  EXPECT_EQ("", replace(files, folder, true));
  EXPECT_EQ("van iemand anders", folder.tree()["elders/blijft.xml"]);
}

std::vector<ReplacedFile> lists_of(const TemporaryFolder& folder) {
  return {{folder.at("lijsten.xml"), "", folder.at("lijsten.vorige/lijsten.xml")},
          {folder.at("een.csv"), folder.at("nieuw/een.csv"), folder.at("lijsten.vorige/een.csv")},
          {folder.at("twee.csv"), folder.at("nieuw/twee.csv"), folder.at("lijsten.vorige/twee.csv")},
          {folder.at("drie.csv"), folder.at("nieuw/drie.csv"), ""}};
}
void write_lists(const TemporaryFolder& folder) {
  for (const char* name : {"lijsten.xml", "een.csv", "twee.csv"}) folder.write(name, "oud");
  for (const char* name : {"een.csv", "twee.csv", "drie.csv"}) folder.write(std::string("nieuw/") + name, "nieuw");
}

TEST(ReplaceFiles, KeepsWhatWasThereAndPutsTheNewInPlace) {
  const TemporaryFolder folder;
  write_lists(folder);
  OutputFileSystem files;
  replace_files(files, lists_of(folder), false);
  const Tree expected = {{"drie.csv", "nieuw"},
                         {"een.csv", "nieuw"},
                         {"lijsten.vorige", "<folder>"},
                         {"lijsten.vorige/een.csv", "oud"},
                         {"lijsten.vorige/lijsten.xml", "oud"},
                         {"lijsten.vorige/twee.csv", "oud"},
                         {"lijsten.xml", "oud"},
                         {"nieuw", "<folder>"},
                         {"nieuw/drie.csv", "nieuw"},
                         {"nieuw/een.csv", "nieuw"},
                         {"nieuw/twee.csv", "nieuw"},
                         {"twee.csv", "nieuw"}};
  EXPECT_EQ(expected, folder.tree());
}

TEST(ReplaceFiles, DoesNotWriteOverAFileThatWasNotOfTheSource) {
  const TemporaryFolder folder;
  write_lists(folder);
  folder.write("drie.csv", "van iemand anders");
  const Tree before = folder.tree();
  OutputFileSystem files;
  EXPECT_THROW(replace_files(files, lists_of(folder), false), OutputError);
  EXPECT_EQ(before, folder.tree());
}

TEST(ReplaceFiles, AFailureAtAnyStepLeavesTheOldFiles) {
  int fail_at = 0;
  for (;; ++fail_at) {
    const TemporaryFolder folder;
    write_lists(folder);
    const Tree before = folder.tree();
    FailingFileSystem files(fail_at, false);
    bool failed = false;
    try {
      replace_files(files, lists_of(folder), false);
    } catch (const OutputError&) {
      failed = true;
    }
    if (fail_at >= files.steps()) break;
    Tree tree = folder.tree();
    if (failed && !files.refused_removal()) {
      EXPECT_EQ(before, tree) << "failing step " << fail_at;
    }
    EXPECT_EQ(failed ? "oud" : "nieuw", tree["een.csv"]) << "failing step " << fail_at;
    EXPECT_EQ(failed ? "oud" : "nieuw", tree["twee.csv"]) << "failing step " << fail_at;
  }
  EXPECT_GT(fail_at, 30);
}

}  // namespace
}  // namespace keuzekaart
