// The design's samples keep every promise of formatting.

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "tests/conformance/shared_folder.h"
#include "tests/support/format/format_laws.h"
#include "tests/support/format/mess.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

TEST(SampleLayout, KeepsTheLawsOfFormatting) {
  const fs::path folder = SharedFolder("samples");
  if (folder.empty())
    GTEST_SKIP();
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".lq")
      continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(BrokenFormatLaw(text), "") << entry.path();
    EXPECT_EQ(BrokenFormatLaw(Mess(text, 1)), "") << entry.path() << "\n" << Mess(text, 1);
  }
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
