#include "runtime/notation/json_path.h"

#include <gtest/gtest.h>

namespace lq {
namespace {

// Its steps, apart: `member a / index 0 / where f.id is 'x' / each`; or what is wrong with it.
std::string Steps(std::string_view text) {
  std::string problem;
  const std::optional<JsonPath> path = ParseJsonPath(text, problem);
  if (!path)
    return "! " + problem;
  std::string out;
  for (const JsonPathStep& step : *path) {
    out += out.empty() ? "" : " / ";
    switch (step.kind) {
      case JsonPathStep::Kind::kMember:
        out += "member " + step.name;
        break;
      case JsonPathStep::Kind::kIndex:
        out += "index " + std::to_string(step.index);
        break;
      case JsonPathStep::Kind::kEach:
        out += "each";
        break;
      case JsonPathStep::Kind::kWhere:
        out += "where";
        for (const std::string& name : step.inner)
          out += " " + name;
        out += " is " + step.value;
        break;
    }
  }
  return out;
}

TEST(JsonPath, Steps) {
  const std::pair<const char*, const char*> cases[] = {
      {"email", "member email"},
      {"properties.email.value", "member properties / member email / member value"},
      {"a b.c-d", "member a b / member c-d"},
      {"answers[0].text", "member answers / index 0 / member text"},
      {"[2][0]", "index 2 / index 0"},
      {"[007]", "index 7"},
      {"fields[name=email].values[0]",
       "member fields / where name is email / member values / index 0"},
      {"list[field.id=x y].v", "member list / where field id is x y / member v"},
      {"entry[].changes[]", "member entry / each / member changes / each"},
      {"[]", "each"},
      {"'a.b'.'c[0]'", "member a.b / member c[0]"},
      {"'it''s'", "member it's"},
      {"''", "member "},
      {"list['k.1'='v=''2''']", "member list / where k.1 is v='2'"},
      {"list[k='']", "member list / where k is "},
      {"list['0'=1]", "member list / where 0 is 1"},
  };
  for (const auto& [text, steps] : cases)
    EXPECT_EQ(Steps(text), steps) << text;
}

TEST(JsonPath, WhatIsNoPath) {
  const std::pair<const char*, const char*> cases[] = {
      {"", "! is empty"},
      {".", "! lacks a name beside `.`"},
      {"a.", "! lacks a name beside `.`"},
      {"a..b", "! lacks a name beside `.`"},
      {".a", "! lacks a name beside `.`"},
      {"a[", "! lacks a name or a number in brackets"},
      {"a[0", "! ends within brackets"},
      {"a[0.b]", "! has brackets that hold neither a number nor `name=value`"},
      {"a[name]", "! has brackets that hold neither a number nor `name=value`"},
      {"a[-1]", "! has brackets that hold neither a number nor `name=value`"},
      {"a[k=]", "! lacks a value behind `=`"},
      {"a[k=v", "! ends within brackets"},
      {"a[k=v.w]", "! has `.` where `]` should stand"},
      {"a]", "! has `]` where `.` or `[` should stand"},
      {"a=b", "! has `=` where `.` or `[` should stand"},
      {"a[0]b", "! has `b` where `.` or `[` should stand"},
      {"'a", "! has a quote `'` that is not closed"},
      {"'a''", "! has a quote `'` that is not closed"},
      {"'a'b", "! has `b` where `.` or `[` should stand"},
  };
  for (const auto& [text, problem] : cases)
    EXPECT_EQ(Steps(text), problem) << text;
}

TEST(JsonPath, Limits) {
  EXPECT_TRUE(Steps("a[" + std::string(40, '9') + "]").starts_with("! counts further than"));
  std::string deep = "a";
  for (int i = 0; i < 1000; ++i)
    deep += ".a";
  EXPECT_TRUE(Steps(deep).starts_with("! has more than")) << Steps(deep).substr(0, 60);
}

TEST(JsonPath, HasEach) {
  std::string problem;
  EXPECT_TRUE(HasEach(*ParseJsonPath("entry[].changes", problem)));
  EXPECT_FALSE(HasEach(*ParseJsonPath("entry[0].changes[k=v]", problem)));
}

// A name that is written out is read back as the same name.
TEST(JsonPath, NamesAreWrittenAsTheyAreRead) {
  for (const std::string name : {"email", "a b", "a.b", "it's", "'", "", "[0]", "k=v", "ü"}) {
    std::string path;
    AppendPathMember(name, path);
    EXPECT_EQ(Steps(path), "member " + name) << path;
    AppendPathMember("x", path);
    EXPECT_EQ(Steps(path), "member " + name + " / member x") << path;
  }
}

}  // namespace
}  // namespace lq
