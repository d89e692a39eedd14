#include "compiler/explain/nearest.h"

#include <algorithm>

namespace lq {
namespace {

using Nodes = std::vector<const TraceNode*>;

// The fewest leaves to turn so that the node holds, or does not.
Nodes LeavesToTurn(const TraceNode& node, bool to_hold);

Nodes AllOf(const TraceNode& node, bool to_hold) {
  Nodes leaves;
  for (const TraceNode& part : node.parts) {
    const Nodes more = LeavesToTurn(part, to_hold);
    leaves.insert(leaves.end(), more.begin(), more.end());
  }
  return leaves;
}

Nodes CheapestOf(const TraceNode& node, bool to_hold) {
  Nodes best;
  for (const TraceNode& part : node.parts) {
    const Nodes leaves = LeavesToTurn(part, to_hold);
    if (best.empty() || leaves.size() < best.size()) {
      best = leaves;
    }
  }
  return best;
}

Nodes LeavesToTurn(const TraceNode& node, bool to_hold) {
  if (node.answer == (to_hold ? Answer::kHolds : Answer::kDoesNotHold)) {
    return {};
  }
  switch (node.kind) {
    case TraceNode::Kind::kComparison:
      return {&node};
    case TraceNode::Kind::kDefine:
      return LeavesToTurn(node.parts[0], to_hold != node.negated);
    case TraceNode::Kind::kNot:
      return LeavesToTurn(node.parts[0], !to_hold);
    case TraceNode::Kind::kAll:
      return to_hold ? AllOf(node, true) : CheapestOf(node, false);
    case TraceNode::Kind::kAny:
      return to_hold ? CheapestOf(node, true) : AllOf(node, false);
  }
  return {};
}

}  // namespace

Nodes WhatKeeps(const StatementTrace& statement) {
  Nodes leaves;
  for (const TraceClause& clause : statement.clauses) {
    const Nodes more = LeavesToTurn(clause.node, clause.keyword != "unless");
    leaves.insert(leaves.end(), more.begin(), more.end());
  }
  return leaves;
}

int ComparisonsToTurn(const StatementTrace& statement) {
  return static_cast<int>(WhatKeeps(statement).size());
}

const RuleTrace* NearestRule(const Explanation& explanation, const std::string& outcome) {
  const RuleTrace* nearest = nullptr;
  int fewest = 0;
  for (const RuleTrace& rule : explanation.rules) {
    const bool keeps = rule.state == RuleState::kOpen || rule.state == RuleState::kDoesNotFire;
    if (rule.outcome != outcome || !keeps) {
      continue;
    }
    const int turns = ComparisonsToTurn(rule.statement);
    if (nearest == nullptr || turns < fewest) {
      nearest = &rule;
      fewest = turns;
    }
  }
  return nearest;
}

}  // namespace lq
