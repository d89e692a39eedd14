#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "tests/bench/scoring/answer.h"
#include "tests/bench/scoring/scoring_lead.h"

namespace lq::bench {

// lead_scoring.lq as the fastest shape known, by hand: value code, bit row, and, count trailing
// zeros; what follows from the first rule and the evidence stands in a table.
class BitRow {
 public:
  BitRow();

  // Rules in the low twelve bits, evidence in the next four.
  std::uint16_t Bits(const ScoringLead& lead) const {
    return email_kind_[lead.email_kind] & country_[lead.country] & role_[lead.role] &
           industry_[lead.industry] & asked_demo_[lead.asked_demo] & opted_in_[lead.opted_in] &
           intent_[lead.intent] & engagement_[lead.engagement] & visits_[lead.visits >= 10] &
           employees_[EmployeesCode(lead.employees)] & budget_[BudgetCode(lead.annual_budget)];
  }
  Answer Decide(const ScoringLead& lead) const {
    const std::uint16_t bits = Bits(lead);
    const std::uint16_t fired = bits & 0xFFFU;
    const auto first = static_cast<std::size_t>(std::countr_zero(fired | (1U << kRules)));
    Answer answer = Of(first, bits >> kRules);
    answer.fired = fired;
    return answer;
  }
  void DecideAll(std::span<const ScoringLead> leads, std::span<Answer> answers) const;
  // By the first rule that fires (kRules without one) and the evidence; without `fired`.
  const Answer& Of(std::size_t first, std::size_t evidence) const {
    return answers_[first * kEvidenceSets + evidence];
  }

 private:
  static constexpr std::size_t kEvidenceSets = 1U << kEvidence;

  static int EmployeesCode(std::int32_t employees) {
    return (employees >= 20) + (employees >= 50) + (employees >= 200) + (employees >= 1000);
  }
  static int BudgetCode(std::int64_t cents) {
    return (cents >= 5'000'00) + (cents >= 10'000'00) + (cents >= 20'000'00) + (cents >= 50'000'00);
  }
  void FillRows();
  void FillAnswers();

  std::array<std::uint16_t, 3> email_kind_;
  std::vector<std::uint16_t> country_;
  std::array<std::uint16_t, 4> role_;
  std::array<std::uint16_t, kIndustries> industry_;
  std::array<std::uint16_t, 2> asked_demo_;
  std::array<std::uint16_t, 2> opted_in_;
  std::array<std::uint16_t, 101> intent_;
  std::array<std::uint16_t, 101> engagement_;
  std::array<std::uint16_t, 2> visits_;
  std::array<std::uint16_t, 5> employees_;
  std::array<std::uint16_t, 5> budget_;
  std::array<Answer, (kRules + 1) * kEvidenceSets> answers_;
};

}  // namespace lq::bench
