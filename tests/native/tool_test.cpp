// `lq decide --tier native` as a person runs it: what is mapped, what the cache changes, and hosts
// that allow no native code.

#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include <gtest/gtest.h>

#include "tests/native/forbid_code.h"
#include "tests/support/process/run_command.h"
#include "tests/support/sections.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDecide =
    "lq decide hello.lq --leads leads.jsonl --as-of 2026-08-01 --format csv";

class NativeToolTest : public testing::Test {
 protected:
  NativeToolTest() { fs::copy(LQ_SOURCE_DIR "/examples/hello", path()); }
  const fs::path& path() const { return folder_.path(); }

  CommandResult Run(const std::string& command) const {
    return RunCommand("LQ_CACHE=$PWD/cache; export LQ_CACHE\n" + command, path(), LQ_TOOLS);
  }
  // What lq had mapped when it ended.
  std::string MapsOf(const std::string& command) const {
    fs::remove(path() / "maps");
    Run("LD_PRELOAD=" LQ_MAPS_AT_EXIT
        " LQ_TEST_MAPS=$PWD/maps ASAN_OPTIONS=verify_asan_link_order=0 " +
        command);
    return ReadWhole(path() / "maps");
  }
  bool MapsLlvm(const std::string& command) const {
    const std::string maps = MapsOf(command);
    EXPECT_NE(maps.find("/lq\n"), std::string::npos) << command;
    return maps.find("libLLVM") != std::string::npos || maps.find("lq_jit") != std::string::npos;
  }
  std::string Native() const { return kDecide + std::string(" --tier native"); }
  // The decisions by native code, and that nobody complains.
  void ExpectSameDecisions() const {
    const CommandResult plan = Run(kDecide);
    const CommandResult native = Run(Native());
    EXPECT_EQ(native.status, 0);
    EXPECT_EQ(native.out, plan.out);
    EXPECT_EQ(native.err, plan.err);
  }
  // The one file of the cache.
  fs::path Entry() const {
    for (const auto& file : fs::directory_iterator(path() / "cache"))
      return file.path();
    return {};
  }

 private:
  TemporaryFolder folder_;
};

TEST_F(NativeToolTest, MapsLlvmOnlyToCompile) {
  for (const char* const command :
       {"lq version", "lq help", "lq check .", "lq fmt --check .", "lq lint .", "lq test .",
        "lq decide hello.lq --leads leads.jsonl", "lq build hello.lq -o hello.lqb"}) {
    EXPECT_FALSE(MapsLlvm(command)) << command;
  }
  EXPECT_TRUE(MapsLlvm(Native()));
  EXPECT_FALSE(MapsLlvm(Native())) << "although the cache has it";
}

TEST_F(NativeToolTest, ABundleBringsItsCode) {
  EXPECT_EQ(Run("lq build hello.lq -o p.lqb --native host").status, 0);
  const std::string decide =
      "lq decide p.lqb --leads leads.jsonl --as-of 2026-08-01 --format csv --tier native";
  EXPECT_FALSE(MapsLlvm(decide));
  EXPECT_FALSE(fs::exists(path() / "cache"));
  EXPECT_EQ(Run(decide).out, Run(kDecide).out);
}

TEST_F(NativeToolTest, ADamagedCacheCostsTimeOnly) {
  ExpectSameDecisions();
  ASSERT_FALSE(Entry().empty());
  std::string bytes = ReadWhole(Entry());
  bytes.back() = static_cast<char>(bytes.back() ^ 1);
  WriteWhole(Entry(), bytes);
  EXPECT_TRUE(MapsLlvm(Native()));
  EXPECT_NE(ReadWhole(Entry()), bytes) << "it was not written again";
  ExpectSameDecisions();
}

TEST_F(NativeToolTest, AnUnusableCacheCostsTimeOnly) {
  for (const char* const setting :
       {"LQ_CACHE=/dev/null", "LQ_CACHE=/proc/self/lq", "LQ_CACHE_LIMIT=0", "LQ_CACHE="}) {
    const CommandResult native =
        Run(std::string(setting) + "; export LQ_CACHE LQ_CACHE_LIMIT\n(HOME=/proc/self " +
            Native() + "; echo status $?) | cat");
    EXPECT_EQ(native.out, Run(kDecide).out + "status 0\n") << setting;
    EXPECT_EQ(native.err.find("without native code"), std::string::npos) << native.err;
  }
}

// No file may grow: as on a full disk.
TEST_F(NativeToolTest, AFullCacheCostsTimeOnly) {
#ifdef __SANITIZE_THREAD__
  GTEST_SKIP() << "the thread sanitizer needs a file of its own";
#endif
  const CommandResult native =
      Run("(ulimit -f 0; " + Native() + " 2>/dev/null; echo status $?) | cat");
  EXPECT_EQ(native.out, Run(kDecide).out + "status 0\n");
  EXPECT_TRUE(Entry().empty());
}

TEST_F(NativeToolTest, DoesWithoutTheLibrary) {
  fs::copy(fs::path(LQ_TOOLS) / "lq", path() / "alone");
  const CommandResult native = Run("./alone" + Native().substr(2));
  EXPECT_EQ(native.status, 0);
  EXPECT_EQ(native.out, Run(kDecide).out);
  EXPECT_NE(native.err.find("without native code: `liblq_jit.so` is not there"), std::string::npos)
      << native.err;
  EXPECT_NE(Run("./alone doctor").out.find("`liblq_jit.so` is not there"), std::string::npos);
}

TEST_F(NativeToolTest, DoesWithABrokenLibrary) {
  fs::copy(fs::path(LQ_TOOLS) / "lq", path() / "alone");
  WriteWhole(path() / "liblq_jit.so", "no library");
  const CommandResult native = Run("./alone" + Native().substr(2));
  EXPECT_EQ(native.status, 0);
  EXPECT_EQ(native.out, Run(kDecide).out);
  EXPECT_NE(native.err.find("`liblq_jit.so` cannot be loaded"), std::string::npos) << native.err;
}

TEST_F(NativeToolTest, DoesWhereNoCodeMayBeMade) {
  const std::string decisions = Run(kDecide).out;
  constexpr int kCannotForbid = 3;
  const pid_t child = fork();
  if (child == 0) {
    if (!ForbidCode())
      _exit(kCannotForbid);
    const CommandResult native = Run(Native());
    const bool told =
        native.err.find("this host does not run code made at run time") != std::string::npos;
    const bool doctor =
        Run("lq doctor").out.find("does not run code made at run time") != std::string::npos;
    _exit(native.status == 0 && native.out == decisions && told && doctor ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  if (WEXITSTATUS(status) == kCannotForbid)
    GTEST_SKIP() << "this system cannot forbid it";
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace lq::test
