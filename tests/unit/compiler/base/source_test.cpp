#include "compiler/base/source.h"

#include <gtest/gtest.h>

namespace lq {
namespace {

TEST(SourceMap, LocatesByLineAndCodePoint) {
  SourceMap sources;
  sources.Add("empty.lq", "");
  const FileId file = sources.Add("a.lq", "ab\r\nä€x\n\n");
  struct Case {
    std::uint32_t offset;
    std::uint32_t line;
    std::uint32_t column;
  };
  // `ä` has two bytes and `€` three.
  for (const Case& c : {Case{0, 1, 1}, Case{2, 1, 3}, Case{4, 2, 1}, Case{6, 2, 2}, Case{9, 2, 3},
                        Case{11, 3, 1}, Case{12, 4, 1}, Case{99, 4, 1}}) {
    const LineColumn at = sources.Locate(file, c.offset);
    EXPECT_EQ(at.line, c.line) << c.offset;
    EXPECT_EQ(at.column, c.column) << c.offset;
  }
  EXPECT_EQ(sources.Locate(0, 0).line, 1U);
}

TEST(SourceMap, LinesBearNoLineEnd) {
  SourceMap sources;
  const FileId file = sources.Add("a.lq", "ab\r\ncd\n\nlast");
  EXPECT_EQ(sources.Line(file, 1), "ab");
  EXPECT_EQ(sources.Line(file, 2), "cd");
  EXPECT_EQ(sources.Line(file, 3), "");
  EXPECT_EQ(sources.Line(file, 4), "last");
  EXPECT_EQ(sources.Line(file, 0), "");
  EXPECT_EQ(sources.Line(file, 5), "");
}

TEST(SourceMap, SpansBeyondTheTextAreCut) {
  SourceMap sources;
  const FileId file = sources.Add("a.lq", "abc");
  EXPECT_EQ(sources.Text({file, 1, 2}), "b");
  EXPECT_EQ(sources.Text({file, 2, 9}), "c");
  EXPECT_EQ(sources.Text({file, 8, 9}), "");
  EXPECT_EQ(sources.Text({file, 2, 1}), "");
}

TEST(SourceMap, AddressesOfFilesStayValid) {
  SourceMap sources;
  sources.Add("first.lq", "a");
  const SourceFile* first = &sources.file(0);
  for (int i = 0; i < 1000; ++i) {
    sources.Add("more.lq", "b");
  }
  EXPECT_EQ(first, &sources.file(0));
  EXPECT_EQ(sources.size(), 1001U);
}

}  // namespace
}  // namespace lq
