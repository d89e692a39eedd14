#include "runtime/intake/json_check.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "tests/support/lead/printed_lead.h"
#include "tests/support/lead/rich_schema.h"

namespace lq::intake {
namespace {

struct Case {
  std::string_view text;
  JsonProblem expected;
};

constexpr JsonProblem kFine = JsonProblem::kNone;
constexpr JsonProblem kBad = JsonProblem::kNotJson;

TEST(JsonCheck, Values) {
  const Case cases[] = {
      {"null", kFine},
      {" true ", kFine},
      {"false", kFine},
      {"\"\"", kFine},
      {"[]", kFine},
      {"{}", kFine},
      {"nul", kBad},
      {"nulll", kBad},
      {"True", kBad},
      {"NaN", kBad},
      {"[", kBad},
      {"{]", kBad},
      {"", kBad},
      {"[1,]", kBad},
      {"[,1]", kBad},
      {"[1 2]", kBad},
      {"[1]]", kBad},
      {"'a'", kBad},
      {"{\"a\":1,}", kBad},
      {"{\"a\"}", kBad},
      {"{a:1}", kBad},
      {"{\"a\":}", kBad},
      {"{\"a\" 1}", kBad},
      {"/*x*/1", kBad},
      {"1 // x", kBad},
      {"\xEF\xBB\xBF", kBad},
      {"\xEF\xBB\xBF[]", kFine},
      {"\xEF\xBB\xBF\xEF\xBB\xBF[]", kBad},
      {"\xC2\xA0[]", kBad},
      {"\f[]", kBad},
  };
  for (const Case& test : cases)
    EXPECT_EQ(CheckJson(test.text), test.expected) << test.text;
}

TEST(JsonCheck, Numbers) {
  for (const std::string_view text :
       {"0", "-0", "10", "1.5", "-1.50", "1e5", "1E+5", "1.5e-05", "0e1"}) {
    EXPECT_EQ(CheckJson(text), kFine) << text;
  }
  for (const std::string_view text :
       {"-", "+1", "01", "-01", "00", "1.", ".5", "1e", "1e+", "1.e1", "0x1", "1_0", "--1", "1.2.3",
        "1ee2", "Infinity", "-Infinity", "1a"}) {
    EXPECT_EQ(CheckJson(text), kBad) << text;
  }
}

TEST(JsonCheck, Texts) {
  for (const std::string_view text :
       {R"("\"\\\/\b\f\n\r\t")", R"("\u0000\u00e9\uFFFF")", R"("\ud83d\ude00")",
        "\"\xF0\x9F\x98\x80 plain\"", "\"\x7F\"", R"("eight by eight\n, twice over")"}) {
    EXPECT_EQ(CheckJson(text), kFine) << text;
  }
  for (const std::string_view text :
       {R"(")", R"("a)", R"("\")", R"("\x41")", R"("\u12")", R"("\u12g4")", R"("\ud800")",
        R"("\ud800x")", R"("\ud800\n")", R"("\ud800\u0041")", R"("\udc00")", R"("\ud800\ud800")",
        "\"\n\"", "\"\x1F\"", "\"a\xC3\"", "\"\xC0\x80\"", "\"\xED\xA0\x80\"",
        "\"\xF5\x80\x80\x80\"", "\"seven b\xFFyte\""}) {
    EXPECT_EQ(CheckJson(text), kBad) << text;
  }
}

// A special byte and a byte over 127 at every place of the eight that are looked at together.
TEST(JsonCheck, EveryPlaceOfEight) {
  for (std::size_t size = 0; size < 20; ++size) {
    for (std::size_t at = 0; at < size; ++at) {
      std::string text(size, 'x');
      for (const char c : {'\x01', '"', '\\', '\xFF'}) {
        text[at] = c;
        EXPECT_EQ(CheckJson('"' + text + '"'), kBad) << size << ' ' << at;
      }
      text.replace(at, 1, "ä");
      EXPECT_EQ(CheckJson('"' + text + '"'), kFine) << size << ' ' << at;
    }
  }
}

TEST(JsonCheck, Depth) {
  const std::string open(64, '[');
  const std::string close(64, ']');
  EXPECT_EQ(CheckJson(open + close), kFine);
  EXPECT_EQ(CheckJson('[' + open + close + ']'), JsonProblem::kTooDeep);
  EXPECT_EQ(CheckJson('[' + open), JsonProblem::kTooDeep);
}

TEST(JsonCheck, DuplicateKeys) {
  constexpr JsonProblem kTwice = JsonProblem::kDuplicateKey;
  const Case cases[] = {
      {R"({"a":1,"b":1})", kFine},
      {R"({"a":1,"a":1})", kTwice},
      {R"({"a":1,"\u0061":1})", kTwice},
      {R"({"a":{"a":1},"b":{"a":1}})", kFine},
      {R"([{"a":1},{"a":1}])", kFine},
      {R"({"x":[{"a":1,"b":{},"a":1}]})", kTwice},
      {R"({"":1,"":1})", kTwice},
      {R"({"a":1,"a":1)", kBad},
      {R"({"company_size_now":1,"company_sizf_now":1})", kFine},
  };
  for (const Case& test : cases)
    EXPECT_EQ(CheckJson(test.text), test.expected) << test.text;
}

// On both sides of the number of keys from which on they are sorted.
TEST(JsonCheck, DuplicateAmongMany) {
  for (int count = 1; count < 100; ++count) {
    std::string text = "{";
    for (int i = 0; i < count; ++i)
      text += "\"key" + std::to_string(i) + "\":[{\"key\":0}],";
    EXPECT_EQ(CheckJson(text + "\"key\":0}"), kFine) << count;
    for (const int twice : {0, count / 2, count - 1}) {
      EXPECT_EQ(CheckJson(text + "\"key" + std::to_string(twice) + "\":0}"),
                JsonProblem::kDuplicateKey)
          << count;
    }
  }
}

std::filesystem::path SharedFolder() {
  const char* const named = std::getenv("LQ_SHARED");
  return named != nullptr ? std::filesystem::path(named)
                          : std::filesystem::path(LQ_SOURCE_DIR) / "../shared";
}

std::string Contents(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// JSONTestSuite: y_ must be accepted, n_ refused, i_ may be either; the reader of leads agrees.
TEST(JsonCheck, JsonTestSuite) {
  const std::filesystem::path folder = SharedFolder() / "data/json-test-suite/test_parsing";
  if (!std::filesystem::is_directory(folder)) {
    std::cout << "skipped: " << folder << " is not there\n";
    GTEST_SKIP();
  }
  const plan::LeadSchema schema = test::RichSchema();
  int accepted = 0;
  int refused = 0;
  int either = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const std::string name = entry.path().filename();
    const std::string text = Contents(entry.path());
    const JsonProblem problem = CheckJson(text);
    // A key that stands twice is JSON, though no lead.
    const bool is_json = problem == kFine || problem == JsonProblem::kDuplicateKey;
    const bool must_be = name.starts_with("y_");
    const bool must_not_be = name.starts_with("n_");
    EXPECT_FALSE(must_be && !is_json) << name;
    EXPECT_FALSE(must_not_be && is_json) << name;
    const std::string lead = test::ReadAndPrint(schema, text);
    EXPECT_EQ(is_json, lead != "!  not_json" && lead != "!  too_deep") << name << ": " << lead;
    ++(must_be ? accepted : must_not_be ? refused : either);
  }
  std::cout << accepted << " accepted, " << refused << " refused, " << either << " either way\n";
  EXPECT_GE(accepted, 95);
  EXPECT_GE(refused, 188);
}

}  // namespace
}  // namespace lq::intake
