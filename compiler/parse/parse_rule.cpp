#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::RuleDeclaration;

class RuleWalk {
 public:
  RuleWalk(Walk& walk, LqParser::RuleStatementContext& rule)
      : walk_(walk), rule_(rule), once_(walk, "rule") {}

  RuleDeclaration Run() {
    declaration_.span = walk_.SpanOf(&rule_);
    declaration_.name = walk_.Used(rule_.name);
    for (LqParser::RuleClauseContext* clause : rule_.clauses)
      Clause(*clause);
    once_.Require({"choose", "when", "reason"}, declaration_.name);
    return std::move(declaration_);
  }

 private:
  void Clause(LqParser::RuleClauseContext& clause) {
    const Span word = walk_.SpanOf(clause.start);
    const std::size_t type = clause.start->getType();
    if (type == LqParser::EXAMPLE) {
      walk_.NoteClause(word);
      return Example(clause);
    }
    if (!once_.Take(walk_.WordOf(clause.start), word))
      return;
    switch (type) {
      case LqParser::CHOOSE:
        declaration_.has_choose = true;
        declaration_.outcome = walk_.Used(clause.name);
        declaration_.strength = ParseStrength(walk_, clause.strength());
        return;
      case LqParser::WHEN:
        declaration_.has_when = true;
        declaration_.when = ParseExpr(walk_, clause.expr());
        return;
      case LqParser::UNLESS:
        declaration_.unless = ParseExpr(walk_, clause.expr());
        return;
      case LqParser::OVERRIDES:
        declaration_.overrides = walk_.Names(clause.wordList());
        return;
      case LqParser::REASON:
        declaration_.reason = walk_.Code(clause.reasonCode());
        return;
      default:
        declaration_.assume = ParseAssume(clause.assume());
        return;
    }
  }

  void Example(LqParser::RuleClauseContext& clause) {
    syntax::ExampleClause& example = declaration_.examples.emplace_back();
    example.span = walk_.SpanOf(&clause);
    example.given = ParseGiven(walk_, clause.given());
    example.negated = clause.negated != nullptr;
    example.outcome = walk_.Used(clause.name);
  }

  Walk& walk_;
  LqParser::RuleStatementContext& rule_;
  ClauseOnce once_;
  RuleDeclaration declaration_;
};

}  // namespace

syntax::Assume ParseAssume(LqParser::AssumeContext* rule) {
  if (rule == nullptr || rule->answer == nullptr)
    return syntax::Assume::kUnsaid;
  return rule->answer->getType() == LqParser::YES ? syntax::Assume::kYes : syntax::Assume::kNo;
}

RuleDeclaration ParseRule(Walk& walk, LqParser::RuleStatementContext& rule) {
  return RuleWalk(walk, rule).Run();
}

}  // namespace lq::parse
