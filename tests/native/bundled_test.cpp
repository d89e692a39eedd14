// Which machine code of a bundle is run: of the right kernel only, and only what the processor
// knows.

#include <sys/wait.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "compiler/include/lq/compile.h"
#include "runtime/engine/engine.h"
#include "runtime/native/bundled_code.h"
#include "tests/native/forbid_code.h"
#include "tests/support/package/memory_files.h"
#include "tools/native/bundled_code.h"

namespace lq::tool {
namespace {

std::shared_ptr<const plan::Plan> MakePolicy(const std::string& seats) {
  test::MemoryFiles files;
  files.Add("lead.lq",
            "edition 2026\nschema lead version 1\n"
            "field seats is integer from 0 to 1000 optional\n");
  files.Add("policy.lq",
            "edition 2026\npolicy p version 1\nuses schema lead\n"
            "outcomes strongest first\n  call, wait\n  otherwise wait because NO\n"
            "  undecided becomes ask_lead\n  doubtful becomes look\n"
            "rule big\n  choose call\n  when seats at least " +
                seats + "\n  reason BIG\n");
  const std::unique_ptr<Compilation> compilation = Compile(files, "policy.lq");
  return MakePlan(*compilation->program);
}

std::vector<bundle::NativePart> PartsOf(const std::shared_ptr<const plan::Plan>& plan,
                                        const std::vector<std::string>& processors) {
  std::string problem;
  const auto parts = CompileForBundle(plan, processors, problem);
  EXPECT_TRUE(parts) << problem;
  return parts.value_or(std::vector<bundle::NativePart>());
}

// Empty when one of the parts is taken for this plan.
std::string ProblemOf(const std::shared_ptr<const plan::Plan>& plan,
                      const std::vector<bundle::NativePart>& parts) {
  std::string problem;
  const Engine engine(plan);
  return LoadBundled(*engine.kernel(), parts, problem) != nullptr ? "" : problem;
}

TEST(BundledTest, FitsItsKernelAlone) {
  const auto plan = MakePolicy("20");
  const std::vector<bundle::NativePart> parts = PartsOf(plan, {"host"});
  EXPECT_EQ(ProblemOf(plan, parts), "");
  EXPECT_EQ(ProblemOf(MakePolicy("20"), parts), "");
  EXPECT_EQ(
      ProblemOf(MakePolicy("21"), parts),
      "the machine code in the bundle was made by another version of lq, or for another policy; "
      "build it anew");
}

TEST(BundledTest, FitsItsProcessorAlone) {
  const auto plan = MakePolicy("20");
  std::vector<bundle::NativePart> parts = PartsOf(plan, {"host"});
  parts[0].processor = "another one";
  EXPECT_EQ(ProblemOf(plan, parts),
            "none of the machine code in the bundle is for this processor; `lq inspect` tells what "
            "it is for");
  EXPECT_EQ(ProblemOf(plan, {}),
            "the bundle holds no machine code; `lq build --native` puts some in");
}

TEST(BundledTest, IsTheSameWheneverItIsMade) {
  const auto plan = MakePolicy("20");
  const auto first = PartsOf(plan, {"host", "x86-64-v2", "x86-64-v3", "x86-64-v4"});
  const auto second = PartsOf(plan, {"host", "x86-64-v2", "x86-64-v3", "x86-64-v4"});
  ASSERT_EQ(first.size(), 4u);
  for (std::size_t i = 0; i < first.size(); ++i)
    EXPECT_EQ(first[i].image, second[i].image);
}

TEST(BundledTest, GoesThroughTheBundle) {
  const auto plan = MakePolicy("20");
  const std::string bytes = WriteBundle(*plan, {}, PartsOf(plan, {"x86-64-v2", "host"}));
  bundle::Problem problem;
  const std::optional<bundle::Bundle> bundle = bundle::OpenBundle(bytes, problem);
  ASSERT_TRUE(bundle) << problem.text;
  ASSERT_EQ(bundle->native.size(), 2u);
  EXPECT_EQ(bundle->native[0].processor, "x86-64-v2");
  EXPECT_EQ(ProblemOf(bundle->plan, bundle->native), "");
}

// The plan decides where damaged code is not taken.
TEST(BundledTest, TakesNoDamagedImage) {
  const auto plan = MakePolicy("20");
  std::vector<bundle::NativePart> parts = PartsOf(plan, {"host"});
  parts[0].image.back() ^= 1;
  EXPECT_EQ(ProblemOf(plan, parts), "the machine code in the bundle cannot be run: it is damaged");
  parts[0].image.clear();
  EXPECT_EQ(ProblemOf(plan, parts), "the machine code in the bundle cannot be run: it is cut off");
}

TEST(BundledTest, TellsWhereNoCodeMayBeRun) {
  const auto plan = MakePolicy("20");
  const std::vector<bundle::NativePart> parts = PartsOf(plan, {"host"});
  constexpr int kCannotForbid = 3;
  const pid_t child = fork();
  if (child == 0) {
    if (!test::ForbidCode())
      _exit(kCannotForbid);
    const bool told = ProblemOf(plan, parts) ==
                      "the machine code in the bundle cannot be run: this host does not run code "
                      "made at run time";
    _exit(told ? 0 : 1);
  }
  int status = 0;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status));
  if (WEXITSTATUS(status) == kCannotForbid)
    GTEST_SKIP() << "this system cannot forbid it";
  EXPECT_EQ(WEXITSTATUS(status), 0);
}

}  // namespace
}  // namespace lq::tool
