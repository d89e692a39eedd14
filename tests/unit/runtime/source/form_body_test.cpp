#include "runtime/source/form_body.h"

#include <gtest/gtest.h>

#include "runtime/intake/lead_limits.h"

namespace lq {
namespace {

// `name=value;` for each parameter; or the code of the problem.
std::string Read(std::string_view text) {
  FormBody body;
  if (!body.Read(text))
    return "! " + std::string(body.problem_code());
  std::string out;
  for (const FormBody::Parameter& parameter : body.parameters())
    out.append(parameter.name).append("=").append(parameter.value).append(";");
  return out;
}

TEST(FormBody, Parameters) {
  const std::pair<const char*, const char*> cases[] = {
      {"", ""},
      {" \r\n", ""},
      {"&&", ""},
      {"a=1", "a=1;"},
      {"a=1\n", "a=1;"},
      {"a=1&b=2", "a=1;b=2;"},
      {"&a=1&&b=2&", "a=1;b=2;"},
      {"a", "a=;"},
      {"a=", "a=;"},
      {"=1", "=1;"},
      {"a=b=c", "a=b=c;"},
      {"a=1&a=2", "a=1;a=2;"},
      {"email=ana%40firm.example&first_name=Ana+Maria",
       "email=ana@firm.example;first_name=Ana Maria;"},
      {"a%3db=%26%3D", "a=b=&=;"},
      {"a=%2B1+%2b2", "a=+1 +2;"},
      {"a=%C3%BC", "a=\xC3\xBC;"},
      {"a=\xC3\xBC", "a=\xC3\xBC;"},
      {"a=1;b=2", "a=1;b=2;"},
  };
  for (const auto& [text, parameters] : cases)
    EXPECT_EQ(Read(text), parameters) << text;
}

TEST(FormBody, WhatIsNoForm) {
  for (const char* text : {"a=%", "a=%4", "a=%4g", "a=100%&b=1", "%zz=1", "a=%FF", "a=\xFF",
                           "a=%C3&b=%BC", "a=%ED%A0%80"}) {
    EXPECT_EQ(Read(text), "! not_form") << text;
  }
}

TEST(FormBody, ProblemsTellTheByte) {
  FormBody body;
  ASSERT_FALSE(body.Read(" a=1&b=5%"));
  EXPECT_NE(body.problem().find("at byte 9 a `%`"), std::string::npos) << body.problem();
  ASSERT_FALSE(body.Read("a=1&b=x%FF"));
  EXPECT_NE(body.problem().find("at byte 7 is not UTF-8"), std::string::npos) << body.problem();
}

TEST(FormBody, Size) {
  std::string text = "a=" + std::string(intake::kMaxLeadBytes - 2, 'x');
  EXPECT_EQ(Read(text).size(), text.size() + 1);
  EXPECT_EQ(Read(text + "x"), "! too_large");
}

TEST(FormBody, IsUsedAgain) {
  FormBody body;
  EXPECT_FALSE(body.Read("a=%"));
  EXPECT_TRUE(body.Read("b=2"));
  ASSERT_EQ(body.parameters().size(), 1u);
  EXPECT_EQ(body.parameters()[0].name, "b");
}

}  // namespace
}  // namespace lq
