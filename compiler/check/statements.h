#pragma once

#include "compiler/check/context.h"

// What check_policy.cpp calls for the statements of a policy, one file a construct:
// check_<construct>.cpp. Each finds its statements with ForEach<T>(*context.policy->unit, …),
// reports what is wrong and fills its arrays of context.program. A declaration that is wrong leaves
// its element there, empty.
namespace lq::check {

// Before anything that names them: program.outcomes, otherwise, undecided, doubtful;
// context.outcomes.
void CheckOutcomes(Context& context);
// program.groups; context.groups.
void CheckGroups(Context& context);

// One at a time, when all that it reads was checked. Names are declared and elements exist already:
// program.scores[index], program.tables[index] (its type is set), program.lookups[index].
void CheckScore(Context& context, const syntax::ScoreDeclaration& score, std::uint32_t index);
void CheckValueTable(Context& context, const syntax::TableDeclaration& table, std::uint32_t index);
// In the scope of the unit that declares it; also for a library's.
void CheckLookup(Context& context, const syntax::LookupDeclaration& lookup, std::uint32_t index);

// After all values and defines. Rules and rows: program.rules, program.rules_tables, context.rules;
// then `overrides`.
void CheckRules(Context& context);
void CheckEvidence(Context& context);
void CheckGuards(Context& context);
// The fixtures of a policy or of its tests; examples of its rules.
void CheckFixtures(Context& context, const syntax::Unit& unit);
void CheckExamples(Context& context);
void CheckOutputs(Context& context);
void CheckContent(Context& context);
// owner, purpose, review by, change.
void CheckNotes(Context& context, const syntax::Unit& unit);

// Sets program.depends_on_absence.
void FindAbsence(Context& context);

}  // namespace lq::check
