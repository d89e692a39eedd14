// Runs the goldens of one phase; README.md tells their format.

#include "tests/language/phase.h"
#include "tests/support/golden/golden_runner.h"

namespace lq::test {

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
  const std::string phase(lq::test::kPhase);
  lq::test::GoldenSuite suite;
  suite.name = "golden_" + phase;
  suite.folder = LQ_SOURCE_DIR "/tests/language/" + phase;
  suite.files = lq::test::FilesBelow(suite.folder, ".lq");
  suite.run = [](lq::test::CaseFile& golden, const std::filesystem::path&) {
    golden.Set("expected", lq::test::RunPhase(golden));
  };
  return lq::test::RunGoldens(argc, argv, suite);
}
