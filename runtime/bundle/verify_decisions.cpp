#include <algorithm>

#include "runtime/bundle/verify_steps.h"

namespace lq::bundle {
namespace {

// Thousandths of a point: far beyond what the language lets one statement count, and no sum of all
// there may be leaves 64 bits.
constexpr std::int32_t kMostPoints = 1'000'000'000;
constexpr std::int32_t kMostPerMille = 1000;
constexpr std::size_t kMostOutcomes = 1024;

bool IsPoints(std::int32_t points) { return points >= -kMostPoints && points <= kMostPoints; }
bool IsPerMille(std::int32_t number) { return number >= 0 && number <= kMostPerMille; }

class DecisionVerifier {
 public:
  DecisionVerifier(const plan::Plan& plan, Complaint& complaint)
      : plan_(plan), complaint_(complaint) {}

  bool Run() { return Outcomes() && Rules() && Overridden() && Evidence() && Guards() && Scores(); }

 private:
  bool IsOutcome(std::uint32_t index) const { return index < plan_.outcomes.size(); }

  bool Outcomes() {
    return complaint_.Expect(plan_.outcomes.size() <= kMostOutcomes, "it has {} outcomes",
                             plan_.outcomes.size()) &&
           complaint_.Expect(!plan_.outcomes.empty() && IsOutcome(plan_.otherwise_outcome) &&
                                 IsPoints(plan_.otherwise_strength),
                             "its `otherwise` is no outcome") &&
           complaint_.Expect(
               std::all_of(plan_.outcomes.begin(), plan_.outcomes.end(),
                           [](const plan::Outcome& o) { return IsPerMille(o.needs); }),
               "an outcome needs what no confidence is");
  }

  // By outcome, strongest first.
  bool Rules() {
    std::uint32_t strongest = 0;
    for (const plan::Rule& rule : plan_.rules) {
      const bool of_table = rule.first_table == plan::kNone ||
                            (rule.first_table < plan_.first_table_count && rule.row > 0);
      if (!complaint_.Expect(IsOutcome(rule.outcome) && rule.outcome >= strongest &&
                                 IsPoints(rule.strength) && of_table && Overriders(rule),
                             "the rule `{}` does not fit among the others", rule.name))
        return false;
      strongest = rule.outcome;
    }
    return complaint_.Expect(plan_.first_table_count <= plan_.rules.size(),
                             "it counts more tables of rules than rules");
  }

  // Ascending, each once.
  bool Overriders(const plan::Rule& rule) const {
    for (std::size_t i = 0; i < rule.overriders.size(); ++i) {
      const bool ascends = i == 0 || rule.overriders[i - 1] < rule.overriders[i];
      if (!ascends || rule.overriders[i] >= plan_.rules.size())
        return false;
    }
    return true;
  }

  // All that something overrides, each once, overriders first: then nothing overrides itself.
  bool Overridden() {
    std::vector<bool> done(plan_.rules.size());
    for (std::size_t i = 0; i < plan_.rules.size(); ++i)
      done[i] = plan_.rules[i].overriders.empty();
    for (std::uint32_t rule : plan_.overridden) {
      const bool fresh = rule < done.size() && !done[rule];
      const auto is_done = [&](std::uint32_t other) { return done[other]; };
      if (!complaint_.Expect(fresh && std::all_of(plan_.rules[rule].overriders.begin(),
                                                  plan_.rules[rule].overriders.end(), is_done),
                             "its rules override each other in a circle"))
        return false;
      done[rule] = true;
    }
    return complaint_.Expect(std::find(done.begin(), done.end(), false) == done.end(),
                             "a rule that others override is not listed as one");
  }

  bool Evidence() {
    for (const plan::Evidence& one : plan_.evidence) {
      const bool grouped = one.group == plan::kNone || one.group < plan_.group_caps.size();
      if (!complaint_.Expect(IsOutcome(one.outcome) && grouped && IsPoints(one.points) &&
                                 IsPoints(one.otherwise_points),
                             "the evidence `{}` is for nothing that is there", one.name))
        return false;
    }
    return complaint_.Expect(
        std::all_of(plan_.group_caps.begin(), plan_.group_caps.end(),
                    [](std::int32_t cap) { return cap >= 0 && IsPoints(cap); }),
        "the cap of a group is none");
  }

  bool Guards() {
    return complaint_.Expect(
        std::all_of(plan_.guards.begin(), plan_.guards.end(),
                    [](const plan::Guard& guard) { return IsPerMille(guard.needs); }),
        "a guard needs what no confidence is");
  }

  // No sum of a score's items may leave 64 bits.
  bool Scores() {
    constexpr std::int64_t kMostScore = 1'000'000'000'000;
    const auto fits = [](std::int64_t points) {
      return points >= -kMostScore && points <= kMostScore;
    };
    // What explains a score looks for each item's reason among those before it.
    constexpr std::size_t kMostItems = 4096;
    for (const plan::Score& score : plan_.scores) {
      if (!complaint_.Expect(score.items.size() <= kMostItems,
                             "the score `{}` has {} items, and {} is the most", score.name,
                             score.items.size(), kMostItems))
        return false;
      const bool items =
          std::all_of(score.items.begin(), score.items.end(),
                      [&](const plan::ScoreItem& item) { return fits(item.points); });
      if (!complaint_.Expect(items && score.low <= score.high && fits(score.low) &&
                                 fits(score.high) && fits(score.begins_at),
                             "the score `{}` has no range, or counts too much", score.name))
        return false;
    }
    return true;
  }

  const plan::Plan& plan_;
  Complaint& complaint_;
};

}  // namespace

bool VerifyDecisions(const plan::Plan& plan, Complaint& complaint) {
  return DecisionVerifier(plan, complaint).Run();
}

}  // namespace lq::bundle
