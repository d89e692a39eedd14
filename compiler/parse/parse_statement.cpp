#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::Literal;
using syntax::Statement;

std::optional<Literal> Pin(Walk& walk, LqParser::PinContext* pin) {
  if (pin == nullptr)
    return std::nullopt;
  return walk.Number(pin->number);
}

std::optional<Statement> Convert(Walk& walk, LqParser::NoteContext& rule) {
  return syntax::Note{std::string(Walk::WordOf(rule.keyword)), walk.Text(rule.text()),
                      walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::UsesContext& rule) {
  return syntax::Uses{walk.Dotted(rule.kind), walk.Used(rule.name), Pin(walk, rule.pin()),
                      walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::OtherFieldsContext& rule) {
  return syntax::OtherFields{walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::DerivedContext& rule) {
  return syntax::DerivedDeclaration{walk.Declared(rule.name), ParseExpr(walk, rule.expr()),
                                    walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::ReviewContext& rule) {
  return syntax::ReviewDeclaration{
      walk.NumberOf(rule.literal(), syntax::ExprKind::kDate, "2026-12-31"), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::ChangeContext& rule) {
  return syntax::ChangeDeclaration{walk.Used(rule.size), walk.Text(rule.text()),
                                   walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::ToggleContext& rule) {
  const bool on = rule.state != nullptr && rule.state->getType() == LqParser::ON;
  return syntax::ToggleDeclaration{walk.Declared(rule.name), on, walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::DefineContext& rule) {
  return syntax::DefineDeclaration{walk.Declared(rule.name), ParseExpr(walk, rule.expr()),
                                   walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::FixtureContext& rule) {
  return syntax::FixtureDeclaration{walk.Used(rule.name), ParseGiven(walk, rule.given()),
                                    walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::GroupContext& rule) {
  return syntax::GroupDeclaration{
      walk.Used(rule.name), walk.NumberOf(rule.literal(), syntax::ExprKind::kQuantity, "5 points"),
      walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::OutputContext& rule) {
  return syntax::OutputDeclaration{walk.Names(rule.wordList()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::LanguagesContext& rule) {
  return syntax::LanguagesDeclaration{walk.Codes(rule.codeList()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::ContentContext& rule) {
  syntax::ContentDeclaration content;
  content.name = rule.reason != nullptr ? walk.Dotted(rule.reason) : walk.Used(rule.name);
  content.language = walk.Code(rule.language);
  content.text = walk.Text(rule.text());
  content.span = walk.SpanOf(&rule);
  return content;
}

std::optional<Statement> Convert(Walk& walk, LqParser::GivesContext& rule) {
  return syntax::GivesClause{walk.Used(rule.name), Pin(walk, rule.pin()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::ReportsContext& rule) {
  return syntax::ReportsClause{walk.Used(rule.name), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::FormatContext& rule) {
  syntax::FormatClause format{walk.Used(rule.name), std::nullopt, walk.SpanOf(&rule)};
  if (rule.text() != nullptr)
    format.separator = walk.Text(rule.text());
  return format;
}

std::optional<Statement> Convert(Walk& walk, LqParser::MissingContext& rule) {
  return syntax::MissingClause{walk.Texts(rule.textList()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::LeadIdContext& rule) {
  return syntax::LeadIdClause{walk.Text(rule.text()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::AtFromContext& rule) {
  return syntax::AtClause{walk.Text(rule.text()), ParseConversion(walk, rule.conversion()),
                          walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::EachContext& rule) {
  return syntax::EachClause{walk.Text(rule.text()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::IgnoreContext& rule) {
  return syntax::IgnoreClause{walk.Texts(rule.textList()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::CasesContext& rule) {
  return syntax::CasesDeclaration{walk.Text(rule.text()), walk.SpanOf(&rule)};
}

// Statements that have a file of their own.
#define LQ_CONVERT(Rule, Parse) \
  std::optional<Statement> Convert(Walk& walk, LqParser::Rule& rule) { return Parse(walk, rule); }
LQ_CONVERT(EnumerationContext, ParseEnum)
LQ_CONVERT(SetContext, ParseSet)
LQ_CONVERT(ParameterContext, ParseParameter)
LQ_CONVERT(PatternContext, ParsePattern)
LQ_CONVERT(LookupContext, ParseLookup)
LQ_CONVERT(OutcomesContext, ParseOutcomes)
LQ_CONVERT(ScoreContext, ParseScore)
LQ_CONVERT(RuleStatementContext, ParseRule)
LQ_CONVERT(EvidenceContext, ParseEvidence)
LQ_CONVERT(GuardContext, ParseGuard)
LQ_CONVERT(TestContext, ParseTest)
LQ_CONVERT(PropertyContext, ParseProperty)
#undef LQ_CONVERT

}  // namespace

std::optional<Statement> ParseStatement(Walk& walk, LqParser::StatementContext& rule) {
  auto* child = rule.children.empty()
                    ? nullptr
                    : dynamic_cast<antlr4::ParserRuleContext*>(rule.children.front());
  if (child == nullptr)
    return std::nullopt;
  switch (child->getRuleIndex()) {
#define LQ_CASE(Name)        \
  case LqParser::Rule##Name: \
    return Convert(walk, static_cast<LqParser::Name##Context&>(*child));
    LQ_CASE(Note)
    LQ_CASE(Uses)
    LQ_CASE(Enumeration)
    LQ_CASE(OtherFields)
    LQ_CASE(Derived)
    LQ_CASE(Set)
    LQ_CASE(Parameter)
    LQ_CASE(Pattern)
    LQ_CASE(Lookup)
    LQ_CASE(Outcomes)
    LQ_CASE(Review)
    LQ_CASE(Change)
    LQ_CASE(Toggle)
    LQ_CASE(Define)
    LQ_CASE(Score)
    LQ_CASE(Fixture)
    LQ_CASE(RuleStatement)
    LQ_CASE(Evidence)
    LQ_CASE(Group)
    LQ_CASE(Guard)
    LQ_CASE(Output)
    LQ_CASE(Languages)
    LQ_CASE(Content)
    LQ_CASE(Gives)
    LQ_CASE(Reports)
    LQ_CASE(Format)
    LQ_CASE(Missing)
    LQ_CASE(LeadId)
    LQ_CASE(AtFrom)
    LQ_CASE(Each)
    LQ_CASE(Ignore)
    LQ_CASE(Test)
    LQ_CASE(Property)
    LQ_CASE(Cases)
#undef LQ_CASE
    default:
      return std::nullopt;
  }
}

}  // namespace lq::parse
