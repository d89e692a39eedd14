// Random programs and leads, decided as columns and as JSON: the same leads, the same decisions.
//
//   columns_test [--programs N] [--leads N] [--seed S]
//
// Program i has the seed S + i.

#include <gtest/gtest.h>

#include <cstdio>
#include <memory>

#include "compiler/jit/jit.h"
#include "runtime/batch/batch.h"
#include "runtime/engine/engine.h"
#include "runtime/intake/json_check.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/native/native_code.h"
#include "runtime/record/decision_json.h"
#include "tests/differential/generator/options.h"
#include "tests/differential/quick_policy.h"
#include "tests/differential/trial.h"
#include "tests/support/columns/decision_rows.h"
#include "tests/support/columns/exported.h"
#include "tests/support/columns/lead_columns.h"
#include "tests/support/json/json_slice.h"

namespace lq::test {
namespace {

RandomTestOptions options;

// What a canonical lead says, field by field.
LeadColumns::Members MembersOf(const plan::LeadSchema& schema, std::string_view lead) {
  LeadColumns::Members members;
  for (const plan::SchemaField& field : schema.fields) {
    std::string_view value = lead;
    std::string_view path = field.path;
    while (!path.empty() && !value.empty()) {
      const std::size_t dot = std::min(path.find('.'), path.size());
      value = value.starts_with('{') ? JsonMember(value, path.substr(0, dot)) : "";
      path.remove_prefix(std::min(dot + 1, path.size()));
    }
    if (!value.empty())
      members[field.path] = std::string(value);
  }
  return members;
}

std::unique_ptr<bool[]> ToggleStates(const plan::Plan& plan, const Toggles& given) {
  auto states = std::make_unique<bool[]>(plan.toggles.size());
  for (std::size_t i = 0; i < plan.toggles.size(); ++i) {
    const auto found = given.find(plan.toggles[i].name);
    states[i] = found == given.end() ? plan.toggles[i].on : found->second;
  }
  return states;
}

struct Batch {
  Batch(const plan::LeadSchema& schema, std::uint64_t seed) : columns(schema, seed) {}

  LeadColumns columns;
  std::vector<std::string> leads;
  Exported exported;
};

class Columns : public testing::Test {
 protected:
  void RunProgram(std::uint64_t seed) {
    const GeneratedProgram program = GenerateProgram(seed, {}, coverage_);
    PolicyPackage package(FilesOf(program), kPolicyFile);
    ASSERT_EQ(package.problems(), "");
    const Engine engine(MakePlan(package.program()));
    Random random(seed ^ 0x5EED);
    const Trial trial = GenerateTrial(program, package, random, coverage_);
    std::vector<std::string> leads;
    for (std::uint64_t i = 0; i < options.leads; ++i)
      leads.push_back(GenerateLead(program, random, coverage_));
    const auto toggles = ToggleStates(engine.plan(), trial.toggles);
    const std::span<const bool> states(toggles.get(), engine.plan().toggles.size());
    CompareAll(engine, leads, {trial.as_of, states, trial.language}, seed);
  }

  // By native code, which finds most of the verdicts of such a policy.
  void RunNative(std::uint64_t seed) {
    QuickPolicy quick(seed);
    PolicyPackage package(quick.files(), QuickPolicy::kFile);
    ASSERT_EQ(package.problems(), "");
    Engine engine(package.plan());
    if (const auto kernel = engine.kernel()) {
      std::string problem;
      const auto code =
          NativeCode::Load(CompileKernel(*kernel, NativeTarget::Host(), problem), problem);
      ASSERT_NE(code, nullptr) << problem;
      engine.Install({code, &code->entries()});
    }
    std::vector<std::string> leads;
    for (std::uint64_t i = 0; i < 4 * options.leads; ++i)
      leads.push_back(quick.Lead());
    CompareAll(engine, leads, {ParseAsOf("2026-07-20"), {}, {}}, seed);
  }

  void CompareAll(const Engine& engine, const std::vector<std::string>& leads,
                  const DecisionInputs& inputs, std::uint64_t seed) {
    const plan::LeadSchema& schema = engine.plan().schema;
    Batch batch(schema, seed);
    for (std::size_t i = 0; i < leads.size(); ++i) {
      // A column cannot be broken as a text can.
      if (intake::CheckJson(leads[i]) != intake::JsonProblem::kNone)
        continue;
      const std::string id = i % 3 == 0 ? "" : "L-" + std::to_string(i);
      batch.leads.push_back(batch.columns.Add(MembersOf(schema, leads[i]), id));
    }
    batch.columns.Export(0, batch.exported.types, batch.exported.array);
    Compare(engine, batch, inputs, seed);
    CompareVerdicts(engine, batch, {inputs.as_of, inputs.toggles, {}}, seed);
  }

  void CompareVerdicts(const Engine& engine, const Batch& batch, const DecisionInputs& inputs,
                       std::uint64_t seed) {
    BatchDecider columns(engine);
    std::string problem;
    ASSERT_TRUE(columns.Bind(batch.exported.types, problem)) << problem;
    ASSERT_TRUE(columns.Judge(batch.exported.array, inputs, problem)) << problem;
    Exported judged;
    columns.ExportVerdictSchema(judged.types);
    columns.ExportVerdicts(judged.array);
    ASSERT_EQ(judged.array.length, static_cast<std::int64_t>(batch.leads.size()));
    LeadReader reader(engine.plan().schema);
    Decider decider(engine);
    Lead lead;
    Decision decision;
    std::vector<std::uint32_t> fired;
    for (std::size_t i = 0; i < batch.leads.size(); ++i) {
      fired.clear();
      if (reader.Read(batch.leads[i], inputs.as_of, lead))
        engine.RulesOf(decider.Judge(lead, inputs), fired);
      decider.Decide(lead, inputs, decision);
      ASSERT_EQ(PrintedRow(judged.types, judged.array, static_cast<std::int64_t>(i)),
                PrintedVerdict(engine.plan(), decision, fired))
          << "seed " << seed << ": " << batch.leads[i] << "\n"
          << batch.columns.Describe();
    }
  }

  void Compare(const Engine& engine, Batch& batch, const DecisionInputs& inputs,
               std::uint64_t seed) {
    const batch::ReasonForm form =
        seed % 2 == 0 ? batch::ReasonForm::kSets : batch::ReasonForm::kLists;
    BatchDecider columns(engine, form);
    std::string problem;
    ASSERT_TRUE(columns.Bind(batch.exported.types, problem)) << problem;
    ASSERT_TRUE(columns.Decide(batch.exported.array, inputs, problem)) << problem;
    Exported decided;
    columns.ExportSchema(decided.types);
    columns.Export(decided.array);
    ASSERT_EQ(decided.array.length, static_cast<std::int64_t>(batch.leads.size()));
    LeadReader reader(engine.plan().schema);
    Decider decider(engine);
    Lead lead;
    Decision decision;
    for (std::size_t i = 0; i < batch.leads.size(); ++i) {
      reader.Read(batch.leads[i], inputs.as_of, lead);
      decider.Decide(lead, inputs, decision);
      settled_ += decision.status == Status::kSettled ? 1 : 0;
      rejected_ += decision.status == Status::kRejected ? 1 : 0;
      ++decisions_;
      ASSERT_EQ(PrintedRow(decided.types, decided.array, static_cast<std::int64_t>(i)),
                PrintedDecision(engine.plan(), decision))
          << "seed " << seed << ": " << batch.leads[i] << "\n"
          << batch.columns.Describe();
    }
  }

  Coverage coverage_;
  std::uint64_t decisions_ = 0;
  std::uint64_t settled_ = 0;
  std::uint64_t rejected_ = 0;
};

TEST_F(Columns, DecideAsTheCanonicalLeadsDo) {
  for (std::uint64_t i = 0; i < options.programs && !HasFailure(); ++i)
    RunProgram(options.seed + i);
  std::printf("%llu programs, %llu decisions, %llu settled, %llu rejected\n",
              static_cast<unsigned long long>(options.programs),
              static_cast<unsigned long long>(decisions_),
              static_cast<unsigned long long>(settled_),
              static_cast<unsigned long long>(rejected_));
  EXPECT_GT(settled_, decisions_ / 100);
  EXPECT_GT(rejected_, decisions_ / 100);
}

TEST_F(Columns, SayTheSameByNativeCode) {
  for (std::uint64_t i = 0; i < options.programs / 10 && !HasFailure(); ++i)
    RunNative(options.seed + i);
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.programs = 500;
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
