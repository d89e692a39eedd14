#pragma once

#include <optional>

#include "compiler/parse/walk.h"

// One function a construct, from its rule's tree to the syntax type; each in the file of its name.
namespace lq::parse {

// parse_literal.cpp
syntax::Expr ParseLiteral(Walk& walk, LqParser::LiteralContext* rule);
syntax::Expr ParseConstant(Walk& walk, LqParser::ConstantContext* rule);
syntax::Expr ParseList(Walk& walk, LqParser::ListContext* rule);
syntax::Expr ParseWord(Walk& walk, antlr4::ParserRuleContext* rule);
syntax::Expr ParseDotted(Walk& walk, const antlr4::Token* token);

// parse_text.cpp
syntax::Literal ParseText(Walk& walk, LqParser::TextContext* rule);

// parse_condition.cpp, parse_comparison.cpp, parse_expression.cpp
syntax::Expr ParseExpr(Walk& walk, LqParser::ExprContext* rule);
syntax::Expr ParseComparison(Walk& walk, LqParser::ComparisonContext* rule);
// The comparison that a cell is the tail of; `subject` is what stands on its left.
syntax::Expr ParseTail(Walk& walk, LqParser::TailContext* rule, syntax::Expr subject);
syntax::Expr ParseSum(Walk& walk, LqParser::SumContext* rule);
syntax::Expr ParseAtom(Walk& walk, LqParser::AtomContext* rule);

// parse_type.cpp
syntax::TypeRef ParseType(Walk& walk, LqParser::TypeContext* rule);

// parse_schema.cpp
syntax::EnumDeclaration ParseEnum(Walk& walk, LqParser::EnumerationContext& rule);
syntax::FieldDeclaration ParseSchemaField(Walk& walk, LqParser::SchemaFieldContext& rule);

// parse_library.cpp
syntax::SetDeclaration ParseSet(Walk& walk, LqParser::SetContext& rule);
syntax::ParameterDeclaration ParseParameter(Walk& walk, LqParser::ParameterContext& rule);
syntax::PatternDeclaration ParsePattern(Walk& walk, LqParser::PatternContext& rule);
syntax::LookupDeclaration ParseLookup(Walk& walk, LqParser::LookupContext& rule);

// parse_outcomes.cpp
syntax::OutcomesDeclaration ParseOutcomes(Walk& walk, LqParser::OutcomesContext& rule);
syntax::Strength ParseStrength(Walk& walk, LqParser::StrengthContext* rule);

// parse_score.cpp, parse_rule.cpp, parse_evidence.cpp, parse_guard.cpp
syntax::ScoreDeclaration ParseScore(Walk& walk, LqParser::ScoreContext& rule);
syntax::RuleDeclaration ParseRule(Walk& walk, LqParser::RuleStatementContext& rule);
syntax::Assume ParseAssume(LqParser::AssumeContext* rule);
syntax::EvidenceDeclaration ParseEvidence(Walk& walk, LqParser::EvidenceContext& rule);
syntax::GuardDeclaration ParseGuard(Walk& walk, LqParser::GuardContext& rule);

// table_rows.cpp
// Reports a cell that holds nothing, and a line of dashes that stands for a row.
void ReportEmptyCell(Walk& walk, Span cell);
void ReportRuledLine(Walk& walk, Span row);
// Reports a row or header without its last bar.
void ReportOpenRow(Walk& walk, const antlr4::ParserRuleContext& last_cell);
// Reports a table without a header row.
void ReportNoHeader(Walk& walk, Span table);

// parse_given.cpp
syntax::Given ParseGiven(Walk& walk, LqParser::GivenContext* rule);
syntax::GivenItem ParseGivenValue(Walk& walk, LqParser::GivenValueContext* rule);

// parse_tests.cpp
syntax::TestDeclaration ParseTest(Walk& walk, LqParser::TestContext& rule);
syntax::PropertyDeclaration ParseProperty(Walk& walk, LqParser::PropertyContext& rule);
syntax::Expectation ParseExpectation(Walk& walk, LqParser::ExpectationContext* rule);

// parse_source.cpp
// None where `rule` is null.
syntax::Conversion ParseConversion(Walk& walk, LqParser::ConversionContext* rule);
syntax::FieldMapping ParseSourceField(Walk& walk, LqParser::SourceFieldContext& rule);

// parse_statement.cpp
std::optional<syntax::Statement> ParseStatement(Walk& walk, LqParser::StatementContext& rule);

}  // namespace lq::parse
