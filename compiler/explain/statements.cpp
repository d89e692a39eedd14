#include "compiler/explain/statements.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/eval/confidence.h"
#include "compiler/eval/guards.h"
#include "compiler/eval/score.h"
#include "compiler/explain/trace.h"
#include "compiler/explain/words.h"
#include "runtime/value/log_odds.h"

namespace lq::explain {
namespace {

std::vector<TraceClause> ClausesOf(eval::Situation& situation, const SourceMap& sources,
                                   const ir::Rule& rule) {
  const ir::Program& program = situation.program;
  const ir::CondId unless = UnlessOf(program, rule);
  if (unless == ir::kNone) {
    return {{"when", TraceOf(situation, sources, rule.when)}};
  }
  return {{"when", TraceOf(situation, sources, program.conds[rule.when].children[0])},
          {"unless", TraceOf(situation, sources, program.conds[unless].children[0])}};
}

std::string AssumedText(Answer answer, ir::Assume assume) {
  if (answer != Answer::kCannotTell || assume == ir::Assume::kNothing) {
    return "";
  }
  return assume == ir::Assume::kYes ? "yes" : "no";
}

// Without clauses.
StatementTrace Statement(const SourceMap& sources, std::string title, Span span,
                         std::string reason) {
  StatementTrace trace;
  trace.title = std::move(title);
  trace.place = PlaceText(sources, span);
  trace.reason = std::move(reason);
  return trace;
}

StatementTrace WithCondition(eval::Situation& situation, const SourceMap& sources,
                             StatementTrace trace, ir::CondId when) {
  trace.clauses.push_back({"when", TraceOf(situation, sources, when)});
  trace.answer = trace.clauses[0].node.answer;
  return trace;
}

RuleState StateOf(const eval::Standing& standing, bool proposed) {
  if (standing.stands()) {
    return proposed ? RuleState::kChose : RuleState::kOutranked;
  }
  if (standing.truth.holds) {
    return RuleState::kOverridden;
  }
  return standing.open() ? RuleState::kOpen : RuleState::kDoesNotFire;
}

std::vector<std::string> OverridersThatHold(const ir::Program& program, const eval::Rules& rules,
                                            std::uint32_t rule) {
  std::vector<std::string> titles;
  for (const std::uint32_t overrider : rules.overriders[rule]) {
    if (rules.standings[overrider].truth.holds) {
      titles.push_back(TitleOf(program.rules[overrider]));
    }
  }
  return titles;
}

}  // namespace

// `when c unless d` is one and-list over the whole rule: c, and not d.
ir::CondId UnlessOf(const ir::Program& program, const ir::Rule& rule) {
  const ir::Cond& cond = program.conds[rule.when];
  const bool has_unless = rule.row == 0 && cond.op == ir::CondOp::kAnd && cond.span == rule.span &&
                          cond.children.size() == 2;
  return has_unless ? cond.children[1] : ir::kNone;
}

std::string TitleOf(const ir::Rule& rule) {
  return rule.row == 0 ? "rule " + rule.name : fmt::format("table {} row {}", rule.name, rule.row);
}

std::vector<RuleTrace> TraceRules(eval::Situation& situation, const SourceMap& sources,
                                  const eval::Rules& rules, std::uint32_t proposed) {
  const ir::Program& program = situation.program;
  std::vector<RuleTrace> traces;
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    const ir::Rule& rule = program.rules[i];
    RuleTrace trace;
    trace.statement = Statement(sources, TitleOf(rule), rule.span, rule.reason);
    trace.statement.clauses = ClausesOf(situation, sources, rule);
    trace.statement.answer = AnswerOf(eval::TruthOf(situation, rule.when));
    trace.statement.assumed = AssumedText(trace.statement.answer, rule.assume);
    trace.outcome = program.outcomes[rule.outcome].name;
    trace.strength = ConfidenceOf(rule.strength);
    trace.state = StateOf(rules.standings[i], rule.outcome == proposed);
    trace.overridden_by = OverridersThatHold(program, rules, i);
    traces.push_back(std::move(trace));
  }
  return traces;
}

std::vector<EvidenceTrace> TraceEvidence(eval::Situation& situation, const SourceMap& sources) {
  const ir::Program& program = situation.program;
  std::vector<EvidenceTrace> traces;
  for (const ir::Evidence& evidence : program.evidence) {
    const eval::Truth truth = eval::TruthOf(situation, evidence.when);
    const std::string& reason = truth.ruled_out ? evidence.otherwise_reason : evidence.reason;
    const eval::Interval weight = eval::WeightOf(situation, evidence);
    StatementTrace statement =
        Statement(sources, "evidence " + evidence.name, evidence.span, reason);
    traces.push_back({WithCondition(situation, sources, std::move(statement), evidence.when),
                      program.outcomes[evidence.outcome].name, weight.low, weight.high});
  }
  return traces;
}

std::vector<GuardTrace> TraceGuards(eval::Situation& situation, const SourceMap& sources) {
  const eval::Hold hold = eval::FindHold(situation);
  std::vector<GuardTrace> traces;
  for (const ir::Guard& guard : situation.program.guards) {
    const bool held_back =
        std::any_of(hold.guards.begin(), hold.guards.end(),
                    [&](const eval::HoldingGuard& holding) { return holding.guard == &guard; });
    StatementTrace statement = Statement(sources, "guard " + guard.name, guard.span, guard.reason);
    traces.push_back(
        {WithCondition(situation, sources, std::move(statement), guard.when), held_back});
  }
  return traces;
}

std::vector<ScoreTrace> TraceScores(eval::Situation& situation, const SourceMap& sources) {
  std::vector<ScoreTrace> traces;
  for (const ir::Score& score : situation.program.scores) {
    const eval::Interval interval = eval::ScoreInterval(situation, score);
    ScoreTrace trace = {score.name, interval.low, interval.high, score.begins_at, {}};
    for (const ir::ScoreItem& item : score.items) {
      StatementTrace statement = Statement(sources, "score " + score.name, item.span, item.reason);
      trace.items.push_back(
          {WithCondition(situation, sources, std::move(statement), item.when), item.points});
    }
    traces.push_back(std::move(trace));
  }
  return traces;
}

}  // namespace lq::explain
