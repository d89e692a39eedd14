#include "runtime/engine/decision_maker.h"

#include <algorithm>
#include <cstdlib>

#include "runtime/content/render_content.h"
#include "runtime/value/values.h"

namespace lq::engine {
namespace {

// As the text "table t row 2" orders: the row number by its digits.
int CompareRows(std::uint32_t a, std::uint32_t b) {
  return std::to_string(a).compare(std::to_string(b));
}

// The word that begins the text of a reason's origin.
std::string_view Word(ReasonFrom from) {
  switch (from) {
    case ReasonFrom::kRule:
      return "rule";
    case ReasonFrom::kTableRow:
      return "table";
    case ReasonFrom::kOtherwise:
      return "otherwise";
    case ReasonFrom::kEvidence:
      return "evidence";
    case ReasonFrom::kGuard:
      return "guard";
  }
  return {};
}

bool ReasonBefore(const Reason& a, const Reason& b) {
  if (std::abs(a.points) != std::abs(b.points))
    return std::abs(a.points) > std::abs(b.points);
  if (a.code != b.code)
    return a.code < b.code;
  if (a.from != b.from)
    return Word(a.from) < Word(b.from);
  if (a.name != b.name)
    return a.name < b.name;
  return CompareRows(a.row, b.row) < 0;
}

// A copy that lives as long as the decision.
Possible Keep(const Type& type, const Possible& possible, Arena& arena) {
  const std::span<Value> values = arena.CopyArray(possible.list());
  for (Value& value : values)
    value = CopyValue(type.kind, type.element, value, arena);
  return {possible.form, possible.cause, possible.count, values.data()};
}

}  // namespace

DecisionMaker::DecisionMaker(const plan::Plan& plan, const EngineTables& tables,
                             const QuickVerdict& quick,
                             const std::atomic<const NativeEntries*>& native)
    : plan_(plan),
      quick_(quick),
      native_(native),
      evaluation_(plan, tables),
      dated_(!tables.dated_fields.empty()),
      short_way_(quick.usable() && !dated_),
      dated_rows_(quick.layout()),
      rules_(plan),
      confidence_(plan),
      ask_(plan),
      flags_(plan.outcomes.size()),
      row_(quick.layout().words()),
      fired_(quick.bits().rule_words()) {}

void DecisionMaker::Decide(const Lead& lead, const DecisionInputs& inputs, Decision& decision) {
  decision.Clear();
  FillHeader(lead, inputs, decision);
  if (!lead.errors.empty()) {
    decision.status = Status::kRejected;
    decision.errors = lead.errors;
    return;
  }
  Find(lead, inputs, decision);
  FillOverruled(decision);
  FillReasons(decision);
  FillAsk(decision);
  FillScores(decision);
  FillOutputs(inputs.language, decision);
  FillTexts(inputs.language, decision);
}

void DecisionMaker::Find(const Lead& lead, const DecisionInputs& inputs, Decision& decision) {
  evaluation_.Start(lead, inputs);
  rules_.Run(evaluation_);
  proposed_ = FindProposed();
  FillConfidence(decision);
  FillStatus(decision);
}

void DecisionMaker::FillHeader(const Lead& lead, const DecisionInputs& inputs,
                               Decision& decision) const {
  decision.policy = plan_.policy;
  decision.version = plan_.version;
  decision.hash = plan_.hash;
  decision.lead = lead.id;
  decision.as_of = inputs.as_of;
  for (std::uint32_t i : evaluation_.tables().toggles_by_name) {
    const bool on = inputs.toggles.empty() ? plan_.toggles[i].on : inputs.toggles[i];
    decision.toggles.push_back({plan_.toggles[i].name, on});
  }
}

// The strongest candidate that stands on what is known, else `otherwise`.
std::uint32_t DecisionMaker::FindProposed() const {
  const std::vector<std::uint32_t>& candidates = rules_.candidates();
  for (const RuleState& state : rules_.states()) {
    const std::uint32_t outcome = plan_.rules[state.rule].outcome;
    if (!state.holds || state.out)
      continue;
    if (std::binary_search(candidates.begin(), candidates.end(), outcome))
      return outcome;
  }
  return plan_.otherwise_outcome;
}

void DecisionMaker::FillConfidence(Decision& decision) {
  confidence_.Start(rules_);
  confidences_.clear();
  decision.confidence = 999;
  decision.ceiling = 1;
  for (std::uint32_t outcome : rules_.candidates()) {
    const OutcomeConfidence next = confidence_.Of(outcome, evaluation_);
    confidences_.push_back(next);
    decision.confidence = std::min(decision.confidence, next.confidence);
    decision.ceiling = std::max(decision.ceiling, next.ceiling);
    if (outcome == proposed_)
      decision.tension = static_cast<std::int32_t>(next.tension_low);
  }
  decision.proposed = plan_.outcomes[proposed_].name;
}

void DecisionMaker::FillStatus(Decision& decision) {
  const std::vector<std::uint32_t>& candidates = rules_.candidates();
  held_guards_.clear();
  if (candidates.size() > 1) {
    decision.status = Status::kUndecided;
    decision.outcome = plan_.undecided;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      decision.could_become.push_back({plan_.outcomes[candidates[i]].name,
                                       confidences_[i].confidence, confidences_[i].ceiling});
    }
    return;
  }
  HoldBack(decision);
  decision.status = decision.held_by.empty() ? Status::kSettled : Status::kDoubtful;
  decision.outcome =
      decision.held_by.empty() ? decision.proposed : std::string_view(plan_.doubtful);
}

void DecisionMaker::HoldBack(Decision& decision) {
  const std::int32_t needs = plan_.outcomes[proposed_].needs;
  if (decision.confidence < needs)
    decision.held_by.push_back({needs, {}});
  const OutcomeConfidence& own = confidences_.front();
  evaluation_.Propose({proposed_, own.confidence, own.ceiling, own.tension_low, own.tension_high});
  for (std::uint32_t i = 0; i < plan_.guards.size(); ++i) {
    const plan::Guard& guard = plan_.guards[i];
    if (!guard.never && decision.confidence >= guard.needs)
      continue;
    const Truth truth = evaluation_.NodeTruth(guard.when);
    if (truth.ruled_out())
      continue;
    held_guards_.push_back({i, truth});
    decision.held_by.push_back({0, guard.name});
  }
}

void DecisionMaker::FillOverruled(Decision& decision) {
  const std::vector<std::uint32_t>& candidates = rules_.candidates();
  std::fill(flags_.begin(), flags_.end(), false);
  for (const RuleState& state : rules_.states()) {
    if (state.chosen)
      flags_[plan_.rules[state.rule].outcome] = true;
  }
  for (std::uint32_t outcome : candidates)
    flags_[outcome] = false;
  for (std::size_t outcome = 0; outcome < flags_.size(); ++outcome) {
    if (flags_[outcome])
      decision.overruled.push_back(plan_.outcomes[outcome].name);
  }
}

void DecisionMaker::FillReasons(Decision& decision) {
  for (const RuleState& state : rules_.states()) {
    const plan::Rule& rule = plan_.rules[state.rule];
    if (rule.outcome != proposed_ || !state.holds || state.out)
      continue;
    const ReasonFrom from = rule.row == 0 ? ReasonFrom::kRule : ReasonFrom::kTableRow;
    decision.reasons.push_back({rule.reason, rule.strength, from, rule.name, rule.row, {}});
  }
  if (proposed_ == plan_.otherwise_outcome && !rules_.any_holds() &&
      !plan_.otherwise_reason.empty()) {
    decision.reasons.push_back(
        {plan_.otherwise_reason, plan_.otherwise_strength, ReasonFrom::kOtherwise, {}, 0, {}});
  }
  for (std::uint32_t index : evaluation_.tables().evidence_of[proposed_]) {
    const plan::Evidence& item = plan_.evidence[index];
    const Truth truth = evaluation_.NodeTruth(item.when);
    const std::int32_t points = truth.holds ? item.points : item.otherwise_points;
    if (truth.undecided() || points == 0)
      continue;
    const std::string& code = truth.holds ? item.reason : item.otherwise_reason;
    decision.reasons.push_back({code, points, ReasonFrom::kEvidence, item.name, 0, {}});
  }
  for (const HeldGuard& held : held_guards_) {
    const plan::Guard& guard = plan_.guards[held.guard];
    if (guard.reason.empty())
      continue;
    decision.reasons.push_back({guard.reason, 0, ReasonFrom::kGuard, guard.name, 0, {}});
  }
  std::sort(decision.reasons.begin(), decision.reasons.end(), ReasonBefore);
}

bool DecisionMaker::MoreDataCouldSettle(const Decision& decision) const {
  if (decision.ceiling < plan_.outcomes[proposed_].needs)
    return false;
  return std::all_of(held_guards_.begin(), held_guards_.end(), [&](const HeldGuard& held) {
    const plan::Guard& guard = plan_.guards[held.guard];
    return held.truth.undecided() || (!guard.never && decision.ceiling >= guard.needs);
  });
}

void DecisionMaker::FillAsk(Decision& decision) {
  if (decision.status == Status::kSettled)
    return;
  if (decision.status == Status::kDoubtful && !MoreDataCouldSettle(decision))
    return;
  asking_guards_.clear();
  for (const HeldGuard& held : held_guards_) {
    if (held.truth.undecided())
      asking_guards_.push_back(held.guard);
  }
  ask_.Run(rules_, asking_guards_, evaluation_, decision.ask);
}

void DecisionMaker::FillScores(Decision& decision) {
  for (std::uint32_t i : evaluation_.tables().scores_by_name) {
    const plan::Score& score = plan_.scores[i];
    const Possible value = evaluation_.Score(i);
    ScoreResult result{score.name, value.values[0].number(), value.values[value.count - 1].number(),
                       static_cast<std::uint32_t>(decision.score_codes.size()), 0};
    const auto first = static_cast<std::ptrdiff_t>(result.first_code);
    for (const plan::ScoreItem& item : score.items) {
      if (item.reason.empty() || !evaluation_.NodeTruth(item.when).holds)
        continue;
      const auto& codes = decision.score_codes;
      if (std::find(codes.begin() + first, codes.end(), item.reason) != codes.end())
        continue;
      decision.score_codes.push_back(item.reason);
    }
    result.code_count = static_cast<std::uint32_t>(decision.score_codes.size()) - result.first_code;
    decision.scores.push_back(result);
  }
}

void DecisionMaker::FillOutputs(std::string_view language, Decision& decision) {
  static const Type kText{.kind = TypeKind::kText};
  for (const plan::Output& output : plan_.outputs) {
    OutputResult result;
    result.name = output.name;
    if (output.content == plan::kNone) {
      result.type = &plan_.expressions.nodes[output.value].type;
      result.value = Keep(*result.type, evaluation_.Value(output.value), decision.arena);
    } else {
      result.type = &kText;
      const std::string_view text = Render(plan_.content[output.content], language, decision);
      result.is_null = text.data() == nullptr;
      const lq::Value value = lq::Value::Text(text);
      if (!result.is_null)
        result.value = PossibleValues(kText, {&value, 1}, Cause::kNone, decision.arena);
    }
    decision.outputs.push_back(result);
  }
}

void DecisionMaker::FillTexts(std::string_view language, Decision& decision) {
  if (language.empty())
    return;
  for (const plan::Content& content : plan_.content) {
    if (content.of == plan::Content::Of::kOutcome && content.name == decision.outcome) {
      decision.text = Render(content, language, decision);
    }
    if (content.of != plan::Content::Of::kReason)
      continue;
    for (Reason& reason : decision.reasons) {
      if (reason.code == content.name)
        reason.text = Render(content, language, decision);
    }
  }
}

// Null data when the content has no text in the language.
std::string_view DecisionMaker::Render(const plan::Content& content, std::string_view language,
                                       Decision& decision) {
  for (const plan::ContentText& text : content.texts) {
    if (text.language != language)
      continue;
    text_.clear();
    RenderContent(
        text.parts, plan::kNone,
        [&](plan::ExprId operand) {
          return PlaceholderValue{&plan_.expressions.nodes[operand].type,
                                  evaluation_.Value(operand)};
        },
        text_);
    return text_.empty() ? std::string_view("") : decision.arena.Copy(text_);
  }
  return {};
}

}  // namespace lq::engine
