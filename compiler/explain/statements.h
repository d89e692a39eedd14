#pragma once

#include "compiler/base/source.h"
#include "compiler/eval/candidates.h"
#include "compiler/eval/rules.h"
#include "compiler/eval/situation.h"
#include "compiler/explain/explanation.h"

namespace lq::explain {

// "rule buyer", "table by_request row 2"
std::string TitleOf(const ir::Rule& rule);

// The `not` that stands for a rule's `unless`; kNone without one.
ir::CondId UnlessOf(const ir::Program& program, const ir::Rule& rule);

// How every rule and row stands, in the policy's order.
std::vector<RuleTrace> TraceRules(eval::Situation& situation, const SourceMap& sources,
                                  const eval::Rules& rules, std::uint32_t proposed);
std::vector<EvidenceTrace> TraceEvidence(eval::Situation& situation, const SourceMap& sources);
// Reads situation.proposal.
std::vector<GuardTrace> TraceGuards(eval::Situation& situation, const SourceMap& sources);
std::vector<ScoreTrace> TraceScores(eval::Situation& situation, const SourceMap& sources);

}  // namespace lq::explain
