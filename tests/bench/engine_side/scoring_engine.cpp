#include "tests/bench/engine_side/scoring_engine.h"

#include <algorithm>
#include <array>

namespace lq::bench {
namespace {

constexpr std::array<std::string_view, kRules> kRuleNames = {
    "no_consent",       "not_served",    "disposable_address", "student",
    "enterprise_demo",  "strong_intent", "mid_market_fit",     "regulated_industry",
    "budget_named",     "growing_team",  "small_but_active",   "regular_visitor"};
constexpr std::array<std::string_view, kOutcomes + 2> kOutcomeNames = {
    "disqualified", "sales_ready", "sales_call", "nurture", "ask_first", "look_at_it"};

template <std::size_t N>
std::uint8_t PlaceOf(std::string_view name, const std::array<std::string_view, N>& names) {
  return static_cast<std::uint8_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

ScoringEngine::ScoringEngine(std::shared_ptr<const plan::Plan> plan)
    : plan_(std::move(plan)), engine_(plan_), decider_(engine_), reader_(plan_->schema) {}

Answer ScoringEngine::AnswerOf(const Lead& lead) {
  decider_.Decide(lead, inputs_, decision_);
  Answer answer;
  answer.status = static_cast<std::uint8_t>(decision_.status);
  answer.outcome = PlaceOf(decision_.outcome, kOutcomeNames);
  answer.proposed = PlaceOf(decision_.proposed, kOutcomeNames);
  answer.confidence = static_cast<std::uint16_t>(decision_.confidence);
  answer.ceiling = static_cast<std::uint16_t>(decision_.ceiling);
  for (const Reason& reason : decision_.reasons) {
    if (reason.from == ReasonFrom::kRule)
      answer.fired |= static_cast<std::uint16_t>(1U << PlaceOf(reason.name, kRuleNames));
  }
  return answer;
}

void ScoringEngine::DecideRecords(std::span<const Lead> leads) {
  for (const Lead& lead : leads)
    decider_.Decide(lead, inputs_, decision_);
}

std::size_t ScoringEngine::DecideTexts(std::span<const std::string_view> texts) {
  std::size_t rejected = 0;
  for (const std::string_view text : texts) {
    if (reader_.Read(text, inputs_.as_of, lead_))
      decider_.Decide(lead_, inputs_, decision_);
    else
      ++rejected;
  }
  return rejected;
}

}  // namespace lq::bench
