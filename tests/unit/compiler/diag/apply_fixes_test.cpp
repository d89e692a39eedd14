#include "compiler/diag/apply_fixes.h"

#include <gtest/gtest.h>

namespace lq {
namespace {

void Add(Diagnostics& diagnostics, Fix fix) {
  diagnostics.Report(DiagnosticKind::kPastedOperator, fix.span, "seen").fixes.push_back(fix);
}

TEST(ApplyFixes, MakesThemInTheOrderOfTheText) {
  Diagnostics diagnostics;
  Add(diagnostics, {{0, 6, 7}, "C", true});
  Add(diagnostics, {{0, 0, 1}, "A ", true});
  Add(diagnostics, {{0, 3, 3}, "between ", true});
  EXPECT_EQ(ApplyFixes("a b c d", diagnostics, 0), "A  bbetween  c C");
}

TEST(ApplyFixes, LeavesUncertainOnesAndOtherFiles) {
  Diagnostics diagnostics;
  Add(diagnostics, {{0, 0, 1}, "x", false});
  Add(diagnostics, {{1, 0, 1}, "y", true});
  EXPECT_EQ(ApplyFixes("abc", diagnostics, 0), "abc");
}

TEST(ApplyFixes, TakesTheEarlierOfTwoThatTouch) {
  Diagnostics diagnostics;
  Add(diagnostics, {{0, 1, 3}, "X", true});
  Add(diagnostics, {{0, 2, 4}, "Y", true});
  EXPECT_EQ(ApplyFixes("abcdef", diagnostics, 0), "aXdef");
}

}  // namespace
}  // namespace lq
