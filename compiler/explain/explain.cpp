#include "compiler/explain/explain.h"

#include <algorithm>

#include "compiler/eval/candidates.h"
#include "compiler/eval/confidence.h"
#include "compiler/explain/confidence_sum.h"
#include "compiler/explain/statements.h"

namespace lq {
namespace {

// Every candidate, and the proposed outcome though it may be none.
std::vector<std::uint32_t> OutcomesToSum(const eval::Candidates& candidates) {
  std::vector<std::uint32_t> outcomes = candidates.outcomes;
  if (!candidates.has(candidates.proposed)) {
    outcomes.push_back(candidates.proposed);
    std::sort(outcomes.begin(), outcomes.end());
  }
  return outcomes;
}

}  // namespace

Explanation Explain(const ir::Program& program, const SourceMap& sources, const Lead& lead,
                    const OracleInputs& inputs) {
  Explanation explanation;
  if (!lead.errors.empty()) {
    return explanation;
  }
  Arena arena;
  eval::Situation situation = {program, lead, inputs, arena};
  const eval::Rules rules = eval::WeighRules(situation);
  const eval::Candidates candidates = eval::FindCandidates(program, rules);
  explanation.rules = explain::TraceRules(situation, sources, rules, candidates.proposed);
  explanation.evidence = explain::TraceEvidence(situation, sources);
  explanation.scores = explain::TraceScores(situation, sources);
  for (const std::uint32_t outcome : OutcomesToSum(candidates)) {
    explanation.sums.push_back(explain::SumOf(situation, rules, outcome));
  }
  if (candidates.determined()) {
    const eval::Proposal proposal = {candidates.proposed,
                                     eval::ConfidenceIn(situation, rules, candidates.proposed),
                                     eval::TensionOf(situation, candidates.proposed)};
    situation.proposal = &proposal;
    explanation.guards = explain::TraceGuards(situation, sources);
  }
  return explanation;
}

}  // namespace lq
