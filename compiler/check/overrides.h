#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// What NameTable::Named::kind says of Context::rules.
enum RuleNameKind : std::uint32_t { kRuleName = 0, kRulesTableName = 1 };

// The `overrides` clause of one rule.
struct OverridesClause {
  // Index in program.rules.
  std::uint32_t rule = 0;
  const std::vector<syntax::Name>* names = nullptr;
};

// Resolves every clause into Rule::overrides (whole tables row by row) and reports rules that
// override each other in a circle. After all rules and rows exist.
void CheckOverrides(Context& context, const std::vector<OverridesClause>& clauses);

}  // namespace lq::check
