#pragma once

#include <string>
#include <vector>

#include "compiler/ir/program.h"

namespace lq::ir {

// The statements of one kind in the program's order, each as one text that begins with its keyword
// and name and ends with a line end. What a statement refers to is named, never numbered.
using Texts = std::vector<std::string>;

Texts EnumTexts(const Program& program);
// Without the question to ask for a field.
Texts FieldTexts(const Program& program);
Texts DerivedTexts(const Program& program);
Texts ParameterTexts(const Program& program);
Texts PatternTexts(const Program& program);
Texts ToggleTexts(const Program& program);
Texts DefineTexts(const Program& program);
Texts ScoreTexts(const Program& program);
Texts TableTexts(const Program& program);
// Rows sorted by their text.
Texts LookupTexts(const Program& program);
// The `outcomes` statement, whose order counts.
std::string OutcomesText(const Program& program);
// A rule, or one row of a rules table; with all that it overrides, sorted.
Texts RuleTexts(const Program& program);
Texts RulesTableTexts(const Program& program);
Texts EvidenceTexts(const Program& program);
Texts GroupTexts(const Program& program);
Texts GuardTexts(const Program& program);
Texts ContentTexts(const Program& program);
Texts OutputTexts(const Program& program);

}  // namespace lq::ir
