#include "runtime/value/json_text.h"

#include <gtest/gtest.h>

namespace lq {
namespace {

TEST(AppendJsonText, EscapesWhatJsonDemands) {
  using std::string_literals::operator""s;
  const struct {
    std::string text;
    std::string json;
  } cases[] = {
      {"", R"("")"},
      {"plain", R"("plain")"},
      {"say \"hi\" \\ ok", R"("say \"hi\" \\ ok")"},
      {"a\nb\tc\rd\be\ff", R"("a\nb\tc\rd\be\ff")"},
      {"\0\x01\x1f\x7f"s, "\"\\u0000\\u0001\\u001f\x7f\""},
      {"/ é 😀 \u2028", "\"/ é 😀 \u2028\""},
      {"\"", R"("\"")"},
  };
  for (const auto& c : cases) {
    std::string out = "x";
    AppendJsonText(c.text, out);
    EXPECT_EQ(out, "x" + c.json);
  }
}

}  // namespace
}  // namespace lq
