// Runs conformance cases by every tier: the repository's own, and the shared ones where they are.
//
//   conformance_cases [--only WORD] [--gtest_…]
//
// WORD runs only the cases whose "GROUP: NAME" contains it. Each case is one GoogleTest.

#include <gtest/gtest.h>

#include <cctype>
#include <set>

#include "tests/conformance/case_file.h"
#include "tests/conformance/expect_decision.h"
#include "tests/conformance/shared_folder.h"
#include "tests/support/sections.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

// Cases of one program follow each other: the last one is kept compiled.
PolicyPackage& Compiled(const ConformanceCase& one) {
  static std::map<std::string, std::string> files;
  static std::unique_ptr<PolicyPackage> package;
  if (package == nullptr || files != one.files) {
    files = one.files;
    package = std::make_unique<PolicyPackage>(one.files, one.policy);
  }
  return *package;
}

class CaseTest : public testing::Test {
 public:
  explicit CaseTest(ConformanceCase one) : case_(std::move(one)) {}

  void TestBody() override {
    PolicyPackage& package = Compiled(case_);
    std::string problem = package.problems();
    if (problem.empty()) {
      problem = Differences(package, case_.lead, case_.as_of, case_.toggles, case_.expected);
    }
    if (!problem.empty()) {
      ADD_FAILURE() << case_.name << "\nwhy: " << case_.why << "\n"
                    << case_.files.at(case_.policy) << "\nlead: " << case_.lead << "\n"
                    << problem;
    }
  }

 private:
  ConformanceCase case_;
};

// GoogleTest's names are of letters, digits and `_`; a number keeps them apart.
std::string TestName(const std::string& name, std::set<std::string>& taken) {
  std::string plain;
  for (const char c : name) {
    plain += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  std::string unique = plain;
  for (int n = 2; !taken.insert(unique).second; ++n) {
    unique = plain + "_" + std::to_string(n);
  }
  return unique;
}

void Register(const std::string& suite, const fs::path& folder, const std::string& word) {
  std::set<std::string> taken;
  for (const std::string_view extension : {".json", ".jsonl"}) {
    for (const fs::path& path : FilesBelow(folder, extension)) {
      for (const ConformanceCase& one : ReadCases(path)) {
        if (one.name.find(word) != std::string::npos) {
          testing::RegisterTest(suite.c_str(), TestName(one.name, taken).c_str(), nullptr, nullptr,
                                __FILE__, __LINE__,
                                [one]() -> testing::Test* { return new CaseTest(one); });
        }
      }
    }
  }
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  std::string word;
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::string(argv[i]) == "--only") {
      word = argv[i + 1];
    }
  }
  lq::test::Register("own", LQ_SOURCE_DIR "/tests/conformance", word);
  const std::filesystem::path shared = lq::test::SharedFolder("conformance");
  if (!shared.empty()) {
    lq::test::Register("shared", shared, word);
  }
  return RUN_ALL_TESTS();
}
