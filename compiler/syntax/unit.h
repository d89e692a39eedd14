#pragma once

#include <variant>

#include "compiler/syntax/policy.h"
#include "compiler/syntax/source_unit.h"
#include "compiler/syntax/tests_unit.h"

namespace lq::syntax {

enum class UnitKind : std::uint8_t { kSchema, kLibrary, kPolicy, kTests, kSource, kUnknown };

// One statement, in the order of the file.
using Statement = std::variant<
    Note, Uses, EnumDeclaration, FieldDeclaration, OtherFields, DerivedDeclaration, SetDeclaration,
    ParameterDeclaration, PatternDeclaration, LookupDeclaration, OutcomesDeclaration,
    ReviewDeclaration, ChangeDeclaration, ToggleDeclaration, DefineDeclaration, ScoreDeclaration,
    FixtureDeclaration, RuleDeclaration, EvidenceDeclaration, GroupDeclaration, TableDeclaration,
    GuardDeclaration, OutputDeclaration, LanguagesDeclaration, ContentDeclaration, GivesClause,
    ReportsClause, FormatClause, MissingClause, LeadIdClause, AtClause, EachClause, IgnoreClause,
    FieldMapping, TestDeclaration, TestTableDeclaration, PropertyDeclaration, CasesDeclaration>;

// One file: always a tree, whatever the text was.
struct Unit {
  FileId file = 0;
  UnitKind kind = UnitKind::kUnknown;
  // `edition 2026`; empty text without one.
  Literal edition;
  // Of tests: the policy they are for.
  Name name;
  std::optional<Literal> version;
  std::vector<Statement> statements;
  Span span;
};

}  // namespace lq::syntax
