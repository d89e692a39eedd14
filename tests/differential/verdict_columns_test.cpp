// Random programs and leads, judged as columns and one by one: the same verdicts, by tier 0 and by
// native code.
//
//   verdict_columns_test [--programs N] [--leads N] [--seed S]

#include <cstring>

#include <gtest/gtest.h>

#include "compiler/jit/jit.h"
#include "runtime/engine/engine.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/native/native_code.h"
#include "runtime/plan/row_layout.h"
#include "tests/differential/generator/options.h"
#include "tests/differential/trial.h"

namespace lq::test {
namespace {

RandomTestOptions options{.programs = 150, .seed = 1, .leads = 500};

// Columns of rows, as wide as the layout says.
struct Columns {
  Columns(const plan::RowLayout& layout, const std::vector<std::vector<std::uint64_t>>& rows) {
    leads.size = rows.size();
    bytes.resize(layout.fields());
    for (std::size_t i = 0; i < layout.fields(); ++i) {
      const std::size_t size = plan::SizeOf(layout.field(i).kind);
      for (const std::vector<std::uint64_t>& row : rows) {
        const char* const begin = reinterpret_cast<const char*>(row.data());
        bytes[i].append(begin + layout.field(i).offset, size);
      }
      leads.fields.push_back(bytes[i].data());
    }
  }

  std::vector<std::string> bytes;
  LeadColumns leads;
};

struct Verdicts {
  Verdicts(std::size_t size, std::size_t fired_bytes)
      : status(size),
        outcome(size),
        proposed(size),
        confidence(size),
        ceiling(size),
        fired(size * fired_bytes) {}
  VerdictColumns columns() {
    return {status.data(),     outcome.data(), proposed.data(),
            confidence.data(), ceiling.data(), fired.data()};
  }
  friend bool operator==(const Verdicts&, const Verdicts&) = default;

  std::vector<std::uint8_t> status, outcome, proposed;
  std::vector<std::int16_t> confidence, ceiling;
  std::vector<char> fired;
};

// One by one.
Verdicts JudgeRows(const Engine& engine, const std::vector<std::vector<std::uint64_t>>& rows,
                   const DecisionInputs& inputs) {
  Decider decider(engine);
  Verdicts verdicts(rows.size(), engine.fired_bytes());
  const std::size_t outcomes = engine.plan().outcomes.size();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Verdict verdict = decider.Judge(rows[i].data(), inputs);
    verdicts.status[i] = static_cast<std::uint8_t>(verdict.status);
    const std::size_t held = outcomes + (verdict.status == Status::kUndecided ? 0 : 1);
    verdicts.outcome[i] =
        static_cast<std::uint8_t>(verdict.status == Status::kSettled ? verdict.proposed : held);
    verdicts.proposed[i] = static_cast<std::uint8_t>(verdict.proposed);
    verdicts.confidence[i] = verdict.confidence;
    verdicts.ceiling[i] = verdict.ceiling;
    std::memcpy(&verdicts.fired[i * engine.fired_bytes()], verdict.fired, engine.fired_bytes());
  }
  return verdicts;
}

Verdicts JudgeColumns(const Engine& engine, const LeadColumns& leads,
                      const DecisionInputs& inputs) {
  Decider decider(engine);
  Verdicts verdicts(leads.size, engine.fired_bytes());
  decider.JudgeColumns(leads, inputs, verdicts.columns());
  return verdicts;
}

class VerdictColumnsTest : public testing::Test {
 protected:
  void RunProgram(std::uint64_t seed) {
    GeneratedProgram program = GenerateProgram(seed, {}, coverage_);
    PolicyPackage package(FilesOf(program), kPolicyFile);
    ASSERT_TRUE(package.problems().empty());
    Random random(seed ^ 0x5EED);
    const Engine plain(package.plan());
    Engine native(package.plan());
    InstallNative(native);
    LeadReader reader(package.plan()->schema);
    Lead lead;
    DecisionInputs inputs;
    std::vector<std::vector<std::uint64_t>> rows;
    for (std::uint64_t i = 0; i < options.leads; ++i) {
      const Trial trial = GenerateTrial(program, package, random, coverage_);
      texts_.push_back(trial.lead);
      inputs.as_of = trial.as_of;
      if (reader.Read(texts_.back(), trial.as_of, lead) && lead.plain) {
        leads_.push_back(std::make_unique<Lead>(std::move(lead)));
        rows.push_back(leads_.back()->row);
      }
    }
    const Columns columns(plain.layout(), rows);
    const Verdicts expected = JudgeRows(plain, rows, inputs);
    EXPECT_EQ(JudgeColumns(plain, columns.leads, inputs), expected) << "tier 0, seed " << seed;
    EXPECT_EQ(JudgeColumns(native, columns.leads, inputs), expected) << "native, seed " << seed;
    judged_ += rows.size();
  }

  void InstallNative(Engine& engine) {
    const auto kernel = engine.kernel();
    if (!kernel)
      return;
    std::string problem;
    // Every other program for a processor without the widest vectors.
    const NativeTarget target =
        ++natives_ % 2 == 0 ? NativeTarget{"x86-64-v3", ""} : NativeTarget::Host();
    const auto code = NativeCode::Load(CompileKernel(*kernel, target, problem), problem);
    ASSERT_NE(code, nullptr) << problem;
    with_columns_ += code->entries().judge_columns != nullptr ? 1 : 0;
    engine.Install({code, &code->entries()});
  }

  Coverage coverage_;
  std::vector<std::string> texts_;
  std::vector<std::unique_ptr<Lead>> leads_;
  std::uint64_t natives_ = 0;
  std::uint64_t with_columns_ = 0;
  std::uint64_t judged_ = 0;
};

TEST_F(VerdictColumnsTest, AreTheVerdictsOfRows) {
  for (std::uint64_t i = 0; i < options.programs && !HasFailure(); ++i) {
    RunProgram(options.seed + i);
    leads_.clear();
    texts_.clear();
  }
  std::printf(
      "%llu programs, %llu native, %llu of them over columns, %llu leads\n",
      static_cast<unsigned long long>(options.programs), static_cast<unsigned long long>(natives_),
      static_cast<unsigned long long>(with_columns_), static_cast<unsigned long long>(judged_));
  EXPECT_GT(with_columns_ * 4, options.programs);
  EXPECT_GT(judged_, options.programs * 65);
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
