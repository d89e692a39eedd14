#include "compiler/parse/constructs.h"

namespace lq::parse {

using syntax::Strength;

Strength ParseStrength(Walk& walk, LqParser::StrengthContext* rule) {
  Strength strength;
  if (rule == nullptr || rule->start == nullptr)
    return strength;
  strength.span = walk.SpanOf(rule);
  if (rule->degree != nullptr) {
    strength.kind = Strength::Kind::kWord;
    strength.text = walk.TextOf(rule->degree);
    return strength;
  }
  const bool confidence = rule->WITH() != nullptr;
  const auto kind = confidence ? syntax::ExprKind::kPercent : syntax::ExprKind::kQuantity;
  strength.kind = confidence ? Strength::Kind::kConfidence : Strength::Kind::kPoints;
  strength.text = walk.NumberOf(rule->literal(), kind, confidence ? "92.5%" : "4 points").text;
  if (strength.text.empty())
    strength.kind = Strength::Kind::kUnsaid;
  return strength;
}

syntax::OutcomesDeclaration ParseOutcomes(Walk& walk, LqParser::OutcomesContext& rule) {
  syntax::OutcomesDeclaration declaration;
  declaration.span = walk.SpanOf(&rule);
  for (LqParser::OutcomeEntryContext* item : rule.entries) {
    syntax::OutcomeEntry& entry = declaration.outcomes.emplace_back();
    entry.name = walk.Used(item->name);
    if (auto* needs = item->literal())
      entry.needs = walk.NumberOf(needs, syntax::ExprKind::kPercent, "90%");
  }
  ClauseOnce once(walk, "list of outcomes");
  for (LqParser::OutcomesClauseContext* clause : rule.clauses) {
    const Span word = walk.SpanOf(clause->start);
    if (!once.Take(walk.WordOf(clause->start), word))
      continue;
    if (clause->UNDECIDED() != nullptr)
      declaration.undecided = walk.Used(clause->name);
    if (clause->DOUBTFUL() != nullptr)
      declaration.doubtful = walk.Used(clause->name);
    if (clause->OTHERWISE() == nullptr)
      continue;
    declaration.otherwise = walk.Used(clause->name);
    declaration.otherwise_strength = ParseStrength(walk, clause->strength());
    if (auto* because = clause->because())
      declaration.otherwise_reason = walk.Code(because->reasonCode());
  }
  once.Require({"otherwise", "undecided", "doubtful"},
               {"strongest first", walk.SpanOf(rule.start)});
  return declaration;
}

}  // namespace lq::parse
