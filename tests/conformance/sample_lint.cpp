// Lint has nothing to say of the sample packages, where they are.

#include <gtest/gtest.h>

#include "tests/conformance/shared_folder.h"
#include "tests/support/process/run_command.h"

namespace lq::test {
namespace {

TEST(SampleLint, FindsNothing) {
  const std::filesystem::path shared = SharedFolder("samples");
  if (shared.empty()) {
    GTEST_SKIP() << "the samples are not there";
  }
  const CommandResult result =
      RunCommand("lq lint . --today 2026-08-01 --format github", shared, LQ_TOOLS);
  EXPECT_EQ(result.status, 0) << result.err;
  // Reading a deprecated field is what one of them shows.
  for (std::size_t at = 0; (at = result.out.find("title=", at)) != std::string::npos; ++at) {
    EXPECT_EQ(result.out.substr(at, 12), "title=LQ0308") << result.out;
  }
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
