#pragma once

#include <string>
#include <vector>

#include "compiler/explain/explanation.h"

namespace lq {

// How many comparisons would have to come out otherwise for all clauses to hold (`unless` not to);
// 0 when they do.
int ComparisonsToTurn(const StatementTrace& statement);

// The fewest comparisons that would make them hold, in the policy's order: what keeps a rule from
// firing.
std::vector<const TraceNode*> WhatKeeps(const StatementTrace& statement);

// Of the rules for an outcome that do not hold, the one that needs the fewest comparisons to turn
// (the first of them in the policy). Null when every rule for it holds, or there is none.
const RuleTrace* NearestRule(const Explanation& explanation, const std::string& outcome);

}  // namespace lq
