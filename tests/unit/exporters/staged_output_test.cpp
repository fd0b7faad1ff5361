#include "exporters/staged_output.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <cerrno>
#include <optional>

#include "modeler/diagnostics/diagnostic_codes.hpp"
#include "tests/support/failing_file_system.hpp"
#include "tests/support/temporary_folder.hpp"

namespace keuzekaart {
namespace {

using testing::FailingFileSystem;
using testing::TemporaryFolder;

void publish_old(const TemporaryFolder& folder) {
  OutputFileSystem files;
  StagedOutput out(files, folder.at("uit"));
  out.add("kaart.xlsx", "oud");
  out.add("diagrammen/oud.svg", "alleen oud");
  out.publish();
}

void publish_new(OutputFileSystem& files, const TemporaryFolder& folder) {
  StagedOutput out(files, folder.at("uit"), {.overwrite = false, .replace_all = true});
  out.add("kaart.xlsx", "nieuw");
  out.add("tabellen/processen.csv", "nieuw erbij");
  out.publish();
}

TEST(StagedOutput, PublishesEverythingAndLeavesNoTemporary) {
  const TemporaryFolder folder;
  publish_old(folder);
  OutputFileSystem files;
  publish_new(files, folder);
  auto tree = folder.tree();
  EXPECT_EQ(1U, tree.count("uit/.keuzekaart-manifest"));
  tree.erase("uit/.keuzekaart-manifest");
  const std::map<std::string, std::string> expected = {{"uit", "<folder>"},
                                                       {"uit/diagrammen", "<folder>"},
                                                       {"uit/kaart.xlsx", "nieuw"},
                                                       {"uit/tabellen", "<folder>"},
                                                       {"uit/tabellen/processen.csv", "nieuw erbij"}};
  EXPECT_EQ(expected, tree);
}

TEST(StagedOutput, AFailureAtAnyStepLeavesTheOldOutputWholeAndNoTemporary) {
  int steps = 0;
  for (int fail_at = 0;; ++fail_at) {
    const TemporaryFolder folder;
    publish_old(folder);
    const auto before = folder.tree();
    FailingFileSystem files(fail_at, false);
    bool failed = false;
    try {
      publish_new(files, folder);
    } catch (const OutputError&) {
      failed = true;
    }
    steps = files.steps();
    if (fail_at >= steps) break;
    // Only when removing a temporary itself was refused may one be left, until the next run.
    if (files.refused_removal()) {
      OutputFileSystem healthy;
      StagedOutput(healthy, folder.at("uit"));
    }
    auto expected = before;
    if (!failed) expected = folder.tree(), expected["uit/kaart.xlsx"] = "nieuw";
    EXPECT_EQ(expected, folder.tree()) << "failing step " << fail_at;
  }
  EXPECT_GT(steps, 40);
}

TEST(StagedOutput, ARunThatDiesAtAnyStepIsUndoneByTheNextRun) {
  int undone = 0;
  for (int die_at = 0;; ++die_at) {
    const TemporaryFolder folder;
    publish_old(folder);
    const auto before = folder.tree();
    FailingFileSystem files(die_at, true);
    bool failed = false;
    try {
      publish_new(files, folder);
    } catch (const OutputError&) {
      failed = true;
    }
    if (die_at >= files.steps()) break;
    OutputFileSystem healthy;
    StagedOutput(healthy, folder.at("uit"));
    const auto after = folder.tree();
    EXPECT_EQ(0U, after.count("uit/.keuzekaart-nieuw")) << "died at step " << die_at;
    auto expected = before;
    if (!failed) expected = after, expected["uit/kaart.xlsx"] = "nieuw";
    EXPECT_EQ(expected, after) << "died at step " << die_at;
    undone += failed ? 1 : 0;
  }
  EXPECT_GT(undone, 40);
}

Code refused(const TemporaryFolder& folder) {
  OutputFileSystem files;
  try {
    publish_new(files, folder);
  } catch (const OutputError& error) {
    return error.code();
  }
  return Code{};
}

TEST(StagedOutput, ForeignFileIsNotOverwritten) {
  const TemporaryFolder folder;
  folder.write("uit/kaart.xlsx", "van iemand anders");
  const auto before = folder.tree();
  EXPECT_EQ(Code::K502, refused(folder));
  EXPECT_EQ(before, folder.tree());
}

TEST(StagedOutput, OwnFileThatAPersonChangedIsNotOverwritten) {
  const TemporaryFolder folder;
  publish_old(folder);
  folder.write("uit/kaart.xlsx", "ingevuld door een mens");
  const auto before = folder.tree();
  EXPECT_EQ(Code::K503, refused(folder));
  EXPECT_EQ(before, folder.tree());
}

TEST(StagedOutput, OverwriteReplacesAForeignFile) {
  const TemporaryFolder folder;
  folder.write("uit/kaart.xlsx", "van iemand anders");
  OutputFileSystem files;
  StagedOutput out(files, folder.at("uit"), {.overwrite = true, .replace_all = false});
  out.add("kaart.xlsx", "nieuw");
  out.publish();
  EXPECT_EQ("nieuw", folder.tree()["uit/kaart.xlsx"]);
}

TEST(StagedOutput, FileThatAPersonChangedSurvivesReplaceAll) {
  const TemporaryFolder folder;
  publish_old(folder);
  folder.write("uit/diagrammen/oud.svg", "bijgetekend");
  OutputFileSystem files;
  publish_new(files, folder);
  EXPECT_EQ("bijgetekend", folder.tree()["uit/diagrammen/oud.svg"]);
}

TEST(StagedOutput, SecondRunInTheSameFolderIsRefused) {
  const TemporaryFolder folder;
  OutputFileSystem files;
  StagedOutput first(files, folder.at("uit"));
  first.add("kaart.xlsx", "eerste");
  EXPECT_EQ(Code::K504, refused(folder));
  first.publish();
  EXPECT_EQ("eerste", folder.tree()["uit/kaart.xlsx"]);
}

TEST(StagedOutput, FileWhereTheFolderShouldBeIsSaid) {
  const TemporaryFolder folder;
  folder.write("uit", "een bestand");
  OutputFileSystem files;
  std::optional<int> reason;
  try {
    StagedOutput out(files, folder.at("uit"));
  } catch (const OutputError& error) {
    reason = error.system_error();
  }
  EXPECT_EQ(ENOTDIR, reason);
}

TEST(StagedOutput, RealFileSizeLimitLeavesNothing) {
  const TemporaryFolder folder;
  OutputFileSystem files;
  rlimit old_limit{};
  ASSERT_EQ(0, ::getrlimit(RLIMIT_FSIZE, &old_limit));
  const auto old_handler = ::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{4096, old_limit.rlim_max};
  ASSERT_EQ(0, ::setrlimit(RLIMIT_FSIZE, &small));
  std::optional<int> reason;
  try {
    StagedOutput out(files, folder.at("uit"));
    out.add("groot.svg", std::string(10000, 'x'));
    out.publish();
  } catch (const OutputError& error) {
    reason = error.system_error();
  }
  ::setrlimit(RLIMIT_FSIZE, &old_limit);
  ::signal(SIGXFSZ, old_handler);
  EXPECT_EQ(EFBIG, reason);
  EXPECT_TRUE(folder.tree().empty());
}

TEST(StagedOutput, FullDeviceIsSeenOnWriting) {
  OutputFileSystem files;
  const int full = ::open("/dev/full", O_WRONLY);
  ASSERT_GE(full, 0);
  EXPECT_EQ(ENOSPC, files.write(full, "iets"));
  files.close(full);
}

TEST(StagedOutput, NamesThatLeaveTheFolderAreABug) {
  const TemporaryFolder folder;
  OutputFileSystem files;
  StagedOutput out(files, folder.at("uit"));
  EXPECT_THROW(out.add("../weg.svg", ""), std::invalid_argument);
  EXPECT_THROW(out.add("/weg.svg", ""), std::invalid_argument);
  EXPECT_THROW(out.add("a//b.svg", ""), std::invalid_argument);
  EXPECT_THROW(out.add("a/.verborgen", ""), std::invalid_argument);
}

TEST(WriteFileStaged, AFailureAtAnyStepLeavesTheOldFile) {
  for (int fail_at = 0;; ++fail_at) {
    const TemporaryFolder folder;
    folder.write("kaart.svg", "oud");
    FailingFileSystem files(fail_at, false);
    bool failed = false;
    try {
      write_file_staged(files, folder.at("kaart.svg"), "nieuw", true);
    } catch (const OutputError&) {
      failed = true;
    }
    const std::map<std::string, std::string> expected = {{"kaart.svg", failed ? "oud" : "nieuw"}};
    EXPECT_EQ(expected, folder.tree()) << "failing step " << fail_at;
    if (fail_at >= files.steps()) break;
  }
}

TEST(WriteFileStaged, ExistingFileNeedsOverwrite) {
  const TemporaryFolder folder;
  folder.write("kaart.svg", "oud");
  OutputFileSystem files;
  EXPECT_THROW(write_file_staged(files, folder.at("kaart.svg"), "nieuw", false), OutputError);
  EXPECT_EQ("oud", folder.tree()["kaart.svg"]);
}

}  // namespace
}  // namespace keuzekaart
