#include "compiler/diag/render.h"

#include <gtest/gtest.h>

namespace lq {
namespace {

// The example of the page about the command line.
struct Budget {
  Budget() {
    std::string text(30, '\n');
    begin = static_cast<std::uint32_t>(text.size());
    text += "  when annual_budget at least 50000 USD\n";
    file = sources.Add("policies/inbound.lq", text);
  }

  Diagnostic& Report() {
    Diagnostic& report =
        diagnostics.Report(DiagnosticKind::kOtherCurrency, {file, begin + 30, begin + 39},
                           "`annual_budget` is money EUR, but `50000 USD` is money USD");
    report.primary.text = "an amount in another currency";
    report.secondary.push_back({{file, begin + 7, begin + 20}, "declared at schema/lead.lq:14:1"});
    report.help = "write `50000 EUR`, or declare a second field in USD";
    return report;
  }

  SourceMap sources;
  Diagnostics diagnostics;
  std::uint32_t begin = 0;
  FileId file = 0;
};

TEST(RenderText, LaysOutLabelsOfOneLine) {
  Budget budget;
  budget.Report();
  EXPECT_EQ(RenderText(budget.diagnostics, budget.sources, {}),
            R"(error LQ0412: `annual_budget` is money EUR, but `50000 USD` is money USD
  --> policies/inbound.lq:31:31
   |
31 |   when annual_budget at least 50000 USD
   |        -------------          ^^^^^^^^^ an amount in another currency
   |        declared at schema/lead.lq:14:1
   = help: write `50000 EUR`, or declare a second field in USD
   = more: lq explain LQ0412
)");
}

TEST(RenderText, ShowsOtherLinesAndFiles) {
  SourceMap sources;
  const FileId here = sources.Add("a.lq", "first\nsecond\nthird\nfourth\n");
  const FileId there = sources.Add("b.lq", "other\n");
  Diagnostics diagnostics;
  Diagnostic& report = diagnostics.Report(DiagnosticKind::kSyntax, {here, 19, 25}, "seen");
  report.secondary.push_back({{here, 0, 5}, "one"});
  report.secondary.push_back({{there, 0, 5}, "two"});
  report.notes.emplace_back("A rule.");
  EXPECT_EQ(RenderText(diagnostics, sources, {}), R"(error LQ0102: seen
  --> a.lq:4:1
   |
 1 | first
   | ----- one
...
 4 | fourth
   | ^^^^^^
  ::: b.lq:1:1
   |
 1 | other
   | ----- two
   = note: A rule.
   = more: lq explain LQ0102
)");
}

TEST(RenderText, PaintsOnlyWhenAsked) {
  Budget budget;
  budget.Report();
  const std::string plain = RenderText(budget.diagnostics, budget.sources, {});
  const std::string painted = RenderText(budget.diagnostics, budget.sources, {.color = true});
  EXPECT_EQ(plain.find('\x1b'), std::string::npos);
  EXPECT_EQ(painted.find("\x1b[1;31merror LQ0412\x1b[0m"), 0U);
}

TEST(RenderText, TrustsNoText) {
  SourceMap sources;
  const std::string line = "a\x1b[2J \xE2\x80\xAE \xFF\tb";
  const FileId file = sources.Add("a\n.lq", line);
  Diagnostics diagnostics;
  diagnostics.Report(DiagnosticKind::kSyntax, {file, 0, 1}, "seen \x07");
  const std::string text = RenderText(diagnostics, sources, {});
  EXPECT_EQ(text.find('\x1b'), std::string::npos);
  EXPECT_EQ(text.find('\x07'), std::string::npos);
  EXPECT_EQ(text.find("\xE2\x80\xAE"), std::string::npos);
  EXPECT_EQ(text.find('\xFF'), std::string::npos);
  EXPECT_NE(text.find("    b"), std::string::npos);
}

TEST(RenderText, CutsLongLinesAroundTheMark) {
  SourceMap sources;
  const FileId file =
      sources.Add("a.lq", std::string(2'000'000, 'x') + "!" + std::string(2'000'000, 'y'));
  Diagnostics diagnostics;
  diagnostics.Report(DiagnosticKind::kSyntax, {file, 2'000'000, 2'000'001}, "seen");
  const std::string text = RenderText(diagnostics, sources, {});
  EXPECT_LT(text.size(), 1000U);
  const std::size_t mark = text.find("^");
  const std::size_t marked_line = text.rfind(" |", mark);
  const std::size_t shown = text.find('!');
  const std::size_t shown_line = text.rfind(" |", shown);
  ASSERT_NE(shown, std::string::npos);
  // The cut's sign before the line has three bytes and one column.
  EXPECT_EQ(mark - marked_line, shown - shown_line - 2);
}

TEST(RenderJson, SaysEverything) {
  Budget budget;
  budget.Report().fixes.push_back(
      {{budget.file, budget.begin + 36, budget.begin + 39}, "EUR", false});
  EXPECT_EQ(
      RenderJson(budget.diagnostics, budget.sources),
      R"({"version":1,"diagnostics":[{"code":"LQ0412","severity":"error","message":)"
      R"("`annual_budget` is money EUR, but `50000 USD` is money USD","path":"policies/inbound.lq",)"
      R"("line":31,"column":31,"end_line":31,"end_column":40,"label":"an amount in another currency",)"
      R"("secondary":[{"path":"policies/inbound.lq","line":31,"column":8,"end_line":31,"end_column":21,)"
      R"("label":"declared at schema/lead.lq:14:1"}],"notes":[],)"
      R"("help":"write `50000 EUR`, or declare a second field in USD","fixes":[{"path":)"
      R"("policies/inbound.lq","line":31,"column":37,"end_line":31,"end_column":40,)"
      R"("replacement":"EUR","certain":false}]}]})");
}

}  // namespace
}  // namespace lq
