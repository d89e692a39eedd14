#include "compiler/eval/reasons.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "compiler/eval/confidence.h"

namespace lq::eval {
namespace {

using Reasons = std::vector<Reason>;

void Add(Reasons& reasons, const Reason& reason) {
  if (!reason.code.empty()) {
    reasons.push_back(reason);
  }
}

void AddRules(const ir::Program& program, const Rules& rules, std::uint32_t proposed,
              Reasons& reasons) {
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    const ir::Rule& rule = program.rules[i];
    if (rule.outcome == proposed && rules.standings[i].stands()) {
      const ReasonFrom from = rule.row == 0 ? ReasonFrom::kRule : ReasonFrom::kTableRow;
      Add(reasons, {rule.reason, rule.strength, from, rule.name, rule.row, {}});
    }
  }
  if (program.otherwise_outcome == proposed && !rules.some_holds()) {
    Add(reasons,
        {program.otherwise_reason, program.otherwise_strength, ReasonFrom::kOtherwise, {}, 0, {}});
  }
}

// Every item about the proposed outcome that can tell and whose w is not zero, with the reason of
// the arm that counted.
void AddEvidence(Situation& situation, std::uint32_t proposed, Reasons& reasons) {
  for (const ir::Evidence& evidence : situation.program.evidence) {
    const Truth truth = TruthOf(situation, evidence.when);
    const std::int64_t weight = WeightOf(situation, evidence).low;
    if (evidence.outcome == proposed && truth.can_tell() && weight != 0) {
      const std::string& code = truth.holds ? evidence.reason : evidence.otherwise_reason;
      Add(reasons,
          {code, static_cast<std::int32_t>(weight), ReasonFrom::kEvidence, evidence.name, 0, {}});
    }
  }
}

// As it is written in the decision.
std::string FromText(const Reason& reason) {
  const std::string name(reason.name);
  switch (reason.from) {
    case ReasonFrom::kRule:
      return "rule " + name;
    case ReasonFrom::kTableRow:
      return "table " + name + " row " + std::to_string(reason.row);
    case ReasonFrom::kOtherwise:
      return "otherwise";
    case ReasonFrom::kEvidence:
      return "evidence " + name;
    case ReasonFrom::kGuard:
      return "guard " + name;
  }
  return name;
}

// By |points| descending, then code, then `from`.
bool Before(const Reason& a, const Reason& b) {
  if (std::abs(a.points) != std::abs(b.points)) {
    return std::abs(a.points) > std::abs(b.points);
  }
  return a.code != b.code ? a.code < b.code : FromText(a) < FromText(b);
}

}  // namespace

Reasons FindReasons(Situation& situation, const Rules& rules, const Candidates& candidates,
                    const Hold& hold) {
  Reasons reasons;
  AddRules(situation.program, rules, candidates.proposed, reasons);
  AddEvidence(situation, candidates.proposed, reasons);
  for (const HoldingGuard& holding : hold.guards) {
    Add(reasons, {holding.guard->reason, 0, ReasonFrom::kGuard, holding.guard->name, 0, {}});
  }
  std::sort(reasons.begin(), reasons.end(), Before);
  return reasons;
}

}  // namespace lq::eval
