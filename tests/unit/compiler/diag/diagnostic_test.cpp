#include "compiler/diag/diagnostic.h"

#include <gtest/gtest.h>

namespace lq {
namespace {

TEST(Diagnostics, EachKindIsDescribedByItsRow) {
  int last = 0;
  for (const DiagnosticInfo& info : AllDiagnostics()) {
    EXPECT_GT(info.code, last) << info.name;
    last = info.code;
    EXPECT_EQ(Describe(info.kind).code, info.code);
    EXPECT_FALSE(info.summary.empty()) << info.name;
  }
  EXPECT_EQ(CodeText(DiagnosticKind::kSyntax), "LQ0102");
}

TEST(Diagnostics, CountsErrorsAndWarnings) {
  Diagnostics diagnostics;
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.Report(DiagnosticKind::kPastedOperator, {}, "a warning");
  EXPECT_FALSE(diagnostics.has_errors());
  diagnostics.Report(DiagnosticKind::kSyntax, {}, "an error");
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_EQ(diagnostics.error_count(), 1U);
  EXPECT_EQ(diagnostics.warning_count(), 1U);
}

TEST(Diagnostics, KeepsThoseThatSomebodyReads) {
  Diagnostics diagnostics;
  for (std::size_t i = 0; i < 3 * Diagnostics::kMostKept; ++i) {
    diagnostics.Report(DiagnosticKind::kPastedOperator, {}, "a warning").help = "a help";
    diagnostics.Report(DiagnosticKind::kSyntax, {}, "an error").help = "a help";
  }
  EXPECT_EQ(diagnostics.error_count(), 3 * Diagnostics::kMostKept);
  EXPECT_EQ(diagnostics.warning_count(), 3 * Diagnostics::kMostKept);
  EXPECT_EQ(diagnostics.all().size(), 2 * Diagnostics::kMostKept + 1);
  diagnostics.Sort();
  EXPECT_EQ(diagnostics.all().back().kind, DiagnosticKind::kTooManyMistakes);
}

TEST(Diagnostics, SortsByFilePlaceAndCode) {
  Diagnostics diagnostics;
  diagnostics.Report(DiagnosticKind::kSyntax, {1, 0, 1}, "d");
  diagnostics.Report(DiagnosticKind::kSyntax, {0, 5, 6}, "c");
  diagnostics.Report(DiagnosticKind::kInvalidUtf8, {0, 5, 6}, "b");
  diagnostics.Report(DiagnosticKind::kSyntax, {0, 2, 9}, "a");
  diagnostics.Sort();
  std::string order;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    order += diagnostic.message;
  }
  EXPECT_EQ(order, "abcd");
}

TEST(NearestName, FindsSlipsOfTheFinger) {
  struct Case {
    std::string_view name;
    std::string_view nearest;
  };
  const std::vector<std::string_view> names = {"country", "company.size", "role", "rule", "ab"};
  for (const Case& c : {Case{"contry", "country"}, Case{"cuontry", "country"}, Case{"rloe", "role"},
                        Case{"company_size", "company.size"}, Case{"rolle", "role"},
                        // One edit away from two: the first.
                        Case{"rle", "role"}, Case{"ba", "ab"},
                        // Too far, the name itself, and nothing.
                        Case{"xyz", ""}, Case{"role", "rule"}, Case{"", ""}, Case{"zz", ""}}) {
    EXPECT_EQ(NearestName(c.name, names), c.nearest) << c.name;
  }
  EXPECT_EQ(NearestName(std::string(5'000'000, 'a'), names), "");
}

}  // namespace
}  // namespace lq
