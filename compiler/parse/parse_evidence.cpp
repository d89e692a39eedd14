#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

bool Weakens(const antlr4::Token* sign) {
  return sign != nullptr && sign->getType() == LqParser::WEAKENS;
}

void ParseClause(Walk& walk, LqParser::EvidenceClauseContext& clause,
                 syntax::EvidenceDeclaration& evidence) {
  switch (clause.start->getType()) {
    case LqParser::WHEN:
      evidence.has_when = true;
      evidence.when = ParseExpr(walk, clause.expr());
      return;
    case LqParser::WITHIN:
      evidence.group = walk.Used(clause.name);
      return;
    case LqParser::REASON:
      evidence.reason = walk.Code(clause.reasonCode());
      return;
    default:
      evidence.has_otherwise = true;
      evidence.otherwise_weakens = Weakens(clause.sign);
      evidence.otherwise_strength = ParseStrength(walk, clause.strength());
      if (auto* because = clause.because())
        evidence.otherwise_reason = walk.Code(because->reasonCode());
      return;
  }
}

}  // namespace

syntax::EvidenceDeclaration ParseEvidence(Walk& walk, LqParser::EvidenceContext& rule) {
  syntax::EvidenceDeclaration evidence;
  evidence.span = walk.SpanOf(&rule);
  evidence.name = walk.Used(rule.name);
  evidence.weakens = Weakens(rule.sign);
  evidence.outcome = walk.Used(rule.outcome);
  evidence.strength = ParseStrength(walk, rule.strength());
  ClauseOnce once(walk, "evidence");
  for (LqParser::EvidenceClauseContext* clause : rule.clauses) {
    const Span word = walk.SpanOf(clause->start);
    if (once.Take(walk.WordOf(clause->start), word))
      ParseClause(walk, *clause, evidence);
  }
  once.Require({"when", "reason"}, evidence.name);
  return evidence;
}

}  // namespace lq::parse
