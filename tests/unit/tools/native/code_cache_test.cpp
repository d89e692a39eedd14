#include "tools/native/code_cache.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

#include <gtest/gtest.h>

#include "tests/support/process/run_command.h"
#include "tests/support/sections.h"
#include "tools/native/cache_entry.h"

namespace lq::tool {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kEnough = 1 << 20;
constexpr std::string_view kKey = "policy hello\nprocessor x\n";

class CodeCacheTest : public testing::Test {
 protected:
  // A folder that is not there yet.
  fs::path folder() const { return outer_.path() / "below" / "cache"; }
  CodeCache cache(std::uint64_t limit = kEnough) const { return {folder().string(), limit}; }
  fs::path file() const { return folder() / EntryName(kKey); }
  std::string bytes() const { return test::ReadWhole(file()); }
  void Write(const std::string& bytes) const {
    std::ofstream(file(), std::ios::binary | std::ios::trunc) << bytes;
  }

 private:
  test::TemporaryFolder outer_;
};

TEST_F(CodeCacheTest, GivesBackWhatWasKept) {
  EXPECT_EQ(cache().Find(kKey), "");
  cache().Keep(kKey, "code");
  EXPECT_EQ(cache().Find(kKey), "code");
  EXPECT_EQ(cache().Find("another key"), "");
  EXPECT_EQ(cache().Look().entries, 1u);
  EXPECT_EQ(cache().Look().problem, "");
}

TEST_F(CodeCacheTest, IsForNobodyElse) {
  cache().Keep(kKey, "code");
  constexpr unsigned kModes = 0777;
  struct stat facts{};
  ASSERT_EQ(stat(file().c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & kModes, 0600u);
  ASSERT_EQ(stat(folder().c_str(), &facts), 0);
  EXPECT_EQ(facts.st_mode & kModes, 0700u);
}

TEST_F(CodeCacheTest, SeesEveryDamagedBit) {
  cache().Keep(kKey, "some code");
  const std::string whole = bytes();
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    std::string damaged = whole;
    damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
    Write(damaged);
    ASSERT_EQ(cache().Find(kKey), "") << "bit " << bit;
  }
  cache().Keep(kKey, "some code");
  EXPECT_EQ(cache().Find(kKey), "some code");
}

TEST_F(CodeCacheTest, SeesWhatIsCutOffOrLonger) {
  cache().Keep(kKey, "some code");
  const std::string whole = bytes();
  for (std::size_t size = 0; size < whole.size(); ++size) {
    Write(whole.substr(0, size));
    ASSERT_EQ(cache().Find(kKey), "") << size << " bytes";
  }
  Write(whole + "x");
  EXPECT_EQ(cache().Find(kKey), "");
}

TEST_F(CodeCacheTest, TakesNoOtherPolicysFile) {
  cache().Keep("another key", "other code");
  fs::rename(folder() / EntryName("another key"), file());
  EXPECT_EQ(cache().Find(kKey), "");
}

TEST_F(CodeCacheTest, TrustsNoFileThatOthersMayWrite) {
  cache().Keep(kKey, "code");
  for (const mode_t mode : {0620, 0602}) {
    ASSERT_EQ(chmod(file().c_str(), mode), 0);
    EXPECT_EQ(cache().Find(kKey), "") << std::oct << mode;
  }
  ASSERT_EQ(chmod(file().c_str(), 0600), 0);
  EXPECT_EQ(cache().Find(kKey), "code");
}

TEST_F(CodeCacheTest, TrustsNoFolderThatOthersMayWrite) {
  cache().Keep(kKey, "code");
  ASSERT_EQ(chmod(folder().c_str(), 0777), 0);
  EXPECT_EQ(cache().Find(kKey), "");
  EXPECT_EQ(cache().Look().problem, "others may write to it");
  cache().Keep("another key", "code");
  ASSERT_EQ(chmod(folder().c_str(), 0700), 0);
  EXPECT_EQ(cache().Find("another key"), "");
}

TEST_F(CodeCacheTest, TrustsNothingOfAnotherUser) {
  if (geteuid() != 0)
    GTEST_SKIP() << "only root can give files away";
  cache().Keep(kKey, "code");
  constexpr uid_t kNobody = 65534;
  ASSERT_EQ(chown(file().c_str(), kNobody, kNobody), 0);
  EXPECT_EQ(cache().Find(kKey), "");
  ASSERT_EQ(chown(file().c_str(), 0, 0), 0);
  ASSERT_EQ(chown(folder().c_str(), kNobody, kNobody), 0);
  EXPECT_EQ(cache().Find(kKey), "");
  EXPECT_EQ(cache().Look().problem, "it belongs to another user");
}

TEST_F(CodeCacheTest, FollowsNoLinkAndWaitsForNoPipe) {
  cache().Keep(kKey, "code");
  fs::rename(file(), folder() / "elsewhere");
  fs::create_symlink(folder() / "elsewhere", file());
  EXPECT_EQ(cache().Find(kKey), "");
  fs::remove(file());
  ASSERT_EQ(mkfifo(file().c_str(), 0600), 0);
  EXPECT_EQ(cache().Find(kKey), "");
  fs::remove(file());
  fs::create_directory(file());
  EXPECT_EQ(cache().Find(kKey), "");
  cache().Keep(kKey, "code");
  EXPECT_EQ(cache().Find(kKey), "");
}

TEST_F(CodeCacheTest, DoesWithoutWhereNothingCanBeWritten) {
  const CodeCache process("/proc/self/lq", kEnough);
  process.Keep(kKey, "code");
  EXPECT_EQ(process.Find(kKey), "");
  const CodeCache no_folder("/dev/null", kEnough);
  no_folder.Keep(kKey, "code");
  EXPECT_EQ(no_folder.Find(kKey), "");
  EXPECT_NE(no_folder.Look().problem, "");
}

TEST_F(CodeCacheTest, LeavesNothingBehindOnAFullDisk) {
  cache().Keep(kKey, "code");
  struct rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto signal_before = std::signal(SIGXFSZ, SIG_IGN);
  struct rlimit small = before;
  small.rlim_cur = 1;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  cache().Keep("another key", "code");
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, signal_before);
  EXPECT_EQ(cache().Find("another key"), "");
  EXPECT_EQ(cache().Find(kKey), "code");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder()), fs::directory_iterator()), 1);
}

TEST_F(CodeCacheTest, LetsTheOldestGo) {
  constexpr std::uint64_t kLimit = 1000;
  const std::string code(200, 'x');
  const std::vector<std::string> keys = {"a", "b", "c", "d"};
  for (std::size_t i = 0; i < keys.size(); ++i) {
    cache(kLimit).Keep(keys[i], code);
    const timespec used[2] = {{100 + static_cast<time_t>(i), 0}, {100 + static_cast<time_t>(i), 0}};
    utimensat(AT_FDCWD, (folder() / EntryName(keys[i])).c_str(), used, 0);
  }
  // Now the one that was used last.
  EXPECT_EQ(cache(kLimit).Find("a"), code);
  cache(kLimit).Keep("e", code);
  EXPECT_EQ(cache(kLimit).Find("a"), code);
  EXPECT_EQ(cache(kLimit).Find("b"), "");
  EXPECT_EQ(cache(kLimit).Find("c"), code);
  EXPECT_LE(cache(kLimit).Look().bytes, kLimit);
}

TEST_F(CodeCacheTest, KeepsNothingThatDoesNotFit) {
  cache(100).Keep(kKey, std::string(200, 'x'));
  EXPECT_EQ(cache(100).Find(kKey), "");
  cache(0).Keep(kKey, "code");
  EXPECT_FALSE(fs::exists(folder()));
  EXPECT_NE(cache(0).Look().problem, "");
}

TEST_F(CodeCacheTest, ClearsAwayWhatAProcessLeftHalfWritten) {
  cache().Keep(kKey, "code");
  const fs::path left = folder() / ".new-1-1";
  std::ofstream(left) << "half";
  const timespec old[2] = {{100, 0}, {100, 0}};
  utimensat(AT_FDCWD, left.c_str(), old, 0);
  cache().Keep("another key", "code");
  EXPECT_FALSE(fs::exists(left));
}

// Writers and readers at once: whatever is found is whole.
TEST_F(CodeCacheTest, IsSharedByThreads) {
  const std::string code(10'000, 'x');
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (int round = 0; round < 100; ++round) {
        cache().Keep(kKey, code);
        const std::string found = cache().Find(kKey);
        EXPECT_TRUE(found == code) << found.size();
      }
    });
  }
  for (std::thread& thread : threads)
    thread.join();
}

}  // namespace
}  // namespace lq::tool
