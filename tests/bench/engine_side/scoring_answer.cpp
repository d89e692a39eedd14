#include "tests/bench/engine_side/scoring_answer.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace lq::bench {
namespace {

constexpr std::array<std::string_view, kRules> kRuleNames = {
    "no_consent",      "not_served",    "disposable_address", "student",
    "enterprise_demo", "strong_intent", "mid_market_fit",     "regulated_industry",
    "budget_named",    "growing_team",  "small_but_active",   "regular_visitor"};
constexpr std::array<std::string_view, kOutcomes + 2> kOutcomeNames = {
    "disqualified", "sales_ready", "sales_call", "nurture", "ask_first", "look_at_it"};

template <std::size_t N>
std::uint8_t PlaceOf(std::string_view name, const std::array<std::string_view, N>& names) {
  return static_cast<std::uint8_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

std::uint8_t OutcomePlace(std::string_view outcome) { return PlaceOf(outcome, kOutcomeNames); }

std::uint16_t RuleBit(std::string_view rule) {
  return static_cast<std::uint16_t>(1U << PlaceOf(rule, kRuleNames));
}

Answer AnswerOf(const Decision& decision) {
  Answer answer;
  answer.status = static_cast<std::uint8_t>(decision.status);
  answer.outcome = OutcomePlace(decision.outcome);
  answer.proposed = OutcomePlace(decision.proposed);
  answer.confidence = static_cast<std::uint16_t>(decision.confidence);
  answer.ceiling = static_cast<std::uint16_t>(decision.ceiling);
  for (const Reason& reason : decision.reasons) {
    if (reason.from == ReasonFrom::kRule)
      answer.fired |= RuleBit(reason.name);
  }
  return answer;
}

}  // namespace lq::bench
