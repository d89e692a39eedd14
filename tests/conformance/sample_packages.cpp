// Decides the leads of the sample packages by every tier, where the packages are.

#include <gtest/gtest.h>

#include <fstream>

#include "tests/conformance/expect_decision.h"
#include "tests/conformance/shared_folder.h"
#include "tests/support/sections.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> Lines(const fs::path& path) {
  std::vector<std::string> lines;
  std::ifstream stream(path);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

std::map<std::string, std::string> PackageFiles(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const std::string_view extension : {".lq", ".csv"}) {
    for (const fs::path& path : FilesBelow(folder, extension)) {
      files[path.filename().string()] = ReadWhole(path);
    }
  }
  return files;
}

class SampleTest : public testing::Test {
 public:
  SampleTest(fs::path folder, std::string name)
      : folder_(std::move(folder)), name_(std::move(name)) {}

  void TestBody() override {
    PolicyPackage package(PackageFiles(folder_), name_ + ".lq");
    ASSERT_EQ(package.problems(), "");
    const std::vector<std::string> leads = Lines(folder_ / (name_ + ".leads.jsonl"));
    const std::vector<std::string> expected = Lines(folder_ / (name_ + ".expected.jsonl"));
    ASSERT_EQ(leads.size(), expected.size());
    for (std::size_t i = 0; i < leads.size(); ++i) {
      EXPECT_EQ(Differences(package, leads[i], "2026-08-01", {}, expected[i]), "")
          << name_ << ".leads.jsonl line " << i + 1 << ": " << leads[i];
    }
  }

 private:
  fs::path folder_;
  std::string name_;
};

void Register(const fs::path& folder) {
  const std::string ending = ".expected.jsonl";
  for (const fs::path& path : FilesBelow(folder, ".jsonl")) {
    const std::string file = path.filename().string();
    if (file.ends_with(ending)) {
      const std::string name = file.substr(0, file.size() - ending.size());
      testing::RegisterTest("sample", name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                            [=]() -> testing::Test* { return new SampleTest(folder, name); });
    }
  }
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  const std::filesystem::path shared = lq::test::SharedFolder("samples");
  if (!shared.empty()) {
    lq::test::Register(shared);
  }
  return RUN_ALL_TESTS();
}
