#include "tests/support/golden/golden_runner.h"

#include <gtest/gtest.h>

#include <cctype>
#include <cstdio>

namespace lq::test {
namespace {

namespace fs = std::filesystem;

class GoldenTest : public testing::Test {
 public:
  GoldenTest(const GoldenSuite& suite, fs::path path, bool update)
      : suite_(suite), path_(std::move(path)), update_(update) {}

  void TestBody() override {
    const std::string expected = ReadWhole(path_);
    CaseFile golden = ParseCase(expected);
    suite_.run(golden, path_);
    const std::string actual = PrintCase(golden);
    if (actual == expected) {
      return;
    }
    if (update_) {
      WriteWhole(path_, actual);
      std::printf("updated %s\n", path_.c_str());
      return;
    }
    ADD_FAILURE() << path_.string() << "\n"
                  << FirstDifference(expected, actual) << "\n--- as it is now ---\n"
                  << actual
                  << "--- run with --update to take it over, and read it before you commit it";
  }

 private:
  const GoldenSuite& suite_;
  fs::path path_;
  bool update_;
};

// "tables/unique_rows_overlap.lq" is the test tables_unique_rows_overlap.
std::string TestName(const fs::path& relative) {
  std::string name = relative.generic_string();
  name.resize(name.size() - relative.extension().string().size());
  for (char& character : name) {
    if (std::isalnum(static_cast<unsigned char>(character)) == 0) {
      character = '_';
    }
  }
  return name;
}

void Register(const GoldenSuite& suite, std::string_view word, bool update) {
  for (const fs::path& path : suite.files) {
    const fs::path relative = path.lexically_relative(suite.folder);
    if (relative.string().find(word) == std::string::npos) {
      continue;
    }
    testing::RegisterTest(
        suite.name.c_str(), TestName(relative).c_str(), nullptr, nullptr, __FILE__, __LINE__,
        [&suite, path, update]() -> testing::Test* { return new GoldenTest(suite, path, update); });
  }
}

}  // namespace

int RunGoldens(int argc, char** argv, const GoldenSuite& suite) {
  testing::InitGoogleTest(&argc, argv);
  std::string word;
  bool update = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--update") {
      update = true;
    } else {
      word = argument;
    }
  }
  Register(suite, word, update);
  return RUN_ALL_TESTS();
}

}  // namespace lq::test
