#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::FieldDeclaration;

class FieldWalk {
 public:
  FieldWalk(Walk& walk, LqParser::SchemaFieldContext& rule)
      : walk_(walk), rule_(rule), once_(walk, "field") {}

  FieldDeclaration Run() {
    field_.span = walk_.SpanOf(&rule_);
    field_.name = walk_.Path(rule_.name);
    field_.type = ParseType(walk_, rule_.type());
    for (LqParser::FieldClauseContext* clause : rule_.clauses)
      Clause(*clause);
    return std::move(field_);
  }

 private:
  void Clause(LqParser::FieldClauseContext& clause) {
    const Span word = walk_.SpanOf(clause.start);
    if (clause.start->getType() == LqParser::IF)
      return If(clause, word);
    if (!once_.Take(walk_.WordOf(clause.start), word))
      return;
    switch (clause.start->getType()) {
      case LqParser::REQUIRED:
        field_.required = true;
        field_.required_span = word;
        return;
      case LqParser::OPTIONAL:
        field_.optional = true;
        field_.optional_span = word;
        return;
      case LqParser::IDENTIFIES:
        field_.identifies = true;
        return;
      case LqParser::PROTECTED:
        field_.is_protected = true;
        return;
      case LqParser::SOURCES:
        field_.sources = walk_.Names(clause.wordList());
        return;
      case LqParser::STALE:
        field_.stale_after = Days(clause.literal());
        return;
      case LqParser::ASK:
        field_.ask = walk_.Text(clause.text());
        return;
      case LqParser::DEPRECATED:
        field_.deprecated_since = walk_.Number(clause.number);
        field_.deprecated_use = walk_.Path(clause.path());
        return;
      default:
        return;
    }
  }

  // `if sources disagree …` and `if invalid …`
  void If(LqParser::FieldClauseContext& clause, Span word) {
    if (clause.INVALID() != nullptr) {
      if (once_.Take("if invalid", word))
        field_.invalid_as_missing = true;
      return;
    }
    // Neither is a broken clause, reported already.
    if (clause.DISAGREE() == nullptr || !once_.Take("if sources disagree", word))
      return;
    if (clause.first != nullptr)
      field_.disagree = FieldDeclaration::Disagree::kTrustFirst;
    if (clause.both != nullptr)
      field_.disagree = FieldDeclaration::Disagree::kKeepBoth;
  }

  std::optional<syntax::Literal> Days(LqParser::LiteralContext* literal) {
    if (literal == nullptr)
      return std::nullopt;
    const std::string_view unit = walk_.TextOf(literal->unit);
    if (unit == "days" || unit == "day")
      return walk_.NumberOf(literal, syntax::ExprKind::kQuantity, "365 days");
    return walk_.NumberOf(literal, syntax::ExprKind::kError, "365 days");
  }

  Walk& walk_;
  LqParser::SchemaFieldContext& rule_;
  ClauseOnce once_;
  FieldDeclaration field_;
};

}  // namespace

syntax::EnumDeclaration ParseEnum(Walk& walk, LqParser::EnumerationContext& rule) {
  syntax::EnumDeclaration declaration;
  declaration.span = walk.SpanOf(&rule);
  declaration.name = walk.Used(rule.name);
  declaration.ignoring_case = rule.ignoringCase() != nullptr;
  for (LqParser::EnumMemberContext* item : rule.members) {
    syntax::EnumMember member;
    member.name = walk.Used(item->name);
    for (LqParser::TextContext* label : item->labels)
      member.labels.push_back(walk.Text(label));
    declaration.members.push_back(std::move(member));
  }
  return declaration;
}

FieldDeclaration ParseSchemaField(Walk& walk, LqParser::SchemaFieldContext& rule) {
  return FieldWalk(walk, rule).Run();
}

}  // namespace lq::parse
