// A test that is taken away from an example either was not needed, or the gates of coverage name
// what is missing, and what `lq test --suggest` prints brings them back.

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/process/run_command.h"
#include "tests/support/sections.h"

namespace lq::test {
namespace {

namespace fs = std::filesystem;

const fs::path kExamples = LQ_SOURCE_DIR "/examples";
const std::string kGated = "lq test . --require rule=100,condition=100,mcdc=95,three-per-rule";
// Of an example with many tests, this many are taken away, evenly spread.
constexpr std::size_t kMostCuts = 12;

fs::path TestFileOf(const fs::path& package) {
  for (const auto& entry : fs::directory_iterator(package)) {
    if (entry.path().filename().string().ends_with(".test.lq")) {
      return entry.path();
    }
  }
  return {};
}

// Where `test "…"` and `table "…"` begin, and the end of the file.
std::vector<std::size_t> Beginnings(const std::string& text) {
  std::vector<std::size_t> places;
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
    const std::string_view rest = std::string_view(text).substr(at + 1);
    if (rest.starts_with("test \"") || rest.starts_with("table \"")) {
      places.push_back(at + 1);
    }
  }
  places.push_back(text.size());
  return places;
}

// What stands in `text` behind the remark that says which file it is for.
std::string Pasted(const std::string& text) {
  const std::size_t at = text.find("\ntest \"");
  return at == std::string::npos ? "" : text.substr(at);
}

class Gaps : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    fs::copy(kExamples / GetParam(), folder_.path(), fs::copy_options::recursive);
    file_ = TestFileOf(folder_.path());
    text_ = ReadWhole(file_);
  }

  CommandResult Run(const std::string& command) const {
    return RunCommand(command, folder_.path(), LQ_TOOLS);
  }

  // Whether the tests without those from `begin` to `end` are too few.
  bool CutShows(std::size_t begin, std::size_t end) {
    const std::string rest = text_.substr(0, begin) + text_.substr(end);
    WriteWhole(file_, rest);
    const CommandResult cut = Run(kGated);
    if (cut.status == 0) {
      return false;
    }
    EXPECT_NE(cut.err.find(": no test in which "), std::string::npos) << cut.out << cut.err;
    const CommandResult suggested = Run("lq test . --suggest");
    WriteWhole(file_, rest + Pasted(suggested.out));
    const CommandResult mended = Run(kGated);
    const bool gave_up = suggested.err.find("no test was found") != std::string::npos;
    EXPECT_TRUE(gave_up || mended.status == 0)
        << text_.substr(begin, end - begin) << suggested.out << mended.out << mended.err;
    return true;
  }

  const TemporaryFolder folder_;
  fs::path file_;
  std::string text_;
};

TEST_P(Gaps, AreNamedAndMended) {
  const std::vector<std::size_t> places = Beginnings(text_);
  const std::size_t step = places.size() / kMostCuts + 1;
  std::size_t shown = 0;
  for (std::size_t i = 0; i + 1 < places.size(); i += step) {
    shown += CutShows(places[i], places[i + 1]) ? 1 : 0;
  }
  EXPECT_GT(shown, 0U);
}

INSTANTIATE_TEST_SUITE_P(Examples, Gaps,
                         testing::Values("crm", "crm_routing", "education", "inbound_demo",
                                         "partner_leads", "starter"),
                         [](const auto& param) { return param.param; });

}  // namespace
}  // namespace lq::test
