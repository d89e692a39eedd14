#include "stdlib/describe/describe.h"

#include <gtest/gtest.h>

#include "tests/support/sections.h"

namespace lq::stdlib {
namespace {

TEST(Describe, EveryName) {
  EXPECT_GT(DescribedNames().size(), 80U);
  for (const std::string_view name : DescribedNames()) {
    const std::optional<std::string> text = Describe(name);
    ASSERT_TRUE(text.has_value()) << name;
    EXPECT_NE(text->find(name), std::string::npos) << name;
    EXPECT_TRUE(text->ends_with('\n')) << name;
  }
  EXPECT_EQ(Describe("frobnicate"), std::nullopt);
}

TEST(Describe, WhatIsLongIsCounted) {
  EXPECT_NE(Describe("disposable_domains")->find("It has 10181 values."), std::string::npos);
  EXPECT_NE(Describe("dach")->find("set dach is [DE, AT, CH]"), std::string::npos);
}

TEST(StandardReference, IsThePageInTheDocumentation) {
  EXPECT_EQ(test::ReadWhole(std::string(LQ_SOURCE_DIR) + "/docs/language/standard.md"),
            StandardReference())
      << "run: build/release/bin/lq explain standard > docs/language/standard.md";
}

}  // namespace
}  // namespace lq::stdlib
