#include <fmt/format.h>

#include "compiler/parse/constructs.h"
#include "compiler/parse/spelling.h"

namespace lq::parse {
namespace {

// `set dach is DE, AT`
void ReportNoBrackets(Walk& walk, Span values, bool grouped) {
  const std::string list = fmt::format("[{}]", walk.TextAt(values));
  Diagnostic& report =
      walk.Report(DiagnosticKind::kSyntax, values, "the values of a set stand in square brackets");
  report.help = fmt::format("write `{}`", Clip(list));
  if (grouped)
    report.notes.emplace_back("The digits of one number are grouped with `_`, as in `10_000`.");
  report.fixes.push_back({values, list, false});
}

}  // namespace

syntax::SetDeclaration ParseSet(Walk& walk, LqParser::SetContext& rule) {
  const Span span = walk.SpanOf(&rule);
  if (rule.more.empty())
    return {walk.Declared(rule.name), ParseSum(walk, rule.value), span};
  // `10,000`
  const bool grouped = std::all_of(rule.more.begin(), rule.more.end(), [&](auto* value) {
    const Span item = walk.SpanOf(value);
    return item.end - item.begin == 3;
  });
  ReportNoBrackets(walk, {span.file, walk.SpanOf(rule.value).begin, span.end}, grouped);
  return {walk.Declared(rule.name), {}, span};
}

syntax::ParameterDeclaration ParseParameter(Walk& walk, LqParser::ParameterContext& rule) {
  syntax::ParameterDeclaration declaration;
  declaration.span = walk.SpanOf(&rule);
  declaration.name = walk.Declared(rule.name);
  for (LqParser::PeriodContext* period : rule.periods) {
    declaration.periods.push_back(
        {ParseConstant(walk, period->constant()), ParseLiteral(walk, period->date)});
  }
  return declaration;
}

syntax::PatternDeclaration ParsePattern(Walk& walk, LqParser::PatternContext& rule) {
  syntax::PatternDeclaration declaration;
  declaration.span = walk.SpanOf(&rule);
  declaration.name = walk.Declared(rule.name);
  syntax::Expr pattern = ParseLiteral(walk, rule.literal());
  if (pattern.kind == syntax::ExprKind::kPattern) {
    declaration.pattern = {std::move(pattern.text), pattern.span};
  } else if (pattern.kind != syntax::ExprKind::kError) {
    Diagnostic& report =
        walk.Report(DiagnosticKind::kSyntax, pattern.span, "a pattern stands between slashes");
    report.help = "write it like `/(info|sales)@.*/`";
  }
  return declaration;
}

syntax::LookupDeclaration ParseLookup(Walk& walk, LqParser::LookupContext& rule) {
  syntax::LookupDeclaration declaration;
  declaration.span = walk.SpanOf(&rule);
  declaration.name = walk.Declared(rule.name);
  ClauseOnce once(walk, "lookup");
  for (LqParser::LookupClauseContext* clause : rule.clauses) {
    const Span word = walk.SpanOf(clause->start);
    if (!once.Take(walk.WordOf(clause->start), word))
      continue;
    if (clause->FROM() != nullptr)
      declaration.file = walk.Text(clause->text());
    if (clause->GIVES() != nullptr)
      declaration.type = ParseType(walk, clause->type());
    for (LqParser::LookupKeyContext* key : clause->keys) {
      syntax::LookupKey& added = declaration.keys.emplace_back();
      added.field = walk.Path(key->path());
      if (key->text() != nullptr)
        added.column = walk.Text(key->text());
    }
    if (clause->OTHERWISE() == nullptr)
      continue;
    declaration.has_otherwise = true;
    declaration.otherwise = ParseConstant(walk, clause->constant());
  }
  once.Require({"from", "key", "gives", "otherwise"}, declaration.name);
  return declaration;
}

}  // namespace lq::parse
