// Places: goldens show the tree, these show that its spans are the words themselves.
#include <gtest/gtest.h>

#include "compiler/parse/parse.h"

namespace lq {
namespace {

struct Parsed {
  explicit Parsed(const std::string& statements) {
    file = sources.Add("a.lq", "edition 2026\npolicy p version 1\n" + statements);
    unit = Parse(sources, file, diagnostics);
  }

  std::string Text(Span span) const { return std::string(sources.Text(span)); }

  SourceMap sources;
  Diagnostics diagnostics;
  FileId file = 0;
  syntax::Unit unit;
};

TEST(Spans, OfARule) {
  const Parsed parsed(
      "# ä before\nrule r\n  choose x with confidence 92.5%\n  when a.b not in [1, 2] and yes\n  "
      "reason R\n");
  ASSERT_EQ(parsed.unit.statements.size(), 1U);
  const auto& rule = std::get<syntax::RuleDeclaration>(parsed.unit.statements[0]);
  EXPECT_EQ(parsed.Text(parsed.unit.name.span), "p");
  EXPECT_EQ(parsed.Text(rule.name.span), "r");
  EXPECT_EQ(parsed.Text(rule.outcome.span), "x");
  EXPECT_EQ(parsed.Text(rule.strength.span), "with confidence 92.5%");
  EXPECT_EQ(parsed.Text(rule.reason.span), "R");
  EXPECT_EQ(parsed.Text(rule.when.span), "a.b not in [1, 2] and yes");
  EXPECT_EQ(parsed.Text(rule.when.op_span), "and");
  const syntax::Expr& in = rule.when.children[0];
  EXPECT_EQ(parsed.Text(in.span), "a.b not in [1, 2]");
  EXPECT_EQ(parsed.Text(in.op_span), "not in");
  EXPECT_EQ(parsed.Text(in.children[1].span), "[1, 2]");
  EXPECT_EQ(parsed.Text(in.children[1].children[1].span), "2");
  EXPECT_TRUE(parsed.Text(rule.span).starts_with("rule r"));
  EXPECT_TRUE(parsed.Text(rule.span).ends_with("reason R"));
}

TEST(Spans, OfArithmetic) {
  const Parsed parsed(
      "derived d is a plus 40% of b rounding up minus (c divided by 12 rounding down)\n");
  const auto& derived = std::get<syntax::DerivedDeclaration>(parsed.unit.statements[0]);
  const syntax::Expr& minus = derived.value;
  EXPECT_EQ(parsed.Text(minus.span),
            "a plus 40% of b rounding up minus (c divided by 12 rounding down)");
  EXPECT_EQ(parsed.Text(minus.op_span), "minus");
  EXPECT_EQ(parsed.Text(minus.children[0].span), "a plus 40% of b rounding up");
  EXPECT_EQ(parsed.Text(minus.children[0].children[1].op_span), "40% of");
  const syntax::Expr& divided = minus.children[1].children[0];
  EXPECT_EQ(parsed.Text(divided.span), "c divided by 12 rounding down");
  EXPECT_EQ(parsed.Text(divided.op_span), "divided by");
}

TEST(Spans, OfATable) {
  const Parsed parsed("table t gives text\n  | x          | t   |\n  | at least 5 | \"b\" |\n");
  const auto& table = std::get<syntax::TableDeclaration>(parsed.unit.statements[0]);
  EXPECT_EQ(parsed.Text(table.columns[0].span), "x");
  EXPECT_EQ(parsed.Text(table.rows[0].cells[0].span), "at least 5");
  EXPECT_EQ(parsed.Text(table.rows[0].cells[1].span), "\"b\"");
  EXPECT_EQ(parsed.Text(table.rows[0].cells[0].expr.op_span), "at least");
  EXPECT_TRUE(parsed.Text(table.rows[0].span).starts_with("| at least"));
}

// Applies the certain fixes; they do not overlap.
TEST(Spans, FixesMendTheText) {
  const std::string broken = "define d when a>=5 && b is at least 6 || !c\ndefine e when x = “y”\n";
  Parsed parsed(broken);
  std::string text = parsed.sources.file(parsed.file).text;
  std::vector<Fix> fixes;
  for (const Diagnostic& diagnostic : parsed.diagnostics.all()) {
    for (const Fix& fix : diagnostic.fixes) {
      if (fix.certain) {
        fixes.push_back(fix);
      }
    }
  }
  std::sort(fixes.begin(), fixes.end(),
            [](const Fix& a, const Fix& b) { return a.span.begin > b.span.begin; });
  for (const Fix& fix : fixes) {
    text.replace(fix.span.begin, fix.span.end - fix.span.begin, fix.replacement);
  }
  EXPECT_EQ(text.substr(text.find("define")),
            "define d when a at least 5 and b at least 6 or not c\ndefine e when x is \"y\"\n");
}

}  // namespace
}  // namespace lq
