#include "compiler/parse/constructs.h"

namespace lq::parse {
namespace {

using syntax::Literal;
using syntax::Statement;

std::optional<Literal> Pin(Walk& walk, LqParser::PinContext* pin) {
  if (pin == nullptr) return std::nullopt;
  return walk.Number(pin->number);
}

std::optional<Statement> Convert(Walk& walk, LqParser::NoteContext& rule) {
  return syntax::Note{std::string(walk.TextOf(rule.keyword)), walk.Text(rule.text()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::UsesContext& rule) {
  return syntax::Uses{walk.Dotted(rule.kind), walk.Used(rule.name), Pin(walk, rule.pin()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::OtherFieldsContext& rule) {
  return syntax::OtherFields{walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::DerivedContext& rule) {
  return syntax::DerivedDeclaration{walk.Declared(rule.name), ParseExpr(walk, rule.expr()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::ReviewContext& rule) {
  return syntax::ReviewDeclaration{walk.NumberOf(rule.literal(), syntax::ExprKind::kDate, "2026-12-31"),
                                   walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::ChangeContext& rule) {
  return syntax::ChangeDeclaration{walk.Used(rule.size), walk.Text(rule.text()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::ToggleContext& rule) {
  const bool on = rule.state != nullptr && rule.state->getType() == LqParser::ON;
  return syntax::ToggleDeclaration{walk.Declared(rule.name), on, walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::DefineContext& rule) {
  return syntax::DefineDeclaration{walk.Declared(rule.name), ParseExpr(walk, rule.expr()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::FixtureContext& rule) {
  return syntax::FixtureDeclaration{walk.Used(rule.name), ParseGiven(walk, rule.given()), walk.SpanOf(&rule)};
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
  if (rule.text() != nullptr) format.separator = walk.Text(rule.text());
  return format;
}

std::optional<Statement> Convert(Walk& walk, LqParser::MissingContext& rule) {
  return syntax::MissingClause{walk.Texts(rule.textList()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::LeadIdContext& rule) {
  return syntax::LeadIdClause{walk.Text(rule.text()), walk.SpanOf(&rule)};
}

std::optional<Statement> Convert(Walk& walk, LqParser::AtFromContext& rule) {
  return syntax::AtClause{walk.Text(rule.text()), walk.SpanOf(&rule)};
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
#define LQ_CONVERT(Rule, Parse)                                              \
  std::optional<Statement> Convert(Walk& walk, LqParser::Rule& rule) {       \
    return Parse(walk, rule);                                                \
  }
LQ_CONVERT(EnumerationContext, ParseEnum)
LQ_CONVERT(SetContext, ParseSet)
LQ_CONVERT(ParameterContext, ParseParameter)
LQ_CONVERT(PatternContext, ParsePattern)
LQ_CONVERT(LookupContext, ParseLookup)
LQ_CONVERT(OutcomesContext, ParseOutcomes)
LQ_CONVERT(ScoreContext, ParseScore)
LQ_CONVERT(RuleStatementContext, ParseRule)
LQ_CONVERT(EvidenceContext, ParseEvidence)
LQ_CONVERT(TableContext, ParseTable)
LQ_CONVERT(GuardContext, ParseGuard)
LQ_CONVERT(TestContext, ParseTest)
LQ_CONVERT(TestTableContext, ParseTestTable)
LQ_CONVERT(PropertyContext, ParseProperty)
#undef LQ_CONVERT

// The first of the rules that the statement is.
template <typename... Rules>
std::optional<Statement> ConvertAny(Walk& walk, antlr4::tree::ParseTree* tree) {
  std::optional<Statement> statement;
  const auto try_rule = [&](auto* rule) {
    if (rule != nullptr) statement = Convert(walk, *rule);
    return rule != nullptr;
  };
  static_cast<void>((try_rule(dynamic_cast<Rules*>(tree)) || ...));
  return statement;
}

}  // namespace

std::optional<Statement> ParseStatement(Walk& walk, LqParser::StatementContext& rule) {
  if (rule.children.empty()) return std::nullopt;
  using P = LqParser;
  return ConvertAny<P::RuleStatementContext, P::EvidenceContext, P::DefineContext, P::TableContext,
                    P::TestContext, P::TestTableContext, P::ContentContext, P::NoteContext, P::UsesContext,
                    P::EnumerationContext, P::OtherFieldsContext, P::DerivedContext, P::SetContext,
                    P::ParameterContext, P::PatternContext, P::LookupContext, P::OutcomesContext,
                    P::ReviewContext, P::ChangeContext, P::ToggleContext, P::ScoreContext, P::FixtureContext,
                    P::GroupContext, P::GuardContext, P::OutputContext, P::LanguagesContext, P::GivesContext,
                    P::ReportsContext, P::FormatContext, P::MissingContext, P::LeadIdContext,
                    P::AtFromContext, P::EachContext, P::IgnoreContext, P::PropertyContext, P::CasesContext>(
      walk, rule.children.front());
}

}  // namespace lq::parse
