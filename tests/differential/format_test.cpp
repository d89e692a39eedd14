// Formatting random programs, as they are and with white space and comments thrown in: the laws of
// tests/support/format hold, and no policy gets another hash.
//
//   format_test [--programs N] [--seed S]

#include <gtest/gtest.h>

#include <cstdio>

#include "compiler/include/lq/format.h"
#include "tests/differential/generator/options.h"
#include "tests/differential/trial.h"
#include "tests/support/format/format_laws.h"
#include "tests/support/format/mess.h"

namespace lq::test {
namespace {

RandomTestOptions options;

using Files = std::map<std::string, std::string>;

// Empty when it does not compile.
std::string HashOf(const Files& files) {
  const PolicyPackage package(files, kPolicyFile);
  EXPECT_EQ(package.problems(), "");
  return package.problems().empty() ? package.program().hash : "";
}

// The units of a package, formatted.
Files Formatted(Files files, const std::string& what) {
  for (auto& [name, text] : files) {
    if (!name.ends_with(".lq"))
      continue;
    EXPECT_EQ(BrokenFormatLaw(text), "") << what << " " << name << "\n" << text;
    text = FormatFile(name, text).text.value_or("");
  }
  return files;
}

Files Messed(Files files, std::uint64_t seed) {
  for (auto& [name, text] : files) {
    if (name.ends_with(".lq"))
      text = Mess(text, seed);
  }
  return files;
}

TEST(Format, KeepsTheHashAndEveryComment) {
  Coverage coverage;
  std::size_t bytes = 0;
  for (std::uint64_t seed = options.seed; seed < options.seed + options.programs; ++seed) {
    const Files files = FilesOf(GenerateProgram(seed, {}, coverage));
    const std::string what = "seed " + std::to_string(seed);
    const std::string hash = HashOf(files);
    EXPECT_EQ(HashOf(Formatted(files, what)), hash) << what;
    const Files messed = Messed(files, seed);
    EXPECT_EQ(HashOf(Formatted(messed, what + ", messed")), hash) << what;
    for (const auto& [name, text] : messed)
      bytes += text.size();
    if (HasFailure())
      break;
  }
  std::printf(
      "%llu programs from seed %llu, formatted twice, %zu KiB with white space and comments thrown "
      "in\n",
      static_cast<unsigned long long>(options.programs),
      static_cast<unsigned long long>(options.seed), bytes >> 10);
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
