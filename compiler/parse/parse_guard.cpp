#include "compiler/parse/constructs.h"

namespace lq::parse {

syntax::GuardDeclaration ParseGuard(Walk& walk, LqParser::GuardContext& rule) {
  syntax::GuardDeclaration guard;
  guard.span = walk.SpanOf(&rule);
  guard.name = walk.Used(rule.name);
  ClauseOnce once(walk, "guard");
  for (LqParser::GuardClauseContext* clause : rule.clauses) {
    const Span word = walk.SpanOf(clause->start);
    if (!once.Take(walk.WordOf(clause->start), word))
      continue;
    if (clause->WHEN() != nullptr) {
      guard.has_when = true;
      guard.when = ParseExpr(walk, clause->expr());
    }
    if (clause->NEEDS() != nullptr) {
      guard.needs = walk.NumberOf(clause->literal(), syntax::ExprKind::kPercent, "95%");
    }
    if (clause->NEVER() != nullptr)
      guard.never = true;
    if (clause->REASON() != nullptr)
      guard.reason = walk.Code(clause->reasonCode());
  }
  once.Require({"when"}, guard.name);
  return guard;
}

}  // namespace lq::parse
