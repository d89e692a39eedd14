#include "runtime/abi/border.h"
#include "runtime/abi/decider_state.h"
#include "runtime/record/decision_json.h"

using lq::abi::TextOf;

namespace lq::abi {
namespace {

// The plan that judged; null where there is no verdict.
const plan::Plan* PlanOf(const lq_verdict* verdict) {
  return verdict == nullptr || verdict->engine == nullptr ? nullptr : &verdict->engine->plan();
}

// The same where the lead was accepted.
const plan::Plan* JudgedBy(const lq_verdict* verdict) {
  const plan::Plan* const plan = PlanOf(verdict);
  return plan == nullptr || verdict->verdict.status == Status::kRejected ? nullptr : plan;
}

std::string_view OutcomeOf(const plan::Plan& plan, const Verdict& verdict) {
  switch (verdict.status) {
    case Status::kSettled:
      return plan.outcomes[verdict.proposed].name;
    case Status::kUndecided:
      return plan.undecided;
    case Status::kDoubtful:
      return plan.doubtful;
    case Status::kRejected:
      return {};
  }
  return {};
}

// Of an accepted lead: indices of Plan::rules.
const std::vector<std::uint32_t>& RulesOf(const lq_verdict& verdict) {
  if (!verdict.has_rules)
    verdict.engine->RulesOf(verdict.verdict, verdict.rules);
  verdict.has_rules = true;
  return verdict.rules;
}

}  // namespace
}  // namespace lq::abi

using lq::abi::JudgedBy;
using lq::abi::PlanOf;

extern "C" {

lq_status lq_verdict_status(const lq_verdict* verdict) {
  return PlanOf(verdict) == nullptr ? LQ_REJECTED : static_cast<lq_status>(verdict->verdict.status);
}

lq_text lq_verdict_status_name(const lq_verdict* verdict) {
  return TextOf(PlanOf(verdict) == nullptr ? std::string_view()
                                           : lq::StatusName(verdict->verdict.status));
}

lq_text lq_verdict_outcome(const lq_verdict* verdict) {
  const lq::plan::Plan* const plan = JudgedBy(verdict);
  return TextOf(plan == nullptr ? std::string_view() : lq::abi::OutcomeOf(*plan, verdict->verdict));
}

lq_text lq_verdict_proposed(const lq_verdict* verdict) {
  const lq::plan::Plan* const plan = JudgedBy(verdict);
  return TextOf(plan == nullptr ? std::string_view()
                                : plan->outcomes[verdict->verdict.proposed].name);
}

int32_t lq_verdict_proposed_index(const lq_verdict* verdict) {
  return JudgedBy(verdict) == nullptr ? -1 : verdict->verdict.proposed;
}

int32_t lq_verdict_confidence(const lq_verdict* verdict) {
  return JudgedBy(verdict) == nullptr ? 0 : verdict->verdict.confidence;
}

int32_t lq_verdict_ceiling(const lq_verdict* verdict) {
  return JudgedBy(verdict) == nullptr ? 0 : verdict->verdict.ceiling;
}

lq_text lq_verdict_lead(const lq_verdict* verdict) {
  return TextOf(PlanOf(verdict) == nullptr ? std::string_view() : verdict->lead);
}

lq_text lq_verdict_hash(const lq_verdict* verdict) {
  const lq::plan::Plan* const plan = PlanOf(verdict);
  return TextOf(plan == nullptr ? std::string_view() : plan->hash);
}

size_t lq_verdict_error_count(const lq_verdict* verdict) {
  return PlanOf(verdict) == nullptr ? 0 : verdict->errors.size();
}

int lq_verdict_error(const lq_verdict* verdict, size_t index, lq_lead_error* item) {
  if (item == nullptr || index >= lq_verdict_error_count(verdict))
    return 0;
  const lq::FieldError& error = verdict->errors[index];
  *item = {TextOf(error.path), TextOf(error.code), TextOf(error.message)};
  return 1;
}

size_t lq_verdict_rule_count(const lq_verdict* verdict) {
  if (JudgedBy(verdict) == nullptr)
    return 0;
  return lq::abi::Guarded<size_t>(nullptr, 0, [&] { return lq::abi::RulesOf(*verdict).size(); });
}

int lq_verdict_rule(const lq_verdict* verdict, size_t index, lq_rule* item) {
  if (item == nullptr || index >= lq_verdict_rule_count(verdict))
    return 0;
  const lq::plan::Plan& plan = *JudgedBy(verdict);
  const lq::plan::Rule& rule = plan.rules[verdict->rules[index]];
  *item = {TextOf(rule.name), rule.row, TextOf(plan.outcomes[rule.outcome].name)};
  return 1;
}

}  // extern "C"
