#include "compiler/eval/evaluate.h"

#include <algorithm>

#include "compiler/eval/ask.h"
#include "compiler/eval/candidates.h"
#include "compiler/eval/confidence.h"
#include "compiler/eval/content.h"
#include "compiler/eval/guards.h"
#include "compiler/eval/outputs.h"
#include "compiler/eval/reasons.h"
#include "compiler/eval/rules.h"
#include "compiler/eval/score.h"

namespace lq {
namespace eval {
namespace {

void WriteHeader(const ir::Program& program, const Lead& lead, std::int64_t as_of,
                 Decision& decision) {
  decision.policy = program.policy;
  decision.version = program.version;
  decision.hash = program.hash;
  decision.lead = lead.id.empty() ? std::string_view() : lead.id;
  decision.as_of = as_of;
}

void Reject(const Lead& lead, Decision& decision) {
  decision.status = Status::kRejected;
  decision.outcome = {};
  decision.proposed = {};
  decision.errors = lead.errors;
}

void WriteToggles(const Situation& situation, Decision& decision) {
  const std::span<const bool> states = situation.inputs.toggles;
  const std::vector<ir::Toggle>& toggles = situation.program.toggles;
  for (std::size_t i = 0; i < toggles.size(); ++i) {
    decision.toggles.push_back({toggles[i].name, states.empty() ? toggles[i].on : states[i]});
  }
  std::sort(decision.toggles.begin(), decision.toggles.end(),
            [](const ToggleState& a, const ToggleState& b) { return a.name < b.name; });
}

// The least confidence and the greatest ceiling over the candidates, and what each could become.
Interval WriteCandidates(Situation& situation, const Rules& rules, const Candidates& candidates,
                         Decision& decision) {
  Interval hull = {999, 1};
  for (const std::uint32_t outcome : candidates.outcomes) {
    const Interval confidence = ConfidenceIn(situation, rules, outcome);
    hull = {std::min(hull.low, confidence.low), std::max(hull.high, confidence.high)};
    if (!candidates.determined()) {
      decision.could_become.push_back({situation.program.outcomes[outcome].name,
                                       static_cast<std::int32_t>(confidence.low),
                                       static_cast<std::int32_t>(confidence.high)});
    }
  }
  decision.confidence = static_cast<std::int32_t>(hull.low);
  decision.ceiling = static_cast<std::int32_t>(hull.high);
  return hull;
}

void WriteOutcome(const ir::Program& program, const Candidates& candidates, const Hold& hold,
                  Decision& decision) {
  decision.proposed = program.outcomes[candidates.proposed].name;
  if (!candidates.determined()) {
    decision.status = Status::kUndecided;
    decision.outcome = program.undecided;
  } else if (hold.any()) {
    decision.status = Status::kDoubtful;
    decision.outcome = program.doubtful;
  } else {
    decision.status = Status::kSettled;
    decision.outcome = decision.proposed;
  }
  for (const std::uint32_t outcome : candidates.overruled) {
    decision.overruled.push_back(program.outcomes[outcome].name);
  }
}

void WriteHold(const ir::Outcome& proposed, const Hold& hold, Decision& decision) {
  if (hold.by_need) {
    decision.held_by.push_back({proposed.needs, {}});
  }
  for (const HoldingGuard& holding : hold.guards) {
    decision.held_by.push_back({0, holding.guard->name});
  }
}

void WriteScores(Situation& situation, Decision& decision) {
  std::vector<const ir::Score*> scores;
  for (const ir::Score& score : situation.program.scores) {
    scores.push_back(&score);
  }
  std::sort(scores.begin(), scores.end(),
            [](const ir::Score* a, const ir::Score* b) { return a->name < b->name; });
  for (const ir::Score* score : scores) {
    const Interval interval = ScoreInterval(situation, *score);
    const std::vector<std::string_view> codes = ScoreCodes(situation, *score);
    decision.scores.push_back({score->name, interval.low, interval.high,
                               static_cast<std::uint32_t>(decision.score_codes.size()),
                               static_cast<std::uint32_t>(codes.size())});
    decision.score_codes.insert(decision.score_codes.end(), codes.begin(), codes.end());
  }
}

void WriteTexts(Situation& situation, Decision& decision) {
  decision.text = ContentText(situation, ir::Content::Of::kOutcome, decision.outcome);
  for (Reason& reason : decision.reasons) {
    reason.text = ContentText(situation, ir::Content::Of::kReason, reason.code);
  }
}

void Decide(Situation& situation, Decision& decision) {
  const ir::Program& program = situation.program;
  WriteToggles(situation, decision);
  const Rules rules = WeighRules(situation);
  const Candidates candidates = FindCandidates(program, rules);
  const Interval confidence = WriteCandidates(situation, rules, candidates, decision);
  const Interval tension = TensionOf(situation, candidates.proposed);
  decision.tension = static_cast<std::int32_t>(tension.low);

  const Proposal proposal = {candidates.proposed, confidence, tension};
  situation.proposal = &proposal;
  const Hold hold = candidates.determined() ? FindHold(situation) : Hold{};
  WriteOutcome(program, candidates, hold, decision);
  WriteHold(program.outcomes[candidates.proposed], hold, decision);
  decision.reasons = FindReasons(situation, rules, candidates, hold);
  if (!candidates.determined() || (hold.any() && MayBeLifted(situation, hold))) {
    decision.ask = FindAsk(situation, rules, candidates, hold);
  }
  situation.proposal = nullptr;

  WriteScores(situation, decision);
  decision.outputs = FindOutputs(situation);
  WriteTexts(situation, decision);
}

}  // namespace
}  // namespace eval

void Evaluate(const ir::Program& program, const Lead& lead, const OracleInputs& inputs,
              Decision& decision) {
  decision.Clear();
  eval::WriteHeader(program, lead, inputs.as_of, decision);
  if (!lead.errors.empty()) {
    eval::Reject(lead, decision);
    return;
  }
  eval::Situation situation = {program, lead, inputs, decision.arena};
  eval::Decide(situation, decision);
}

}  // namespace lq
