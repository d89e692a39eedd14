// Explanations and counterfactuals of random programs: what they say is what the decision says, and
// every change that is printed changes the outcome.
//
//   why_test [--programs N] [--leads N] [--seed S]

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <set>

#include "compiler/counterfactual/candidate_values.h"
#include "compiler/counterfactual/changes.h"
#include "compiler/explain/explain.h"
#include "compiler/explain/nearest.h"
#include "runtime/engine/engine.h"
#include "tests/differential/generator/options.h"
#include "tests/differential/trial.h"

namespace lq::test {
namespace {

RandomTestOptions options;

constexpr int kMostReports = 3;

// One lead of one program, decided by the engine.
struct Decided {
  const ir::Program& program;
  const SourceMap& sources;
  const Lead& lead;
  OracleInputs inputs;
  Decider& decider;
  Decision decision;

  void Again(const Lead& changed, Decision& out) const {
    decider.Decide(changed, {inputs.as_of, inputs.toggles, inputs.language}, out);
  }
};

std::string Sums(const Decided& decided, const Explanation& explanation) {
  const auto wrong = [&](std::string_view outcome, std::int32_t confidence, std::int32_t ceiling) {
    return std::none_of(
        explanation.sums.begin(), explanation.sums.end(), [&](const ConfidenceSum& sum) {
          return sum.outcome == outcome && sum.confidence == confidence && sum.ceiling == ceiling;
        });
  };
  const Decision& decision = decided.decision;
  if (decision.could_become.empty() &&
      wrong(decision.proposed, decision.confidence, decision.ceiling)) {
    return "the sum is not the confidence of " + std::string(decision.proposed);
  }
  for (const CouldBecome& one : decision.could_become) {
    if (wrong(one.outcome, one.confidence, one.ceiling)) {
      return "the sum is not the confidence of " + std::string(one.outcome);
    }
  }
  return "";
}

// The rules that chose are those among the reasons, and what keeps the others is there.
std::string RuleStates(const Decided& decided, const Explanation& explanation) {
  std::multiset<std::string> chose;
  for (const RuleTrace& rule : explanation.rules) {
    if (rule.state == RuleState::kChose && !rule.statement.reason.empty()) {
      chose.insert(rule.statement.reason);
    }
    const bool holds = rule.statement.answer == Answer::kHolds;
    if (holds != (ComparisonsToTurn(rule.statement) == 0)) {
      return rule.statement.title + ": what keeps it from holding does not fit its verdict";
    }
  }
  std::multiset<std::string> reasons;
  for (const Reason& reason : decided.decision.reasons) {
    if (reason.from == ReasonFrom::kRule || reason.from == ReasonFrom::kTableRow) {
      reasons.insert(std::string(reason.code));
    }
  }
  return chose == reasons ? "" : "the rules that chose are not those of the reasons";
}

// Every change, decided by the oracle, has the outcome that it says.
std::string Verified(const Decided& decided, const Changes& changes) {
  for (const Change& change : changes.changes) {
    Lead changed;
    changed.fields = decided.lead.fields;
    for (const FieldChange& field : change.fields) {
      changed.fields[field.field] = field.value;
    }
    Decision decision;
    Evaluate(decided.program, changed, decided.inputs, decision);
    if (decision.outcome != change.outcome || decision.outcome == decided.decision.outcome) {
      return "a change to " + change.outcome + " gives " + std::string(decision.outcome);
    }
  }
  return "";
}

const Change* ChangeOf(const Changes& changes, std::uint32_t field, std::string_view outcome) {
  for (const Change& change : changes.changes) {
    if (change.fields.size() == 1 && change.fields[0].field == field && change.outcome == outcome) {
      return &change;
    }
  }
  return nullptr;
}

// Each single value that leads to another outcome is printed, or a nearer one of its field is; so
// no pair is printed for what one change reaches.
std::string NoneMissed(const Decided& decided, const Changes& changes) {
  Arena arena;
  Decision decision;
  for (std::uint32_t field = 0; field < decided.lead.fields.size(); ++field) {
    for (const CandidateValue& candidate :
         CandidateValues(decided.program, decided.lead, decided.inputs, field, arena)) {
      Lead changed;
      changed.fields = decided.lead.fields;
      changed.fields[field] = candidate.value;
      decided.Again(changed, decision);
      if (decision.outcome == decided.decision.outcome) {
        continue;
      }
      const Change* printed = ChangeOf(changes, field, decision.outcome);
      if (printed == nullptr || printed->distance > candidate.distance) {
        return "a change of " + decided.program.schema.fields[field].path + " to " +
               std::string(decision.outcome) + " was missed";
      }
    }
  }
  return "";
}

class Why : public testing::Test {
 protected:
  void RunProgram(std::uint64_t seed) {
    const GeneratedProgram program = GenerateProgram(seed, {}, coverage_);
    PolicyPackage package(FilesOf(program), kPolicyFile);
    ASSERT_EQ(package.problems(), "") << "seed " << seed;
    const Engine engine(MakePlan(package.program()));
    Decider decider(engine);
    Random random(seed ^ 0x3A1);
    for (std::uint64_t i = 0; i < options.leads; ++i) {
      const Trial trial = GenerateTrial(program, package, random, coverage_);
      RunLead(seed, package, trial, decider);
    }
  }

  void RunLead(std::uint64_t seed, PolicyPackage& package, const Trial& trial, Decider& decider) {
    DecideInputs inputs;
    inputs.as_of = trial.as_of;
    package.Decide(trial.lead, inputs, {});
    if (!package.lead().errors.empty()) {
      return;
    }
    ++leads_;
    Decided decided = {package.program(),     package.sources(), package.lead(),
                       {trial.as_of, {}, {}}, decider,           {}};
    decided.Again(decided.lead, decided.decision);
    const Explanation explanation =
        Explain(decided.program, decided.sources, decided.lead, decided.inputs);
    Changes changes;
    FindChanges(
        decided.program, decided.lead, decided.inputs, decided.decision,
        [&](const Lead& lead, Decision& decision) { decided.Again(lead, decision); }, changes);
    Count(changes);
    for (const std::string& wrong : {Sums(decided, explanation), RuleStates(decided, explanation),
                                     Verified(decided, changes), NoneMissed(decided, changes)}) {
      if (!wrong.empty() && ++failures_ <= kMostReports) {
        ADD_FAILURE() << "seed " << seed << ": " << wrong << "\n  lead: " << trial.lead;
      }
    }
  }

  void Count(const Changes& changes) {
    for (const Change& change : changes.changes) {
      ++(change.fields.size() == 1 ? singles_ : pairs_);
    }
  }

  Coverage coverage_;
  std::uint64_t leads_ = 0;
  std::uint64_t singles_ = 0;
  std::uint64_t pairs_ = 0;
  int failures_ = 0;
};

TEST_F(Why, ExplanationsAndChangesAreTrue) {
  const auto begin = std::chrono::steady_clock::now();
  for (std::uint64_t i = 0; i < options.programs; ++i) {
    RunProgram(options.seed + i);
  }
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  std::printf("%llu leads, %llu changes of one field, %llu of two, seed %llu, %.1f s\n",
              static_cast<unsigned long long>(leads_), static_cast<unsigned long long>(singles_),
              static_cast<unsigned long long>(pairs_),
              static_cast<unsigned long long>(options.seed), seconds.count());
  EXPECT_EQ(failures_, 0);
  EXPECT_GT(singles_, leads_ / 4);
  EXPECT_GT(pairs_, 0U);
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.programs = 200;
  lq::test::options.leads = 2;
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
