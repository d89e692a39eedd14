// Runs the goldens of one phase: one GoogleTest a file, named by folder and behaviour.
//
//   language_check [--update] [WORD] [--gtest_…]
//
// WORD runs only the files whose path contains it; --update rewrites their `expected` sections.

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <string>

#include "tests/language/phase.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

class GoldenTest : public testing::Test {
 public:
  GoldenTest(fs::path path, bool update) : path_(std::move(path)), update_(update) {}

  void TestBody() override {
    CaseFile golden = ParseCase(ReadWhole(path_));
    std::string actual = RunPhase(golden);
    if (!actual.empty() && actual.back() != '\n') {
      actual.push_back('\n');
    }
    const Section* expected = golden.Find("expected");
    const std::string wanted = expected == nullptr ? "" : expected->text;
    if (wanted == actual && expected != nullptr) {
      return;
    }
    if (update_) {
      golden.Set("expected", std::move(actual));
      WriteWhole(path_, PrintCase(golden));
      std::printf("updated %s\n", path_.c_str());
      return;
    }
    ADD_FAILURE() << path_.string() << "\n"
                  << FirstDifference(wanted, actual) << "\n--- all of it ---\n"
                  << actual << "--- run with --update to take it over, and read it before you commit it";
  }

 private:
  fs::path path_;
  bool update_;
};

// "tables/unique_rows_overlap.lq" is the test Golden.tables_unique_rows_overlap of its phase.
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

void Register(std::string_view word, bool update) {
  const fs::path folder = fs::path(LQ_SOURCE_DIR) / "tests" / "language" / std::string(kPhase);
  const std::string suite = "golden_" + std::string(kPhase);
  for (const fs::path& path : FilesBelow(folder, ".lq")) {
    if (path.string().find(word) == std::string::npos) {
      continue;
    }
    const std::string name = TestName(path.lexically_relative(folder));
    testing::RegisterTest(suite.c_str(), name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                          [path, update]() -> testing::Test* { return new GoldenTest(path, update); });
  }
}

}  // namespace

std::string LastUnit(const CaseFile& golden) {
  std::string name;
  for (const Section& section : golden.sections) {
    if (section.name.ends_with(".lq")) {
      name = section.name;
    }
  }
  return name;
}

}  // namespace lq::test

int main(int argc, char** argv) {
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
  lq::test::Register(word, update);
  return RUN_ALL_TESTS();
}
