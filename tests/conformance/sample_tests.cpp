// Runs the tests of the sample packages, where the packages are: all of them pass.

#include <gtest/gtest.h>

#include "tests/conformance/shared_folder.h"
#include "tests/support/process/run_command.h"

namespace lq::test {
namespace {

TEST(SampleTests, Pass) {
  const std::filesystem::path shared = SharedFolder("samples");
  if (shared.empty()) {
    GTEST_SKIP() << "the samples are not there";
  }
  const CommandResult result = RunCommand("lq test .", shared, LQ_TOOLS);
  // Properties and cases are findings as long as nothing runs them.
  EXPECT_LE(result.status, 1) << result.out << result.err;
  EXPECT_EQ(result.err.find("error "), std::string::npos) << result.err;
  EXPECT_NE(result.out.find(" passed, 0 failed"), std::string::npos) << result.out;
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
