#include "compiler/parse/unit_header.h"

#include <gtest/gtest.h>

namespace lq {
namespace {

using syntax::UnitKind;

TEST(UnitHeader, ReadsKindAndName) {
  struct Case {
    std::string_view text;
    UnitKind kind;
    std::string_view name;
  };
  for (const Case& c : {
           Case{"edition 2026\npolicy inbound version 7\nrule", UnitKind::kPolicy, "inbound"},
           Case{"edition 2026 schema lead", UnitKind::kSchema, "lead"},
           Case{"# note\r\nedition 2026 # more\r\n\tlibrary std_geo", UnitKind::kLibrary,
                "std_geo"},
           Case{"edition 2026\ntests for inbound", UnitKind::kTests, "inbound"},
           Case{"\xEF\xBB\xBF"
                "edition 2026\xC2\xA0source hubspot",
                UnitKind::kSource, "hubspot"},
           Case{"policy without_edition", UnitKind::kPolicy, "without_edition"},
       }) {
    const std::optional<UnitHeader> header = ReadUnitHeader(c.text);
    ASSERT_TRUE(header.has_value()) << c.text;
    EXPECT_EQ(header->kind, c.kind) << c.text;
    EXPECT_EQ(header->name, c.name) << c.text;
    const Span span = header->name_span;
    EXPECT_EQ(c.text.substr(span.begin, span.end - span.begin), c.name);
  }
}

TEST(UnitHeader, SaysNothingOfOtherTexts) {
  for (const std::string_view text :
       {"", "edition", "edition 2026", "edition 2026\npolicy", "rule x", "tests inbound",
        "tests for", "edition 2026\npolicy \"x\"", "# policy x", "\xFF\xFE"}) {
    EXPECT_FALSE(ReadUnitHeader(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace lq
