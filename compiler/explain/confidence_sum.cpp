#include "compiler/explain/confidence_sum.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/eval/confidence.h"
#include "compiler/explain/statements.h"
#include "runtime/value/log_odds.h"
#include "runtime/value/number.h"

namespace lq::explain {
namespace {

std::string PointsText(std::int64_t thousandths) {
  std::string text;
  AppendShortDecimal(thousandths, 3, text);
  return text;
}

class Summer {
 public:
  Summer(eval::Situation& situation, const eval::Rules& rules, std::uint32_t outcome)
      : situation_(situation), program_(situation.program), rules_(rules), outcome_(outcome) {
    sum_.outcome = program_.outcomes[outcome].name;
  }

  ConfidenceSum Run() {
    AddBase();
    for (std::uint32_t group = 0; group < program_.groups.size(); ++group) {
      AddGroup(group);
    }
    AddEvidence(ir::kNone);
    sum_.confidence = ConfidenceOf(sum_.low);
    sum_.ceiling = ConfidenceOf(sum_.high);
    return std::move(sum_);
  }

 private:
  void Add(SumItem item) {
    sum_.low += item.low;
    sum_.high += item.high;
    sum_.items.push_back(std::move(item));
  }

  // The first rule that may be the base and is as strong.
  const ir::Rule* BaseRule(eval::Interval base) const {
    for (std::uint32_t i = 0; i < program_.rules.size(); ++i) {
      const ir::Rule& rule = program_.rules[i];
      if (rule.outcome == outcome_ && rule.strength == base.low && !rules_.standings[i].out) {
        return &rule;
      }
    }
    return nullptr;
  }

  void AddBase() {
    const eval::Interval base = eval::BaseOf(program_, rules_, outcome_);
    const ir::Rule* rule = BaseRule(base);
    if (base.low == base.high && rule != nullptr) {
      Add({TitleOf(*rule), rule->reason, base.low, base.high});
    } else if (outcome_ == program_.otherwise_outcome && !rules_.some_holds() &&
               base.low == base.high && base.low == program_.otherwise_strength) {
      Add({"otherwise", program_.otherwise_reason, base.low, base.high});
    } else {
      Add({fmt::format("the rules for {}", sum_.outcome), "", base.low, base.high});
    }
  }

  eval::Interval AddEvidence(std::uint32_t group) {
    eval::Interval sum;
    for (const ir::Evidence& evidence : program_.evidence) {
      if (evidence.outcome != outcome_ || evidence.group != group) {
        continue;
      }
      const eval::Interval weight = eval::WeightOf(situation_, evidence);
      sum = {sum.low + weight.low, sum.high + weight.high};
      if (weight.low != 0 || weight.high != 0) {
        Add({"evidence " + evidence.name, ReasonOf(evidence), weight.low, weight.high});
      }
    }
    return sum;
  }

  // Of the arm that counted.
  std::string ReasonOf(const ir::Evidence& evidence) {
    const eval::Truth truth = eval::TruthOf(situation_, evidence.when);
    if (!truth.can_tell()) {
      return "";
    }
    return truth.holds ? evidence.reason : evidence.otherwise_reason;
  }

  void AddGroup(std::uint32_t group) {
    const std::int64_t cap = program_.groups[group].cap;
    const eval::Interval sum = AddEvidence(group);
    const std::int64_t low = std::clamp(sum.low, -cap, cap) - sum.low;
    const std::int64_t high = std::clamp(sum.high, -cap, cap) - sum.high;
    if (low != 0 || high != 0) {
      Add({fmt::format("group {} counts at most {} points", program_.groups[group].name,
                       PointsText(cap)),
           "", low, high});
    }
  }

  eval::Situation& situation_;
  const ir::Program& program_;
  const eval::Rules& rules_;
  std::uint32_t outcome_;
  ConfidenceSum sum_;
};

}  // namespace

ConfidenceSum SumOf(eval::Situation& situation, const eval::Rules& rules, std::uint32_t outcome) {
  return Summer(situation, rules, outcome).Run();
}

}  // namespace lq::explain
