#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::CompareOp;
using syntax::Expectation;

void ParseBound(Walk& walk, LqParser::BoundContext* rule, Expectation& expectation) {
  if (rule == nullptr)
    return;
  const bool between = rule->BETWEEN() != nullptr;
  const bool least = rule->side != nullptr && rule->side->getType() == LqParser::LEAST;
  expectation.op = between ? CompareOp::kBetween : least ? CompareOp::kAtLeast : CompareOp::kAtMost;
  expectation.bounds.push_back(ParseLiteral(walk, rule->low));
  if (between)
    expectation.bounds.push_back(ParseLiteral(walk, rule->high));
}

Expectation::Kind KindOf(const antlr4::Token* form) {
  if (form == nullptr)
    return Expectation::Kind::kOutcome;
  switch (form->getType()) {
    case LqParser::CONFIDENCE:
      return Expectation::Kind::kConfidence;
    case LqParser::REASONS:
      return Expectation::Kind::kReasonsExactly;
    case LqParser::COULD:
      return Expectation::Kind::kCouldBecome;
    case LqParser::ASK:
      return Expectation::Kind::kAskFor;
    case LqParser::STATUS:
      return Expectation::Kind::kStatus;
    case LqParser::PROPOSED:
      return Expectation::Kind::kProposed;
    case LqParser::SCORE:
      return Expectation::Kind::kScore;
    case LqParser::OUTPUT:
      return Expectation::Kind::kOutput;
    case LqParser::FIELD:
      return Expectation::Kind::kField;
    case LqParser::HELD:
      return Expectation::Kind::kHeldByGuard;
    default:
      return Expectation::Kind::kRejectedFor;
  }
}

}  // namespace

Expectation ParseExpectation(Walk& walk, LqParser::ExpectationContext* rule) {
  Expectation expectation;
  if (rule == nullptr)
    return expectation;
  expectation.span = walk.SpanOf(rule);
  expectation.kind = KindOf(rule->form);
  expectation.negated = rule->negated != nullptr;
  if (rule->name != nullptr)
    expectation.names.push_back(walk.Used(rule->name));
  if (auto* path = rule->path())
    expectation.names.push_back(walk.Path(path));
  if (auto* list = rule->wordList())
    expectation.names = walk.Names(list);
  if (auto* list = rule->pathList())
    expectation.names = walk.Paths(list);
  expectation.codes = walk.Codes(rule->codeList());
  ParseBound(walk, rule->bound(), expectation);
  if (auto* value = rule->givenValue()) {
    expectation.given = ParseGivenValue(walk, value);
    if (!expectation.names.empty())
      expectation.given->name = expectation.names.front();
  }
  return expectation;
}

syntax::TestDeclaration ParseTest(Walk& walk, LqParser::TestContext& rule) {
  syntax::TestDeclaration test;
  test.span = walk.SpanOf(&rule);
  test.title = walk.Text(rule.text());
  test.only = rule.only != nullptr;
  ClauseOnce once(walk, "test");
  for (LqParser::TestClauseContext* clause : rule.clauses) {
    const Span word = walk.SpanOf(clause->start);
    if (auto* expectation = clause->expectation()) {
      if (once.Has("expect"))
        walk.NoteClause(word);
      else
        once.Take("expect", word);
      test.expectations.push_back(ParseExpectation(walk, expectation));
    } else if (once.Take("given", word)) {
      test.given = ParseGiven(walk, clause->given());
    }
  }
  once.Require({"given", "expect"}, {test.title.text, test.title.span});
  return test;
}

syntax::PropertyDeclaration ParseProperty(Walk& walk, LqParser::PropertyContext& rule) {
  syntax::PropertyDeclaration property;
  property.span = walk.SpanOf(&rule);
  property.title = walk.Text(rule.text());
  ClauseOnce once(walk, "property");
  for (LqParser::PropertyClauseContext* clause : rule.clauses) {
    const Span word = walk.SpanOf(clause->start);
    if (!once.Take(walk.WordOf(clause->start), word))
      continue;
    if (clause->WHERE() != nullptr)
      property.where = ParseExpr(walk, clause->expr());
    if (auto* expectation = clause->expectation())
      property.expect = ParseExpectation(walk, expectation);
    if (clause->RAISING() == nullptr)
      continue;
    property.raising = walk.Path(clause->path());
    property.never_leaves = walk.Used(clause->name);
  }
  return property;
}

}  // namespace lq::parse
