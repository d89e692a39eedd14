#include "tests/bench/scoring/bit_row.h"

#include <algorithm>

#include "runtime/record/decision.h"
#include "runtime/value/iso.h"
#include "tests/bench/scoring/strengths.h"

namespace lq::bench {
namespace {

constexpr std::uint16_t Bit(int bit) { return static_cast<std::uint16_t>(1U << bit); }

// What a value leaves: all bits but those of `tests` (pairs of a bit and whether it passes).
struct Test {
  int bit = 0;
  bool passes = false;
};
std::uint16_t Row(std::initializer_list<Test> tests) {
  std::uint16_t row = 0xFFFF;
  for (const Test& test : tests)
    row &= static_cast<std::uint16_t>(test.passes ? 0xFFFF : ~Bit(test.bit));
  return row;
}

constexpr int kDecider = kRules;
constexpr int kAsked = kRules + 1;
constexpr int kHighIntent = kRules + 2;
constexpr int kFreeAddress = kRules + 3;

int EvidencePoints(int outcome, std::size_t evidence) {
  const Strengths strengths;
  const auto has = [&](int bit) { return (evidence >> (bit - kRules) & 1U) != 0; };
  if (outcome == kSalesCall)
    return has(kFreeAddress) ? -strengths.fairly : 0;
  if (outcome != kSalesReady)
    return 0;
  const int interest =
      (has(kAsked) ? strengths.fairly : 0) + (has(kHighIntent) ? strengths.weakly : 0);
  return (has(kDecider) ? strengths.fairly : -strengths.weakly) +
         std::min(interest, strengths.interest_cap);
}

}  // namespace

BitRow::BitRow() {
  FillRows();
  FillAnswers();
}

void BitRow::FillRows() {
  for (int kind = 0; kind < 3; ++kind) {
    email_kind_[kind] = Row({{2, kind == kDisposable},
                             {5, kind == kCompany},
                             {8, kind == kCompany},
                             {kFreeAddress, kind == kFreeMail}});
  }
  for (std::size_t index = 0; index < CountryCount(); ++index) {
    const std::string_view code = CountryCode(index);
    const bool not_served = code == "KP" || code == "IR" || code == "SY" || code == "CU";
    country_.push_back(Row({{1, not_served}, {6, code == "DE" || code == "AT" || code == "CH"}}));
  }
  for (int role = 0; role < 4; ++role) {
    const bool decider = role == kDecisionMaker;
    role_[role] = Row({{3, role == kStudent},
                       {5, decider},
                       {6, decider || role == kInfluencer},
                       {kDecider, decider}});
  }
  for (int i = 0; i < kIndustries; ++i)
    industry_[i] = Row({{7, i == kFinance || i == kHealth}});
  for (int yes = 0; yes < 2; ++yes) {
    asked_demo_[yes] = Row({{4, yes == 1}, {9, yes == 1}, {kAsked, yes == 1}});
    opted_in_[yes] = Row({{0, yes == 0}});
    visits_[yes] = Row({{11, yes == 1}});
  }
  for (int score = 0; score <= 100; ++score) {
    intent_[score] = Row({{5, score >= 80}, {11, score >= 30}, {kHighIntent, score >= 70}});
    engagement_[score] = Row({{9, score >= 60}, {10, score >= 40}});
  }
  for (int code = 0; code < 5; ++code) {
    employees_[code] = Row({{4, code == 4},
                            {6, code == 3},
                            {7, code >= 2},
                            {9, code == 1 || code == 2},
                            {10, code == 0}});
    budget_[code] = Row({{3, code < 2}, {6, code >= 1}, {7, code >= 3}, {8, code == 4}});
  }
}

void BitRow::FillAnswers() {
  const Strengths strengths;
  for (std::size_t first = 0; first <= kRules; ++first) {
    const int base = first == kRules ? strengths.weakly : strengths.rules()[first];
    for (std::size_t evidence = 0; evidence < kEvidenceSets; ++evidence) {
      Answer& answer = answers_[first * kEvidenceSets + evidence];
      answer.proposed = kOutcomeOf[first];
      answer.confidence = static_cast<std::uint16_t>(
          ConfidenceOf(base + EvidencePoints(answer.proposed, evidence)));
      answer.ceiling = answer.confidence;
      const bool sure = answer.confidence >= kNeeds[answer.proposed];
      answer.status = static_cast<std::uint8_t>(sure ? Status::kSettled : Status::kDoubtful);
      answer.outcome = sure ? answer.proposed : static_cast<std::uint8_t>(kLookAtIt);
    }
  }
}

void BitRow::DecideAll(std::span<const ScoringLead> leads, std::span<Answer> answers) const {
  for (std::size_t i = 0; i < leads.size(); ++i)
    answers[i] = Decide(leads[i]);
}

}  // namespace lq::bench
