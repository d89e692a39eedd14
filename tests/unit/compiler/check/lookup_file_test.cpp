#include "compiler/check/lookup_file.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "compiler/check/limits.h"
#include "tests/support/checker/no_units.h"

namespace lq::check {
namespace {

class LookupFileTest : public testing::Test {
 protected:
  static LookupColumn Column(std::string name, TypeKind kind) {
    Type type;
    type.kind = kind;
    type.max_length = 256;
    type.high = 1'000'000;
    return {std::move(name), type, {}};
  }

  std::vector<ir::LookupRow> Read(std::string text) {
    const FileId file = sources_.Add("t.csv", std::move(text));
    return ReadLookupFile(context_, file,
                          {Column("name", TypeKind::kText), Column("n", TypeKind::kInteger),
                           Column("team", TypeKind::kInteger)});
  }

  // Code, line and column of each message.
  std::string Problems() const {
    std::string problems;
    for (const Diagnostic& diagnostic : diagnostics_.all()) {
      const LineColumn at =
          sources_.Locate(diagnostic.primary.span.file, diagnostic.primary.span.begin);
      problems += fmt::format("{}:{}:{} ", Describe(diagnostic.kind).name, at.line, at.column);
    }
    return problems;
  }

  static std::string Rows(std::size_t count) {
    std::string text = "name,n,team\n";
    for (std::size_t i = 0; i < count; ++i)
      text += fmt::format("company {},{},{}\n", i, i % 9, i);
    return text;
  }

  test::NoUnits units_;
  SourceMap sources_;
  Diagnostics diagnostics_;
  Context context_{units_, sources_, diagnostics_};
};

TEST_F(LookupFileTest, RowsAsValues) {
  const std::vector<ir::LookupRow> rows =
      Read("\xEF\xBB\xBFteam,note,n,name\r\n7,x,1,\"Big, \"\"and\"\" loud\"\r\n\r\n8,y,2, b \r\n");
  ASSERT_EQ(Problems(), "");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].keys[0].text(), "Big, \"and\" loud");
  EXPECT_EQ(rows[0].keys[1].number(), 1);
  EXPECT_EQ(rows[0].value.number(), 7);
  EXPECT_EQ(rows[1].keys[0].text(), " b ");
}

TEST_F(LookupFileTest, ProblemsHaveTheirPlaces) {
  const std::vector<ir::LookupRow> rows =
      Read("name,n,team\na,1,1\n\"b\nc\",x,1\nd,2,\ne,1\na,1,2\nf,3,3\n");
  EXPECT_EQ(Problems(), "LookupCell:4:4 LookupCell:5:5 LookupRow:6:1 LookupDuplicateKey:7:1 ");
  EXPECT_EQ(rows.size(), 2u);
}

TEST_F(LookupFileTest, HeadersMustNameTheColumns) {
  Read("");
  Read("a,b\n");
  Read("name,n,n,team\n");
  Read("\xFF\xFE");
  EXPECT_EQ(Problems(),
            "LookupHeader:1:1 LookupHeader:1:1 LookupHeader:1:1 LookupHeader:1:1 LookupHeader:1:8 "
            "LookupRow:1:1 ");
}

TEST_F(LookupFileTest, ManyMistakesEndTheReading) {
  std::string text = "name,n,team\n";
  for (int i = 0; i < 1'000; ++i)
    text += "a,x,y\n";
  EXPECT_TRUE(Read(text).empty());
  EXPECT_LT(diagnostics_.error_count(), 25u);
}

TEST_F(LookupFileTest, AHundredThousandRowsAndNoMore) {
  EXPECT_EQ(Read(Rows(kMaxLookupRows)).size(), kMaxLookupRows);
  EXPECT_EQ(Problems(), "");
  EXPECT_EQ(Read(Rows(kMaxLookupRows + 1)).size(), kMaxLookupRows);
  EXPECT_EQ(Problems(), "Limit:100002:1 ");
}

}  // namespace
}  // namespace lq::check
