#include "compiler/parse/constructs.h"

namespace lq::parse {

syntax::SetDeclaration ParseSet(Walk& walk, LqParser::SetContext& rule) {
  return {walk.Declared(rule.name), ParseSum(walk, rule.sum()), walk.SpanOf(&rule)};
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
