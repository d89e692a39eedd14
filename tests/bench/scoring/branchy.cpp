#include "tests/bench/scoring/branchy.h"

#include <algorithm>

#include "runtime/record/decision.h"
#include "runtime/value/iso.h"
#include "tests/bench/scoring/strengths.h"

namespace lq::bench {
namespace {

const Strengths kStrengths;
const std::array kRuleStrengths = kStrengths.rules();

bool IsCountryOf(std::initializer_list<const char*> codes, std::size_t country) {
  return std::any_of(codes.begin(), codes.end(),
                     [&](const char* code) { return *FindCountry(code) == country; });
}

std::uint16_t Disqualifying(const ScoringLead& lead, bool not_served) {
  std::uint16_t fired = 0;
  if (!lead.opted_in)
    fired |= 1U << 0;
  if (not_served)
    fired |= 1U << 1;
  if (lead.email_kind == kDisposable)
    fired |= 1U << 2;
  if (lead.role == kStudent && lead.annual_budget < 10'000'00)
    fired |= 1U << 3;
  return fired;
}

std::uint16_t ForSales(const ScoringLead& lead, bool in_dach) {
  std::uint16_t fired = 0;
  if (lead.employees >= 1000 && lead.asked_demo)
    fired |= 1U << 4;
  if (lead.intent >= 80 && lead.role == kDecisionMaker && lead.email_kind == kCompany)
    fired |= 1U << 5;
  if (lead.employees >= 200 && lead.employees <= 999 && in_dach && lead.annual_budget >= 5'000'00 &&
      (lead.role == kInfluencer || lead.role == kDecisionMaker))
    fired |= 1U << 6;
  if ((lead.industry == kFinance || lead.industry == kHealth) && lead.employees >= 50 &&
      lead.annual_budget >= 20'000'00)
    fired |= 1U << 7;
  if (lead.annual_budget >= 50'000'00 && lead.email_kind == kCompany)
    fired |= 1U << 8;
  if (lead.employees >= 20 && lead.employees <= 199 && lead.engagement >= 60 && lead.asked_demo)
    fired |= 1U << 9;
  return fired;
}

std::uint16_t ForMail(const ScoringLead& lead) {
  std::uint16_t fired = 0;
  if (lead.employees < 20 && lead.engagement >= 40)
    fired |= 1U << 10;
  if (lead.visits >= 10 && lead.intent >= 30)
    fired |= 1U << 11;
  return fired;
}

int EvidenceFor(std::uint8_t outcome, const ScoringLead& lead) {
  switch (outcome) {
    case kSalesReady: {
      int interest = 0;
      if (lead.asked_demo)
        interest += kStrengths.fairly;
      if (lead.intent >= 70)
        interest += kStrengths.weakly;
      const int decider = lead.role == kDecisionMaker ? kStrengths.fairly : -kStrengths.weakly;
      return decider + std::min(interest, kStrengths.interest_cap);
    }
    case kSalesCall:
      return lead.email_kind == kFreeMail ? -kStrengths.fairly : 0;
    default:
      return 0;
  }
}

}  // namespace

Branchy::Branchy() {
  for (int points = -kLeastPoints; points <= kLeastPoints; ++points)
    confidence_.push_back(static_cast<std::uint16_t>(ConfidenceOf(points)));
  for (std::size_t country = 0; country < CountryCount(); ++country) {
    dach_.push_back(IsCountryOf({"DE", "AT", "CH"}, country));
    not_served_.push_back(IsCountryOf({"KP", "IR", "SY", "CU"}, country));
  }
}

Answer Branchy::Decide(const ScoringLead& lead) const {
  Answer answer;
  answer.fired = Disqualifying(lead, not_served_[lead.country]) |
                 ForSales(lead, dach_[lead.country]) | ForMail(lead);
  int strength = kStrengths.weakly;
  answer.proposed = kNurture;
  for (std::size_t rule = 0; rule < kRules; ++rule) {
    if ((answer.fired >> rule & 1U) != 0) {
      strength = kRuleStrengths[rule];
      answer.proposed = kOutcomeOf[rule];
      break;
    }
  }
  answer.confidence = Confidence(strength + EvidenceFor(answer.proposed, lead));
  answer.ceiling = answer.confidence;
  const bool sure = answer.confidence >= kNeeds[answer.proposed];
  answer.status = static_cast<std::uint8_t>(sure ? Status::kSettled : Status::kDoubtful);
  answer.outcome = sure ? answer.proposed : static_cast<std::uint8_t>(kLookAtIt);
  return answer;
}

void Branchy::DecideAll(std::span<const ScoringLead> leads, std::span<Answer> answers) const {
  for (std::size_t i = 0; i < leads.size(); ++i)
    answers[i] = Decide(leads[i]);
}

}  // namespace lq::bench
