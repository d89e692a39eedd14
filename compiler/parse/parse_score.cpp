#include "compiler/parse/constructs.h"

namespace lq::parse {

syntax::ScoreDeclaration ParseScore(Walk& walk, LqParser::ScoreContext& rule) {
  syntax::ScoreDeclaration declaration;
  declaration.span = walk.SpanOf(&rule);
  declaration.name = walk.Declared(rule.name);
  ClauseOnce once(walk, "score");
  for (LqParser::ScoreClauseContext* clause : rule.clauses) {
    const Span word = walk.SpanOf(clause->start);
    if (clause->ADD() != nullptr || clause->SUBTRACT() != nullptr) {
      walk.NoteClause(word);
      syntax::ScoreItem& item = declaration.items.emplace_back();
      item.span = walk.SpanOf(clause);
      item.subtract = clause->SUBTRACT() != nullptr;
      item.points = walk.Number(clause->number);
      item.when = ParseExpr(walk, clause->expr());
      if (auto* because = clause->because())
        item.reason = walk.Code(because->reasonCode());
    } else if (once.Take(walk.WordOf(clause->start), word)) {
      if (clause->BEGINS() != nullptr)
        declaration.begins_at = walk.Number(clause->number);
      if (clause->FROM() == nullptr)
        continue;
      declaration.from = walk.Number(clause->low);
      declaration.to = walk.Number(clause->high);
    }
  }
  once.Require({"from"}, declaration.name);
  return declaration;
}

}  // namespace lq::parse
