#pragma once

#include "compiler/format/sheet.h"
#include "compiler/syntax/unit.h"

// One function a construct, in the file of its name: what stands before each token of the statement
// at hand, which begins a line of its own and goes on in it, unless the function says otherwise.
namespace lq::format {

// format_statement.cpp: what is short enough for one line
void FormatNode(Sheet& sheet, const syntax::Note& node);
void FormatNode(Sheet& sheet, const syntax::Uses& node);
void FormatNode(Sheet& sheet, const syntax::OtherFields& node);
void FormatNode(Sheet& sheet, const syntax::DerivedDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::ReviewDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::ChangeDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::ToggleDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::DefineDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::FixtureDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::GroupDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::OutputDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::LanguagesDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::ContentDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::CasesDeclaration& node);

// format_schema.cpp
void FormatNode(Sheet& sheet, const syntax::EnumDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::FieldDeclaration& node);

// format_library.cpp
void FormatNode(Sheet& sheet, const syntax::SetDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::ParameterDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::PatternDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::LookupDeclaration& node);

// format_outcomes.cpp, format_score.cpp, format_rule.cpp, format_evidence.cpp, format_guard.cpp
void FormatNode(Sheet& sheet, const syntax::OutcomesDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::ScoreDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::RuleDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::EvidenceDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::GuardDeclaration& node);

// format_table.cpp
void FormatNode(Sheet& sheet, const syntax::TableDeclaration& node);
// The rows of a table among the clauses of the statement at hand.
void FormatRows(Sheet& sheet);

// format_tests.cpp, format_test_table.cpp
void FormatNode(Sheet& sheet, const syntax::TestDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::TestTableDeclaration& node);
void FormatNode(Sheet& sheet, const syntax::PropertyDeclaration& node);

// format_source.cpp
void FormatNode(Sheet& sheet, const syntax::GivesClause& node);
void FormatNode(Sheet& sheet, const syntax::ReportsClause& node);
void FormatNode(Sheet& sheet, const syntax::FormatClause& node);
void FormatNode(Sheet& sheet, const syntax::MissingClause& node);
void FormatNode(Sheet& sheet, const syntax::LeadIdClause& node);
void FormatNode(Sheet& sheet, const syntax::AtClause& node);
void FormatNode(Sheet& sheet, const syntax::EachClause& node);
void FormatNode(Sheet& sheet, const syntax::IgnoreClause& node);
void FormatNode(Sheet& sheet, const syntax::FieldMapping& node);

// format_expression.cpp
void FormatExpr(Sheet& sheet, const syntax::Expr& expr, Flow flow);

// format_given.cpp
void FormatGiven(Sheet& sheet, const syntax::Given& given, Flow flow);

// format_clause.cpp
// A clause in a line of its own, two in, whose value stands behind `word_width` and a space.
Flow FormatClause(Sheet& sheet, Piece clause, std::uint16_t word_width);

}  // namespace lq::format
